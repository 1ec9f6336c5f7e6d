"""The line of a combo that is typed in: what is chosen, the buttons at its end."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.qt.icons import Icons
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated

LONGEST = 200
"""Characters shown of a text, and that can be typed."""


class ComboLine(Translated, QLineEdit):
    """Shows what is chosen. One button opens the list; another, seen when one is near, empties the line."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._text = ""
        self._clearable = True
        self._eager = True
        self.setMaxLength(LONGEST)
        self._clear = QAction(icons.icon("close"), "", self)
        self._open = QAction(icons.icon("chevron-down"), "", self)
        for action in (self._open, self._clear):
            self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()
        self._refresh()

    @property
    def key(self) -> str:
        """The key of what is chosen, "" for nothing or a free text."""
        return self._key

    @property
    def chosen_text(self) -> str:
        """What is chosen, as it was given."""
        return self._text

    def set_eager(self, on: bool) -> None:
        """Show everything when the list opens (the rule), or nothing before something is typed."""
        self._eager = on
        self._refresh()

    def set_clearable(self, on: bool) -> None:
        """Let the line be emptied, or not."""
        self._clearable = on
        self._refresh()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the button that empties while the mouse is here."""
        super().enterEvent(event)
        self._refresh()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        super().leaveEvent(event)
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it while the keyboard is here."""
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it again."""
        super().focusOutEvent(event)
        self._refresh()

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        self._open.setText(self.tr("Show the list"))
        self._clear.setText(self.tr("Clear"))

    def _show_chosen(self) -> None:
        self.setText(visible(self._text, limit=LONGEST - 1))
        self.setCursorPosition(0)
        self._refresh()

    def _refresh(self) -> None:
        usable = not self.isReadOnly()
        near = self.underMouse() or self.hasFocus()
        self._open.setVisible(usable and self._eager)
        self._clear.setVisible(near and usable and self._clearable and bool(self._key or self._text))
