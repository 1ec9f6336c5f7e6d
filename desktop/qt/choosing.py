"""How keys and clicks on a table move, select and copy."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from desktop.qt.rows import RowLike
from desktop.qt.waiting import Waiting

if TYPE_CHECKING:
    from desktop.qt.collecting import RowCollector
    from desktop.qt.table import DataTable

_DIRECT = 512
"""Ranges up to this many rows are selected from the rows at hand."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Choosing(QObject):
    """The moving, selecting and copying of one table."""

    def __init__(self, table: "DataTable") -> None:
        super().__init__(table)
        self._table = table
        self._anchor = -1
        self._collector: RowCollector | None = None
        self._coming: object | None = None
        self._waiting = Waiting(self)
        table.came.connect(self._waiting.look)

    @property
    def selecting(self) -> bool:
        """Whether a selection is on its way: not all of its rows were there."""
        return self._coming is not None

    def toggle_all(self) -> None:
        """Select the whole result, or nothing when it was."""
        self._coming = None
        selection = self._table.selection
        if selection.whole:
            selection.clear()
        else:
            selection.select_all()

    def press(
        self,
        index: QModelIndex,
        button: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier,
        *,
        in_gutter: bool,
    ) -> None:
        """Answer a mouse press on a cell."""
        row = index.row()
        self._coming = None
        if button == Qt.MouseButton.RightButton:
            self._press_right(index)
        elif button != Qt.MouseButton.LeftButton:
            return
        elif modifiers & _SHIFT:
            self._extend(row)
        elif in_gutter or modifiers & _CONTROL:
            self._toggle(row, with_current=not in_gutter)
        else:
            self._anchor = row
            self._table.selection.clear()
            self._table.go_to(row, index.column())

    def press_key(self, event: QKeyEvent) -> bool:
        """Answer a key; False leaves it to others."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._coming = None
            self._table.selection.select_all()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step_aside(1 if event.key() == Qt.Key.Key_Right else -1)
        elif (target := self._target(event)) is not None:
            self._move(target, extend=bool(event.modifiers() & _SHIFT))
        else:
            return self._act(event)
        return True

    def copy(self) -> None:
        """Copy the selected rows, else the current cell."""
        table = self._table
        if not table.selection.empty:
            if self._collector is not None:
                self._collector.give_up()
            from desktop.qt.collecting import RowCollector  # noqa: PLC0415 -- not for the first rows

            self._collector = RowCollector(table.rows, table.selection.snapshot(), self._copy_rows, parent=self)
            self._collector.start()
            return
        row = table.current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(table.rows.copied(row, table.currentIndex().column()))
            table.copied.emit(0)

    def _copy_rows(self, rows: Sequence[RowLike]) -> None:
        from desktop.qt.tabletext import table_text  # noqa: PLC0415 -- not for the first rows

        self._collector = None
        model = self._table.rows
        names = self._table.arrangement.shown()
        places = {column.name: place for place, column in enumerate(model.columns)}
        lines = [[model.columns[places[name]].title for name in names]]
        lines += [[model.copied(row, places[name]) for name in names] for row in rows]
        QGuiApplication.clipboard().setText(table_text(lines))
        self._table.copied.emit(len(rows))

    def _act(self, event: QKeyEvent) -> bool:
        key = event.key()
        there = self._table.currentIndex().isValid()
        if key == Qt.Key.Key_Space and event.modifiers() & _CONTROL:
            self._toggle(self._table.currentIndex().row(), with_current=False)
        elif key == Qt.Key.Key_Space and there:
            self._with_current(self._table.peeked.emit)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and there:
            self._with_current(self._table.opened.emit)
        else:
            return key == Qt.Key.Key_Escape and self._go_back()
        return True

    def _go_back(self) -> bool:
        """Give up what is on its way, else what is selected; False when there is neither."""
        comes = self.selecting or self._waiting.waits
        self._coming = None
        self._waiting.cancel()
        if not comes and self._table.selection.empty:
            return False
        self._table.selection.clear()
        return True

    def _with_current(self, then: Callable[[str], None]) -> None:
        """Call `then` with the current row, which may be just being read, unless another becomes current."""
        table = self._table
        at = QPersistentModelIndex(table.currentIndex())

        def go_on() -> None:
            row = table.current_row()
            if row is not None and at == QPersistentModelIndex(table.currentIndex()):
                then(row.id)

        self._waiting.begin(lambda: not table.currentIndex().isValid() or table.current_row() is not None, go_on)

    def _target(self, event: QKeyEvent) -> int | None:
        if event.modifiers() & ~(_SHIFT | _CONTROL | Qt.KeyboardModifier.KeypadModifier):
            return None
        current = self._table.currentIndex().row()
        page = self._table.page()
        return {
            Qt.Key.Key_Up: current - 1,
            Qt.Key.Key_Down: current + 1,
            Qt.Key.Key_PageUp: current - page,
            Qt.Key.Key_PageDown: current + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._table.rows.rowCount() - 1,
        }.get(Qt.Key(event.key()))

    def _move(self, row: int, *, extend: bool) -> None:
        before = self._table.currentIndex().row()
        self._table.go_to(row)
        now = self._table.currentIndex().row()
        if extend:
            if self._anchor < 0:
                self._anchor = before
            self._select_range(self._anchor, now)
        else:
            self._anchor = now
            self._coming = None
            self._table.selection.clear()

    def _step_aside(self, step: int) -> None:
        table = self._table
        index = table.currentIndex()
        if not index.isValid():
            return
        names = table.arrangement.shown()
        places = {column.name: place for place, column in enumerate(table.rows.columns)}
        at = names.index(table.rows.columns[index.column()].name) + step
        if 0 <= at < len(names):
            table.go_to(index.row(), places[names[at]])

    def _press_right(self, index: QModelIndex) -> None:
        row = self._table.rows.row(index.row())
        if row is None or row.id not in self._table.selection:
            self._table.selection.clear()
        self._table.go_to(index.row(), index.column())

    def _toggle(self, row: int, *, with_current: bool) -> None:
        table = self._table
        self._coming = None
        found = table.rows.row(row)
        if found is None:
            return
        current = table.current_row()
        if with_current and table.selection.empty and current is not None and current.id != found.id:
            table.selection.add({current.id})
        table.selection.toggle(found.id)
        self._anchor = row

    def _extend(self, row: int) -> None:
        if self._anchor < 0:
            self._anchor = max(self._table.currentIndex().row(), 0)
        self._select_range(self._anchor, row)

    def _select_range(self, start: int, end: int) -> None:
        low, high = max(0, min(start, end)), max(start, end)
        model = self._table.rows
        rows = [model.row(row) for row in range(low, high + 1)] if high - low < _DIRECT else [None]
        ids = [row.id for row in rows if row is not None]
        self._coming = None
        if len(ids) == len(rows):
            self._table.selection.select(ids)
            return
        wish = self._coming = object()

        def take(every: Sequence[str]) -> None:
            if self._coming is wish:
                self._coming = None
                self._table.selection.select(every[low : high + 1])
                self._table.came.emit()

        model.source.ids(take)
