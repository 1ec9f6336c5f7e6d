"""Walking the whole account in an order, from a known customer on, along the index of the order's column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

import apsw

from desktop.cache.columns import COLUMNS, INDEXED, SHARED, SORTABLE
from desktop.cache.sharing import SharedValues, value_in
from desktop.domain.query import Order

Anchor: TypeAlias = tuple[str | int | None, int]
"""A place in an order: the value of its column and the row number."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A direction through an order: from just behind `start` (None: the first) towards the end, or back."""

    order: Order
    start: Anchor | None = None
    backwards: bool = False

    def stretches(self) -> "Iterator[Stretch]":
        """Return what is walked, one after the other."""
        empty = self._empty()
        if self.start is None:
            yield from (empty, self._filled()) if self.backwards else (self._filled(), empty)
            return
        value, row = self.start
        sign = "<" if self._way == "DESC" else ">"
        if value is None:
            yield self._empty(f" AND row {sign} ?", row)
            if self.backwards:
                yield self._filled()
            return
        yield self._filled(f" AND {self._key} = ? AND row {sign} ?", value, row)
        yield self._filled(f" AND {self._key} {sign} ?", value)
        if not self.backwards:
            yield empty

    @property
    def _way(self) -> str:
        return "DESC" if self.order.descending != self.backwards else "ASC"

    @property
    def _key(self) -> str:
        return "value" if self.order.field in SHARED else self.order.field

    def _filled(self, behind: str = "", *values: str | int) -> "Stretch":
        """Return the customers that have a value; where values are shared, in the order of the values."""
        name, way = self.order.field, self._way
        if name in SHARED:
            # With the plus nothing is made of either side, as the index needs it.
            joined = f"shared CROSS JOIN customer INDEXED BY by_{name} ON {name} = +number"
            where = f"FROM {joined} WHERE field = '{name}'"
        else:
            where = f"FROM customer INDEXED BY by_{name} WHERE {name} IS NOT NULL"
        return Stretch(self._key, where + behind, f"ORDER BY {self._key} {way}, row {way}", values)

    def _empty(self, behind: str = "", *values: str | int) -> "Stretch":
        name = self.order.field
        where = f"FROM customer INDEXED BY by_{name} WHERE {name} IS NULL{behind}"
        return Stretch("NULL", where, f"ORDER BY row {self._way}", values)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a walk as SQL: the column of the order, where its rows are, how they follow each other."""

    key: str
    where: str
    order_by: str
    values: tuple[str | int, ...]


class Walker:
    """Walks over one connection."""

    def __init__(self, connection: apsw.Connection, shared: SharedValues) -> None:
        self._connection = connection
        self._shared = shared
        self._indexed = set(INDEXED)

    def can(self, order: Order) -> bool:
        """Return whether the column of an order has an index to walk along."""
        return self._has_index(order) and (order.field not in SHARED or self._shared.whole)

    def _has_index(self, order: Order) -> bool:
        if order.field not in self._indexed:
            query = "SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?)"
            if not self._connection.execute(query, (f"by_{order.field}",)).get:
                return False
            # An index, once made, stays.
            self._indexed.add(order.field)
        return True

    def lacking(self) -> Order | None:
        """Return an order of the table's usual columns that has no index yet, None when all have one."""
        return next((order for order in map(Order, SORTABLE) if not self._has_index(order)), None)

    def prepare(self, order: Order) -> bool:
        """Make the index of an order when its column can have one; return whether it can be walked."""
        if not self._has_index(order) and order.field in COLUMNS:
            self._connection.execute(f"CREATE INDEX IF NOT EXISTS by_{order.field} ON customer({order.field})")
        return self.can(order)

    def pack(self) -> None:
        """Make the index by update time anew: the first customers came newest first and left half of it empty."""
        self._connection.execute("REINDEX by_updated")

    def page(self, walk: Walk, skip: int, limit: int) -> list[Anchor]:
        """Return up to `limit` places of a walk, after the first `skip`."""
        found: list[Anchor] = []
        for stretch in walk.stretches():
            query = f"SELECT {stretch.key}, row {stretch.where} {stretch.order_by} LIMIT ? OFFSET ?"
            places = self._connection.execute(query, (*stretch.values, limit - len(found), skip)).fetchall()
            found += cast("list[Anchor]", places)
            if len(found) >= limit:
                break
            skip = 0 if places else skip - self._length(stretch)
        return found

    def length(self, walk: Walk) -> int:
        """Return how many customers a walk passes."""
        return sum(self._length(stretch) for stretch in walk.stretches())

    def place(self, order: Order, row: int) -> Anchor | None:
        """Return the place of a row in an order, None when the row is gone."""
        key = value_in(order.field) if order.field in SHARED else order.field
        query = f"SELECT {key}, row FROM customer WHERE row = ?"
        found = self._connection.execute(query, (row,)).fetchone()
        return cast("Anchor | None", found)

    def _length(self, stretch: Stretch) -> int:
        return int(self._connection.execute(f"SELECT count(*) {stretch.where}", stretch.values).get)
