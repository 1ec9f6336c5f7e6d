"""Editing a selection: the keys and the button that lead to it, and the job that comes of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.jobs.job import EditCustomers
from desktop.qt.buttons import Button
from desktop.qt.translated import Translated
from desktop.ui.customers.page import CustomersPage
from desktop.ui.fields.context import FieldContext
from desktop.ui.form.bulk import BulkDialog
from desktop.ui.kit import Kit
from desktop.ui.tags.opening import open_dialog
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.people import Many


class EditButton(Translated, Button):
    """Edits what is selected."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("edit"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Edit"))
        self.setAccessibleName(self.tr("Edit the selected customers"))


class CrowdEditing(QObject):
    """Asks which fields of the selected customers shall change. `job_wanted(EditCustomers)` with the answer."""

    job_wanted = Signal(object)

    def __init__(self, page: CustomersPage, context: FieldContext, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._context = context
        self.button = EditButton(kit, page.counts)
        page.counts.add_button(self.button)

    def ask(self, meant: Meant) -> None:
        """Open the dialog for these customers."""
        dialog = BulkDialog(meant.count, self._context, self._page.window())
        open_dialog(dialog, lambda: self._propose(meant.crowd(), dialog))

    def _propose(self, people: Many, dialog: BulkDialog) -> None:
        edit = UpdateCustomer(customer="", set=dialog.values)
        people.when_read(lambda: self.job_wanted.emit(EditCustomers(tuple(people.ids), edit)))
