"""Makes the forms of one account."""

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast
from desktop.qt.translated import Translated
from desktop.ui.fields.context import FieldContext, field_context
from desktop.ui.form.building import Tools, customer_view, value_text
from desktop.ui.form.creating import CreationForm
from desktop.ui.form.enterprise import NewEnterprise, enterprise_view
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.notice import Notice
from desktop.ui.form.panel_form import CustomerForm
from desktop.ui.form.ports import FormAccount
from desktop.ui.form.purpose import Purpose
from desktop.ui.form.purposes import EditCustomer, NewCustomer
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.kit import Kit
from desktop.ui.wording.words import AccountWords


class FormMaker(QObject):
    """Makes forms that are not shown yet, as children of `host`.

    `told` with what happened in any of them, `saved(FormFrame, entries)`, `instead(FormFrame, Duplicate)` when a
    customer shall be edited who is there already, `names_changed` when what is chosen from can be spelled now.
    """

    told = Signal(Toast)
    saved = Signal(object, object)
    names_changed = Signal()
    instead = Signal(object, object)

    def __init__(self, account: FormAccount, words: AccountWords, kit: Kit, host: QWidget) -> None:
        super().__init__(host)
        self._account = account
        self._kit = kit
        self._host = host
        self._tools = Tools(field_context(account, kit, Tasks(_report), host.window()), words)
        self._tools.context.spelling.learned.connect(self.names_changed)

    @property
    def context(self) -> FieldContext:
        """What editors of fields are made with."""
        return self._tools.context

    def customer(self, customer: Customer) -> CustomerForm:
        """Return the form of an existing customer."""
        view = customer_view(self._tools, customer, self._host)
        return CustomerForm(customer, self._frame(EditCustomer(customer), view), self._account.customer, self._kit)

    def new_customer(self, busy: Sequence[str] = ()) -> FormFrame:
        """Return the form of a customer to be made; the draft of one comes back, but those in `busy`."""
        kept = [name for name in self._account.drafts.names(NewCustomer.LEAD) if name not in busy]
        return self.another_customer(kept[-1].removeprefix(NewCustomer.LEAD) if kept else "")

    def another_customer(self, token: str = "") -> FormFrame:
        """Return the form of a customer to be made, with the draft of `token`; an empty form without one."""
        purpose = NewCustomer(token or uuid4().hex)
        form = self._frame(purpose, customer_view(self._tools, None, self._host))
        account, tools = self._account, self._tools
        made = CreationForm(
            form,
            account.collections,
            account.duplicates,
            partial(value_text, tools),
            tools.context.tasks,
            self._kit,
        )
        made.told.connect(self.told)
        made.instead.connect(lambda one: self.instead.emit(form, one))
        return form

    def company(self) -> FormFrame:
        """Return the form of a company to be made."""
        form = self._frame(NewEnterprise(), enterprise_view(self._tools, self._host))
        form.add_notice(_AboutCompanies(self._kit, form))
        form.begin({field: "" for editor in form.view.editors for field in editor.fields})
        return form

    def _frame(self, purpose: Purpose, view: SheetView) -> FormFrame:
        form = FormFrame(purpose, view, self._account.outbox, self._account.drafts, self._kit, self._host)
        form.hide()
        form.told.connect(self.told)
        form.saved.connect(lambda entries: self._on_saved(form, entries))
        return form

    def _on_saved(self, form: FormFrame, entries: Sequence[Entry]) -> None:
        self.saved.emit(form, entries)


class _AboutCompanies(Translated, Notice):
    """Says where a new company shows."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the text in the language shown."""
        self.tell(
            QCoreApplication.translate(
                "Form",
                "Sobot takes new companies but never lists them: once created, it is found here as soon as a "
                "customer names it.",
            )
        )


def _report(error: BaseException) -> None:
    """Hand what nobody foresaw to the loop: it tells the user."""
    # The loop's module is not there yet when the first row is painted.
    import asyncio  # noqa: PLC0415

    asyncio.get_running_loop().call_exception_handler({"message": "a form failed", "exception": error})
