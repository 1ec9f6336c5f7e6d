"""The tags of one group as rows of a table, in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.ui.tags.scene import TagLine
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import Listener, ListingEvent, ResultReset, RowsChanged

FIELDS = ("line", "colour")
"""What a row holds: the line itself and the colour of its group."""


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag's row; `key` is its place in the order it came in."""

    key: int
    id: str
    values: tuple[Any, ...]


class TagSource:
    """Implements `qt.rows.RowSource` over lines; rows that stay the same keep their place and selection."""

    columns = FIELDS

    def __init__(self) -> None:
        self._rows: list[TagRow] = []
        self._order: tuple[str, bool] = ("", False)
        self._lines: tuple[Sequence[TagLine], str] = ((), "")
        self._events: Subscribers[ListingEvent] = Subscribers()

    @property
    def count(self) -> int:
        """How many tags are listed."""
        return len(self._rows)

    @property
    def order(self) -> tuple[str, bool]:
        """The column sorted by ("": the server's order) and whether descending."""
        return self._order

    def row(self, index: int) -> TagRow | None:
        """Return a row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def line(self, index: int) -> TagLine | None:
        """Return what a row shows."""
        row = self.row(index)
        return row.values[0] if row else None

    def place(self, tag_id: str) -> int:
        """Return the row of a tag, -1 when it is not listed."""
        return next((place for place, row in enumerate(self._rows) if row.id == tag_id), -1)

    def want(self, first: int, last: int) -> None:
        """Do nothing: every row is here."""

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with the ids of all rows."""
        answer([row.id for row in self._rows])

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Follow the rows."""
        return self._events.subscribe(listener)

    def show(self, lines: Sequence[TagLine], colour: str) -> None:
        """List these tags; tells of a reset only when others are listed than before."""
        self._lines = (lines, colour)
        self._fill()

    def sort(self, key: str, *, descending: bool) -> None:
        """List them by another column."""
        self._order = (key, descending)
        self._fill()

    def _fill(self) -> None:
        lines, colour = self._lines
        key, descending = self._order
        ordered = sorted(lines, key=_SORTS[key], reverse=descending) if key else list(lines)
        before = self._rows
        self._rows = [TagRow(place, line.id, (line, colour)) for place, line in enumerate(ordered)]
        if [row.id for row in before] != [row.id for row in self._rows]:
            self._events.tell(ResultReset())
        elif before != self._rows:
            self._events.tell(RowsChanged(0, len(self._rows) - 1))


_SORTS: dict[str, Callable[[TagLine], Any]] = {
    "name": lambda line: line.tag.name.casefold(),
    "param_name": lambda line: line.tag.param_name.casefold(),
    "customers": lambda line: line.customers or 0,
    "created": lambda line: line.tag.created_ms,
    "updated": lambda line: line.tag.updated_ms,
}
