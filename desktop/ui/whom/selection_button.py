"""The buttons for what can be done with a selection of customers."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from desktop.qt.buttons import Button
from desktop.qt.translated import Translated
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant, Then


class SelectionButton(Translated, Button):
    """Stands in the line under the table while customers are selected and does what `action` does.

    `word` is what stands on it and `name` what assistive technology reads, both of the context "Selection".
    """

    def __init__(self, kit: Kit, page: CustomersPage, icon: str, word: str, name: str, action: QAction) -> None:
        super().__init__("", page.counts, icon=kit.icons.icon(icon))
        self._word = word
        self._name = name
        self.retranslate()
        page.counts.add_button(self)
        action.changed.connect(lambda: self.setToolTip(action.toolTip()))

    def tells(self, meant: CustomersMeant, then: Then) -> None:
        """Call `then` with who is selected when it is pressed."""
        self.clicked.connect(lambda: meant.tell_selected(then, self))

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(QCoreApplication.translate("Selection", self._word))
        self.setAccessibleName(QCoreApplication.translate("Selection", self._name))
