"""What is drawn of each cell, and where: worked out once, so that painting a row again is drawing alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPixmap, QStaticText, QTransform

from desktop.qt.chips import ChipPainter
from desktop.qt.columns import Column, Kind, Mark
from desktop.qt.icons import Icons
from desktop.qt.keeping import Kept
from desktop.qt.look import Look
from desktop.qt.rows import Cell, RowLike
from desktop.qt.theme import ICON_SMALL

PAD = 8
"""Space at both sides of a cell."""
GUTTER = 32
"""Width of the check column inside the first column."""

_ROWS, _TEXTS = 200, 3_000
"""So much is kept."""
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

    @property
    def start(self) -> int:
        """Where its cells begin, from its left."""
        return GUTTER if self.pinned else PAD


@dataclass(frozen=True, slots=True)
class Strokes:
    """What a `cell` draws when its column has this `width`, from the left of the column and the top of the row.

    `words` are texts in the tone they name; `spots` are grounds behind what a search found.
    """

    cell: Cell
    width: int
    texts: tuple[tuple[float, float, QStaticText], ...] = ()
    images: tuple[tuple[float, float, QPixmap], ...] = ()
    words: tuple[tuple[float, float, QStaticText, str], ...] = ()
    spots: tuple[QRectF, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text laid out for a width."""

    text: QStaticText
    width: float
    height: float
    elided: bool


class Lettering:
    """Lays texts out in the fonts of a look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._texts: Kept[tuple[str, int, bool, bool], LaidOut] = Kept(_TEXTS)

    def forget(self) -> None:
        """Drop what is laid out: fonts changed."""
        self._texts.clear()

    def laid_out(self, text: str, width: int, *, strong: bool = False, tabular: bool = False) -> LaidOut:
        """Return `text` laid out in `width` pixels, ending in "…" where it does not fit."""
        key = (text, width, strong, tabular)
        found = self._texts.peek(key)
        if found is None:
            found = self._texts.put(key, self._lay_out(text, width, strong=strong, tabular=tabular))
        return found

    def width(self, text: str, *, strong: bool = False, tabular: bool = False) -> int:
        """Return the width of a whole text in pixels."""
        return QFontMetrics(self._look.font(strong=strong, tabular=tabular)).horizontalAdvance(text)

    def _lay_out(self, text: str, width: int, *, strong: bool, tabular: bool) -> LaidOut:
        font = self._look.font(strong=strong, tabular=tabular)
        laid = _static(text)
        laid.prepare(_IDENTITY, font)
        size = laid.size()
        elided = size.width() > width
        if elided:
            laid = _static(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width))
            laid.prepare(_IDENTITY, font)
            size = laid.size()
        return LaidOut(laid, size.width(), size.height(), elided)


class RowStrokes:
    """The strokes of a table's cells, kept for the rows that were painted lately."""

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter) -> None:
        self._look = look
        self._icons = icons
        self._chips = chips
        self._lettering = Lettering(look)
        self._rows: Kept[int, dict[int, Strokes]] = Kept(_ROWS)
        self._ratio = 1.0
        self._mark = look.scaled(ICON_SMALL)

    def forget(self) -> None:
        """Drop what was worked out: fonts or colours changed."""
        self._lettering.forget()
        self._rows.clear()
        self._mark = self._look.scaled(ICON_SMALL)

    def set_ratio(self, ratio: float) -> None:
        """Draw for this device pixel ratio from now on."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._rows.clear()

    def of_row(self, row: RowLike) -> dict[int, Strokes]:
        """Return what was worked out of a row's cells, by column; `of_cell` works out another."""
        return self._rows.get(row.key, dict)

    def of_cell(self, cell: Cell, column: Column, place: Place) -> Strokes:
        """Work out what a cell draws in a place."""
        if column.kind is Kind.CHIPS:
            return self._chips_of(cell, place)
        return self._text_of(cell, column, place) if cell.text else Strokes(cell, place.width)

    def elides(self, place: Place, cell: Cell, column: Column) -> bool:
        """Say whether a cell does not show all it holds."""
        if cell.chips:
            return self._chips.fitting(cell.chips, _room(place), 1.0) < len(cell.chips)
        return self._laid_out(cell, column, _room(place)).elided

    def natural_width(self, cell: Cell, column: Column, *, pinned: bool) -> int:
        """Return the width a column needs to show all of a cell."""
        around = (GUTTER if pinned else PAD) + PAD + self._marks_width(cell)
        if cell.chips:
            return around + self._chips.total(cell.chips)
        own = self._lettering.width(cell.text, strong=column.strong, tabular=column.tabular)
        return round(around + own + 1 + sum(self._said(mark).width for mark in cell.marks))

    def _text_of(self, cell: Cell, column: Column, place: Place) -> Strokes:
        laid = self._laid_out(cell, column, _room(place))
        left = place.width - PAD - laid.width if column.right else place.start
        top = self._middle(laid.height)
        texts = ((left, top, laid.text),)
        spots = self._spots(cell, column, laid, QPointF(left, top)) if cell.spans else ()
        if not cell.marks:
            return Strokes(cell, place.width, texts, spots=spots)
        marked = self._with_marks(cell, place.width, texts, left + laid.width)
        return replace(marked, spots=spots) if spots else marked

    def _spots(self, cell: Cell, column: Column, laid: LaidOut, corner: QPointF) -> tuple[QRectF, ...]:
        from desktop.qt.lines import grounds  # noqa: PLC0415 -- the first rows come before any search

        font = self._look.font(strong=column.strong, tabular=column.tabular)
        spots = grounds(laid.text.text(), font, cell.spans, elided=laid.elided)
        return tuple(spot.translated(corner) for spot in spots)

    def _with_marks(
        self, cell: Cell, width: int, texts: tuple[tuple[float, float, QStaticText], ...], left: float
    ) -> Strokes:
        """Put marks after a text, their words where they fit beside it."""
        images = []
        words = []
        side = self._mark - 2
        for mark in cell.marks:
            left += _MARK_GAP
            pixmap = self._icons.tinted(mark.icon, side, mark.tone, self._ratio)
            images.append((left, self._middle(side), pixmap))
            left += self._mark
            laid = self._said(mark)
            if mark.text and laid.width <= width - PAD - left:
                words.append((left, self._middle(laid.height), laid.text, mark.tone))
                left += laid.width
        return Strokes(cell, width, texts, tuple(images), tuple(words))

    def _chips_of(self, cell: Cell, place: Place) -> Strokes:
        area = QSize(_room(place), self._look.row_height)
        placed = self._chips.placed(cell.chips, area, self._ratio) if cell.chips else ()
        images = tuple((place.start + at.x(), at.y(), pixmap) for at, pixmap in placed)
        return Strokes(cell, place.width, images=images)

    def _laid_out(self, cell: Cell, column: Column, room: int) -> LaidOut:
        room = max(0, room - self._marks_width(cell))
        return self._lettering.laid_out(cell.text, room, strong=column.strong, tabular=column.tabular)

    def _said(self, mark: Mark) -> LaidOut:
        return self._lettering.laid_out(mark.text, _LONGEST_MARK, tabular=True)

    def _marks_width(self, cell: Cell) -> int:
        return len(cell.marks) * (self._mark + _MARK_GAP)

    def _middle(self, height: float) -> float:
        return (self._look.row_height - height) // 2


def _room(place: Place) -> int:
    return place.width - place.start - PAD


def _static(text: str) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return static
