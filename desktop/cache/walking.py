"""Walking the whole account in an order, from a known customer on, along the index of the order's column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

import apsw

from desktop.cache.columns import COLUMNS, INDEXED, SORTABLE
from desktop.cache.statements import Statement
from desktop.domain.query import Order

Anchor: TypeAlias = tuple[str | int | None, int]
"""A place in an order: the value of its column and the row number."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A direction through an order: from just behind `start` (None: the first) towards the end, or back."""

    order: Order
    start: Anchor | None = None
    backwards: bool = False

    @property
    def _way(self) -> str:
        return "DESC" if self.order.descending != self.backwards else "ASC"

    def stretches(self) -> Iterator[Statement]:
        """Return what is walked, one after the other, each as conditions and order of a SELECT."""
        name, way = self.order.field, self._way
        sign = "<" if way == "DESC" else ">"
        empty = Statement(f"{name} IS NULL ORDER BY row {way}")
        if self.start is None:
            whole = Statement(f"{name} IS NOT NULL ORDER BY {name} {way}, row {way}")
            yield from (empty, whole) if self.backwards else (whole, empty)
            return
        value, row = self.start
        if value is None:
            yield Statement(f"{name} IS NULL AND row {sign} ? ORDER BY row {way}", (row,))
            if self.backwards:
                yield Statement(f"{name} IS NOT NULL ORDER BY {name} {way}, row {way}")
            return
        yield Statement(f"{name} = ? AND row {sign} ? ORDER BY row {way}", (value, row))
        yield Statement(f"{name} {sign} ? ORDER BY {name} {way}, row {way}", (value,))
        if not self.backwards:
            yield empty


class Walker:
    """Walks over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._indexed = set(INDEXED)

    def can(self, order: Order) -> bool:
        """Return whether the column of an order has an index to walk along."""
        if order.field not in self._indexed:
            query = "SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?)"
            if not self._connection.execute(query, (f"by_{order.field}",)).get:
                return False
            # An index, once made, stays.
            self._indexed.add(order.field)
        return True

    def lacking(self) -> Order | None:
        """Return an order of the table's usual columns that cannot be walked yet, None when all can."""
        return next((order for order in map(Order, SORTABLE) if not self.can(order)), None)

    def prepare(self, order: Order) -> bool:
        """Make the index of an order when its column can have one; return whether it can be walked."""
        if not self.can(order) and order.field in COLUMNS:
            self._connection.execute(f"CREATE INDEX IF NOT EXISTS by_{order.field} ON customer({order.field})")
        return self.can(order)

    def pack(self) -> None:
        """Make the index by update time anew: the first customers came newest first and left half of it empty."""
        self._connection.execute("REINDEX by_updated")

    def page(self, walk: Walk, skip: int, limit: int) -> list[Anchor]:
        """Return up to `limit` places of a walk, after the first `skip`."""
        found: list[Anchor] = []
        for stretch in walk.stretches():
            query = f"SELECT {walk.order.field}, row {_source(walk)} WHERE {stretch.sql} LIMIT ? OFFSET ?"
            places = self._connection.execute(query, (*stretch.values, limit - len(found), skip)).fetchall()
            found += cast("list[Anchor]", places)
            if len(found) >= limit:
                break
            skip = 0 if places else skip - self._length(walk, stretch)
        return found

    def length(self, walk: Walk) -> int:
        """Return how many customers a walk passes."""
        return sum(self._length(walk, stretch) for stretch in walk.stretches())

    def place(self, order: Order, row: int) -> Anchor | None:
        """Return the place of a row in an order, None when the row is gone."""
        query = f"SELECT {order.field}, row FROM customer WHERE row = ?"
        found = self._connection.execute(query, (row,)).fetchone()
        return cast("Anchor | None", found)

    def _length(self, walk: Walk, stretch: Statement) -> int:
        condition = stretch.sql.partition(" ORDER BY ")[0]
        query = f"SELECT count(*) {_source(walk)} WHERE {condition}"
        return int(self._connection.execute(query, stretch.values).get)


def _source(walk: Walk) -> str:
    return f"FROM customer INDEXED BY by_{walk.order.field}"
