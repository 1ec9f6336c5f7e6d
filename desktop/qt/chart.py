"""Charts that follow the theme: bars or lines over named places, read by mouse, keyboard and screen readers."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.qt.look import Look
from desktop.qt.safetext import tooltip, visible
from desktop.qt.theme import RADIUS_CONTROL, RING, SERIES, SPACE

_MOST_STEPS = 5
_BARS = 120
"""Values up to which they are drawn as bars side by side; more are lines."""
_READABLE = 56
"""Pixels from which the name of a place is cut rather than left out."""
_GAP = 0.28
_NAME = 160


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values under a name; None where nothing is known."""

    name: str
    values: tuple[float | None, ...]


def steps(highest: float) -> range:
    """Return what an axis from 0 tells: up to five round steps, the last of them at `highest` or behind it."""
    top = max(1, math.ceil(highest))
    size = 10 ** (len(str(-(-top // _MOST_STEPS))) - 1)
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size * _MOST_STEPS >= top)
    return range(0, -(-top // step) * step + 1, step)


class Chart(QWidget):
    """Draws series over places. `number` writes a value. Left and Right walk through the places."""

    def __init__(self, look: Look, number: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._places: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_series(self, places: Sequence[str], series: Sequence[Series]) -> None:
        """Show these values, each series with one a place."""
        self._places, self._series = tuple(places), tuple(series)
        self._at = -1
        totals = [f"{one.name}: {self._written(sum(v for v in one.values if v is not None))}" for one in series]
        self.setAccessibleDescription(visible("; ".join(totals)))
        self.update()

    def words_at(self, place: int) -> str:
        """Return what stands at a place: its name and every known value."""
        lines = [
            f"{one.name}: {self._written(value)}"
            for one in self._series
            if (value := one.values[place]) is not None
        ]
        return "\n".join([self._places[place], *lines])

    def minimumSizeHint(self) -> QSize:
        """Ask for what axes and a few lines need."""
        return QSize(240, 140)

    def sizeHint(self) -> QSize:
        """Ask for a third of a page."""
        return QSize(640, 260)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grid, values, names, legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("window"))
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        if not self._places or not self._series:
            return
        axis = self._axis()
        top = axis[-1]
        area = self._area()
        self._paint_grid(painter, area, axis)
        self._paint_names(painter, area)
        if self._is_bars:
            self._paint_bars(painter, area, top)
        else:
            self._paint_lines(painter, area, top)
        self._paint_legend(painter)
        if self._at >= 0:
            self._paint_marker(painter, area)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what stands under the mouse."""
        area = self._area()
        inside = bool(self._places) and area.contains(event.position())
        self._at = int((event.position().x() - area.left()) / area.width() * len(self._places)) if inside else -1
        self._at = min(self._at, len(self._places) - 1)
        if self._at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), tooltip(self.words_at(self._at)), self)
        else:
            QToolTip.hideText()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the place."""
        super().leaveEvent(event)
        self._at = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the places."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._places:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self._places) - 1)
        area = self._area()
        spot = QPointF(area.left() + (self._at + 0.5) * area.width() / len(self._places), area.center().y())
        words = self.words_at(self._at)
        self.setAccessibleDescription(visible(words))
        QToolTip.showText(self.mapToGlobal(spot.toPoint()), tooltip(words), self)
        self.update()

    @property
    def _is_bars(self) -> bool:
        return len(self._places) == 1 or len(self._series) * len(self._places) <= _BARS

    def _written(self, value: float) -> str:
        return self._number(round(value))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font("secondary", tabular=True))

    def _axis(self) -> range:
        return steps(max((v for one in self._series for v in one.values if v is not None), default=0))

    def _area(self) -> QRectF:
        metrics = self._metrics()
        left = SPACE[1] + metrics.horizontalAdvance(self._number(self._axis()[-1])) + SPACE[1]
        head = metrics.height() + SPACE[2] if len(self._series) > 1 else SPACE[1]
        return QRectF(self.rect()).adjusted(left, head, -SPACE[2], -metrics.height() - SPACE[1])

    def _colour(self, number: int) -> QColor:
        colours = SERIES[self._look.dark]
        return QColor(colours[number % len(colours)])

    def _paint_grid(self, painter: QPainter, area: QRectF, axis: range) -> None:
        painter.setFont(self._look.font("secondary", tabular=True))
        high = self._metrics().height()
        for value in axis:
            y = area.bottom() - area.height() * value / axis[-1]
            painter.setPen(QPen(self._look.colour("hairline" if value else "border"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._look.colour("secondary"))
            box = QRectF(0, y - high / 2, area.left() - SPACE[1], high)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(box, flags, self._number(value))

    def _paint_names(self, painter: QPainter, area: QRectF) -> None:
        metrics = self._metrics()
        count = len(self._places)
        slot = area.width() / count
        names = [visible(name, limit=40) for name in self._places]
        wide = max(metrics.horizontalAdvance(name) for name in names) + SPACE[2]
        cut = wide > slot >= _READABLE
        wide = int(slot) - SPACE[0] if cut else wide
        every = 1 if cut else max(1, -(-count * wide // max(1, int(area.width()))))
        painter.setPen(self._look.colour("secondary"))
        for place in range(0, count, every):
            left = min(max(area.left() + (place + 0.5) * slot - wide / 2, 0.0), self.width() - wide)
            box = QRectF(left, area.bottom() + SPACE[0], wide, metrics.height())
            name = metrics.elidedText(names[place], Qt.TextElideMode.ElideRight, wide)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), name)

    def _paint_bars(self, painter: QPainter, area: QRectF, top: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        slot = area.width() / len(self._places)
        wide = min(slot * (1 - _GAP), 64.0 * len(self._series)) / len(self._series)
        for number, one in enumerate(self._series):
            painter.setBrush(self._colour(number))
            for place, value in enumerate(one.values):
                if value:
                    tall = area.height() * value / top
                    begin = area.left() + (place + 0.5) * slot - wide * len(self._series) / 2 + number * wide
                    bar = QRectF(begin, area.bottom() - tall, max(1.0, wide - 1), tall)
                    painter.drawRoundedRect(bar, min(3.0, wide / 4), min(3.0, wide / 4))

    def _paint_lines(self, painter: QPainter, area: QRectF, top: int) -> None:
        slot = area.width() / len(self._places)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, one in enumerate(self._series):
            painter.setPen(QPen(self._colour(number), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            piece = QPolygonF()
            for place, value in enumerate(one.values):
                if value is None:
                    painter.drawPolyline(piece)
                    piece = QPolygonF()
                    continue
                x = area.left() + (place + 0.5) * slot
                piece.append(QPointF(x, area.bottom() - area.height() * value / top))
            painter.drawPolyline(piece)

    def _paint_legend(self, painter: QPainter) -> None:
        if len(self._series) < 2:
            return
        metrics = self._metrics()
        left = float(SPACE[1])
        for number, one in enumerate(self._series):
            text = metrics.elidedText(visible(one.name, limit=60), Qt.TextElideMode.ElideRight, _NAME)
            wide = 10 + SPACE[0] + metrics.horizontalAdvance(text) + SPACE[3]
            if left + wide > self.width():
                painter.setPen(self._look.colour("secondary"))
                painter.drawText(QPointF(left, metrics.ascent() + 2), f"+{len(self._series) - number}")
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(number))
            painter.drawEllipse(QRectF(left, (metrics.height() - 10) / 2 + 2, 10, 10))
            painter.setPen(self._look.colour("text"))
            painter.drawText(QPointF(left + 10 + SPACE[0], metrics.ascent() + 2), text)
            left += wide

    def _paint_marker(self, painter: QPainter, area: QRectF) -> None:
        slot = area.width() / len(self._places)
        x = area.left() + (self._at + 0.5) * slot
        painter.setPen(QPen(self._look.colour("faint"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
