"""The bans of the page as rows of a table, in memory; what stays in place keeps its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.bans.meaning import Ban, end_of, next_tick
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import (
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

_RUNS = 40
"""So many pieces are moved one by one; more are read anew."""
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
        self._bans: dict[str, Ban] = {}
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

    def show(self, bans: Sequence[Ban], *, reordered: bool = False) -> None:
        """List these bans; `reordered`: by another filter or order than before."""
        fresh = {ban.entry.customer_id: ban for ban in bans}
        if not self._bans:
            self._bans, self._ids = fresh, list(fresh)
            self._events.tell(ResultReset())
            return
        changed = {one for one, ban in fresh.items() if one in self._bans and self._bans[one] != ban}
        for one in changed:
            self._rows.pop(one, None)
        for one in self._bans.keys() - fresh.keys():
            self._rows.pop(one, None)
        self._bans = {**self._bans, **fresh}
        wanted = list(fresh)
        if reordered or not self._move(wanted, changed):
            self._ids = wanted
            self._events.tell(ResultReset())
        self._bans = fresh
        for place in sorted(self._places(changed)):
            self._events.tell(RowsChanged(place, place))

    def _move(self, wanted: Sequence[str], changed: set[str]) -> bool:
        """Take out what goes and what moves, put in what comes; False when that would be too many pieces."""
        stays = set(wanted) & set(self._ids)
        kept = [one for one in wanted if one in stays]
        if kept != [one for one in self._ids if one in stays]:
            stays -= changed
            kept = [one for one in wanted if one in stays]
            if kept != [one for one in self._ids if one in stays]:
                return False
        gone = _runs(self._ids, stays)
        come = _runs(wanted, stays)
        if len(gone) + len(come) > _RUNS:
            return False
        for first, count in reversed(gone):
            del self._ids[first : first + count]
            self._events.tell(RowsRemoved(first, count))
        for first, count in come:
            self._ids[first:first] = wanted[first : first + count]
            self._events.tell(RowsInserted(first, count))
        return True

    def _places(self, customers: set[str]) -> list[int]:
        if not customers:
            return []
        return [place for place, one in enumerate(self._ids) if one in customers]

    def _made(self, own: str) -> BanRow:
        ban = self._bans[own]
        end = end_of(ban.entry) if ban.entry.active else None
        now = int(self._clock())
        fresh = _NEVER if end is None or end <= now else next_tick(end, now)
        return BanRow(hash(own), own, (ban,), fresh)


def _runs(ids: Sequence[str], without: set[str] | Mapping[str, Any]) -> list[tuple[int, int]]:
    """Return the runs of ids that are not in `without`: where each begins and how long it is."""
    runs: list[tuple[int, int]] = []
    for place, one in enumerate(ids):
        if one in without:
            continue
        if runs and runs[-1][0] + runs[-1][1] == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
