"""The gestures of banning in the window: keys, the button of a selection."""

from PySide6.QtCore import QObject

from desktop.ui.actions import verbs
from desktop.ui.blacklist.banning import Banning
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.selection_button import SelectionButton
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP


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

        banned = meant.add(verbs.BAN, ban)
        meant.add(verbs.LIFT, lift)
        word = QT_TRANSLATE_NOOP("Selection", "Blacklist")
        name = QT_TRANSLATE_NOOP("Selection", "Blacklist the selected customers")
        SelectionButton(kit, page, "ban", word, name, banned).tells(meant, ban)
