"""What stands in place of the table when there is nothing to list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError
from desktop.ui.kit import Kit
from desktop.ui.nothing import Nothing


class ListState(Nothing):
    """Says why nothing is listed, and offers the one thing to do about it."""

    pull_wanted = Signal()
    clear_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.reason = ""
        self._error: AppError | None = None
        self.acted.connect(self._on_acted)
        self.retried.connect(self.retry_wanted)

    def show_reason(self, reason: str, error: AppError | None = None) -> None:
        """Show a reason: "no_customers", "pulling", "no_match", or "broken" with its error."""
        if (reason, error) != (self.reason, self._error):
            self.reason = reason
            self._error = error
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self.reason == "broken" and self._error is not None:
            self.show_broken(self._error)
            return
        if self.reason == "no_customers":
            text = self.tr("Pull them from Sobot once; from then on they are here even without a network.")
            self.show_empty(self.tr("No customers yet"), text, self.tr("Pull now"), icon="customers")
        elif self.reason == "pulling":
            text = self.tr("They appear here while the pull goes on. You can search as soon as they do.")
            self.show_empty(self.tr("The first customers are on their way"), text, icon="download")
        elif self.reason == "no_match":
            text = self.tr("Nobody among the customers on this computer fits the search and all filters.")
            self.show_empty(
                self.tr("No customer matches"), text, self.tr("Clear search and filters"), icon="search"
            )

    def _on_acted(self) -> None:
        if self.reason == "no_customers":
            self.pull_wanted.emit()
        else:
            self.clear_wanted.emit()
