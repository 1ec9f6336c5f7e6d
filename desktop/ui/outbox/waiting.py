"""What waits in the outbox wherever it shows: the badge of the rail, the status bar, marks of customers."""

from PySide6.QtCore import QObject, QTimer

from desktop.qt.columns import Mark
from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.outbox.lines import customers_of
from desktop.ui.outbox.linewords import pending_mark
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.window.main_window import MainWindow
from desktop.workspace.events import AccountEvent, OutboxChanged, StatusChanged

_QUIET_MS = 800
"""What is sent sooner is not told to wait: badges and marks would only flicker."""


class WaitingEdits(QObject):
    """Tells how much waits of one account, and of whom, until `close`."""

    def __init__(
        self, window: MainWindow, customers: CustomersPage, panel: DetailPanel, account: EditedAccount
    ) -> None:
        super().__init__(window)
        self._window = window
        self._customers = customers
        self._panel = panel
        self._account = account
        self._pending: dict[str, bool] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._later = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._later.timeout.connect(self._show_lasting)
        customers.rows.noted = self._marks
        panel.header.pending = self._mark
        panel.header.pending_wanted.connect(self._go)
        window.status_bar.outbox_wanted.connect(self._go)
        self._unsubscribe = account.subscribe(self._on_event)
        self._refresh()

    def close(self) -> None:
        """Stop following the account and the window."""
        self._unsubscribe()
        self._soon.stop()
        self._later.stop()
        self._window.status_bar.outbox_wanted.disconnect(self._go)
        self._show_count(0)

    def _on_event(self, event: AccountEvent) -> None:
        if isinstance(event, OutboxChanged | StatusChanged):
            self._soon.start()

    def _refresh(self) -> None:
        counts = self._account.outbox.counts()
        if counts.asking or not counts.waiting:
            self._show_lasting()
        elif not self._later.isActive():
            self._later.start()

    def _show_lasting(self) -> None:
        outbox = self._account.outbox
        counts = outbox.counts()
        self._show_count(counts.waiting + counts.asking)
        pending = customers_of(outbox.entries()) if counts.waiting or counts.asking else {}
        if pending != self._pending:
            self._pending = pending
            self._customers.rows.reformat()
            self._panel.header.refresh_pending()

    def _show_count(self, count: int) -> None:
        self._window.rail.set_badge(verbs.OUTBOX_PAGE.page, str(count) if count else "")
        self._window.status_bar.show_waiting(count)

    def _marks(self, customer_id: str) -> list[Mark]:
        mark = self._mark(customer_id)
        return [] if mark is None else [mark]

    def _mark(self, customer_id: str) -> Mark | None:
        asking = self._pending.get(customer_id)
        return None if asking is None else pending_mark(asking)

    def _go(self) -> None:
        self._window.show_page(verbs.OUTBOX_PAGE.page)
