"""The cards of a column: a listing, with cards just moved shown where they will be once the cache says so too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.qt.rows import RowLike
from desktop.ui.window.listed import Listing
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import (
    Counted,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

_PATIENCE = 3
"""Renewals after which the listing is believed about a card that left."""


@dataclass(slots=True)
class _Hidden:
    """A card that is not shown where the listing has it: it left, or stands at the top (`pinned`).

    `age` counts renewals since the cache knows that it left, -1: it does not know yet.
    """

    id: str
    place: int
    pinned: bool = False
    age: int = -1


class CardSource:
    """The rows of one column. Cards leave and come at once; those that came stand at the top from then on."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._hidden: list[_Hidden] = []
        self._come: list[RowLike] = []
        self._events: Subscribers[ListingEvent] = Subscribers()
        self._unsubscribe = listing.subscribe(self._on_event)

    @property
    def listing(self) -> Listing:
        """What the cache says."""
        return self._listing

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the values of a row."""
        return self._listing.columns

    @property
    def count(self) -> int:
        """The number of cards known so far."""
        return len(self._come) + self._listing.count - len(self._hidden)

    def row(self, index: int) -> RowLike | None:
        """Return a card, None when it is not there yet."""
        if index < len(self._come):
            return self._come[index]
        return self._listing.row(self._place(index))

    def want(self, first: int, last: int) -> None:
        """Say which cards are visible."""
        self._listing.want(self._place(max(first, len(self._come))), self._place(max(last, len(self._come))))

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with every id of the column, in order."""
        come = [one.id for one in self._come]
        gone = {*come, *(one.id for one in self._hidden)}
        self._listing.ids(lambda ids: answer([*come, *(one for one in ids if one not in gone)]))

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Follow the events; the function returned ends it."""
        return self._events.subscribe(listener)

    def close(self) -> None:
        """Stop following the listing."""
        self._unsubscribe()
        self._events.clear()

    def take(self, customer_id: str, index: int) -> RowLike | None:
        """Let a card leave; return it. `index` is where it was seen. None when it is not there any more."""
        row = self.row(index)
        if row is None or row.id != customer_id:
            return None
        if index < len(self._come):
            del self._come[index]
            for hidden in self._hidden:
                hidden.pinned = hidden.pinned and hidden.id != customer_id
        else:
            self._hide(_Hidden(customer_id, self._place(index)))
        self._events.tell(RowsRemoved(index, 1))
        self._events.tell(Counted())
        return row

    def put(self, row: RowLike) -> None:
        """Let a card come, to the top; where it just left from it only goes back."""
        left = next((one for one in self._hidden if one.id == row.id), None)
        if left is not None:
            self._show_again(left)
        elif all(one.id != row.id for one in self._come):
            self._come.insert(0, row)
            self._events.tell(RowsInserted(0, 1))
        self._events.tell(Counted())

    def learn(self, customer_id: str, *, here: bool) -> None:
        """Learn what the cache says of a customer that was moved: in this column, or not."""
        for hidden in [one for one in self._hidden if one.id == customer_id and not one.pinned]:
            if here:
                self._show_again(hidden)
            else:
                hidden.age = max(hidden.age, 0)
        if not here:
            self._unpin(customer_id)
        self._events.tell(Counted())

    def _place(self, index: int) -> int:
        """Return where the listing has the card at `index`."""
        place = index - len(self._come)
        for hidden in self._hidden:
            if hidden.place > place:
                break
            place += 1
        return place

    def _index(self, place: int) -> int:
        """Return where a place of the listing is shown."""
        return len(self._come) + place - sum(1 for one in self._hidden if one.place < place)

    def _on_event(self, event: ListingEvent) -> None:
        match event:
            case ResultReset():
                self._hidden.clear()
                self._come.clear()
                self._events.tell(event)
            case RowsInserted(first, count):
                at = self._index(first)
                for hidden in self._hidden:
                    hidden.place += count if hidden.place >= first else 0
                self._events.tell(RowsInserted(at, count))
            case RowsRemoved(first, count):
                self._remove(first, count)
            case RowsChanged(first, last):
                if self._compare():
                    self._pin()
                start = self._index(first)
                self._events.tell(RowsChanged(start, max(start, self._index(last))))
            case Counted():
                self._age()
                self._compare()
                self._pin()
                self._events.tell(event)
            case _:
                self._events.tell(event)

    def _remove(self, first: int, count: int) -> None:
        at = self._index(first)
        end = first + count
        inside = [one for one in self._hidden if first <= one.place < end]
        self._hidden = [one for one in self._hidden if not first <= one.place < end]
        for hidden in self._hidden:
            hidden.place -= count if hidden.place >= end else 0
        if count > len(inside):
            self._events.tell(RowsRemoved(at, count - len(inside)))

    def _age(self) -> None:
        for hidden in self._hidden:
            hidden.age += hidden.age >= 0

    def _compare(self) -> bool:
        """Show again what stands elsewhere by now (and say if any does), the cards of the top as listed now."""
        before = len(self._hidden)
        for hidden in tuple(self._hidden):
            row = self._listing.row(hidden.place)
            other = row is not None and row.id != hidden.id
            if other or hidden.age > _PATIENCE or hidden.place >= self._listing.count:
                self._show_again(hidden)
        for hidden in self._hidden:
            row = self._listing.row(hidden.place) if hidden.pinned else None
            if row is not None:
                self._refresh(row)
        return len(self._hidden) < before

    def _refresh(self, row: RowLike) -> None:
        for index, come in enumerate(self._come):
            if come.id == row.id and come is not row:
                self._come[index] = row
                self._events.tell(RowsChanged(index, index))

    def _pin(self) -> None:
        """Hide the cards of the top where the listing has them: further down."""
        for row in self._come:
            if all(one.id != row.id for one in self._hidden):
                self._listing.index_of(row.id, partial(self._found, row.id))

    def _found(self, customer_id: str, place: int | None) -> None:
        known = any(one.id == customer_id for one in self._hidden)
        on_top = any(one.id == customer_id for one in self._come)
        row = self._listing.row(place) if place is not None else None
        if place is None or known or not on_top or (row is not None and row.id != customer_id):
            return
        at = self._index(place)
        self._hide(_Hidden(customer_id, place, pinned=True))
        self._events.tell(RowsRemoved(at, 1))

    def _hide(self, hidden: _Hidden) -> None:
        self._hidden.append(hidden)
        self._hidden.sort(key=lambda one: one.place)

    def _show_again(self, hidden: _Hidden) -> None:
        self._hidden = [one for one in self._hidden if one is not hidden]
        if hidden.place < self._listing.count:
            self._events.tell(RowsInserted(self._index(hidden.place), 1))

    def _unpin(self, customer_id: str) -> None:
        index = next((index for index, row in enumerate(self._come) if row.id == customer_id), -1)
        if index >= 0:
            del self._come[index]
            self._events.tell(RowsRemoved(index, 1))
        for hidden in [one for one in self._hidden if one.id == customer_id and one.pinned]:
            self._show_again(hidden)
