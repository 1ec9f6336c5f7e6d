"""A table that stays fast at a million rows: pinned first column, whole-result selection, keyboard throughout."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.qt.arrangement import Arrangement
from desktop.qt.chips import ChipPainter
from desktop.qt.choosing import Choosing
from desktop.qt.columns import Kind
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.rows import RowLike, RowsModel
from desktop.qt.selection import Selection
from desktop.qt.strokes import GUTTER
from desktop.qt.surface import TableSurface


class DataTable(TableSurface):
    """The rows of a RowsModel.

    A click makes a row current; the check column, Ctrl and Shift select (`selection`); `target` is what an
    action would act on. Signals give ids, "" where the row is not there yet.

    - `current_moved(id)`: another row is current, or the current one has come;
    - `opened(id)`: Enter or a double click; `peeked(id)`: Space;
    - `sort_asked(key, descending)`: a header was clicked (times begin descending); answer by `set_sort`;
    - `context_asked(QPoint)`: a menu is wanted at this global position, for `target()`;
    - `header_menu_asked(QPoint, name)`: the same for the header of a column;
    - `copied(rows)`: something is on the clipboard: so many rows, 0 for one cell;
    - `came`: the current row, or a selection, may be there that was on its way.
    """

    current_moved = Signal(str)
    opened = Signal(str)
    peeked = Signal(str)
    sort_asked = Signal(str, bool)
    context_asked = Signal(QPoint)
    header_menu_asked = Signal(QPoint, str)
    copied = Signal(int)
    came = Signal()

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter, parent: QWidget | None = None) -> None:
        super().__init__(look, icons, chips, parent)
        self.arrangement = Arrangement(self._header, look, self)
        self._choosing = Choosing(self)
        self._announced = ""
        self._header.sort_clicked.connect(self._on_sort_clicked)
        self._header.check_clicked.connect(self._choosing.toggle_all)
        self._header.customContextMenuRequested.connect(self._on_header_menu)
        self.selection.changed.connect(self._on_selected)

    def set_rows(self, rows: RowsModel) -> None:
        """Show a model. Call once, when the columns are known."""
        self.show_rows(rows)
        self.arrangement.begin(rows.columns)
        rows.dataChanged.connect(self._announce)
        rows.modelReset.connect(self._on_reset)
        # Connected after the view's own slots: its geometry is new when these run.
        rows.rowsInserted.connect(self._on_inserted)
        rows.rowsRemoved.connect(self._on_removed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        for stirred in (rows.dataChanged, rows.modelReset, rows.rowsInserted, rows.rowsRemoved):
            stirred.connect(self.came)

    @property
    def settled(self) -> bool:
        """Whether `target` is known: the current row is there, no selection is on its way."""
        if self._choosing.selecting:
            return False
        index = self.currentIndex()
        return not self.selection.empty or not index.isValid() or self.rows.row(index.row()) is not None

    def current_row(self) -> RowLike | None:
        """Return the current row, None when there is none or it is not there yet."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def target(self) -> Selection:
        """Return what an action acts on: the selection, else the current row alone."""
        if not self.selection.empty:
            return self.selection.snapshot()
        row = self.current_row()
        return Selection(ids=frozenset({row.id})) if row else Selection()

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Show by which sort key the rows are ordered."""
        self._header.set_sort(key, descending=descending)

    def go_to(self, row: int, column: int | None = None) -> None:
        """Make a row current and bring it into view; `row` is held within the result."""
        count = self.rows.rowCount()
        if count:
            kept = self.currentIndex().column() if self.currentIndex().isValid() else 0
            row = min(max(row, 0), count - 1)
            self.setCurrentIndex(self.rows.index(row, kept if column is None else column))
            self.reveal(row, self.currentIndex().column())

    def leave(self) -> None:
        """Have no current row."""
        self.setCurrentIndex(QModelIndex())

    def copy(self) -> None:
        """Put the selected rows, else the current cell, on the clipboard as plain text (rows: TSV with titles)."""
        self._choosing.copy()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, open, peek, copy."""
        if not self._choosing.press_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a row current, or select."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            in_gutter = index.column() == 0 and event.position().x() < GUTTER
            self._choosing.press(index, event.button(), event.modifiers(), in_gutter=in_gutter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave the selection as it is while the mouse is dragged."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: a press has done it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row; in the check column a second click is just a click."""
        index = self.indexAt(event.position().toPoint())
        if index.column() == 0 and event.position().x() < GUTTER:
            self.mousePressEvent(event)
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._id(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or under the current cell for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.context_asked.emit(event.globalPos())
        elif self.currentIndex().isValid():
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.context_asked.emit(self.viewport().mapToGlobal(corner))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; Tab into a table without a current row makes the first one current."""
        by_tab = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_tab and self._rows and not self.currentIndex().isValid():
            self.go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _id(self, row: int) -> str:
        found = self.rows.row(row)
        return found.id if found else ""

    def _announce(self) -> None:
        row = self.current_row()
        row_id = row.id if row else ""
        if row_id != self._announced:
            self._announced = row_id
            self.current_moved.emit(row_id)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.update_row(previous.row())
        self.update_row(current.row())
        self._announce()

    def _on_reset(self) -> None:
        if self.selection.everything:
            self.selection.clear()
        self.verticalScrollBar().setValue(0)
        self._announce()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.hold(first, last - first + 1)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.hold(first, first - last - 1)
        self._announce()

    def _on_selected(self) -> None:
        state = "on" if self.selection.whole else "off" if self.selection.empty else "some"
        self._header.set_check(state)
        self.viewport().update()

    def _on_sort_clicked(self, section: int) -> None:
        key, descending = self._header.sort
        column = self.rows.columns[section]
        # Of times people want the latest first.
        first = column.kind is Kind.TIME
        self.sort_asked.emit(column.sort, not descending if column.sort == key else first)

    def _on_header_menu(self, spot: QPoint) -> None:
        section = self._header.section_at(spot.x())
        name = self.rows.columns[section].name if section >= 0 else ""
        self.header_menu_asked.emit(self._header.viewport().mapToGlobal(spot), name)
