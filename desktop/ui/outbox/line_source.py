"""The lines of the outbox as rows of a table, in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.ui.outbox.lines import Line
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import (
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line's row; `values` holds the line alone."""

    key: int
    id: str
    values: tuple[Any, ...]


class LineSource:
    """Implements `qt.rows.RowSource`; lines that come at the end or go alone leave the others where they are."""

    columns = ("line",)

    def __init__(self) -> None:
        self._rows: list[LineRow] = []
        self._events: Subscribers[ListingEvent] = Subscribers()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def row(self, index: int) -> LineRow | None:
        """Return a row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def want(self, first: int, last: int) -> None:
        """Do nothing: every row is here."""

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with the ids of all rows."""
        answer([row.id for row in self._rows])

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Follow the rows."""
        return self._events.subscribe(listener)

    def show(self, lines: Sequence[Line]) -> None:
        """List these lines."""
        rows = [LineRow(hash(line.id), line.id, (line,)) for line in lines]
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        before, self._rows = self._rows, rows
        self._events.tell(_step(old, new))
        if self._rows and before != rows:
            self._events.tell(RowsChanged(0, len(rows) - 1))


def _step(old: Sequence[str], new: Sequence[str]) -> ListingEvent:
    """Return how one list becomes the other: one run of lines comes or goes, else all are others."""
    same = next((place for place, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    first = min(len(old), len(new)) if same is None else same
    count = len(new) - len(old)
    if count > 0 and old[first:] == new[first + count :]:
        return RowsInserted(first, count)
    if count < 0 and old[first - count :] == new[first:]:
        return RowsRemoved(first, -count)
    return RowsChanged(0, max(0, len(new) - 1)) if old == new else ResultReset()
