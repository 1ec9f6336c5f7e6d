"""The cards of a column: a listing, with cards just moved shown where they will be once the cache says so too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.qt.rows import RowLike
from desktop.ui.listed import Listing
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing_events import (
    Counted,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

_PATIENCE = 3
"""Renewals after which the listing is believed, whatever was moved."""
_NEAR = 8


@dataclass(slots=True)
class _Gone:
    """A card that left, where the listing still has it. `age`: renewals since the cache knows, -1: it does not."""

    id: str
    place: int
    age: int = -1


@dataclass(slots=True)
class _Come:
    """A card that came, at the top until the listing has it."""

    row: RowLike
    age: int = -1


class CardSource:
    """The rows of one column. Cards leave and come at once; `confirm` says that the cache holds the move."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._gone: list[_Gone] = []
        self._come: list[_Come] = []
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
        return len(self._come) + self._listing.count - len(self._gone)

    def row(self, index: int) -> RowLike | None:
        """Return a card, None when it is not there yet."""
        if index < len(self._come):
            return self._come[index].row
        return self._listing.row(self._place(index))

    def want(self, first: int, last: int) -> None:
        """Say which cards are visible."""
        self._listing.want(self._place(max(first, len(self._come))), self._place(max(last, len(self._come))))

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Answer with every id of the column, in order."""
        come = [one.row.id for one in self._come]
        gone = {*come, *(one.id for one in self._gone)}
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
        else:
            self._gone.append(_Gone(customer_id, self._place(index)))
            self._gone.sort(key=lambda one: one.place)
        self._tell(RowsRemoved(index, 1))
        self._events.tell(Counted())
        return row

    def put(self, row: RowLike) -> None:
        """Let a card come, to the top; where it just left from it only goes back."""
        left = next((one for one in self._gone if one.id == row.id), None)
        if left is not None:
            self._show_again(left)
        else:
            self._come.insert(0, _Come(row))
            self._tell(RowsInserted(0, 1))
        self._events.tell(Counted())

    def give_back(self, customer_id: str) -> None:
        """Show what the listing says of a customer: its move did not take place."""
        for gone in [one for one in self._gone if one.id == customer_id]:
            self._show_again(gone)
        self._drop_come(lambda one: one.row.id == customer_id)
        self._events.tell(Counted())

    def confirm(self, customer_id: str) -> None:
        """Learn that the cache holds what was moved: the listing tells it soon."""
        for gone in self._gone:
            if gone.id == customer_id:
                gone.age = max(gone.age, 0)
        for come in self._come:
            if come.row.id == customer_id:
                come.age = max(come.age, 0)

    def _place(self, index: int) -> int:
        """Return where the listing has the card at `index`."""
        place = index - len(self._come)
        for gone in self._gone:
            if gone.place > place:
                break
            place += 1
        return place

    def _index(self, place: int) -> int:
        """Return where a place of the listing is shown."""
        return len(self._come) + place - sum(1 for gone in self._gone if gone.place < place)

    def _tell(self, event: ListingEvent) -> None:
        self._events.tell(event)

    def _on_event(self, event: ListingEvent) -> None:
        match event:
            case ResultReset():
                self._gone.clear()
                self._come.clear()
                self._tell(event)
            case RowsInserted(first, count):
                at = self._index(first)
                for gone in self._gone:
                    gone.place += count if gone.place >= first else 0
                self._tell(RowsInserted(at, count))
            case RowsRemoved(first, count):
                self._remove(first, count)
            case RowsChanged(first, last):
                self._tell(RowsChanged(self._index(first), max(self._index(first), self._index(last))))
            case Counted():
                self._compare()
                self._tell(event)
            case _:
                self._tell(event)

    def _remove(self, first: int, count: int) -> None:
        at = self._index(first)
        end = first + count
        hidden = [one for one in self._gone if first <= one.place < end]
        self._gone = [one for one in self._gone if not first <= one.place < end]
        for gone in self._gone:
            gone.place -= count if gone.place >= end else 0
        if count > len(hidden):
            self._tell(RowsRemoved(at, count - len(hidden)))

    def _compare(self) -> None:
        """Let go of what the listing has by now."""
        for gone in tuple(self._gone):
            row = self._listing.row(gone.place)
            gone.age += gone.age >= 0
            if (
                (row is not None and row.id != gone.id)
                or gone.age > _PATIENCE
                or gone.place >= self._listing.count
            ):
                self._show_again(gone)
        seen = {row.id for place in range(len(self._come) + _NEAR) if (row := self._listing.row(place))}
        for come in self._come:
            come.age += come.age >= 0
        self._drop_come(lambda one: one.row.id in seen or one.age > _PATIENCE)
        for come in self._come:
            if come.age > 0:
                self._look_for(come)

    def _look_for(self, come: _Come) -> None:
        """Find a card that has come to its own place, further down."""

        def found(place: int | None) -> None:
            if place is not None:
                self._drop_come(lambda one: one is come)

        self._listing.index_of(come.row.id, found)

    def _show_again(self, gone: _Gone) -> None:
        self._gone = [one for one in self._gone if one is not gone]
        if gone.place < self._listing.count:
            self._tell(RowsInserted(self._index(gone.place), 1))

    def _drop_come(self, goes: Callable[[_Come], bool]) -> None:
        for index in reversed(range(len(self._come))):
            if goes(self._come[index]):
                del self._come[index]
                self._tell(RowsRemoved(index, 1))
