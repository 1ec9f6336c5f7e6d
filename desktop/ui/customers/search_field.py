"""The search field of a page: answers at every key, shows its own shortcut while it is empty."""

from PySide6.QtCore import QMargins, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.translated import Translated
from desktop.ui.actions.registry import Actions, Verb, keys_text

_WIDTH = 380
_KEY = 18
"""Height of the picture of a key, and its least width."""


class SearchField(Translated, QLineEdit):
    """A line of search text. `left` when the user goes on to the result (Down, Enter, Esc)."""

    left = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._key = ""
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._fit)
        self._fit()
        self.setMaxLength(200)
        look.changed.connect(self._fit)
        self.retranslate()

    def follow(self, actions: Actions, verb: Verb) -> None:
        """Show the first key of the action that leads here, whichever the user chose."""

        def take() -> None:
            self._key = keys_text(actions.keys(verb)[:1])
            self._fit()

        actions.rebound.connect(take)
        take()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setPlaceholderText(self.tr("Name, phone, e-mail…"))
        self.setAccessibleName(self.tr("Search customers"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Down, Enter and Esc on to the result; the text stays."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the magnifier, and the key that leads here while the field is empty and idle."""
        super().paintEvent(event)
        painter = QPainter(self)
        tint = "accent" if self.hasFocus() else "secondary"
        side = self._look.scaled(theme.ICON_SMALL)
        glass = self._icons.tinted("search", side, tint, self.devicePixelRatioF())
        painter.drawPixmap(theme.SPACE[1], (self.height() - side) // 2, glass)
        if self._key and not self.text() and not self.hasFocus():
            self._paint_key(painter)

    def _fit(self) -> None:
        # Room for the magnifier, and while it is empty for the key at the end.
        end = 0 if self.text() or not self._key else self._key_width() + theme.SPACE[0]
        self.setMaximumWidth(self._look.scaled(_WIDTH))
        margins = QMargins(self._look.scaled(theme.ICON_SMALL) + theme.SPACE[1], 0, end, 0)
        # Margins that are set have the page laid out anew, even when they are the same.
        if margins != self.textMargins():
            self.setTextMargins(margins)
        self.update()

    def _paint_key(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = self._look.scaled(_KEY), self._key_width()
        box = QRect(self.width() - wide - 10, (self.height() - high) // 2, wide, high)
        painter.setPen(self._look.colour("border"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(self._look.colour("faint"))
        painter.setFont(self._look.font("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self) -> int:
        words = QFontMetrics(self._look.font("small")).horizontalAdvance(self._key)
        return max(self._look.scaled(_KEY), words + theme.SPACE[1])
