"""Editing a selection: which fields shall change, and the job that comes of it."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.jobs.job import EditCustomers
from desktop.qt.dialogs import open_dialog
from desktop.ui.customers.page import CustomersPage
from desktop.ui.fields.context import FieldContext
from desktop.ui.form.bulk import BulkDialog
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.people import Many


class CrowdEditing(QObject):
    """Asks which fields of the selected customers shall change. `job_wanted(EditCustomers)` with the answer."""

    job_wanted = Signal(object)

    def __init__(self, page: CustomersPage, context: FieldContext, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._context = context

    def ask(self, meant: Meant) -> None:
        """Open the dialog for these customers."""
        dialog = BulkDialog(meant.count, self._context, self._page.window())
        open_dialog(dialog, lambda: self._propose(meant.crowd(), dialog))

    def _propose(self, people: Many, dialog: BulkDialog) -> None:
        edit = UpdateCustomer(customer="", set=dialog.values)
        people.when_read(lambda: self.job_wanted.emit(EditCustomers(tuple(people.ids), edit)))
