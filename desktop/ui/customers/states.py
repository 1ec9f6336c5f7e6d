"""What stands in place of the table when there is nothing to list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.errors import AppError
from desktop.qt.states import BrokenState, EmptyState
from desktop.ui.errortext import words_of
from desktop.ui.kit import Kit
from desktop.ui.translated import Translated


class ListState(Translated, QStackedWidget):
    """Says why nothing is listed, and offers the one thing to do about it."""

    pull_wanted = Signal()
    clear_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ""
        self._error: AppError | None = None
        self._empty = EmptyState(kit.look, kit.icons, self)
        self._broken = BrokenState(kit.look, kit.icons, self)
        self.addWidget(self._empty)
        self.addWidget(self._broken)
        self._empty.acted.connect(self._on_acted)
        self._broken.retried.connect(self.retry_wanted)

    def show_reason(self, reason: str, error: AppError | None = None) -> None:
        """Show a reason: "no_customers", "pulling", "no_match", or "broken" with its error."""
        self.reason = reason
        self._error = error
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self.reason == "broken" and self._error is not None:
            words = words_of(self._error)
            self._broken.say(words.what, words.meaning, words.todo, str(self._error))
            self.setCurrentWidget(self._broken)
            return
        self.setCurrentWidget(self._empty)
        if self.reason == "no_customers":
            text = self.tr("Pull them from Sobot once; from then on they are here even without a network.")
            self._empty.say(self.tr("No customers yet"), text, self.tr("Pull now"), icon="customers")
        elif self.reason == "pulling":
            text = self.tr("They appear here while the pull goes on. You can search as soon as they do.")
            self._empty.say(self.tr("The first customers are on their way"), text, icon="download")
        elif self.reason == "no_match":
            text = self.tr("Nobody among the customers on this computer fits the search and all filters.")
            self._empty.say(
                self.tr("No customer matches"), text, self.tr("Clear search and filters"), icon="search"
            )

    def _on_acted(self) -> None:
        if self.reason == "no_customers":
            self.pull_wanted.emit()
        else:
            self.clear_wanted.emit()
