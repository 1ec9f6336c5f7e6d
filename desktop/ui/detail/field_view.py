"""One field of the record: its label above its value; a click on the value copies it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolTip, QVBoxLayout, QWidget

from desktop.domain.customers.fields import SEARCHED
from desktop.domain.folding import Spans
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.detail.record import Line

_LONG = 160
"""Characters of a value shown before it is unfolded."""
_LINES = 5


class ValueLabel(PlainLabel):
    """A wrapped value; what a click copies can differ from what is shown (phones are grouped for reading)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, wrap=True, copyable=True)
        self._copied = ""

    def show_value(self, shown: str, copied: str) -> None:
        """Show a text and keep what a click copies."""
        self._copied = copied
        self.setText(shown)

    def copy(self) -> None:
        """Put the value on the clipboard as the server has it."""
        if self._copied:
            QGuiApplication.clipboard().setText(self._copied)
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.tr("Copied"), self)
            self.copied.emit(self._copied)


class FieldView(Translated, QWidget):
    """A label, a value, and for long values a button that unfolds them."""

    def __init__(
        self, line: Line, parent: QWidget | None = None, *, spotted: Callable[[str], Spans] | None = None
    ) -> None:
        """Show a field; `spotted` gives where in the value of a searched one the search found something."""
        super().__init__(parent)
        self._spotted = spotted
        self._line = line
        self._open = False
        self._label = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._value = ValueLabel(self)
        self._more: QPushButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._label)
        self._column.addWidget(self._value)
        self.retranslate()

    @property
    def line(self) -> Line:
        """The field shown."""
        return self._line

    def show_line(self, line: Line) -> None:
        """Show a field; a value that changed is folded again."""
        if line == self._line:
            return
        self._open = self._open and line.text == self._line.text
        self._line = line
        self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._value.set_hint(self.tr("Click to copy"))
        self._refresh()

    def _refresh(self) -> None:
        line = self._line
        short = _shortened(line.text)
        long = short != line.text
        self._label.setText(line.label)
        self._value.set_tone("faint" if line.empty else "text")
        self._value.spotted = self._spotted if line.key in SEARCHED else None
        self._value.show_value("—" if line.empty else line.text if self._open or not long else short, line.copied)
        self._value.setAccessibleName(visible(f"{line.label}: {line.text}"))
        self._value.setFocusPolicy(Qt.FocusPolicy.NoFocus if line.empty else Qt.FocusPolicy.TabFocus)
        if long and self._more is None:
            self._more = self._unfolding()
        if self._more is not None:
            self._more.setVisible(long)
            self._more.setText(self.tr("Show less") if self._open else self.tr("Show all"))
            self._more.setAccessibleName(visible(f"{self._more.text()}: {line.label}"))

    def _unfolding(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "link")
        button.clicked.connect(self._toggle)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _toggle(self) -> None:
        self._open = not self._open
        self._refresh()


def _shortened(text: str) -> str:
    lines = text.split("\n")
    short = "\n".join(lines[:_LINES])[:_LONG]
    return text if short == text else short.rstrip() + "…"
