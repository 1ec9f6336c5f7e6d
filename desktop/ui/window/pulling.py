"""The pull in the window: its keys, how far it is, what stood in its way."""

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError, Stopped
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.ports import Account
from desktop.ui.wording.errortext import paragraph


class Pulling(QObject):
    """Begins and ends the pull of one account; it works once it is live."""

    def __init__(self, window: MainWindow, page: CustomersPage, account: Account) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._account = account
        self._tasks: Tasks | None = None
        self._pull = window.registry.add(verbs.PULL, self._start)
        self._cancel = window.registry.add(verbs.CANCEL_PULL, account.cancel_pull)
        page.pull_wanted.connect(self._start)
        window.status_bar.cancel_wanted.connect(self._cancel.trigger)
        window.status_bar.trouble_wanted.connect(self._tell_trouble)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks
        self.show_status()

    def close(self) -> None:
        """Begin no pull any more."""
        self._window.status_bar.trouble_wanted.disconnect(self._tell_trouble)
        self._tasks = None

    def show_status(self) -> None:
        """Show how the account stands."""
        status = self._account.status
        pulling = status.progress is not None
        self._window.status_bar.show_status(status)
        self._window.banner.show_status(status)
        self._page.show_pulling(pulling)
        self._pull.setEnabled(self._tasks is not None and not pulling)
        self._cancel.setEnabled(pulling)

    def _start(self) -> None:
        if self._tasks is not None and not self._tasks.running("pull"):
            self._tasks.start(self._pull_now(), "pull")

    async def _pull_now(self) -> None:
        try:
            await self._account.pull()
        except AppError as error:
            self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR, self.tr("Retry"), self._start))

    def _tell_trouble(self) -> None:
        error = self._account.status.error
        if error is not None:
            stopped = isinstance(error, Stopped)
            action = self.tr("Open settings") if stopped else ""
            act = self._window.settings_wanted.emit if stopped else None
            self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR, action, act))
