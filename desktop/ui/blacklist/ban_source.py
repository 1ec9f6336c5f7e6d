"""The bans of the page as rows of a table, in memory; what stays in place keeps its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.bans.meaning import Ban, end_of, next_tick
from desktop.ui.blacklist.arranging import Arrangement
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import (
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class BanRow:
    """A ban's row; `values` holds the ban alone. Its words hold until `fresh`, seconds since the epoch."""

    key: int
    id: str
    values: tuple[Any, ...]
    fresh: int


class BanSource:
    """Implements `qt.rows.RowSource`. A row whose time left has other words by now is another row."""

    columns = ("ban",)

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ids: list[str] = []
        self._bans: Mapping[str, Ban] = {}
        self._rows: dict[str, BanRow] = {}
        self._visible = (0, -1)
        self._events: Subscribers[ListingEvent] = Subscribers()

    @property
    def count(self) -> int:
        """How many bans are listed."""
        return len(self._ids)

    @property
    def visible(self) -> range:
        """The places that are seen."""
        first, last = self._visible
        return range(max(0, first), min(last, len(self._ids) - 1) + 1)

    def listed(self) -> list[Ban]:
        """Return the bans in their order."""
        return [self._bans[one] for one in self._ids]

    def ban(self, customer_id: str) -> Ban | None:
        """Return a customer's ban, None when it is not listed."""
        return self._bans.get(customer_id)

    def place(self, customer_id: str) -> int | None:
        """Return where a customer is listed."""
        return self._ids.index(customer_id) if customer_id in self._bans else None

    def row(self, index: int) -> BanRow | None:
        """Return a row as its words are now."""
        if not 0 <= index < len(self._ids):
            return None
        own = self._ids[index]
        held = self._rows.get(own)
        if held is None or held.fresh <= self._clock():
            held = self._rows[own] = self._made(own)
        return held

    def stale(self, index: int) -> bool:
        """Say whether a row that was seen has other words by now."""
        held = self._rows.get(self._ids[index])
        return held is not None and held.fresh <= self._clock()

    def want(self, first: int, last: int) -> None:
        """Note which rows are visible."""
        self._visible = (first, last)

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with the ids of all rows."""
        answer(list(self._ids))

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Follow the rows."""
        return self._events.subscribe(listener)

    def anew(self) -> None:
        """Have every row written anew: the clock went back, or the language changed."""
        self._rows.clear()

    def shown(self) -> tuple[Sequence[str], Mapping[str, Ban]]:
        """Return the ids of what is shown, and the bans by them, to be compared with what will be."""
        return tuple(self._ids), self._bans

    def show(self, fresh: Arrangement, *, reordered: bool = False) -> None:
        """List other bans; `reordered`: by another filter or order than before."""
        self._rows = {
            one: row for one, row in self._rows.items() if one in fresh.bans and one not in fresh.changed
        }
        gone, come = fresh.gone, fresh.come
        if reordered or gone is None or come is None or not self._bans:
            self._bans, self._ids = fresh.bans, list(fresh.ids)
            self._events.tell(ResultReset())
            return
        self._bans = {**self._bans, **fresh.bans}
        for first, count in reversed(gone):
            del self._ids[first : first + count]
            self._events.tell(RowsRemoved(first, count))
        for first, count in come:
            self._ids[first:first] = fresh.ids[first : first + count]
            self._events.tell(RowsInserted(first, count))
        self._bans = fresh.bans
        for first, count in fresh.stirred:
            self._events.tell(RowsChanged(first, first + count - 1))

    def _made(self, own: str) -> BanRow:
        ban = self._bans[own]
        end = end_of(ban.entry) if ban.entry.active else None
        now = int(self._clock())
        fresh = _NEVER if end is None or end <= now else next_tick(end, now)
        return BanRow(hash(own), own, (ban,), fresh)
