"""A table model over rows that come in blocks; it holds none of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.folding import Spans
from desktop.qt.chips import Chip
from desktop.qt.columns import Column, Kind, Mark
from desktop.qt.keeping import Kept
from desktop.qt.safetext import tooltip, visible
from desktop.workspace.listing.events import (
    Counted,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

_CACHED = 2_000
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole


class RowLike(Protocol):
    """A row: `key` its number, `id` its identity, `values` in the order of the source's columns."""

    @property
    def key(self) -> int:
        """The row's number in the store, stable for its life."""
        ...

    @property
    def id(self) -> str:
        """The identity of what the row shows."""
        ...

    @property
    def values(self) -> Sequence[Any]:
        """The values in the order of the source's columns, None for absent."""
        ...


class RowSource(Protocol):
    """Where rows come from; `desktop.workspace.listing.listing.Listing` is one.

    Its events come in the GUI thread, after `count` has changed.
    """

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the values of a row."""
        ...

    @property
    def count(self) -> int:
        """The number of rows known so far."""
        ...

    def row(self, index: int) -> RowLike | None:
        """Return a row, None when it is not there yet (asking fetches it)."""
        ...

    def want(self, first: int, last: int) -> None:
        """Say which rows are visible."""
        ...

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with every id of the result, in order."""
        ...

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Follow the events; the function returned ends it."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell ready to paint: one safe line, its chips, its marks; `spans` is where a search found something."""

    text: str
    chips: tuple[Chip, ...] = ()
    marks: tuple[Mark, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class _Moving:
    """Where rows stand in the source, which has moved already, while views are told that they will move.

    Rows before `first` stay, rows from `beyond` on are `step` further, those between are gone.
    """

    first: int
    beyond: int
    step: int

    def place(self, index: int) -> int:
        if index < self.first:
            return index
        return index + self.step if index >= self.beyond else -1


class RowsModel(QAbstractTableModel):
    """The rows of a source under columns.

    Rows that are not there yet have empty cells and `row()` None; they are announced by dataChanged when they
    come. Counts follow the source's events by insertions and removals; only a new result resets. `counted` tells
    that the source's exactness changed. `noted` gives marks a row has for its id, in the first column; `reformat`
    when they changed. `spotted` gives where in a text of a searched column the search found something.
    """

    counted = Signal()

    def __init__(self, source: RowSource, columns: Sequence[Column], parent: QObject | None = None) -> None:
        """Show `source` under `columns`; raises ValueError when a column needs a field it does not have."""
        super().__init__(parent)
        self._source = source
        self._columns = tuple(columns)
        self._places = [_places(column, source.columns) for column in self._columns]
        self._kinds = [column.kind for column in self._columns]
        self._count = source.count
        self._moving: _Moving | None = None
        self._cells: Kept[int, tuple[RowLike, list[Cell | None]]] = Kept(_CACHED)
        self.checked: Callable[[str], bool] | None = None
        self.noted: Callable[[str], Sequence[Mark]] | None = None
        self.spotted: Callable[[str], Spans] | None = None
        self._unsubscribe = source.subscribe(self._on_event)

    @property
    def source(self) -> RowSource:
        """Where the rows come from."""
        return self._source

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their own order (the header may show another)."""
        return self._columns

    def close(self) -> None:
        """Stop following the source."""
        self._unsubscribe()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Take the same columns in other words (another language): same names, same order."""
        if [column.name for column in columns] != [column.name for column in self._columns]:
            raise ValueError("columns differ")
        self._columns = tuple(columns)
        self.reformat()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def reformat(self) -> None:
        """Write all cells anew: names, language or the time of day changed."""
        self._cells.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self._columns) - 1))

    def row(self, index: int) -> RowLike | None:
        """Return a row, None when it is not there yet (asking fetches it)."""
        if self._moving is not None:
            index = self._moving.place(index)
        return self._source.row(index) if 0 <= index < self._source.count else None

    def announce_cell(self, row: int, name: str) -> None:
        """Have one cell painted anew: the source gives another row there, different in this column alone."""
        place = next(place for place, column in enumerate(self._columns) if column.name == name)
        self.dataChanged.emit(self.index(row, place), self.index(row, place))

    def cells(self, row: RowLike) -> list[Cell | None]:
        """Return the row's cells as far as they were written; `cell` writes one."""
        held = self._cells.peek(row.key)
        if held is None or held[0] is not row:
            # A row read anew is mostly the same, and so is what was written of it, but for ages.
            old = held[1] if held is not None and held[0] == row else ()
            fresh = [None if kind is Kind.TIME else cell for kind, cell in zip(self._kinds, old, strict=False)]
            held = self._cells.put(row.key, (row, fresh or [None] * len(self._columns)))
        return held[1]

    def cell(self, row: RowLike, column: int) -> Cell:
        """Return one cell, written once and kept while the row is the same."""
        cells = self.cells(row)
        found = cells[column]
        if found is None:
            found = cells[column] = self._written(row, column)
        return found

    def exact(self, row: RowLike, column: int) -> str:
        """Return the whole value as `Column.exact` writes it, "" when it has none."""
        write = self._columns[column].exact
        return write(*self._values(row, column)) if write else ""

    def copied(self, row: RowLike, column: int) -> str:
        """Return a cell as it is put on the clipboard, as it was received."""
        chosen = self._columns[column]
        write = chosen.copied or chosen.exact or chosen.format
        return write(*self._values(row, column))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of rows of the result."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of columns, hidden ones too."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's text, accessible text, tooltip, alignment or check mark."""
        if role == _ROLE.TextAlignmentRole:
            return self._columns[index.column()].alignment
        row = self.row(index.row())
        if row is None:
            return None
        if role == _ROLE.DisplayRole:
            return self.cell(row, index.column()).text
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == _ROLE.ToolTipRole:
            return tooltip(self.exact(row, index.column()) or self.cell(row, index.column()).text)
        if role == _ROLE.CheckStateRole and index.column() == 0 and self.checked is not None:
            return Qt.CheckState.Checked if self.checked(row.id) else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's title, or a row's number from 1."""
        if role != _ROLE.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self._columns[section].title if 0 <= section < len(self._columns) else None

    def _values(self, row: RowLike, column: int) -> list[Any]:
        values = row.values
        return [values[place] for place in self._places[column]]

    def _written(self, row: RowLike, column: int) -> Cell:
        chosen = self._columns[column]
        values = self._values(row, column)
        text = visible(chosen.format(*values), limit=300)
        chips = tuple(chosen.chips(*values)) if chosen.chips else ()
        marks = tuple(chosen.marks(*values)) if chosen.marks else ()
        if column == 0 and self.noted is not None:
            # Who notes a row knows more than its values: of two marks with one icon the later one stands.
            marks = tuple({mark.icon: mark for mark in (*marks, *self.noted(row.id))}.values())
        spans = self.spotted(text) if chosen.searched and self.spotted is not None else ()
        return Cell(text, chips, marks, spans)

    def _spoken(self, row: RowLike, column: int) -> str:
        cell = self.cell(row, column)
        words = [cell.text or ", ".join(chip.text for chip in cell.chips), *(mark.words for mark in cell.marks)]
        return ", ".join(word for word in words if word)

    def _on_event(self, event: ListingEvent) -> None:
        match event:
            case ResultReset():
                self._reset()
            case RowsInserted(first, count) if count > 0:
                self._insert(first, count)
            case RowsRemoved(first, count):
                self._remove(first, min(first + count, self._count) - 1)
            case RowsChanged(first, last):
                self._change(first, min(last, self._count - 1))
            case Counted():
                self.counted.emit()

    def _reset(self) -> None:
        self.beginResetModel()
        self._cells.clear()
        self._count = self._source.count
        self.endResetModel()

    def _insert(self, first: int, count: int) -> None:
        self._moving = _Moving(first, first, count)
        self.beginInsertRows(QModelIndex(), first, first + count - 1)
        self._moving = None
        self._count += count
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        if last >= first:
            self._moving = _Moving(first, last + 1, first - last - 1)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._moving = None
            self._count -= last - first + 1
            self.endRemoveRows()

    def _change(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _places(column: Column, names: tuple[str, ...]) -> tuple[int, ...]:
    missing = [name for name in column.needs if name not in names]
    if missing:
        raise ValueError(f"column {column.name} needs {', '.join(missing)}")
    return tuple(names.index(name) for name in column.needs)
