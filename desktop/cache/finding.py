"""Answering queries: the first rows soon, all of them in exact order, how many they are."""

import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from desktop.cache.compiling import Compiler, order_by
from desktop.cache.kept import KeptCounts
from desktop.cache.rows import RowReader
from desktop.cache.shaping import packed_id, plain_id
from desktop.cache.sharing import SharedValues
from desktop.cache.statements import Statement
from desktop.cache.tagwords import TagWords
from desktop.cache.walking import Walk, Walker
from desktop.domain.query import Order, Query

_PATIENCE = 0.001
_SORTED_AT_ONCE = 300
_STEP = 50
# A result that holds more than one customer of so many is found sooner along the order's index.
_BROAD = 40
_NARROW = 2_000
_NARROW_SHARE = 200


@dataclass(frozen=True, slots=True)
class First:
    """The first rows of a result; `complete` when they are all of it, in exact order."""

    keys: "array[int]"
    complete: bool


class Finder:
    """Finds customers over one connection."""

    def __init__(
        self,
        connection: apsw.Connection,
        rows: RowReader,
        tags: TagWords,
        shared: SharedValues,
        walker: Walker,
    ) -> None:
        self._connection = connection
        self._walker = walker
        self._compiler = Compiler(connection, rows, tags, shared)
        self._kept = KeptCounts(connection)

    def first(self, query: Query, limit: int, total: int) -> First:
        """Return `limit` rows of the result, or all of it, as soon as can be, of `total` customers.

        Of a text found in many customers these are recently changed ones in no exact order.
        """
        if self._compiler.search(query) is not None:
            return self._first_found(query, limit)
        cap = max(_NARROW, total // _NARROW_SHARE)
        if not self._walker.can(query.order) or self.count(query, cap) < cap:
            return First(self.keys(query, total), complete=True)
        return First(self._along(query.order, self._compiler.where(query), limit), complete=False)

    def keys(self, query: Query, total: int) -> "array[int]":
        """Return the row numbers of a query's result in its order, of `total` customers."""
        if not query.where and self._compiler.search(query) is None:
            return self._in_order(query.order, Statement("1"))
        found = self._column(self._compiler.matching(query))
        if not found:
            return found
        if len(found) * _BROAD > total and self._walker.can(query.order):
            return self._along(query.order, Statement("+row IN carray(?)", (apsw.carray(found),)))
        return self._sorted(found, query)

    def count(self, query: Query, cap: int = -1) -> int:
        """Return how many customers a query finds, at most `cap` (-1: all)."""
        kept = self._kept.of(query)
        if kept is not None:
            return kept if cap < 0 else min(kept, cap)
        found = self._compiler.matching(query, ordered=False)
        statement = f"SELECT count(*) FROM ({found.sql} LIMIT ?)"
        return int(self._connection.execute(statement, (*found.values, cap)).get)

    def count_soon(self, query: Query) -> int | None:
        """Return the same when it is kept, or told by the search's index; None when rows have to be looked at."""
        kept = self._kept.of(query)
        return kept if kept is not None or query.where else self.count(query)

    def ids(self, keys: Sequence[int]) -> list[str]:
        """Return the customer ids of row numbers, in their order; those that are gone are left out."""
        query = "SELECT id FROM customer WHERE row = ?"
        return [plain_id(found[0]) for key in keys for found in self._connection.execute(query, (key,))]

    def key_of(self, customer_id: str) -> int | None:
        """Return the row number of a customer, None when there is none."""
        query = "SELECT row FROM customer WHERE id = ?"
        found = self._connection.execute(query, (packed_id(customer_id),)).fetchone()
        return None if found is None else int(found[0])

    def _first_found(self, query: Query, limit: int) -> First:
        """Read the rows as the search index gives them, until there are enough and patience is over."""
        statement = self._compiler.matching(query)
        started = time.perf_counter()
        keys = array("q")
        for (row,) in self._connection.execute(statement.sql, statement.values):
            keys.append(row)
            enough = len(keys) >= max(limit, _SORTED_AT_ONCE) or (
                len(keys) >= limit and len(keys) % _STEP == 0 and time.perf_counter() - started > _PATIENCE
            )
            if enough:
                return First(keys[:limit], complete=False)
        return First(self._sorted(keys, query), complete=True)

    def _along(self, order: Order, where: Statement, limit: int = -1) -> "array[int]":
        """Return the rows that meet a condition, read along the index of the order."""
        found = array("q")
        for stretch in Walk(order).stretches():
            left = limit if limit < 0 else limit - len(found)
            statement = f"SELECT row {stretch.where} AND ({where.sql}) {stretch.order_by} LIMIT ?"
            found += self._column(Statement(statement, (*stretch.values, *where.values, left)))
            if len(found) == limit:
                break
        return found

    def _in_order(self, order: Order, where: Statement) -> "array[int]":
        if self._walker.can(order):
            return self._along(order, where)
        query = f"SELECT row FROM customer WHERE {where.sql} ORDER BY {order_by(order)}"
        return self._column(Statement(query, where.values))

    def _sorted(self, keys: "array[int]", query: Query) -> "array[int]":
        if not keys:
            return keys
        statement = f"SELECT row FROM customer WHERE row IN carray(?) ORDER BY {order_by(query.order)}"
        return self._column(Statement(statement, (apsw.carray(keys),)))

    def _column(self, statement: Statement) -> "array[int]":
        return array("q", (row for (row,) in self._connection.execute(statement.sql, statement.values)))
