"""A listing: the customers a query finds, in its order, as a table wants them: by index, some at a time."""

from array import array
from collections.abc import Callable

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane, Post, Ticket
from desktop.cache.rows import Row
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.domain.query import Query
from desktop.workspace.listing_events import (
    Counted,
    Failed,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)

__all__ = ["Counted", "Failed", "Listing", "ResultReset", "Row", "RowsChanged", "RowsInserted", "RowsRemoved"]

_BLOCK = 128
_KEPT_BLOCKS = 32


class Listing:
    """The result of a query, kept up to date. Owned by one thread; `post` runs functions in it later.

    Rows are read by `read` in blocks around what is visible; asking for one that is not there yet brings it.
    """

    def __init__(self, read: Lane[CacheFile], post: Post, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.query = Query()
        self.count = 0
        self.exact = False
        self.total = 0
        self.busy = False
        self._read = read
        self._post = post
        self._keys: array[int] = array("q")
        self._blocks: dict[int, list[Row]] = {}
        self._asked: dict[int, Ticket] = {}
        self._tickets: list[Ticket] = []
        self._listeners: dict[int, Listener] = {}
        self._next_listener = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every later event; returns the function that ends it."""
        number = self._next_listener
        self._next_listener += 1
        self._listeners[number] = listener
        return lambda: self._listeners.pop(number, None) and None

    def show(self, query: Query) -> None:
        """Show another query; the answer comes by events. A query still under way is given up."""
        self._give_up()
        self.query = query
        self.busy = True
        self._tickets.append(self._read.ask(_result, query, answer=self._on_result, failed=self._on_failed))

    def row(self, index: int) -> Row | None:
        """Return the row at `index`, None while it is not there yet (RowsChanged tells when it is)."""
        number, place = divmod(index, _BLOCK)
        block = self._blocks.get(number)
        if block is None:
            self._load(number)
            return None
        return block[place] if place < len(block) else None

    def want(self, first: int, last: int) -> None:
        """Say which rows are visible, both ends included: they and their neighbours are read first."""
        for number in range(max(0, first) // _BLOCK, min(last, self.count - 1) // _BLOCK + 1):
            if number not in self._blocks:
                self._load(number)

    def apply(self, change: Change) -> None:
        """Follow a committed change of the cache."""
        if change:
            self.show(self.query)

    def ids(self, answer: Callable[[list[str]], None]) -> None:
        """Answer with the id of every customer of the result, in order."""
        keys = self._keys
        self._tickets.append(self._read.ask(_ids, keys, answer=answer, failed=self._on_failed))

    def index_of(self, customer_id: str, answer: Callable[[int | None], None]) -> None:
        """Answer with the index of a customer in the result, None when it is not in it."""

        def found(key: int | None) -> None:
            answer(self._keys.index(key) if key is not None and key in self._keys else None)

        self._read.ask(_key, customer_id, answer=found, failed=self._on_failed)

    def close(self) -> None:
        """Give up what is under way and tell nobody any more."""
        self._listeners.clear()
        self._give_up()

    def _give_up(self) -> None:
        for ticket in (*self._tickets, *self._asked.values()):
            ticket.drop()
        self._tickets.clear()
        self._asked.clear()

    def _load(self, number: int) -> None:
        if number in self._asked or number * _BLOCK >= len(self._keys):
            return
        keys = self._keys[number * _BLOCK : (number + 1) * _BLOCK]

        def arrived(rows: list[Row]) -> None:
            self._asked.pop(number, None)
            self._blocks[number] = rows
            while len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.pop(next(iter(self._blocks)))
            self._tell(RowsChanged(number * _BLOCK, min((number + 1) * _BLOCK, self.count) - 1))

        self._asked[number] = self._read.ask(
            CacheFile.rows, keys, self.columns, answer=arrived, failed=self._on_failed
        )

    def _on_result(self, result: tuple["array[int]", int]) -> None:
        self._keys, self.total = result
        self.count = len(self._keys)
        self.exact = True
        self.busy = False
        self._blocks.clear()
        self._tell(ResultReset())

    def _on_failed(self, error: AppError) -> None:
        self.busy = False
        self._tell(Failed(error))

    def _tell(self, event: ListingEvent) -> None:
        for number in tuple(self._listeners):
            if number in self._listeners:
                self._listeners[number](event)


def _result(file: CacheFile, query: Query) -> tuple["array[int]", int]:
    return file.keys(query), file.counts().total


def _ids(file: CacheFile, keys: "array[int]") -> list[str]:
    return file.ids(keys)


def _key(file: CacheFile, customer_id: str) -> int | None:
    return file.key_of(customer_id)
