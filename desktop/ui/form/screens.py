"""The forms of one account in the window: in the detail panel, in windows of their own, their keys."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject

from desktop.domain.customer import Customer
from desktop.domain.errors import AppError
from desktop.domain.outbox import Entry
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui import verbs
from desktop.ui.actions import keys_text
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.enterprise.building import NAME, NewEnterprise, enterprise_view
from desktop.ui.fields.context import field_context
from desktop.ui.form.building import Tools, customer_view
from desktop.ui.form.creating import CreationForm
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.notice import Notice
from desktop.ui.form.panel_form import CustomerForm
from desktop.ui.form.ports import FormAccount
from desktop.ui.form.purpose import Purpose
from desktop.ui.form.purposes import EditCustomer, NewCustomer, draft_of
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.form.window import FormWindow
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.words import AccountWords
from desktop.workspace.events import AccountEvent, CollectionChanged, CustomersChanged


class FormScreens(QObject):
    """Opens forms and keeps them up to what the account tells, until `close`."""

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        account: FormAccount,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._panel = panel
        self._account = account
        self._kit = kit
        self._tasks: Tasks | None = None
        self.undo_wanted: Callable[[], None] = lambda: None
        self._fetching = Tasks(_report)
        self._tools = Tools(field_context(account, kit, self._fetching), words)
        self._tools.context.spelling.learned.connect(self._names_changed)
        self.in_panel: CustomerForm | None = None
        self.windows: list[FormWindow] = []
        self._edited: dict[FormWindow, CustomerForm] = {}
        self._edit = window.registry.add(verbs.EDIT, self.edit)
        window.registry.add(verbs.NEW_CUSTOMER, self.create)
        window.registry.add(verbs.NEW_COMPANY, self.create_company)
        panel.edit_wanted.connect(self.edit)
        panel.shown.connect(self._on_shown)
        self._edit.changed.connect(self._offer)
        self._unsubscribe = account.subscribe(self._on_event)
        self._offer()

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Put every form away, its input kept as a draft, and stop following the account."""
        self._unsubscribe()
        self._panel.shown.disconnect(self._on_shown)
        for form in self._forms():
            form.put_away()
        self._account.drafts.settle()
        self._panel.offer_edit("")

    def edit(self) -> None:
        """Edit the customer of the panel, or the current one of the table."""
        row = self._page.table.current_row()
        customer_id = self._panel.customer_id if self._in_panel() or row is None else row.id
        if not customer_id:
            return
        open_already = self._form_of(customer_id)
        if open_already is not None:
            self._show(open_already)
            return
        self._window.show_panel(True)
        self._account.customer(customer_id, self._edit_in_panel)

    def create(self) -> None:
        """Open the form of a new customer in a window; one that was left as a draft comes back."""
        busy = {one.form.purpose.draft_name for one in self.windows}
        kept = [name for name in self._account.drafts.names(NewCustomer.LEAD) if name not in busy]
        self._open_new(kept[-1].removeprefix(NewCustomer.LEAD) if kept else uuid4().hex)

    def _open_new(self, token: str) -> FormFrame:
        form = self._new_form(NewCustomer(token), None)
        made = CreationForm(form, self._account.collections, self._kit)
        made.told.connect(self._window.toasts.tell)
        self._open_window(form)
        form.view.go_to("nickname")
        return form

    def create_company(self) -> None:
        """Open the form of a new company in a window."""
        purpose = NewEnterprise()
        for window in self.windows:
            if window.form.purpose.draft_name == purpose.draft_name:
                window.activateWindow()
                return
        form = self._frame(purpose, enterprise_view(self._tools, self._panel))
        about = Notice(self._kit, form)
        about.tell(
            self.tr(
                "Sobot takes new companies but never lists them: once created, it is found here as soon as a "
                "customer names it."
            )
        )
        form.add_notice(about)
        self._open_window(form)
        form.begin({field: "" for editor in form.view.editors for field in editor.fields})
        form.view.go_to(NAME)

    def _edit_in_panel(self, customer: Customer | None) -> None:
        if customer is None:
            return
        if customer.id != self._panel.customer_id:
            self._panel.show_customer(customer)
        form = self._customer_form(customer)
        form.frame.window_wanted.connect(partial(self._detach, form))
        form.frame.closed.connect(self._on_panel_closed)
        self.in_panel = form
        self._panel.show_form(form.frame)
        form.frame.view.go_to("nickname")
        self._ask_server(customer.id)

    def _customer_form(self, customer: Customer) -> CustomerForm:
        frame = self._new_form(EditCustomer(customer), customer)
        form = CustomerForm(customer, frame, self._account.customer, self._kit)
        form.anew_wanted.connect(partial(self._make_anew, form))
        return form

    def _make_anew(self, form: CustomerForm) -> None:
        """Open a new customer with all that the form of one that is gone holds."""
        sheet = form.frame.view.sheet
        values = {field: value for name in form.frame.view.cells for field, value in sheet.shown(name).items()}
        made = self._open_new(uuid4().hex)
        made.view.enter({field: value for field, value in values.items() if value not in ("", None, [])})
        made.keeping.note()
        form.frame.finish()

    def _new_form(self, purpose: EditCustomer | NewCustomer, customer: Customer | None) -> FormFrame:
        return self._frame(purpose, customer_view(self._tools, customer, self._panel))

    def _frame(self, purpose: Purpose, view: SheetView) -> FormFrame:
        form = FormFrame(purpose, view, self._account.outbox, self._account.drafts, self._kit, self._panel)
        form.told.connect(self._window.toasts.tell)
        form.saved.connect(partial(self._on_saved, form))
        return form

    def _detach(self, form: CustomerForm) -> CustomerForm:
        """Move the form of the panel into a window of its own: through its draft, as at a restart."""
        form.frame.put_away()
        other = self._customer_form(form.customer)
        window = self._open_window(other.frame)
        self._edited[window] = other
        other.frame.view.go_to("nickname")
        return other

    def _open_window(self, form: FormFrame) -> FormWindow:
        window = FormWindow(form, self._window)
        self.windows.append(window)
        form.closed.connect(partial(self._on_window_closed, window))
        window.show()
        window.activateWindow()
        return window

    def _on_window_closed(self, window: FormWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        self._edited.pop(window, None)
        self._offer()

    def _on_panel_closed(self) -> None:
        form, self.in_panel = self.in_panel, None
        had_focus = self._in_panel()
        self._panel.show_form(None)
        if form is not None:
            form.frame.hide()
            form.frame.deleteLater()
        if had_focus:
            self._page.table.setFocus()
        self._offer()

    def _on_saved(self, form: FormFrame, entries: Sequence[Entry]) -> None:
        del entries
        titles = [form.view.cells[name].editor.title() for name in form.view.sheet.touched]
        text = form.purpose.label(titles)
        self._window.toasts.tell(Toast(text, Tone.DONE, self.tr("Undo"), self.undo_wanted, "edit"))

    def _on_shown(self, customer_id: str) -> None:
        form = self.in_panel
        if form is not None and form.customer.id != customer_id:
            kept = form.frame.dirty
            name = form.customer.name
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
        if isinstance(event, CustomersChanged):
            change = event.change
            for form in self._customer_forms():
                if form.customer.id in change.removed:
                    self._keep_gone(form)
                elif change.everything or form.customer.id in change.updated:
                    form.follow()
        elif isinstance(event, CollectionChanged):
            self._names_changed()

    def _keep_gone(self, form: CustomerForm) -> None:
        """Keep what was entered in sight: the table and the panel go on to another customer."""
        if form is not self.in_panel:
            form.say_gone()
        elif form.frame.dirty:
            self._detach(form).say_gone()

    def _names_changed(self) -> None:
        for form in self._forms():
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
        form = self._form_of(customer_id)
        if found is None and form is not None:
            form.say_gone()

    def _customer_forms(self) -> list[CustomerForm]:
        return [*([self.in_panel] if self.in_panel else []), *self._edited.values()]

    def _forms(self) -> list[FormFrame]:
        return [*([self.in_panel.frame] if self.in_panel else []), *(one.form for one in self.windows)]

    def _form_of(self, customer_id: str) -> CustomerForm | None:
        return next((form for form in self._customer_forms() if form.customer.id == customer_id), None)

    def _show(self, form: CustomerForm) -> None:
        form.frame.window().activateWindow()
        form.frame.view.go_to("nickname")

    def _in_panel(self) -> bool:
        focus = self._window.focusWidget()
        return focus is not None and self._panel.isAncestorOf(focus)


def _report(error: BaseException) -> None:
    """Hand what nobody foresaw to the loop: it tells the user."""
    # The loop's module is not there yet when the first row is painted.
    import asyncio  # noqa: PLC0415

    asyncio.get_running_loop().call_exception_handler({"message": "a form failed", "exception": error})
