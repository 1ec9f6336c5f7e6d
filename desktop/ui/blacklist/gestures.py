"""The gestures of banning in the window: keys, the button of a selection."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.blacklist.banning import Banning
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant


class BanGestures(QObject):
    """Lets the user ban who is meant, and lift bans."""

    def __init__(
        self, page: CustomersPage, meant: CustomersMeant, banning: Banning, kit: Kit, parent: QObject
    ) -> None:
        super().__init__(parent)

        def ban(whom: Meant) -> None:
            whom.ids(banning.ban)

        def lift(whom: Meant) -> None:
            whom.ids(banning.lift)

        meant.add(verbs.BAN, ban)
        meant.add(verbs.LIFT, lift)
        self._button = BanButton(kit, page.counts)
        self._button.clicked.connect(lambda: meant.tell_selected(ban, self._button))
        page.counts.add_button(self._button)


class BanButton(Translated, Button):
    """The button that bans a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("ban"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Blacklist"))
        self.setAccessibleName(self.tr("Blacklist the selected customers"))
