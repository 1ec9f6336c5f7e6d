"""The tools of one account in the window."""

from PySide6.QtCore import QObject

from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.kit import Kit
from desktop.ui.tools.ports import ToolAccount
from desktop.ui.tools.text_lookup import TextLookup
from desktop.ui.window.main_window import MainWindow


class ToolScreens(QObject):
    """Opens tools from the palette, until `close`."""

    def __init__(self, window: MainWindow, account: ToolAccount, kit: Kit) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._kit = kit
        self._tasks: Tasks | None = None
        self.dialog: TextLookup | None = None
        window.registry.add(verbs.LOOK_UP_TEXT, self.look_up_text)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Close what is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def look_up_text(self) -> None:
        """Open the look-up of texts."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        if self._tasks is None:
            self._window.toasts.tell(Toast(self.tr("The connection is not ready yet"), Tone.NEWS))
            return
        account = self._account
        self.dialog = TextLookup(
            account.texts.look_up, account.collections.languages, self._tasks, self._kit, self._window
        )
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
