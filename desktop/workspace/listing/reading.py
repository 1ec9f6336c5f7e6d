"""What a listing asks of the cache; these functions run in the reader's lane."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.rows import Row
from desktop.cache.walking import Anchor, Walk
from desktop.domain.query import Order, Query

SCREEN = 40
"""Rows that are read before anything else of a result: a few more than most windows show."""
FIRST = 100
"""Customers that are found before the rest of them."""

Columns: TypeAlias = tuple[str, ...]
EVERY = 4_096
_MARKS_A_TURN = 4
"""A few ms of reading: rows that are asked for meanwhile wait for no more."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A known place of the whole account's order: the customer at `index` stands at `anchor`."""

    index: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of a result from `first` on; `anchors` are their places when the result is the whole account."""

    first: int
    rows: Sequence[Row]
    anchors: Sequence[Anchor] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The begin of a result of `count` rows (so far, unless `complete`); `keys` is None for the whole account."""

    keys: "array[int] | None"
    count: int
    complete: bool
    total: int
    piece: Piece


def open_result(file: CacheFile, query: Query, columns: Columns, size: int = SCREEN) -> Opened:
    """Read the first `size` rows of a query's result, FIRST at most of what is found, as soon as can be."""
    if is_whole(file, query):
        return open_whole(file, query.order, columns, 0, size)
    return open_found(file, query, columns, size)


def is_whole(file: CacheFile, query: Query) -> bool:
    """Return whether a query is answered by walking all customers along an index."""
    return not query.text.strip() and not query.where and file.can_walk(query.order)


def open_whole(file: CacheFile, order: Order, columns: Columns, first: int, size: int) -> Opened:
    """Read the whole account in an order, `size` rows from `first` on."""
    total = file.counts().total
    return Opened(None, total, True, total, piece_of_whole(file, order, columns, total, (), first, size))


def open_found(file: CacheFile, query: Query, columns: Columns, size: int) -> Opened:
    """Read the first `size` rows of what a query finds, as soon as can be."""
    found = file.first(query, FIRST)
    rows = file.rows(found.keys[:size], columns)
    return Opened(found.keys, len(found.keys), found.complete, file.counts().total, Piece(0, rows))


def complete_found(file: CacheFile, query: Query, columns: Columns, size: int) -> Opened:
    """Read all of what a query finds, with the first `size` rows."""
    keys = file.keys(query)
    rows = file.rows(keys[:size], columns)
    return Opened(keys, len(keys), True, file.counts().total, Piece(0, rows))


def piece_of_found(file: CacheFile, keys: "array[int]", columns: Columns, first: int, size: int) -> Piece:
    """Read rows of a result whose row numbers are known."""
    return Piece(first, file.rows(keys[first : first + size], columns))


def piece_of_whole(
    file: CacheFile, order: Order, columns: Columns, count: int, marks: Sequence[Mark], first: int, size: int
) -> Piece:
    """Read rows of the whole account, walking from the nearest known place: a mark, the begin or the end."""
    size = max(0, min(size, count - first))
    ahead = max((mark for mark in marks if mark.index < first), key=lambda mark: mark.index, default=None)
    behind = min((mark for mark in marks if mark.index >= first + size), key=lambda mark: mark.index, default=None)
    skip = first - (ahead.index + 1 if ahead else 0)
    back = (behind.index if behind else count) - (first + size)
    if skip <= back:
        anchors = file.page(Walk(order, ahead.anchor if ahead else None), skip, size)
    else:
        walk = Walk(order, behind.anchor if behind else None, backwards=True)
        anchors = file.page(walk, back, size)[::-1]
    rows = file.rows([row for _, row in anchors], columns)
    return Piece(first, rows, anchors)


def marks_of_whole(file: CacheFile, order: Order, last: Mark | None) -> list[Mark]:
    """Return the next marks after `last`, one every EVERY rows; [] at the end."""
    found: list[Mark] = []
    for _ in range(_MARKS_A_TURN):
        start = found[-1] if found else last
        places = file.page(Walk(order, start.anchor if start else None), EVERY - 1, 1)
        if not places:
            break
        found.append(Mark((start.index if start else -1) + EVERY, places[0]))
    return found


def renew_whole(
    file: CacheFile, order: Order, columns: Columns, first: int, size: int, pivot: Anchor | None
) -> Opened:
    """Read the whole account anew, from the place where `pivot` stood at row `first` (None: row `first`)."""
    total = file.counts().total
    if pivot is None:
        return open_whole(file, order, columns, max(0, min(first, total - size)), size)
    value, row = pivot
    # The walk starts behind the place before, so that the pivot itself is part of it.
    before = (value, row + 1 if order.descending else row - 1)
    first = file.length(Walk(order, pivot, backwards=True))
    anchors = file.page(Walk(order, before), 0, size)
    rows = file.rows([row for _, row in anchors], columns)
    return Opened(None, total, True, total, Piece(first, rows, anchors))


def renew_found(
    file: CacheFile, query: Query, columns: Columns, first: int, size: int, seen: "array[int]"
) -> Opened:
    """Read a result anew; of the customers `seen` from row `first` on, the first that is left keeps its place."""
    if is_whole(file, query):
        pivot = file.place(query.order, seen[0]) if first and seen else None
        return renew_whole(file, query.order, columns, first, size, pivot)
    keys = file.keys(query)
    if first:
        first = _aligned(keys, first, seen)
    rows = file.rows(keys[first : first + size], columns)
    return Opened(keys, len(keys), True, file.counts().total, Piece(first, rows))


def _aligned(keys: "array[int]", first: int, seen: "array[int]") -> int:
    for place, key in enumerate(seen):
        try:
            return max(0, keys.index(key) - place)
        except ValueError:
            continue
    return min(first, len(keys))


def ids_of(file: CacheFile, query: Query, keys: "array[int] | None") -> list[str]:
    """Return every customer id of a result, in order."""
    return file.ids(file.keys(query) if keys is None else keys)


def index_in_whole(file: CacheFile, order: Order, customer_id: str) -> int | None:
    """Return where a customer stands in the whole account's order."""
    key = file.key_of(customer_id)
    place = None if key is None else file.place(order, key)
    return None if place is None else file.length(Walk(order, place, backwards=True))
