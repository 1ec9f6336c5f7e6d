"""The quiet banner over the page: offline since when, or stopped and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import AppError, StorageError
from desktop.qt import theme
from desktop.qt.banner import Banner
from desktop.ui.kit import Kit
from desktop.ui.window.statustext import offline_text
from desktop.ui.wording.errortext import paragraph, words_of
from desktop.ui.wording.translated import Translated
from desktop.workspace.status import Status

_DISMISSED = 8
"""How many troubles are remembered as seen."""


class ConnectionBanner(Translated, QWidget):
    """Shows what in a `Status` the user should know; hidden while all is well."""

    settings_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = kit.formats
        self._status = Status(connection="connecting")
        self._dismissed: list[AppError] = []
        self._banner = Banner(kit.look, kit.icons, self)
        self._banner.acted.connect(self._on_acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], 0)
        column.addWidget(self._banner)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Show what the account is doing."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        status = self._status
        trouble = self._trouble()
        if trouble is not None:
            self._banner.tell(paragraph(trouble), tone="warning", action=self.tr("Understood"), whole=True)
        elif status.connection == "stopped" and status.error is not None:
            self._banner.tell(words_of(status.error).what, tone="danger", action=self.tr("Open settings"))
        elif status.connection == "offline":
            self._banner.tell(offline_text(status, self._formats), tone="info", icon="offline")
        else:
            self._banner.still()
        self.setVisible(not self._banner.isHidden())

    def _on_acted(self) -> None:
        trouble = self._trouble()
        if trouble is None:
            self.settings_wanted.emit()
        else:
            self._dismissed = [*self._dismissed, trouble][-_DISMISSED:]
            self.retranslate()

    def _trouble(self) -> AppError | None:
        """Return the trouble with files that nobody has seen yet, what was damaged first."""
        for one in (self._status.damaged, self._status.error):
            if isinstance(one, StorageError) and not any(one is old for old in self._dismissed):
                return one
        return None
