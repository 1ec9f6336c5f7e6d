"""Paints the visible part of a table straight from its rows: one font and pen a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.qt.checks import CheckImages
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.rows import Cell, RowLike, RowsModel
from desktop.qt.selection import SelectionSet
from desktop.qt.strokes import GUTTER, PAD, Place, RowStrokes, Strokes
from desktop.qt.theme import RADIUS_CONTROL, RING

_Line: TypeAlias = tuple[int, RowLike, list[Cell | None], dict[int, Strokes]]
"""A row that is there: the y of its top, its cells as far as they are written, and what is known of them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a paint shows: the rows from `first` on, where they and the columns stand, what is hovered and current.

    `rows` holds None where a row is not there yet; `top` is the y of the first one. Nothing is painted outside
    of `area`.
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


class RowPainter:
    """Paints frames of one table; `strokes` knows what its cells draw."""

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter, selection: SelectionSet) -> None:
        self._look = look
        self._selection = selection
        self.strokes = RowStrokes(look, icons, chips)
        self._checks = CheckImages(look)
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop what is laid out: fonts or colours changed."""
        self.strokes.forget()
        self._checks.forget()

    def paint(self, painter: QPainter, frame: Frame, model: RowsModel) -> None:
        """Paint a frame."""
        tokens = self._look.tokens
        # A text that reaches beyond would be drawn twice where another piece is painted.
        painter.setClipRect(frame.area)
        painter.fillRect(frame.area, QColor(tokens.window))
        grounds = self._paint_grounds(painter, frame)
        lines = self._lines(frame, model)
        pinned = [place for place in frame.places if place.pinned]
        edge = max((place.left + place.width for place in pinned), default=0)
        if frame.scrolled and edge:
            painter.setClipRect(frame.area & QRect(edge, frame.area.top(), frame.width, frame.area.height()))
        for place in frame.places:
            if not place.pinned:
                self._paint_column(painter, frame, place, lines, model)
        painter.setClipRect(frame.area)
        for place in pinned:
            self._paint_column(painter, frame, place, lines, model)
            self._paint_checks(painter, frame, grounds)
        if frame.scrolled and edge:
            self._paint_edge(painter, frame, edge)
        self._paint_ring(painter, frame)

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
        hairline = QColor(tokens.hairline)
        for offset in range(1, len(frame.rows) + 1):
            painter.fillRect(0, frame.top + offset * frame.height - 1, frame.width, 1, hairline)
        return chosen

    def _lines(self, frame: Frame, model: RowsModel) -> list[_Line]:
        self.strokes.set_ratio(frame.ratio)
        tops = range(frame.top, frame.top + len(frame.rows) * frame.height, frame.height)
        found = zip(tops, frame.rows, strict=True)
        return [(top, row, model.cells(row), self.strokes.of_row(row)) for top, row in found if row is not None]

    def _paint_column(
        self, painter: QPainter, frame: Frame, place: Place, lines: Sequence[_Line], model: RowsModel
    ) -> None:
        column = model.columns[place.column]
        painter.setFont(self._look.font(strong=column.strong, tabular=column.tabular))
        painter.setPen(self._look.colour(column.tone))
        left, number, found = place.left, place.column, self._look.colour("found")
        for top, row, cells, known in lines:
            cell = cells[number] or model.cell(row, number)
            strokes = known.get(number)
            if strokes is None or strokes.cell is not cell or strokes.width != place.width:
                strokes = known[number] = self.strokes.of_cell(cell, column, place)
            for spot in strokes.spots:
                painter.fillRect(spot.translated(left, top), found)
            for x, y, text in strokes.texts:
                painter.drawStaticText(QPointF(left + x, top + y), text)
            for x, y, pixmap in strokes.images:
                painter.drawPixmap(QPointF(left + x, top + y), pixmap)
            if strokes.words:
                self._paint_words(painter, QPointF(left, top), strokes)
        if None in frame.rows:
            self._paint_skeletons(painter, frame, place)

    def _paint_words(self, painter: QPainter, corner: QPointF, strokes: Strokes) -> None:
        """Paint the words of marks, each in the colour of its own."""
        painter.save()
        painter.setFont(self._look.font(tabular=True))
        for x, y, text, tone in strokes.words:
            painter.setPen(self._look.colour(tone))
            painter.drawStaticText(corner + QPointF(x, y), text)
        painter.restore()

    def _paint_skeletons(self, painter: QPainter, frame: Frame, place: Place) -> None:
        colour = QColor(self._look.tokens.skeleton)
        start = place.left + place.start
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


def _ground(chosen: bool, hovered: bool) -> str:
    if chosen:
        return "selection_hover" if hovered else "selection"
    return "hover" if hovered else ""
