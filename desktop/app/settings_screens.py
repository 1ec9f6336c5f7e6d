"""Opens the settings: from the window, and by itself at the first start."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.app.about import AboutProgram
from desktop.app.accounts import Accounts
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.kit import Kit
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.first_start import FirstStart
from desktop.ui.window.main_window import MainWindow


class SettingsScreens:
    """One settings dialog at a time over the window; coroutines of the dialogs run until `close`."""

    def __init__(
        self,
        window: MainWindow,
        kit: Kit,
        accounts: Accounts,
        preferences: LivePreferences,
        about: AboutProgram,
        sink: Callable[[BaseException], None],
    ) -> None:
        self._window = window
        self._kit = kit
        self._accounts = accounts
        self._preferences = preferences
        self._about = about
        self._tasks = Tasks(sink)
        self._dialog: SettingsDialog | FirstStart | None = None
        window.settings_wanted.connect(self.open)
        window.registry.add(verbs.ABOUT, self.open_about)

    def open(self) -> None:
        """Open the settings, or bring to the front what is open."""
        if self._dialog is None:
            parts = (self._kit, self._accounts, self._preferences, self._tasks, self._about)
            self._show(SettingsDialog(*parts, self._window))
        else:
            self._dialog.raise_()

    def open_about(self) -> None:
        """Open the settings where they tell about the program."""
        self.open()
        if isinstance(self._dialog, SettingsDialog):
            self._dialog.show_about()

    def open_first_start(self) -> None:
        """Offer to connect an account or to try the demo."""
        if self._dialog is None:
            self._show(FirstStart(self._kit, self._accounts, self._preferences, self._tasks, self._window))

    async def close(self) -> None:
        """Close the dialog and end its tasks."""
        if self._dialog is not None:
            self._dialog.reject()
        await self._tasks.close()

    def _show(self, dialog: SettingsDialog | FirstStart) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None
