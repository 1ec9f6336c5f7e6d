"""The customer in the panel: who is current, read from the cache, then asked for at the server."""

from PySide6.QtCore import QObject, QTimer

from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from desktop.qt.tasks import Tasks
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.window.ports import Account

_FOLLOW_MS = 25
"""How long the panel leaves the table alone to paint: laying it out takes most of a frame."""
_REFRESH_MS = 400
"""How long a customer stays current before the server is asked about it."""


class CurrentCustomer(QObject):
    """Keeps the panel on the customer that was shown last; once live, asks the server about it too."""

    def __init__(self, account: Account, panel: DetailPanel) -> None:
        super().__init__(panel)
        self._account = account
        self._panel = panel
        self._tasks: Tasks | None = None
        self._current = ""
        self._wanted = ""
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._follow.timeout.connect(lambda: self._read(self._current))
        self._again = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._again.timeout.connect(lambda: self._read(self._panel.customer_id))
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(lambda: self.refresh(panel.customer_id))

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Ask nobody any more."""
        for timer in (self._follow, self._again, self._soon):
            timer.stop()
        self._tasks = None

    def show(self, customer_id: str) -> None:
        """Make a customer the current one: the panel shows it once the table had its time to paint."""
        self._current = customer_id
        self._follow.start()
        self._soon.start()

    def read_again(self) -> None:
        """Read the customer in the panel again: it changed in the cache. The table paints first."""
        self._again.start()

    def refresh(self, customer_id: str) -> None:
        """Ask the server about a customer, when it can be reached."""
        if self._tasks is not None and customer_id and self._account.status.connection == "online":
            self._tasks.start(self._ask_server(customer_id), "refresh")

    def _read(self, customer_id: str) -> None:
        self._wanted = customer_id

        def answer(customer: Customer | None) -> None:
            if customer_id == self._wanted:
                self._panel.show_customer(customer)

        if customer_id:
            self._account.customer(customer_id, answer)

    async def _ask_server(self, customer_id: str) -> None:
        self._panel.show_refreshing(True)
        trouble: AppError | None = None
        try:
            await self._account.refresh_customer(customer_id)
        except AppError as error:
            trouble = error
        # Not when it was cancelled: another one asks already, or the panel goes away.
        self._panel.show_refreshing(False)
        if self._panel.customer_id == customer_id:
            self._panel.show_trouble(trouble)
