"""A line that takes the next key pressed, whatever it is."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


class KeyLine(QLineEdit):
    """Emits `pressed` with the key as text ("Ctrl+Shift+Z"), or `left` when Esc or another place took over."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        """Take every key, those too that move the focus or belong to a shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up when the user goes elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in _MODIFIERS:
            self.pressed.emit(text_of(event))


def text_of(event: QKeyEvent) -> str:
    """Return a key press as text; Shift is left out where it only made the character ("?", not "Shift+?")."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    character = event.text()
    made = bool(character) and character.isprintable() and not (character.isalnum() or character.isspace())
    if made:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    sequence = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
