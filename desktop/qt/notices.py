"""Notices of the desktop: what should be seen while another program is in front."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.qt.safetext import visible

LONGEST = 300
"""Characters of a notice."""


def tray_is_there() -> bool:
    """Say whether this desktop has a place for notices of programs."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


def unmarkable(text: str) -> str:
    """Return a text that no desktop takes for markup, one line, at most so long as a notice shows.

    Some take the text of a notice for markup and load its images; others show what is escaped as it stands.
    """
    return visible(text, limit=LONGEST).replace("<", "\u2039").replace(">", "\u203a")


class DesktopNotices(QObject):
    """Tells of things through the desktop, where it has a place for that; the icon appears with the first.

    `clicked` when the user clicks the last notice or its icon.
    """

    clicked = Signal()

    def __init__(
        self, icon: QIcon, parent: QObject | None = None, available: Callable[[], bool] = tray_is_there
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._available = available
        self._tray: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> bool:
        """Show a notice; False where the desktop has no place for it."""
        if not self._available():
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.messageClicked.connect(self.clicked)
            self._tray.activated.connect(lambda _reason: self.clicked.emit())
        title, text = unmarkable(title), unmarkable(text)
        self._tray.setToolTip(title)
        self._tray.show()
        self._tray.showMessage(title, text, self._icon)
        return True

    def hide(self) -> None:
        """Take the icon away."""
        if self._tray is not None:
            self._tray.hide()
