"""The check boxes of tables and pickers, drawn once a state."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.qt.look import Look

_MARKS: Final = {
    "on": ((4.2, 8.3), (7.0, 11.0), (11.9, 5.4)),
    "some": ((4.5, 8.0), (11.5, 8.0)),
}

_SIDE, _LARGEST = 16, 22
"""Logical pixels of a box at text size 1, and at most."""


class CheckImages:
    """Images of a check box: "off", "on", "some" (of what it stands for), at rest or hovered."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._images: dict[tuple[str, bool, bool, float], QPixmap] = {}

    @property
    def side(self) -> int:
        """How many logical pixels a box is wide and high: it grows with the text as far as its column has room."""
        return min(self._look.scaled(_SIDE), _LARGEST)

    def forget(self) -> None:
        """Drop what is drawn: colours changed."""
        self._images.clear()

    def image(self, state: str, *, hovered: bool = False, ratio: float = 1.0, single: bool = False) -> QPixmap:
        """Return a box of `side` logical pixels for a device pixel ratio, round for one of several."""
        key = (state, hovered, single, ratio)
        if key not in self._images:
            self._images[key] = self._drawn(state, hovered, ratio, 6.5 if single else 4)
        return self._images[key]

    def _drawn(self, state: str, hovered: bool, ratio: float, radius: float) -> QPixmap:
        tokens = self._look.tokens
        pixmap = QPixmap(round(self.side * ratio), round(self.side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.side / _SIDE, self.side / _SIDE)
        edge = tokens.border_hover if hovered else tokens.border
        filled = state != "off"
        painter.setPen(QPen(QColor(tokens.accent if filled else edge), 1))
        painter.setBrush(QColor(tokens.accent if filled else tokens.window))
        painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), radius, radius)
        if filled:
            pen = QPen(QColor(tokens.on_accent), 1.7)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in _MARKS[state]])
        painter.end()
        return pixmap
