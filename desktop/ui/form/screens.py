"""The forms of one account in the window: in the detail panel, in windows of their own, their keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from desktop.qt.safetext import visible
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import keys_text
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.form.crowds import CrowdEditing
from desktop.ui.form.floating import FloatingForms
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.making import FormMaker
from desktop.ui.form.outcomes import FormOutcomes
from desktop.ui.form.panel_form import CustomerForm
from desktop.ui.form.ports import FormAccount
from desktop.ui.form.purposes import EditCustomer, draft_of
from desktop.ui.form.window import FormWindow
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.selection_button import SelectionButton
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.formats import listed
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP
from desktop.ui.wording.words import AccountWords
from desktop.workspace.events import AccountEvent, CollectionChanged, CustomersChanged, EntrySettled


class FormScreens(QObject):
    """Opens forms and keeps them up to what the account tells, until `close`."""

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        meant: CustomersMeant,
        account: FormAccount,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._panel = panel
        self._meant = meant
        self._account = account
        self._tasks: Tasks | None = None
        self.undo_wanted: Callable[[], None] = lambda: None
        self.in_panel: CustomerForm | None = None
        self.maker = FormMaker(account, words, kit, panel)
        self.floating = FloatingForms(account, self.maker, window)
        self.outcomes = FormOutcomes(window, account, words.lookup, kit)
        self.crowds = CrowdEditing(page, self.maker.context, self)
        self._edit = meant.add(verbs.EDIT, self._edit_meant)
        word = QT_TRANSLATE_NOOP("Selection", "Edit")
        name = QT_TRANSLATE_NOOP("Selection", "Edit the selected customers")
        SelectionButton(kit, page, "edit", word, name, self._edit).tells(meant, self._edit_meant)
        window.registry.add(verbs.NEW_CUSTOMER, self.floating.create)
        window.registry.add(verbs.NEW_COMPANY, self.floating.create_company)
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self._offer()

    @property
    def windows(self) -> list[FormWindow]:
        """The windows that hold forms."""
        return self.floating.windows

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Put every form away, its input kept as a draft, and stop following the account."""
        self._unsubscribe()
        self._panel.shown.disconnect(self._on_shown)
        for form in self._frames():
            form.put_away()
        self._account.drafts.settle()
        self._panel.offer_edit("")

    def _edit_meant(self, meant: Meant) -> None:
        if meant.count > 1:
            self.crowds.ask(meant)
        else:
            meant.ids(lambda ids: self._edit_customer(*ids[:1]))

    def _edit_shown(self) -> None:
        self._edit_customer(self._panel.customer_id)

    def _edit_customer(self, customer_id: str = "") -> None:
        if not customer_id:
            return
        for form in self._customers():
            if form.customer.id == customer_id:
                form.frame.window().activateWindow()
                form.frame.view.go_to("nickname")
                return
        self._window.show_panel(True)
        self._account.customer(customer_id, self._edit_in_panel)

    def _edit_in_panel(self, customer: Customer | None) -> None:
        if customer is None:
            return
        if customer.id != self._panel.customer_id:
            self._panel.show_customer(customer)
        form = self.maker.customer(customer)
        form.anew_wanted.connect(partial(self.floating.make_anew, form))
        form.frame.window_wanted.connect(partial(self._detach, form))
        form.frame.closed.connect(self._on_panel_closed)
        self.in_panel = form
        self._panel.show_form(form.frame)
        form.frame.view.go_to("nickname")
        self._ask_server(customer.id)

    def _detach(self, form: CustomerForm) -> CustomerForm:
        """Move the form of the panel into a window of its own: through its draft, as at a restart."""
        form.frame.put_away()
        return self.floating.edit(form.customer)

    def _on_panel_closed(self) -> None:
        form, self.in_panel = self.in_panel, None
        had_focus = self._meant.in_panel
        self._panel.show_form(None)
        if form is not None:
            form.frame.hide()
            form.frame.delete_with(form.frame)
        if had_focus:
            self._page.table.setFocus()
        self._offer()

    def _on_saved(self, form: FormFrame, _entries: object) -> None:
        if isinstance(form.purpose, EditCustomer):
            titles = [form.view.cells[name].editor.title() for name in form.view.sheet.touched]
            text = self.tr("Saved for {customer}: {fields}").format(
                customer=visible(form.purpose.customer.name, limit=40), fields=listed(titles)
            )
            toast = Toast(text, Tone.DONE, self.tr("Undo"), self.undo_wanted, "edit")
        else:
            # What Sobot makes of it is told in its place.
            toast = Toast(self.tr("Saved, on its way to Sobot"), Tone.DONE, topic="created")
        self._window.toasts.tell(toast)

    def _on_shown(self, customer_id: str) -> None:
        form = self.in_panel
        if form is not None and form.customer.id != customer_id:
            kept, name = form.frame.dirty, form.customer.name
            form.frame.put_away()
            if kept:
                text = self.tr("What you entered for {customer} is kept as a draft")
                self._window.toasts.tell(Toast(text.format(customer=name), Tone.NEWS))
        self._offer()

    def _offer(self) -> None:
        customer_id = self._panel.customer_id
        kept = self._account.drafts.get(draft_of(customer_id)) if customer_id else None
        words = self.tr("Edit") if kept is None else self.tr("Go on editing")
        self._panel.offer_edit(words if customer_id else "", keys_text(self._window.registry.keys(verbs.EDIT)))

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case CustomersChanged(change):
                for form in self._customers():
                    if form.customer.id in change.removed:
                        self._keep_gone(form)
                    elif change.everything or form.customer.id in change.updated:
                        form.follow()
            case EntrySettled():
                self.outcomes.settled(event)
            case CollectionChanged():
                self._names_changed()

    def _keep_gone(self, form: CustomerForm) -> None:
        """Keep what was entered in sight: the table and the panel go on to another customer."""
        if form is not self.in_panel:
            form.say_gone()
        elif form.frame.dirty:
            self._detach(form).say_gone()

    def _names_changed(self) -> None:
        for form in self._frames():
            form.view.names_changed()

    def _ask_server(self, customer_id: str) -> None:
        if self._tasks is not None and self._account.status.connection == "online":
            self._tasks.start(self._refresh(customer_id), f"form {customer_id}")

    async def _refresh(self, customer_id: str) -> None:
        try:
            found = await self._account.refresh_customer(customer_id)
        except AppError:
            # The panel tells of it; the form works from the cache.
            return
        for form in self._customers():
            if found is None and form.customer.id == customer_id:
                form.say_gone()

    def _customers(self) -> list[CustomerForm]:
        return [*([self.in_panel] if self.in_panel else []), *self.floating.edited.values()]

    def _frames(self) -> list[FormFrame]:
        return [*([self.in_panel.frame] if self.in_panel else []), *(one.form for one in self.floating.windows)]

    def _connect(self) -> None:
        self._panel.edit_wanted.connect(self._edit_shown)
        self._panel.shown.connect(self._on_shown)
        self._edit.changed.connect(self._offer)
        self.maker.told.connect(self._window.toasts.tell)
        self.maker.saved.connect(self._on_saved)
        self.maker.names_changed.connect(self._names_changed)
        self.floating.changed.connect(self._offer)
        self.floating.opened.connect(self._ask_server)
        self.outcomes.correction_wanted.connect(self.floating.correct)
