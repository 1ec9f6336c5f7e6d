"""A listing: the customers a query finds, in its order, as a table wants them: by index, some at a time."""

import time
from array import array
from collections.abc import Callable, Sequence

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane, Ticket
from desktop.cache.rows import Row
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.domain.query import Query
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.later import Later
from desktop.workspace.listing import reading
from desktop.workspace.listing.events import (
    Counted,
    Failed,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
)
from desktop.workspace.listing.held import BLOCK, HeldRows, Window
from desktop.workspace.listing.pace import Pace
from desktop.workspace.listing.reading import Mark, Opened, Piece

_AHEAD = 64
_FEW = 40
"""Changed customers whose visible rows are read at once."""


class Listing:
    """The result of a query, kept up to date. It belongs to one thread, the one the lane answers in.

    `read` is the lane that answers. `count` rows are known so far, `exact` says that there are no more; `found` is
    how many the query finds, as soon as that is known; `total` is how many customers there are at all; `busy`
    says that an answer is under way. Rows are read in blocks around what is visible; one that is not there yet is
    brought. The whole account is walked along an index from known places; what a query finds is an ordered array
    of row numbers. With `write`, an order that has no index yet gets one when it is first asked for. `later`
    brings it back to changes that came too fast.
    """

    def __init__(
        self,
        read: Lane[CacheFile],
        columns: tuple[str, ...],
        later: Later,
        *,
        write: Lane[CacheFile] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.columns = columns
        self.query = Query()
        self.count = self.total = 0
        self.exact = self.busy = False
        self.found: int | None = None
        self._read = read
        self._write = write
        self._shown = self.query
        self._keys: array[int] | None = None
        self._held = HeldRows()
        self._marks: list[Mark] = []
        self._marking: Ticket | None = None
        self._stale = self._closed = False
        self._visible = (0, reading.SCREEN - 1)
        self._asked: dict[int, Ticket] = {}
        self._tickets: list[Ticket] = []
        self._pace = Pace(self._renew, later, clock)
        self._events: Subscribers[ListingEvent] = Subscribers()

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Call `listener` with every later event; returns the function that ends it (harmless twice)."""
        return self._events.subscribe(listener)

    def show(self, query: Query) -> None:
        """Show another query; the answer comes by events. A query still under way is given up."""
        self._give_up()
        self.query = query
        self.busy = True
        self._ask(reading.open_result, query, self.columns, self._screen, answer=self._on_opened)

    def row(self, index: int) -> Row | None:
        """Return the row at `index`, None while it is not there yet (RowsChanged tells when it is)."""
        row = self._held.rows.get(index)
        if row is None and 0 <= index < self.count:
            self._load(index // BLOCK)
        return row

    def want(self, first: int, last: int) -> None:
        """Say which rows are visible, both ends included: they are read, and held in place by changes.

        Rows near them are read once they are there: to read them while those are painted would hold that up.
        """
        self._visible = (max(0, first), max(0, last))
        low, high = max(0, first), min(last, self.count - 1)
        if self._held.has(low, high):
            low, high = max(0, low - _AHEAD), min(high + _AHEAD, self.count - 1)
        for block in range(low // BLOCK, high // BLOCK + 1):
            self._load(block)

    def apply(self, change: Change) -> None:
        """Follow a committed change of the cache: rows come, go and change, visible ones hold their place."""
        if change:
            self._look_again(change.updated)
            self._pace.ask()

    def ids(self, answer: Callable[[list[str]], None]) -> None:
        """Answer with the id of every customer of the result, in order."""
        keys = self._keys if self.exact else None
        self._read.ask(reading.ids_of, self._shown, keys, answer=answer, failed=self._on_failed)

    def index_of(self, customer_id: str, answer: Callable[[int | None], None]) -> None:
        """Answer with the index of a customer in the result, None when it is not in it."""
        keys = self._keys
        if keys is None:
            asked = (self._shown.order, customer_id)
            self._read.ask(reading.index_in_whole, *asked, answer=answer, failed=self._on_failed)
            return

        def place(key: int | None) -> None:
            answer(keys.index(key) if key is not None and key in keys else None)

        self._read.ask(CacheFile.key_of, customer_id, answer=place, failed=self._on_failed)

    def close(self) -> None:
        """Give up what is under way and tell nobody any more."""
        self._closed = True
        self._events.clear()
        self._give_up()

    def _ask(self, function: Callable[..., object], *arguments: object, answer: Callable[..., None]) -> Ticket:
        ticket = self._read.ask(function, *arguments, answer=answer, failed=self._on_failed)
        self._tickets = [one for one in self._tickets if not (one.answered or one.dropped)]
        self._tickets.append(ticket)
        return ticket

    def _give_up(self) -> None:
        for ticket in self._tickets:
            ticket.drop()
        self._tickets.clear()
        self._asked.clear()
        self._pace.done()

    @property
    def _screen(self) -> int:
        """How many rows are read before anything else."""
        first, last = self._visible
        return max(reading.SCREEN, last - first + 1)

    def _load(self, block: int) -> None:
        if block in self._asked:
            return
        # Rows that are there already would be painted again.
        if not (gap := self._held.gap(block, self.count)):
            return
        first, size = gap.start, len(gap)
        if (keys := self._keys) is not None:
            ticket = self._ask(reading.piece_of_found, keys, self.columns, first, size, answer=self._on_piece)
        else:
            near = self._held.places(self._marks, first, size)
            asked = (self._shown.order, self.columns, self.count, near, first, size)
            ticket = self._ask(reading.piece_of_whole, *asked, answer=self._on_piece)
            if self._marking is None and self.count > reading.EVERY:
                self._mark(None)
        self._asked[block] = ticket

    def _on_opened(self, opened: Opened) -> None:
        first, last = self._visible
        self._visible = (0, last - first)
        self._take(opened)
        self._events.tell(ResultReset())
        if opened.complete:
            self._settle()
        else:
            self._ask(CacheFile.count_soon, self.query, answer=self._on_counted)
            self._ask(reading.complete_found, self.query, self.columns, self._screen, answer=self._on_completed)

    def _on_counted(self, found: int | None) -> None:
        self.found = found
        self._events.tell(Counted())

    def _on_completed(self, opened: Opened) -> None:
        """Put the whole result in the place of its first rows; they stay when they were right."""
        begin, keys = self._keys, opened.keys
        self._take(opened)
        if begin is not None and keys is not None and keys[: len(begin)] == begin:
            self._events.tell(RowsInserted(len(begin), len(keys) - len(begin)))
        else:
            self._events.tell(ResultReset())
        self._settle()

    def _settle(self) -> None:
        """The result is whole: changes that came meanwhile are followed now."""
        self.busy = False
        self._events.tell(Counted())
        if self._stale:
            self._stale = False
            self._pace.ask()
        if self._keys is not None and not self.query.text.strip() and not self.query.where:
            self._prepare(self.query)

    def _prepare(self, query: Query) -> None:
        """Have the index made that a sort of all customers lacks; then walk along it."""

        def prepared(walkable: bool) -> None:
            if walkable and self.query == query and not self._closed:
                self._pace.ask()

        if self._write is not None:
            self._write.ask(CacheFile.prepare, query.order, answer=prepared, failed=self._on_failed)

    def _take(self, opened: Opened) -> None:
        self._shown = self.query
        self._keys = opened.keys
        self.count, self.exact, self.total = opened.count, opened.complete, opened.total
        self.found = opened.count if opened.complete else None
        # What is read and learned of the former result must not come into this one.
        awaited, tickets = tuple(self._asked), (*self._asked.values(), self._marking)
        for ticket in filter(None, tickets):
            ticket.drop()
        self._marking = None
        for former in (self._held, self._marks, self._asked):
            former.clear()
        self._held.put(opened.piece, self._visible)
        for block in awaited:
            self._load(block)

    def _on_piece(self, piece: Piece) -> None:
        self._asked.pop(piece.first // BLOCK, None)
        self._held.put(piece, self._visible)
        if piece.rows:
            self._events.tell(RowsChanged(piece.first, piece.first + len(piece.rows) - 1))

    def _mark(self, last: Mark | None) -> None:
        """Learn one place in every few thousand rows, so that a jump is never far; rows asked for come between."""

        def learned(marks: Sequence[Mark]) -> None:
            self._marks += marks
            if marks:
                self._mark(marks[-1])

        self._marking = self._ask(reading.marks_of_whole, self._shown.order, last, answer=learned)

    def _look_again(self, ids: Sequence[str]) -> None:
        """Read visible rows of a few changed customers at once; whether they still belong there waits its turn."""
        if len(ids) > _FEW or self.busy:
            return
        if keys := self._held.keys_of(self._visible, ids):
            self._ask(CacheFile.rows, keys, self.columns, answer=self._on_looked)

    def _on_looked(self, rows: Sequence[Row]) -> None:
        for place in self._held.renew(self._visible, rows):
            self._events.tell(RowsChanged(place, place))

    def _renew(self) -> None:
        """Read the visible rows anew after a change."""
        if self.busy:
            self._stale = True
            self._pace.done()
            return
        first, last = self._visible
        size = last - first + 1
        if self._keys is None:
            pivot = self._held.anchors.get(first) if first else None
            whole = (self._shown.order, self.columns, first, size, pivot)
            self._ask(reading.renew_whole, *whole, answer=self._on_renewed)
        else:
            found = (self._shown, self.columns, first, size, self._keys[first : last + 1])
            self._ask(reading.renew_found, *found, answer=self._on_renewed)

    def _on_renewed(self, opened: Opened) -> None:
        first, last = self._visible
        before = self._window(first, last - first + 1)
        self._take(opened)
        self._visible = (opened.piece.first, opened.piece.first + last - first)
        self._follow(before, self._window(opened.piece.first, len(opened.piece.rows)))
        self._pace.done()

    def _window(self, first: int, size: int) -> Window:
        keys = self._held.keys(first, size) if self._keys is None else self._keys[first : first + size]
        return Window(self.count, min(first, self.count), keys)

    def _follow(self, before: Window, after: Window) -> None:
        from desktop.workspace.listing.steps import steps  # noqa: PLC0415 -- the first rows follow nothing yet

        for step in steps(before, after):
            self._events.tell(step)
        if after.keys:
            self._events.tell(RowsChanged(after.first, after.first + len(after.keys) - 1))
        self._events.tell(Counted())

    def _on_failed(self, error: AppError) -> None:
        self.busy = False
        self._asked.clear()
        self._pace.done()
        self._events.tell(Failed(error))
