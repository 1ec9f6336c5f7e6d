"""Saves a picture of the window once it holds customers, then leaves (README's demo command, tests)."""

from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.app.desk import Desk
from desktop.ui.window.main_window import MainWindow

_LOOK_AGAIN = 100
"""Milliseconds between two looks at the table."""

_SETTLE = 400
"""Milliseconds for the last rows, names and chips to arrive."""


class Screenshot:
    """Waits until the account on the screen is pulled, saves the window into `file` and closes it."""

    def __init__(self, window: MainWindow, desk: Desk, file: Path) -> None:
        self._window = window
        self._desk = desk
        self._file = file
        self._timer = QTimer(window)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def _look(self) -> None:
        shown = self._desk.current
        if shown is None:
            return
        status = shown.account.status
        if status.as_of is not None and status.progress is None and shown.first.page.rows.rowCount():
            self._timer.stop()
            shown.first.page.table.go_to(0)
            QTimer.singleShot(_SETTLE, self._save)

    def _save(self) -> None:
        self._window.grab().save(str(self._file))
        self._window.close()
