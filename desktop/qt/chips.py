"""Tag chips: soft in the tag's colour, readable in both themes, drawn from a cache."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.qt.contrast import mix, parse, readable_on
from desktop.qt.keeping import Kept
from desktop.qt.look import Look
from desktop.qt.safetext import tooltip, visible
from desktop.qt.theme import Tokens

_PAD = 8
_DOT = 6
_GAP = 4
_CROSS = 16
_LONGEST = 180
_CACHED = 2_000
_FILL_LIGHT, _FILL_DARK = 0.14, 0.27
_SEEN_LIGHT, _SEEN_DARK = 2.0, 2.5
"""The least contrast of what the fill is mixed from with the window."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip: its text, its colour as the server sent it ("" or nonsense: neutral), business or WeCom tag."""

    text: str
    colour: str = ""
    wecom: bool = False


@dataclass(frozen=True, slots=True)
class ChipColours:
    """What a chip is painted with, all "#RRGGBB"."""

    fill: str
    text: str
    dot: str
    edge: str


def chip_colours(colour: str, tokens: Tokens) -> ChipColours:
    """Return the colours of a chip: the tag's hue, text at 4.5:1 or better on the fill.

    A hue that is as good as the window's own is moved away from it: a chip is to be seen as one.
    """
    hue = parse(colour) or tokens.neutral
    least, share = (_SEEN_DARK, _FILL_DARK) if tokens.dark else (_SEEN_LIGHT, _FILL_LIGHT)
    fill = mix(readable_on(hue, tokens.window, least), tokens.window, share)
    return ChipColours(fill, readable_on(hue, fill), readable_on(hue, fill, 1.6), mix(hue, tokens.window, 0.4))


class ChipPainter:
    """Draws chips into rows, each kind once into a pixmap."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pixmaps: Kept[tuple[Chip, float], QPixmap] = Kept(_CACHED)
        self._more: dict[tuple[int, float], QPixmap] = {}
        look.changed.connect(self.forget)

    @property
    def height(self) -> int:
        """Height of a chip in pixels."""
        return QFontMetrics(self._look.font("secondary")).height() + 4

    def forget(self) -> None:
        """Drop what is cached."""
        self._pixmaps.clear()
        self._more.clear()

    def pixmap(self, chip: Chip, ratio: float) -> QPixmap:
        """Return a chip drawn for a device pixel ratio; at most 180 px wide at text size 1."""
        return self._pixmaps.get((chip, ratio), lambda: self._drawn(chip, ratio))

    def ink(self, chip: Chip) -> QColor:
        """Return the colour of a chip's text."""
        return QColor(chip_colours(chip.colour, self._look.tokens).text)

    def ground(self, chip: Chip) -> QColor:
        """Return the colour of a chip's fill."""
        return QColor(chip_colours(chip.colour, self._look.tokens).fill)

    def width(self, chip: Chip, ratio: float = 1.0) -> int:
        """Return the width of a chip in pixels."""
        return round(self.pixmap(chip, ratio).deviceIndependentSize().width())

    def total(self, chips: Sequence[Chip]) -> int:
        """Return the width of all chips side by side."""
        return sum(self.width(chip) for chip in chips) + _GAP * max(0, len(chips) - 1)

    def fitting(self, chips: Sequence[Chip], width: int, ratio: float) -> int:
        """Return how many chips fit `width` when the rest is told as "+n"."""
        used = 0
        last = len(chips) - 1
        for number, chip in enumerate(chips):
            used += self.width(chip, ratio) + (_GAP if number else 0)
            rest = 0 if number == last else _GAP + self._more_width(last - number, ratio)
            if used + rest > width:
                return number
        return len(chips)

    def placed(self, chips: Sequence[Chip], area: QSize, ratio: float) -> list[tuple[QPointF, QPixmap]]:
        """Return as many chips as fit `area`, then "+n", with where each is drawn in it."""
        fit = self.fitting(chips, area.width(), ratio)
        drawn = [self.pixmap(chip, ratio) for chip in chips[:fit]]
        if fit < len(chips):
            drawn.append(self._more_pixmap(len(chips) - fit, ratio))
        found = []
        left = 0.0
        for pixmap in drawn:
            size = pixmap.deviceIndependentSize()
            found.append((QPointF(left, (area.height() - size.height()) // 2), pixmap))
            left += size.width() + _GAP
        return found

    def paint(self, painter: QPainter, area: QRectF, chips: Sequence[Chip], ratio: float) -> None:
        """Draw as many chips as fit `area`, then "+n"."""
        for place, pixmap in self.placed(chips, area.size().toSize(), ratio):
            painter.drawPixmap(area.topLeft() + place, pixmap)

    def _more_width(self, count: int, ratio: float) -> int:
        return round(self._more_pixmap(count, ratio).deviceIndependentSize().width())

    def _more_pixmap(self, count: int, ratio: float) -> QPixmap:
        key = (count, ratio)
        if key not in self._more:
            metrics = QFontMetrics(self._look.font("secondary"))
            text = f"+{count}"
            pixmap, painter = _canvas(metrics.horizontalAdvance(text) + 4, self.height, ratio)
            painter.setFont(self._look.font("secondary"))
            painter.setPen(QColor(self._look.tokens.secondary))
            painter.drawText(QRectF(2, 0, 200, self.height), Qt.AlignmentFlag.AlignVCenter, text)
            painter.end()
            self._more[key] = pixmap
        return self._more[key]

    def _drawn(self, chip: Chip, ratio: float) -> QPixmap:
        font = self._look.font("secondary")
        metrics = QFontMetrics(font)
        dot = self._look.scaled(_DOT)
        start = _PAD + dot + _GAP
        room = self._look.scaled(_LONGEST) - start - _PAD
        text = metrics.elidedText(visible(chip.text, limit=200), Qt.TextElideMode.ElideRight, room)
        width = start + metrics.horizontalAdvance(text) + _PAD
        pixmap, painter = _canvas(width, self.height, ratio)
        colours = chip_colours(chip.colour, self._look.tokens)
        _paint_ground(painter, QRectF(0, 0, width, self.height), colours, dot, wecom=chip.wecom)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        area = QRectF(start, 0, width - start, self.height)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
        painter.end()
        return pixmap


class ChipView(QAbstractButton):
    """One chip as a widget. A click emits `clicked`; with `removable` its cross and Delete emit `removed`."""

    removed = Signal()

    def __init__(
        self, chip: Chip, painter: ChipPainter, parent: QWidget | None = None, *, removable: bool = False
    ) -> None:
        super().__init__(parent)
        self._chip = chip
        self._painter = painter
        self._removable = removable
        self._hovered = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(visible(chip.text))
        self.setToolTip(tooltip(chip.text))

    @property
    def chip(self) -> Chip:
        """What is shown."""
        return self._chip

    def sizeHint(self) -> QSize:
        """Ask for the chip's own size."""
        ratio = self.devicePixelRatioF()
        return QSize(self._painter.width(self._chip, ratio), self._painter.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip, its cross and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._painter.pixmap(self._chip, self.devicePixelRatioF()))
        if self._removable and (self._hovered or self.hasFocus()):
            self._paint_cross(painter)
        if self.hasFocus():
            painter.setPen(self.palette().accent().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = self.height() / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half, half)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click on the cross from one on the chip."""
        if self._removable and self._cross().contains(event.position()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the cross under the mouse."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete and Backspace."""
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _paint_cross(self, painter: QPainter) -> None:
        """Paint the cross over the chip's end: a chip that made room for it at rest would look lopsided."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._painter.ground(self._chip))
        painter.drawRoundedRect(self._cross().adjusted(-2, 0, 1, 0), _CROSS / 2, _CROSS / 2)
        painter.setPen(self._painter.ink(self._chip))
        inner = self._cross().adjusted(5, 5, -5, -5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _CROSS - 2, (self.height() - _CROSS) / 2, _CROSS, _CROSS)


def _canvas(width: int, height: int, ratio: float) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter


def _paint_ground(painter: QPainter, area: QRectF, colours: ChipColours, side: int, *, wecom: bool) -> None:
    """Business tags are full pills with a round dot, WeCom tags edged rectangles with a square one."""
    middle = area.height() / 2
    dot = QRectF(_PAD, middle - side / 2, side, side)
    painter.setBrush(QColor(colours.fill))
    if wecom:
        painter.setPen(QColor(colours.edge))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, middle, middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.dot))
    if wecom:
        painter.drawRect(dot)
    else:
        painter.drawEllipse(dot)
