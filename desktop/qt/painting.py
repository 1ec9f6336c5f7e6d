"""Paints the visible part of a table straight from its rows: one font and pen a column, texts laid out once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QStaticText, QTransform

from desktop.qt.checks import CheckImages
from desktop.qt.chips import ChipPainter
from desktop.qt.columns import Column, Kind, Mark
from desktop.qt.icons import Icons
from desktop.qt.keeping import Kept
from desktop.qt.look import Look
from desktop.qt.rows import Cell, RowLike, RowsModel
from desktop.qt.selection import SelectionSet
from desktop.qt.theme import ICON_SMALL, RADIUS_CONTROL, RING

PAD = 8
"""Space at both sides of a cell."""
GUTTER = 32
"""Width of the check column inside the first column."""

_CACHED = 6_000
_MARK_GAP = 4
_LONGEST_MARK = 160
_IDENTITY = QTransform()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands in the viewport."""

    column: int
    left: int
    width: int
    pinned: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What a paint shows: the rows from `first` on, where they and the columns stand, what is hovered and current.

    `rows` holds None where a row is not there yet; `top` is the y of the first one.
    """

    first: int
    rows: Sequence[RowLike | None]
    top: int
    height: int
    places: Sequence[Place]
    area: QRect
    width: int
    scrolled: bool
    hovered: int
    current: tuple[int, int]
    focused: bool
    ratio: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text laid out for a width."""

    text: QStaticText
    width: float
    height: float
    elided: bool


class RowPainter:
    """Paints frames of one table."""

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter, selection: SelectionSet) -> None:
        self._look = look
        self._icons = icons
        self._chips = chips
        self._selection = selection
        self._checks = CheckImages(look)
        self._texts: Kept[tuple[str, int, bool, bool], LaidOut] = Kept(_CACHED)
        self._mark = look.scaled(ICON_SMALL)
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop what is laid out: fonts or colours changed."""
        self._texts.clear()
        self._mark = self._look.scaled(ICON_SMALL)
        self._checks.forget()

    def paint(self, painter: QPainter, frame: Frame, model: RowsModel) -> None:
        """Paint a frame."""
        tokens = self._look.tokens
        painter.fillRect(frame.area, QColor(tokens.window))
        grounds = self._paint_grounds(painter, frame)
        pinned = [place for place in frame.places if place.pinned]
        edge = max((place.left + place.width for place in pinned), default=0)
        if frame.scrolled and edge:
            painter.setClipRect(QRect(edge, frame.area.top(), frame.width, frame.area.height()))
        for place in frame.places:
            if not place.pinned:
                self._paint_column(painter, frame, place, model)
        painter.setClipping(False)
        for place in pinned:
            self._paint_column(painter, frame, place, model)
            self._paint_checks(painter, frame, grounds)
        if frame.scrolled and edge:
            self._paint_edge(painter, frame, edge)
        self._paint_ring(painter, frame)

    def laid_out(self, text: str, width: int, *, strong: bool, tabular: bool) -> LaidOut:
        """Return `text` laid out in `width` pixels, ending in "…" where it does not fit."""
        key = (text, width, strong, tabular)
        found = self._texts.peek(key)
        if found is None:
            laid = self._lay_out(text, width, strong=strong, tabular=tabular)
            found = self._texts.put(key, laid)
        return found

    def elides(self, place: Place, cell: Cell, column: Column) -> bool:
        """Say whether a cell does not show all it holds."""
        room = place.width - (GUTTER if place.pinned else PAD) - PAD
        if cell.chips:
            return self._chips.fitting(cell.chips, room, 1.0) < len(cell.chips)
        room = max(0, room - len(cell.marks) * (self._mark + _MARK_GAP))
        return self.laid_out(cell.text, room, strong=column.strong, tabular=column.tabular).elided

    def natural_width(self, cell: Cell, column: Column, *, pinned: bool) -> int:
        """Return the width a column needs to show all of a cell."""
        around = (GUTTER if pinned else PAD) + PAD + len(cell.marks) * (self._mark + _MARK_GAP)
        if cell.chips:
            return around + self._chips.total(cell.chips)
        font = self._look.font(strong=column.strong, tabular=column.tabular)
        texts = [self.laid_out(mark.text, _LONGEST_MARK, strong=False, tabular=True) for mark in cell.marks]
        return round(
            around + QFontMetrics(font).horizontalAdvance(cell.text) + 1 + sum(one.width for one in texts)
        )

    def _paint_grounds(self, painter: QPainter, frame: Frame) -> list[bool]:
        """Paint hover, selection and the hairlines; return which rows are selected."""
        tokens = self._look.tokens
        chosen = [row is not None and row.id in self._selection for row in frame.rows]
        for offset, selected in enumerate(chosen):
            index = frame.first + offset
            colour = _ground(selected or index == frame.current[0], index == frame.hovered)
            if colour:
                top = frame.top + offset * frame.height
                painter.fillRect(0, top, frame.width, frame.height, QColor(getattr(tokens, colour)))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        bottoms = (frame.top + (offset + 1) * frame.height - 1 for offset in range(len(frame.rows)))
        painter.drawLines([QLineF(0, y + 0.5, frame.width, y + 0.5) for y in bottoms])
        return chosen

    def _paint_column(self, painter: QPainter, frame: Frame, place: Place, model: RowsModel) -> None:
        column = model.columns[place.column]
        painter.setFont(self._look.font(strong=column.strong, tabular=column.tabular))
        painter.setPen(QColor(getattr(self._look.tokens, column.tone)))
        paint = self._paint_chips if column.kind is Kind.CHIPS else self._paint_texts
        paint(painter, frame, place, model)
        if None in frame.rows:
            self._paint_skeletons(painter, frame, place)

    def _paint_texts(self, painter: QPainter, frame: Frame, place: Place, model: RowsModel) -> None:
        column = model.columns[place.column]
        # Read once: what is asked of the column for each cell would cost more than painting it.
        strong, tabular, right = column.strong, column.tabular, column.right
        start = place.left + (GUTTER if place.pinned else PAD)
        end = place.left + place.width - PAD
        top = frame.top - frame.height
        for row in frame.rows:
            top += frame.height
            if row is None:
                continue
            cell = model.cell(row, place.column)
            if not cell.text:
                continue
            taken = len(cell.marks) * (self._mark + _MARK_GAP)
            laid = self.laid_out(cell.text, max(0, end - start - taken), strong=strong, tabular=tabular)
            left = end - laid.width if right else start
            painter.drawStaticText(QPointF(left, top + (frame.height - laid.height) // 2), laid.text)
            if cell.marks:
                self._paint_marks(painter, frame, cell, left + laid.width, top, end)

    def _paint_chips(self, painter: QPainter, frame: Frame, place: Place, model: RowsModel) -> None:
        start = place.left + (GUTTER if place.pinned else PAD)
        room = place.left + place.width - PAD - start
        for offset, row in enumerate(frame.rows):
            chips = model.cell(row, place.column).chips if row is not None else ()
            if chips:
                area = QRectF(start, frame.top + offset * frame.height, room, frame.height)
                self._chips.paint(painter, area, chips, frame.ratio)

    def _paint_marks(self, painter: QPainter, frame: Frame, cell: Cell, left: float, top: int, end: float) -> None:
        for mark in cell.marks:
            left += _MARK_GAP
            pixmap = self._icons.tinted(mark.icon, self._mark - 2, mark.tone, frame.ratio)
            painter.drawPixmap(QPointF(left, top + (frame.height - self._mark + 2) // 2), pixmap)
            left += self._mark
            if mark.text:
                left += self._paint_mark_text(painter, mark, QPointF(left, top), frame.height, end - left)

    def _paint_mark_text(self, painter: QPainter, mark: Mark, corner: QPointF, height: int, room: float) -> float:
        """Paint the words of a mark where they fit beside the cell's own text; return the width they take."""
        laid = self.laid_out(mark.text, _LONGEST_MARK, strong=False, tabular=True)
        if laid.width > room:
            return 0.0
        painter.save()
        painter.setFont(self._look.font(tabular=True))
        painter.setPen(self._look.colour(mark.tone))
        painter.drawStaticText(corner + QPointF(0, (height - laid.height) // 2), laid.text)
        painter.restore()
        return laid.width

    def _paint_skeletons(self, painter: QPainter, frame: Frame, place: Place) -> None:
        colour = QColor(self._look.tokens.skeleton)
        start = place.left + (GUTTER if place.pinned else PAD)
        room = max(0, place.left + place.width - PAD - start)
        for offset, row in enumerate(frame.rows):
            if row is None:
                share = 0.35 + ((frame.first + offset) * 7 + place.column * 13) % 10 / 25
                top = frame.top + offset * frame.height + frame.height / 2
                painter.fillRect(QRectF(start, top - 4, room * share, 8), colour)

    def _paint_checks(self, painter: QPainter, frame: Frame, chosen: Sequence[bool]) -> None:
        side = self._checks.side
        for offset, row in enumerate(frame.rows):
            if row is not None:
                image = self._checks.image(
                    "on" if chosen[offset] else "off",
                    hovered=frame.first + offset == frame.hovered,
                    ratio=frame.ratio,
                )
                top = frame.top + offset * frame.height + (frame.height - side) // 2
                painter.drawPixmap(QPointF((GUTTER - side) // 2, top), image)

    def _paint_edge(self, painter: QPainter, frame: Frame, edge: int) -> None:
        painter.fillRect(edge - 1, frame.area.top(), 1, frame.area.height(), QColor(self._look.tokens.border))

    def _paint_ring(self, painter: QPainter, frame: Frame) -> None:
        row, column = frame.current
        if not frame.focused or not frame.first <= row < frame.first + len(frame.rows):
            return
        place = next((place for place in frame.places if place.column == column), None)
        if place is None:
            return
        top = frame.top + (row - frame.first) * frame.height
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.tokens.accent), RING))
        left = place.left + (GUTTER - PAD if place.pinned else 0)
        area = QRectF(left, top, place.left + place.width - left, frame.height - 1)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)

    def _lay_out(self, text: str, width: int, *, strong: bool, tabular: bool) -> LaidOut:
        font = self._look.font(strong=strong, tabular=tabular)
        laid = _static(text)
        laid.prepare(_IDENTITY, font)
        elided = laid.size().width() > width
        if elided:
            laid = _static(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width))
            laid.prepare(_IDENTITY, font)
        size = laid.size()
        return LaidOut(laid, size.width(), size.height(), elided)


def _static(text: str) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return static


def _ground(chosen: bool, hovered: bool) -> str:
    if chosen:
        return "selection_hover" if hovered else "selection"
    return "hover" if hovered else ""
