"""A line to edit a name where it stands, with what is wrong with it below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidInput
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.ui.wording.errortext import sentence

_LONGEST = 200
"""More than any name may have: what is too long is told, not cut."""
_LEAST_WIDTH = 180


class CellEditor(QLineEdit):
    """Edits one text at `place` inside `parent`.

    `check` raises InvalidInput for what cannot be taken. Enter (and leaving it by Tab or the mouse) takes a text
    that changed and is right: `taken(text)`; Esc gives up; `closed` follows either. A wrong text stays open.
    """

    taken = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(
        self,
        text: str,
        name: str,
        check: Callable[[str], None],
        look: Look,
        parent: QWidget,
        *,
        refused: str | None = None,
    ) -> None:
        """Edit `text`, called `name`; `refused` says why the server did not take it as it stands."""
        super().__init__(text, parent)
        self._start = text
        self._refused = refused
        self._check = check
        self._done = False
        self._note = Note(look, parent)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.textChanged.connect(self._refresh)

    def open_at(self, place: QRect) -> None:
        """Show it over a cell, all of its text selected."""
        height = max(self.sizeHint().height(), place.height())
        middle = place.center().y()
        width = max(_LEAST_WIDTH, place.width())
        self.setGeometry(QRect(place.left(), middle - height // 2, width, height))
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def take(self) -> bool:
        """Take the text if it may be taken; False when it is wrong and stays open."""
        if self._done:
            return True
        text = self.text().strip()
        if text == self._start:
            self.give_up()
            return True
        if self._wrong():
            self._refresh()
            return False
        self._close()
        self.taken.emit(text)
        return True

    def give_up(self) -> None:
        """Close without a change."""
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take on Enter, give up on Esc, go to the next cell on Tab; other keys edit."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
            # What a line does not use (arrows up and down) must not move the table under it.
            event.accept()

    def event(self, event: QEvent) -> bool:
        """See Tab before Qt moves the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step:
                if self.take():
                    self.stepped.emit(step)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the text when the focus goes elsewhere in the window; a wrong one stays, with its text."""
        super().focusOutEvent(event)
        elsewhere = event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason}
        if elsewhere and not self._done:
            self.take()

    def _wrong(self) -> str:
        text = self.text().strip()
        if text == self._start:
            return self._refused or ""
        try:
            self._check(text)
        except InvalidInput as error:
            return sentence(error)
        return ""

    def _refresh(self) -> None:
        wrong = self._wrong()
        if wrong:
            self._note.tell(wrong, self.geometry())
        else:
            self._note.hide()
        if self.property("invalid") != bool(wrong):
            self.setProperty("invalid", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(wrong)

    def _close(self) -> None:
        if self._done:
            return
        self._done = True
        self.hide()
        self._note.deleteLater()
        self.deleteLater()
        self.closed.emit()


class Note(QWidget):
    """What is wrong, on a small raised panel under a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet = parent
        self._text = PlainLabel("", self, type="secondary", tone="danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[1], theme.SPACE[0], theme.SPACE[1], theme.SPACE[0])
        column.addWidget(self._text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, text: str, line: QRect) -> None:
        """Say a text under `line` (over it where there is no room)."""
        self._text.setText(text)
        width = min(max(line.width(), 300), self._sheet.width() - 2 * theme.SPACE[1])
        height = self._text.heightForWidth(width - 2 * theme.SPACE[1]) + 2 * theme.SPACE[0] + 2
        left = min(line.left(), self._sheet.width() - width - theme.SPACE[0])
        below = line.bottom() + theme.SPACE[0]
        fits = below + height <= self._sheet.height()
        self.setGeometry(max(0, left), below if fits else line.top() - height - theme.SPACE[0], width, height)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.colour("danger_soft"))
        painter.setPen(QPen(self._look.colour("danger"), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
