"""What stands in place of the list when nothing is listed: empty, on its way, no match, or broken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError
from desktop.ui.kit import Kit
from desktop.ui.nothing import Nothing


class NoBans(Nothing):
    """Says why nothing is listed, and offers the one thing to do about it."""

    clear_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._narrowed = False
        self._fetched: int | None = None
        self._error: AppError | None = None
        self.acted.connect(self._on_acted)
        self.retried.connect(self.refresh_wanted)
        self.retranslate()

    def show_why(self, *, narrowed: bool, fetched: int | None, error: AppError | None) -> None:
        """Learn why nothing is listed."""
        self._narrowed, self._fetched, self._error = narrowed, fetched, error
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self._error is not None and self._fetched is None and not self._narrowed:
            self.show_broken(self._error)
            return
        if self._narrowed:
            self.show_empty(self.tr("No ban matches"), "", self.tr("Clear search and filters"), icon="search")
        elif self._fetched is None:
            text = self.tr("It comes with the first pull.")
            self.show_empty(self.tr("The blacklist is on its way"), text, self.tr("Fetch it now"), icon="download")
        else:
            text = self.tr("Who is on it cannot write in. B puts whoever is selected on it, from any list.")
            self.show_empty(self.tr("Nobody is blacklisted"), text, icon="blacklist")

    def _on_acted(self) -> None:
        (self.clear_wanted if self._narrowed else self.refresh_wanted).emit()
