"""Several short texts, each on a line of its own: add, change, remove, put in another order."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.qt.buttons import Button, IconButton
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated

MOST = 50
"""Lines shown; what is beyond them is kept as it is."""
LONGEST = 2_000
"""Characters of a text that can be edited in a line; a longer one is shown in part and kept."""

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListLine(QWidget):
    """One text and the button that removes it."""

    def __init__(self, text: str, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.touched = False
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.textEdited.connect(self._on_typed)
        self.set_text(text)
        self.remove = IconButton(icons.icon("close"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)

    def set_text(self, text: str) -> None:
        """Show a text nobody has touched yet."""
        self._kept = text if len(text) > LONGEST else ""
        self.touched = False
        self.line.setText(visible(text, limit=200) if self._kept else text)
        self.line.setCursorPosition(0)
        self.line.setReadOnly(bool(self._kept))

    def text(self) -> str:
        """Return the text, whole."""
        return self._kept or self.line.text()

    def lock(self, on: bool) -> None:
        """Let the text be seen only."""
        self.line.setReadOnly(on or bool(self._kept))
        self.remove.setVisible(not on)

    def mark(self, wrong: bool) -> None:
        """Mark the text as wrong."""
        if bool(self.line.property("invalid")) != wrong:
            self.line.setProperty("invalid", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _on_typed(self) -> None:
        self.touched = True


class ListEdit(Translated, QWidget):
    """A column of lines. `edited` at every change; `left(line)` when a line was finished.

    Enter goes to the next line or adds one, Backspace in an empty line removes it, Up and Down go along, Alt+Up
    and Alt+Down move a line.
    """

    edited = Signal()
    left = Signal(ListLine)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = ""
        self._locked = False
        self._rest: tuple[str, ...] = ()
        self._lines: list[ListLine] = []
        self.add_button = Button("", self, kind="link", icon=icons.icon("plus"))
        self._more = PlainLabel("", self, type="secondary", tone="faint")
        self._more.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[0])
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addLayout(foot)
        self.add_button.clicked.connect(self._on_add)
        self.set_texts(())
        self.retranslate()

    @property
    def lines(self) -> Sequence[ListLine]:
        """The lines, in order."""
        return self._lines

    def texts(self) -> tuple[str, ...]:
        """Return the texts in their order; blank lines are none."""
        return (*(text for line in self._lines if (text := line.text()).strip()), *self._rest)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show these, with an empty line when there are none."""
        self._rest = tuple(texts[MOST:])
        shown = texts[:MOST] or ("",)
        # Lines are used again: the one with the focus keeps it.
        for line, text in zip(self._lines, shown, strict=False):
            line.set_text(text)
        for text in shown[len(self._lines) :]:
            self._insert(len(self._lines), text)
        for line in self._lines[len(shown) :]:
            self._drop(line)
        self._refresh()

    def set_name(self, name: str) -> None:
        """Say what the texts are, for a screen reader."""
        self._name = name
        self._refresh()

    def set_add_text(self, text: str) -> None:
        """Set the words on the button that adds a line."""
        self.add_button.setText(text)

    def set_read_only(self, on: bool) -> None:
        """Let the texts be seen only."""
        self._locked = on
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of a line act on the list."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
        ):
            return self._press_key(watched, event)
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        self._refresh()

    def _press_key(self, line: QLineEdit, event: QKeyEvent) -> bool:
        at = next((place for place, one in enumerate(self._lines) if one.line is line), -1)
        key = Qt.Key(event.key())
        if at < 0 or (self._locked and key not in _MOVES):
            return False
        if key in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(at, at + _MOVES[key])
        elif key in _MOVES:
            self._go_to(at + _MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and line.text().strip():
            self._go_on(at)
        elif key == Qt.Key.Key_Backspace and not line.text() and len(self._lines) > 1:
            self._remove(at)
        else:
            return False
        return True

    def _go_on(self, at: int) -> None:
        if at + 1 < len(self._lines):
            self._go_to(at + 1)
        else:
            self._on_add()

    def _go_to(self, at: int) -> None:
        if 0 <= at < len(self._lines):
            line = self._lines[at].line
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.selectAll()

    def _move(self, at: int, to: int) -> None:
        if self._locked or not 0 <= to < len(self._lines):
            return
        self._lines.insert(to, self._lines.pop(at))
        for place, line in enumerate(self._lines):
            self._rows.removeWidget(line)
            self._rows.insertWidget(place, line)
        self._chain()
        self._refresh()
        self._go_to(to)
        self.edited.emit()

    def _on_add(self) -> None:
        empty = next((place for place, one in enumerate(self._lines) if not one.text()), -1)
        if empty < 0:
            empty = len(self._lines)
            self._insert(empty, "")
            self._refresh()
        self._go_to(empty)

    def _remove(self, at: int) -> None:
        had = bool(self._lines[at].text().strip())
        self._drop(self._lines[at])
        if not self._lines:
            self._insert(0, "")
        self._refresh()
        self._go_to(max(0, at - 1))
        if had:
            self.edited.emit()

    def _insert(self, at: int, text: str) -> None:
        made = ListLine(text, self._icons, self)
        made.line.installEventFilter(self)
        made.line.textEdited.connect(self._on_typed)
        made.line.editingFinished.connect(lambda: self.left.emit(made))
        made.remove.clicked.connect(lambda: self._remove(self._lines.index(made)))
        self._lines.insert(at, made)
        self._rows.insertWidget(at, made)
        self._chain()

    def _chain(self) -> None:
        """Have Tab go through the lines in their order, then to the button."""
        before: QWidget | None = None
        for one in self._lines:
            if before is not None:
                QWidget.setTabOrder(before, one.line)
            QWidget.setTabOrder(one.line, one.remove)
            before = one.remove
        if before is not None:
            QWidget.setTabOrder(before, self.add_button)

    def _drop(self, line: ListLine) -> None:
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_typed(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        self.setFocusProxy(self._lines[0].line)
        lone = len(self._lines) == 1
        for number, one in enumerate(self._lines, 1):
            one.lock(self._locked)
            one.line.setAccessibleName(self._name if lone else f"{self._name} {number}")
            one.remove.set_name(self.tr("Remove {name}").format(name=one.line.accessibleName()))
            one.remove.setVisible(not self._locked and not (lone and not one.text()))
        self.add_button.setVisible(not self._locked and any(one.text() for one in self._lines))
        self._more.setVisible(bool(self._rest))
        self._more.setText(self.tr("%n more, kept as they are", "", len(self._rest)) if self._rest else "")
