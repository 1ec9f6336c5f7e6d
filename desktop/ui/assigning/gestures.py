"""The gestures of assigning in the window: keys, the button of a selection, the agent in the panel."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.ui.actions import verbs
from desktop.ui.assigning.assigning import CustomerAssigning
from desktop.ui.assigning.group import Group
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.selection_button import SelectionButton
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

_AT = "agent_name"


class AssignGestures(QObject):
    """Lets the user assign, claim and recycle who is meant."""

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        meant: CustomersMeant,
        account: StaffedAccount,
        kit: Kit,
    ) -> None:
        super().__init__(window)
        self._meant = meant
        self._account = account
        self.assigning = CustomerAssigning(account, kit, window)
        self.assigning.told.connect(window.toasts.tell)
        # Who was moved mostly leaves the list: a selection nobody sees must not be acted on.
        self.assigning.moved.connect(page.table.selection.clear)
        assign = meant.add(verbs.ASSIGN, self._choose)
        meant.add(verbs.CLAIM, self._claim)
        meant.add(verbs.RECYCLE, partial(self._recycle, valid=True))
        meant.add(verbs.RECYCLE_INVALID, partial(self._recycle, valid=False))
        window.registry.add(verbs.WHO_AM_I, self.ask_me)
        word = QT_TRANSLATE_NOOP("Selection", "Assign")
        name = QT_TRANSLATE_NOOP("Selection", "Assign the selected customers")
        SelectionButton(kit, page, "assign", word, name, assign).tells(meant, self._choose)
        panel.header.agent_wanted.connect(lambda: meant.tell_shown(self._choose))

    def close(self) -> None:
        """Close what is open: the account is going away."""
        self.assigning.close()

    def ask_me(self, then: Callable[[], None] | None = None) -> None:
        """Ask which agent the user is."""
        self.assigning.asking.ask_me(self._meant.place(_AT), then or (lambda: None))

    def _choose(self, meant: Meant) -> None:
        self.assigning.choose(self._group(meant), meant.place(_AT))

    def _claim(self, meant: Meant) -> None:
        self.assigning.claim(self._group(meant), meant.place(_AT))

    def _recycle(self, meant: Meant, *, valid: bool) -> None:
        self.assigning.recycle(self._group(meant), valid=valid)

    def _group(self, meant: Meant) -> Group:
        return Group(self._account, meant.query, meant.selection)
