"""What stands in place of the table when there is nothing to list."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.ui.errortext import words_of
from desktop.ui.kit import Kit
from desktop.ui.translated import Translated

State: TypeAlias = Literal["no_customers", "pulling", "no_match", "broken"]
_WIDTH = 420
_ICONS: dict[State, str] = {
    "no_customers": "customers",
    "pulling": "download",
    "no_match": "search",
    "broken": "warning",
}


class ListState(Translated, QWidget):
    """One line what there is to know, one button what to do."""

    pull_wanted = Signal()
    clear_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.state: State = "no_customers"
        self._error: AppError | None = None
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = PlainLabel(parent=self, type="section", strong=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(_WIDTH)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE[2])
        column.addStretch(2)
        for part in (self._icon, self._title, self._text, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        kit.look.changed.connect(self.retranslate)
        self.retranslate()

    def show_state(self, state: State, error: AppError | None = None) -> None:
        """Show a state; `error` says what broke."""
        self.state = state
        self._error = error
        self.retranslate()

    def retranslate(self) -> None:
        """Set icon and texts in the look and language shown."""
        title, text, button = self._texts()
        self._icon.setPixmap(self._kit.icons.tinted(_ICONS[self.state], 32, "faint", self.devicePixelRatioF()))
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _texts(self) -> tuple[str, str, str]:
        if self.state == "broken" and self._error is not None:
            words = words_of(self._error)
            return words.what, f"{words.meaning} {words.todo}".strip(), self.tr("Retry")
        return {
            "no_customers": (
                self.tr("No customers yet"),
                self.tr("Pull them from Sobot once; from then on they are here even without a network."),
                self.tr("Pull now"),
            ),
            "pulling": (
                self.tr("The first customers are on their way"),
                self.tr("They appear here while the pull goes on. You can search as soon as they do."),
                "",
            ),
            "no_match": (
                self.tr("No customer matches"),
                self.tr("Nobody among the customers on this computer fits the search and all filters."),
                self.tr("Clear search and filters"),
            ),
        }.get(self.state, ("", "", ""))

    def _on_clicked(self) -> None:
        wanted = {"no_customers": self.pull_wanted, "no_match": self.clear_wanted, "broken": self.retry_wanted}
        signal = wanted.get(self.state)
        if signal is not None:
            signal.emit()
