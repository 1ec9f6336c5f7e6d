"""What became of saved records: told when the server has answered, with the way to what is to be done."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.qt.dialogs import open_dialog
from desktop.qt.safetext import visible
from desktop.qt.toast import Toast, Tone
from desktop.ui.form.wishes import fields_text
from desktop.ui.kit import Kit
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.outbox.ports import Outbox
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup, short_id
from desktop.workspace.events import EntrySettled

UPDATED = "update"
"""What the server says when it took a new customer for one that was there (003 "Create Customer", `action`)."""


class Deciding(Protocol):
    """An account whose edits are decided about."""

    @property
    def outbox(self) -> Outbox:
        """Where edits go."""

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Hand over one customer from the cache."""


class FormOutcomes(QObject):
    """Tells what became of edits of records. `correction_wanted(Entry)` when a refused one shall be corrected."""

    correction_wanted = Signal(object)

    def __init__(self, window: MainWindow, account: Deciding, lookup: Lookup, kit: Kit) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._lookup = lookup
        self._kit = kit

    def settled(self, event: EntrySettled) -> None:
        """Tell what became of an edit, if it is one of a record."""
        entry = event.entry
        if entry.job:
            return
        if entry.state is State.DONE:
            self._done(entry)
        elif isinstance(entry.intent, UpdateCustomer):
            self._account.customer(entry.intent.customer, partial(self._refused, entry))
        elif isinstance(entry.intent, CreateCustomer | SaveEnterprise):
            self._refused(entry, None)

    def decide(self, entry: Entry) -> None:
        """Ask about fields that somebody else changed too, in three columns."""
        customer_id = entry.intent.customer if isinstance(entry.intent, UpdateCustomer) else ""

        def found(customer: Customer | None) -> None:
            dialog = ConflictDialog(
                self._what(entry, customer), entry.clashes, self._kit, self._window, self._lookup
            )
            open_dialog(dialog, lambda: self._resolve(entry, dialog))

        self._account.customer(customer_id, found)

    def _done(self, entry: Entry) -> None:
        intent = entry.intent
        if isinstance(intent, SaveEnterprise):
            name = visible(str(intent.set.get("name", "")), limit=60)
            self._tell(
                Toast(self.tr("The company {name} was created in Sobot").format(name=name), topic="created")
            )
        elif isinstance(intent, CreateCustomer):
            name = visible(str(intent.set.get("nickname", "")), limit=60)
            if entry.base.get("action") == UPDATED:
                text = self.tr("Sobot knew {name} already: the existing customer was updated, none was created")
                self._tell(Toast(text.format(name=name), Tone.NEWS, topic="created"))
            else:
                self._tell(Toast(self.tr("{name} was created in Sobot").format(name=name), topic="created"))

    def _refused(self, entry: Entry, customer: Customer | None) -> None:
        what = self._what(entry, customer)
        if entry.clashes:
            text = self.tr("{what}: somebody else changed the same meanwhile").format(what=what)
            self._tell(Toast(text, Tone.ERROR, self.tr("Decide"), partial(self.decide, entry)))
        elif entry.error is not None:
            text = f"{what}: {paragraph(entry.error)}"
            act = partial(self.correction_wanted.emit, entry)
            self._tell(Toast(text, Tone.ERROR, self.tr("Correct it"), act))

    def _what(self, entry: Entry, customer: Customer | None) -> str:
        intent = entry.intent
        if isinstance(intent, UpdateCustomer):
            name = visible(customer.name, limit=40) if customer else short_id(intent.customer)
            return f"{name} ({fields_text(intent.set, self._lookup)})"
        wanted = intent.set if isinstance(intent, CreateCustomer | SaveEnterprise) else {}
        return visible(str(wanted.get("nickname") or wanted.get("name") or ""), limit=60)

    def _resolve(self, entry: Entry, dialog: ConflictDialog) -> None:
        self._account.outbox.resolve(
            entry.id,
            dialog.choices,
            answer=lambda: None,
            failed=lambda error: self._tell(Toast(paragraph(error), Tone.ERROR)),
        )

    def _tell(self, toast: Toast) -> None:
        self._window.toasts.tell(toast)
