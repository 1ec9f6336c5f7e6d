"""The blacklist of one account wherever it shows: marks in table and panel, banning, news, the clock."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.qt.icons import app_icon
from desktop.qt.notices import DesktopNotices
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.blacklist.banning import Banning
from desktop.ui.blacklist.gestures import BanGestures
from desktop.ui.blacklist.marks import BanMarks
from desktop.ui.blacklist.notices import BanNotices
from desktop.ui.blacklist.ports import BannedAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.main_window import MainWindow
from desktop.workspace.bans.events import BanEvent, BansChanged, BansTold

_TICK_MS = 1_000
_GATHER_MS = 150
"""Marks of many customers that change in a row are painted together."""


class BanWatch(QObject):
    """Follows the blacklist, until `close`. `marks` serve any screen that lists customers.

    `marks_changed` when who is banned looks different in lists; `ticked` each second, when the clock was followed.
    """

    marks_changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        window: MainWindow,
        customers: CustomersPage,
        panel: DetailPanel,
        meant: CustomersMeant,
        account: BannedAccount,
        kit: Kit,
        preferences: LivePreferences,
    ) -> None:
        super().__init__(window)
        self._customers = customers
        self._panel = panel
        self._account = account
        self.marks = BanMarks(account.blacklist, kit.formats)
        self.banning = Banning(account, kit, preferences, window)
        self.gestures = BanGestures(customers, meant, self.banning, kit, window)
        self.notices = BanNotices(kit, preferences, DesktopNotices(app_icon(), window), window)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._marks_soon = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._marks_soon.timeout.connect(customers.rows.reformat)
        self._marks_soon.timeout.connect(self.marks_changed)
        self._mark_customers()
        self.banning.told.connect(window.toasts.tell)
        self.banning.undo_wanted.connect(window.registry[verbs.UNDO.name].trigger)
        self.notices.told.connect(window.toasts.tell)
        self._unsubscribe = account.blacklist.events.subscribe(self._on_event)
        self._timer.start()

    def close(self) -> None:
        """Stop following the account."""
        self._unsubscribe()
        self._timer.stop()
        self._marks_soon.stop()
        self.notices.close()

    def tick(self) -> None:
        """Follow the clock: who ends soon, whose time is over."""
        self._account.blacklist.turn()
        self.ticked.emit()

    def _mark_customers(self) -> None:
        others = self._customers.rows.noted
        self._customers.rows.noted = lambda one: [*(others(one) if others else ()), *self.marks.marks(one)]
        self._panel.header.banned = self.marks.mark

    def _on_event(self, event: BanEvent) -> None:
        match event:
            case BansChanged(customers):
                if not self._marks_soon.isActive():
                    self._marks_soon.start()
                if self._panel.customer_id in customers:
                    self._panel.header.refresh_banned()
            case BansTold(news):
                self.notices.tell(news)
