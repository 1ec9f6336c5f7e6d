"""The forms that stand in windows of their own."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.json import Json
from desktop.ui.form.duplicates import carried
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.making import FormMaker
from desktop.ui.form.panel_form import CustomerForm
from desktop.ui.form.ports import FormAccount
from desktop.ui.form.sheet import to_set
from desktop.ui.form.window import FormWindow
from desktop.ui.wording.errortext import paragraph, sentence
from desktop.workspace.lookups.duplicates import Duplicate


class FloatingForms(QObject):
    """Opens forms in windows and knows them until they are closed. `changed` when one was opened or closed,
    `opened` with the id of a customer who may be missing in the cache.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(self, account: FormAccount, maker: FormMaker, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._maker = maker
        self._window = window
        maker.instead.connect(self._edit_instead)
        self.windows: list[FormWindow] = []
        self.edited: dict[FormWindow, CustomerForm] = {}

    def create(self) -> FormFrame:
        """Open the form of a new customer; one that was left as a draft comes back."""
        return self._open(self._maker.new_customer([one.form.purpose.draft_name for one in self.windows]))

    def create_company(self) -> FormFrame:
        """Open the form of a new company, or show the one that is open."""
        for window in self.windows:
            if window.form.purpose.draft_name == "enterprise":
                window.activateWindow()
                return window.form
        return self._open(self._maker.company())

    def edit(self, customer: Customer) -> CustomerForm:
        """Open the form of a customer, or show the one that is open."""
        form = next((one for one in self.edited.values() if one.customer.id == customer.id), None)
        if form is None:
            form = self._maker.customer(customer)
            form.anew_wanted.connect(partial(self.make_anew, form))
            self._open(form.frame)
            self.edited[self.windows[-1]] = form
        form.frame.window().activateWindow()
        return form

    def make_anew(self, form: CustomerForm) -> None:
        """Open a new customer with all that the form of one that is gone holds."""
        sheet = form.frame.view.sheet
        values = {field: value for name in form.frame.view.cells for field, value in sheet.shown(name).items()}
        made = self._open(self._maker.another_customer())
        made.view.enter({field: value for field, value in values.items() if value not in ("", None, [])})
        made.keeping.note()
        form.frame.finish()

    def correct(self, entry: Entry) -> None:
        """Open the form of a refused edit with what it wanted; saving replaces it."""
        intent = entry.intent
        if isinstance(intent, UpdateCustomer):
            self._account.customer(intent.customer, partial(self._correct_record, entry, intent))
        elif isinstance(intent, CreateCustomer):
            _refill(self._open(self._maker.another_customer()), entry, intent.set)
        elif isinstance(intent, SaveEnterprise):
            _refill(self.create_company(), entry, intent.set)

    def _edit_instead(self, form: FormFrame, one: Duplicate) -> None:
        """Carry what was entered for a new customer over to one who is there."""
        values = carried(one, to_set(form.view.sheet.changes()))
        other = self.edit(one.customer)
        other.frame.view.enter(values)
        other.frame.keeping.note()
        form.finish()
        self.opened.emit(one.customer.id)

    def _correct_record(self, entry: Entry, intent: UpdateCustomer, customer: Customer | None) -> None:
        if customer is not None:
            _refill(self.edit(customer).frame, entry, intent.set)

    def _open(self, form: FormFrame) -> FormFrame:
        window = FormWindow(form, self._window)
        self.windows.append(window)
        form.closed.connect(partial(self._on_closed, window))
        window.show()
        window.activateWindow()
        form.view.go_to(next(iter(form.view.cells)))
        self.changed.emit()
        return form

    def _on_closed(self, window: FormWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        self.edited.pop(window, None)
        self.changed.emit()


def _refill(form: FormFrame, entry: Entry, wanted: Mapping[str, Json]) -> None:
    error = entry.error
    problems = {error.field: sentence(error)} if isinstance(error, InvalidInput) else {}
    form.correct(entry, wanted, problems, paragraph(error) if error else "")
