"""The surface of a data table: what is seen where, painted straight from the rows."""

from collections.abc import Sequence
from typing import TypeAlias, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QHoverEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScrollBar, QTableView, QToolTip, QWidget

from desktop.qt.chips import ChipPainter
from desktop.qt.header import TableHeader
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.painting import Frame, RowPainter
from desktop.qt.rows import Cell, RowLike, RowsModel
from desktop.qt.safetext import tooltip
from desktop.qt.selection import SelectionSet
from desktop.qt.strokes import Place
from desktop.qt.toast import CARD

_WIDEST = 600
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class TableSurface(QTableView):
    """A QTableView that paints whole rows itself: uniform rows, first column pinned, hover, tooltips."""

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.selection = SelectionSet(self)
        self._painter = RowPainter(look, icons, chips, self.selection)
        self._header = TableHeader(look, icons, self)
        # Qt's own viewport comes back as a bare pointer, and finding its type costs 9 ms at the first time.
        self._canvas = QWidget(self)
        self.setViewport(self._canvas)
        self._rows: RowsModel | None = None
        self._hovered = -1
        self.setHorizontalHeader(self._header)
        self._set_up_view()
        self._take_look()
        self._header.sectionHandleDoubleClicked.connect(self.fit_column)
        look.changed.connect(self._take_look)

    @property
    def rows(self) -> RowsModel:
        """The model shown; raises RuntimeError before there is one."""
        if self._rows is None:
            raise RuntimeError("the table has no rows yet")
        return self._rows

    def show_rows(self, rows: RowsModel) -> None:
        """Show a model."""
        self._rows = rows
        rows.checked = self.selection.__contains__
        self.setModel(rows)

    def page(self) -> int:
        """Return how many whole rows are visible."""
        return max(1, self.viewport().height() // self._look.row_height)

    def row_at(self, y: int) -> int:
        """Return the row at a viewport position, -1 below the last."""
        row = (y + self.verticalScrollBar().value()) // self._look.row_height
        return row if self._rows and 0 <= row < self._rows.rowCount() else -1

    def indexAt(self, spot: QPoint) -> QModelIndex:
        """Return what is seen at a viewport position: the pinned column covers what scrolled under it."""
        row, column = self.row_at(spot.y()), self._header.section_at(spot.x())
        return self.rows.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed, straight from the rows."""
        painter = QPainter(self.viewport())
        if self._rows is None:
            painter.fillRect(event.rect(), self._look.colour("window"))
            return
        # Piece by piece: a cell at the top and the rows that scrolled in below have all rows between them. That a
        # region is a sequence of its pieces is not in PySide's stubs.
        for area in cast("Sequence[QRect]", event.region()):
            self._painter.paint(painter, self._frame(area), self._rows)
        first, last = self._in_sight()
        if last >= first:
            self._rows.source.want(first, last)

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse by rows, and answer for tooltips."""
        kind = event.type()
        if kind in {QEvent.Type.HoverEnter, QEvent.Type.HoverMove} and isinstance(event, QHoverEvent):
            self._set_hovered(self.row_at(int(event.position().y())))
            return True
        if kind in {QEvent.Type.HoverLeave, QEvent.Type.Leave}:
            self._set_hovered(-1)
            return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; sideways everything is painted anew, as the first column stays."""
        self._set_hovered(-1)
        width, height, free = self.viewport().width(), self.viewport().height(), self._free()
        if free < height and not dx:
            # Of a part over which anything lies Qt moves nothing: it would paint everything anew.
            self.verticalHeader().setOffset(self.verticalScrollBar().value())
            self.viewport().scroll(0, dy, QRect(0, 0, width, free))
            self.viewport().update(0, free, width, height - free)
            return
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self._header.viewport().update()

    def _free(self) -> int:
        """Return down to which y no toast lies over the rows."""
        window, height = self.window(), self.viewport().height()
        card = window.findChild(QWidget, CARD, Qt.FindChildOption.FindDirectChildrenOnly)
        if card is None or not card.isVisible():
            return height
        return max(0, min(height, self.viewport().mapFrom(window, card.pos()).y()))

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Paint changed rows anew where they are in sight; for others Qt would paint everything."""
        low, high = self._in_sight()
        if first.row() <= high and last.row() >= low:
            super().dataChanged(first, last, roles)

    def tip_at(self, spot: QPoint) -> str:
        """Return the plain tooltip of a viewport position: the exact value, or an elided text in full."""
        index = self.indexAt(spot)
        row = self.rows.row(index.row()) if index.isValid() else None
        if row is None:
            return ""
        cell = self.rows.cell(row, index.column())
        words = [mark.words for mark in cell.marks if mark.text]
        return "\n".join(part for part in (self._value_tip(row, index, cell), *words) if part)

    def _value_tip(self, row: RowLike, index: QModelIndex, cell: Cell) -> str:
        if exact := self.rows.exact(row, index.column()):
            return exact
        place = Place(index.column(), 0, self._header.sectionSize(index.column()), index.column() == 0)
        hidden = self._painter.strokes.elides(place, cell, self.rows.columns[index.column()])
        return self.rows.copied(row, index.column()) if hidden else ""

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _take_look(self) -> None:
        height = self._look.row_height
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self.viewport().update()

    def _frame(self, area: QRect) -> Frame:
        height = self._look.row_height
        offset = self.verticalScrollBar().value()
        first = (area.top() + offset) // height
        last = min((area.bottom() + offset) // height, self.rows.rowCount() - 1)
        current = self.currentIndex()
        return Frame(
            first=first,
            rows=[self.rows.row(row) for row in range(first, last + 1)],
            top=first * height - offset,
            height=height,
            places=self._places(area),
            area=area,
            width=self.viewport().width(),
            scrolled=self._header.offset() > 0,
            hovered=self._hovered,
            current=(current.row(), current.column()),
            focused=self.hasFocus(),
            ratio=self.devicePixelRatioF(),
        )

    def _places(self, area: QRect) -> list[Place]:
        header = self._header
        places = []
        for section in range(header.count()):
            if header.isSectionHidden(section):
                continue
            pinned = section == 0
            left = 0 if pinned else header.sectionViewportPosition(section)
            width = header.sectionSize(section)
            if left <= area.right() and left + width >= area.left():
                places.append(Place(section, left, width, pinned))
        return places

    def _in_sight(self) -> tuple[int, int]:
        """Return the first and the last row of which something is seen."""
        first = self.verticalScrollBar().value() // self._look.row_height
        return first, min(first + self.page() + 1, self.rows.rowCount() - 1)

    def reveal(self, row: int, column: int) -> None:
        """Scroll just far enough to show a cell beside the pinned column."""
        height = self._look.row_height
        _bring(self.verticalScrollBar(), row * height, height, self.viewport().height())
        if column > 0:
            pinned = self._header.sectionSize(0)
            start = self._header.sectionPosition(column) - pinned
            room = self.viewport().width() - pinned
            _bring(self.horizontalScrollBar(), start, self._header.sectionSize(column), room)

    def _set_hovered(self, row: int) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                self.update_row(changed)
            self._hovered = row

    def fit_column(self, section: int) -> None:
        """Make a column as wide as its title and what is visible of it need, 600 px at most."""
        column = self.rows.columns[section]
        first = self.verticalScrollBar().value() // self._look.row_height
        last = min(first + self.page(), self.rows.rowCount() - 1)
        seen = [row for row in (self.rows.row(at) for at in range(first, last + 1)) if row is not None]
        widths = [
            self._painter.strokes.natural_width(self.rows.cell(row, section), column, pinned=section == 0)
            for row in seen
        ]
        self._header.resizeSection(section, min(max([self._header.title_width(section), *widths]), _WIDEST))

    def update_row(self, row: int) -> None:
        """Paint a row anew."""
        height = self._look.row_height
        if row >= 0:
            top = row * height - self.verticalScrollBar().value()
            self.viewport().update(0, top, self.viewport().width(), height)

    def _show_tip(self, event: QHelpEvent) -> None:
        text = self.tip_at(event.pos())
        if text:
            QToolTip.showText(event.globalPos(), tooltip(text), self.viewport())
        else:
            QToolTip.hideText()

    def hold(self, first: int, count: int) -> None:
        """Keep the rows in view where they are when others come or go above them."""
        bar = self.verticalScrollBar()
        height = self._look.row_height
        top = bar.value() // height
        if bar.value() and first < top:
            moved = max(count, first - top) * height
            self.updateGeometries()
            bar.setValue(bar.value() + moved)
        self.viewport().update()


def _bring(bar: QScrollBar, start: int, size: int, room: int) -> None:
    """Scroll just far enough to show `size` pixels from `start` in a view of `room`."""
    if start < bar.value():
        bar.setValue(start)
    elif start + size > bar.value() + room:
        bar.setValue(start + size - room)
