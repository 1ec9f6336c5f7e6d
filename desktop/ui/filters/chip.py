"""One filter in force: press it to change it, its cross (or Delete) to remove it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.query import Condition
from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.translated import Translated

_CROSS = 22
_MOST = 260


class FilterChip(Translated, QAbstractButton):
    """The chip of one condition. `clicked` asks to edit it, `removed` to drop it."""

    removed = Signal()

    def __init__(self, condition: Condition, text: str, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.condition = condition
        self._look = look
        self._icons = icons
        self._on_cross = False
        self.setText(text)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)
        self.retranslate()

    def retranslate(self) -> None:
        """Set what assistive technology reads."""
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.tr("Filter. Enter changes it, Delete removes it."))

    def sizeHint(self) -> QSize:
        """Ask for the text and the cross."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(_MOST, text + theme.SPACE[2] + _CROSS + 2), self._look.control_height - theme.SPACE[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove the filter, Enter edits it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the cross under the mouse."""
        self._on_cross = self._cross().contains(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release on the cross removes, elsewhere it edits."""
        if self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, text, cross, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self.hasFocus()
        painter.setBrush(self._look.colour("selection_hover" if self.underMouse() else "selection"))
        painter.setPen(QPen(self._look.colour("accent"), theme.RING) if focused else Qt.PenStyle.NoPen)
        inset = 0.5 if focused else 0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), box.height() / 2, box.height() / 2)
        words = self.rect().adjusted(theme.SPACE[2], 0, -_CROSS, 0)
        painter.setPen(self._look.colour("text"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        tone = "text" if self._on_cross and self.underMouse() else "secondary"
        cross = self._icons.tinted("close", 12, tone, self.devicePixelRatioF())
        place = self._cross()
        painter.drawPixmap(
            place.x() + (place.width() - 12) // 2 - 2, place.y() + (place.height() - 12) // 2, cross
        )

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())
