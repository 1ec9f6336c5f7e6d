"""The gestures of assigning in the window: keys, the button of a selection, the agent in the panel."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.assigning.assigning import CustomerAssigning
from desktop.ui.assigning.group import Group
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.window.main_window import MainWindow

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
        self._button = AssignButton(kit, page.counts)
        self._button.clicked.connect(lambda: meant.tell_selected(self._choose, self._button))
        page.counts.add_button(self._button)
        panel.header.agent_wanted.connect(lambda: meant.tell_shown(self._choose))
        assign.changed.connect(lambda: self._button.setToolTip(assign.toolTip()))

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


class AssignButton(Translated, Button):
    """The button that assigns a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("assign"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Assign"))
        self.setAccessibleName(self.tr("Assign the selected customers"))
