"""The rows of a timeline: headings of days, entries, what is not sent yet, and what comes at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.qt.safetext import tooltip, visible
from desktop.ui.timeline.entries import Told
from desktop.ui.wording.formats import Formats

AnyIndex = QModelIndex | QPersistentModelIndex


class RowKind(Enum):
    """What a row is."""

    HEADING = "heading"
    ENTRY = "entry"
    UNSENT = "unsent"
    END = "end"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a `text` (heading, end), or an entry; `withdrawable` when an unsent one can be taken back."""

    kind: RowKind
    key: str
    text: str = ""
    told: Told | None = None
    withdrawable: bool = False


def rows_of(unsent: Sequence[Row], entries: Sequence[Told], end: str, formats: Formats) -> list[Row]:
    """Return all rows in their order; `end` is what stands after the last entry, "" for nothing."""
    rows = list(unsent)
    day = ""
    for one in entries:
        heading = day_heading(one.at, formats)
        if heading != day:
            day = heading
            rows.append(Row(RowKind.HEADING, f"day {heading}", heading))
        rows.append(Row(RowKind.ENTRY, one.key, told=one))
    if end:
        rows.append(Row(RowKind.END, "end", end))
    return rows


def day_heading(at: int, formats: Formats) -> str:
    """Return the heading of the day of a moment in epoch seconds, local time."""
    if not at:
        return QCoreApplication.translate("Timeline", "At an unknown time")
    day = formats.day(at)
    now = int(formats.clock())
    if day == formats.day(now):
        return QCoreApplication.translate("Timeline", "Today")
    if day == formats.day(now - 86_400):
        return QCoreApplication.translate("Timeline", "Yesterday")
    return day


class TimelineRows(QAbstractListModel):
    """Holds rows; new ones come and go without a reset, so that place and selection hold."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._rows: list[Row] = []
        self.expanded: set[str] = set()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those that differ."""
        old, new = self._rows, list(rows)
        same = _common(old, new)
        tail = min(_common(old[::-1], new[::-1]), len(old) - same, len(new) - same)
        gone, fresh = len(old) - same - tail, len(new) - same - tail
        root = QModelIndex()
        if gone:
            self.beginRemoveRows(root, same, same + gone - 1)
            del old[same : same + gone]
            self.endRemoveRows()
        if fresh:
            self.beginInsertRows(root, same, same + fresh - 1)
            old[same:same] = new[same : same + fresh]
            self.endInsertRows()

    def row(self, place: int) -> Row | None:
        """Return the row at a place, None when there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, key: str) -> int:
        """Return where the row of a key stands, -1 when it does not."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def entries(self) -> Iterator[Told]:
        """Yield the entries that are shown, the unsent ones too."""
        return (row.told for row in self._rows if row.told is not None)

    def toggle(self, key: str) -> None:
        """Show an entry whole, or its beginning again."""
        self.expanded ^= {key}
        place = self.index(self.place(key))
        self.dataChanged.emit(place, place, [Qt.ItemDataRole.SizeHintRole])

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let entries be chosen; the keys pass over headings."""
        row = self.row(index.row())
        if row is None or row.told is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says, and its exact time as tooltip."""
        row = self.row(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else visible(_said(row))
        if role == Qt.ItemDataRole.ToolTipRole and row.told is not None:
            exact = self._formats.exact(row.told.at) if row.told.at else ""
            return tooltip("\n".join(part for part in (exact, row.told.who) if part))
        return None

    def _spoken(self, row: Row) -> str:
        moment = self._formats.moment(row.told.at) if row.told is not None and row.told.at else ""
        hint = QCoreApplication.translate("Timeline", "Delete withdraws it") if row.withdrawable else ""
        return visible(", ".join(part for part in (_said(row), moment, row.text, hint) if part))


def _said(row: Row) -> str:
    return row.text if row.told is None else row.told.plain


def _common(one: Sequence[Row], other: Sequence[Row]) -> int:
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
