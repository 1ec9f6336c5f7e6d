"""What a page shows when it has nothing to show: empty, or broken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.qt.buttons import Button
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.room import roomy
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated

_WIDTH = 420
_SIGN = 40
_DETAILS = 120


class _Sign(QWidget):
    """A large icon, drawn anew in every theme."""

    def __init__(self, look: Look, icons: Icons, name: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._tone = tone
        self.setFixedSize(_SIGN, _SIGN)
        look.changed.connect(self.update)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._icons.tinted(self._name, _SIGN, self._tone, self.devicePixelRatioF()))


class EmptyState(QWidget):
    """One line that says what this page is or why nothing is here, and one button. `acted` when it is pressed."""

    acted = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None, *, icon: str = "pool") -> None:
        super().__init__(parent)
        self._sign = _Sign(look, icons, icon, "faint", self)
        self._title = _centred(PlainLabel("", self, type="section", wrap=True))
        self._text = _centred(PlainLabel("", self, tone="secondary", wrap=True))
        look.changed.connect(lambda: _fit(self._title, self._text))
        self._button = Button("", self)
        self._button.clicked.connect(self.acted)
        _stack(self, [self._sign, self._title, self._text, self._button])

    def say(self, title: str, text: str = "", action: str = "", *, icon: str = "") -> None:
        """Show a line, a quieter one under it, and the verb on the button; "" leaves one out."""
        if icon:
            self._sign.set_icon(icon)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action.replace("&", "&&"))
        if not action and self._button.hasFocus():
            # Else Qt hands it to the next control of the window, whatever that does.
            self.setFocus()
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)


class BrokenState(Translated, QWidget):
    """What happened, what it means, what to do; the details behind a fold, copyable. `retried` when asked to."""

    retried = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = _Sign(look, icons, "warning", "warning", self)
        self._what = _centred(PlainLabel("", self, type="section", wrap=True))
        self._meaning = _centred(PlainLabel("", self, tone="secondary", wrap=True))
        self._todo = _centred(PlainLabel("", self, wrap=True))
        look.changed.connect(lambda: _fit(self._what, self._meaning, self._todo))
        self._retry = Button("", self, kind="primary", icon=icons.icon("refresh", tone="on_accent"))
        self._retry.clicked.connect(self.retried)
        self._fold = Button("", self, kind="ghost")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._on_folded)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setFixedSize(roomy(_WIDTH), roomy(_DETAILS))
        self._details.hide()
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self._retry)
        row.addWidget(self._fold)
        _stack(self, [sign, self._what, self._meaning, self._todo, buttons, self._details])
        self.retranslate()

    def say(self, what: str, meaning: str = "", todo: str = "", details: str = "") -> None:
        """Show the three sentences and what stands behind the fold ("" for no fold)."""
        self._what.setText(what)
        for label, text in ((self._meaning, meaning), (self._todo, todo)):
            label.setText(text)
            label.setVisible(bool(text))
        self._details.setPlainText(details)
        self._fold.setVisible(bool(details))
        self._fold.setChecked(False)
        self.setAccessibleName(what)

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        self._retry.setText(self.tr("Try again"))
        self._fold.setText(self.tr("Hide details") if self._fold.isChecked() else self.tr("Show details"))
        self._details.setAccessibleName(self.tr("Details"))

    def _on_folded(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self.retranslate()


def _centred(label: PlainLabel) -> PlainLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    _fit(label)
    return label


def _fit(*labels: PlainLabel) -> None:
    """Give labels the width that lines of this text size are read best in."""
    for label in labels:
        label.setMaximumWidth(roomy(_WIDTH))


def _stack(page: QWidget, widgets: list[QWidget]) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
    column.setSpacing(SPACE[2])
    column.addStretch(2)
    for widget in widgets:
        if isinstance(widget, PlainLabel):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 100)
            row.addStretch(1)
            column.addLayout(row)
        else:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
