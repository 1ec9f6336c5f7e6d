"""The quiet banner over the page: offline since when, or stopped and why."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import AppError, StorageError
from desktop.qt import theme
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.window.statustext import offline_text
from desktop.workspace.status import Status

if TYPE_CHECKING:
    from desktop.qt.banner import Banner

_DISMISSED = 8
"""How many troubles are remembered as seen."""


class ConnectionBanner(Translated, QWidget):
    """Shows what in a `Status` the user should know; hidden while all is well."""

    settings_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status(connection="connecting")
        self._dismissed: list[AppError] = []
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], 0)
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
            self._tell_trouble(trouble)
        elif status.connection == "stopped" and status.error is not None:
            self._tell_stop(status.error)
        elif status.connection == "offline":
            self._banner.tell(offline_text(status, self._kit.formats), tone="info", icon="offline")
        else:
            self.hide()
            return
        self.show()

    @cached_property
    def _banner(self) -> "Banner":
        from desktop.qt.banner import Banner  # noqa: PLC0415 -- not for the first rows, while all is well

        banner = Banner(self._kit.look, self._kit.icons, self)
        banner.acted.connect(self._on_acted)
        self._column.addWidget(banner)
        return banner

    def _tell_trouble(self, trouble: AppError) -> None:
        from desktop.ui.wording.errortext import paragraph  # noqa: PLC0415 -- brings the words of every error

        self._banner.tell(paragraph(trouble), tone="warning", action=self.tr("Understood"), whole=True)

    def _tell_stop(self, error: AppError) -> None:
        from desktop.ui.wording.errortext import words_of  # noqa: PLC0415 -- brings the words of every error

        self._banner.tell(words_of(error).what, tone="danger", action=self.tr("Open settings"))

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
