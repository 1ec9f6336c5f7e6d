"""Answering queries: the first rows soon, all of them in exact order, how many they are."""

import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from desktop.cache.compiling import Compiler, order_by
from desktop.cache.rows import RowReader
from desktop.cache.shaping import packed_id, plain_id
from desktop.cache.statements import Statement
from desktop.cache.tagwords import TagWords
from desktop.cache.walking import is_walkable
from desktop.domain.query import Query

_PATIENCE = 0.002
_STEP = 50
_BROAD_SHARE = 50
_NARROW = 2_000


@dataclass(frozen=True, slots=True)
class First:
    """The first rows of a result; `complete` when they are all of it, in exact order."""

    keys: "array[int]"
    complete: bool


class Finder:
    """Finds customers over one connection."""

    def __init__(self, connection: apsw.Connection, rows: RowReader, tags: TagWords) -> None:
        self._connection = connection
        self._compiler = Compiler(connection, rows, tags)

    def first(self, query: Query, limit: int, total: int) -> First:
        """Return `limit` rows of the result, or all of it, as soon as can be, of `total` customers.

        Of a text found in many customers these are recently changed ones in no exact order.
        """
        if self._compiler.search(query) is not None:
            return self._first_found(query, limit)
        cap = max(_NARROW, total // _BROAD_SHARE)
        if not is_walkable(query.order) or self.count(query, cap) < cap:
            return First(self.keys(query), complete=True)
        where = self._compiler.where(query)
        statement = Statement(
            f"SELECT row FROM customer INDEXED BY by_{query.order.field} WHERE {where.sql}"
            f" ORDER BY {order_by(query.order)} LIMIT ?",
            (*where.values, limit),
        )
        return First(self._column(statement), complete=False)

    def keys(self, query: Query, limit: int = -1) -> "array[int]":
        """Return the row numbers of a query's result in its order, at most `limit` (-1: all)."""
        order = order_by(query.order)
        if self._compiler.search(query) is None:
            where = self._compiler.where(query)
            source = Statement(f"SELECT row FROM customer WHERE {where.sql}", where.values)
        else:
            found = self._compiler.matching(query)
            source = Statement(
                f"SELECT customer.row FROM ({found.sql}) AS found CROSS JOIN customer ON customer.row = found.row",
                found.values,
            )
        return self._column(Statement(f"{source.sql} ORDER BY {order} LIMIT ?", (*source.values, limit)))

    def count(self, query: Query, cap: int = -1) -> int:
        """Return how many customers a query finds, at most `cap` (-1: all)."""
        found = self._compiler.matching(query)
        statement = f"SELECT count(*) FROM ({found.sql} LIMIT ?)"
        return int(self._connection.execute(statement, (*found.values, cap)).get)

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
            late = len(keys) % _STEP == 0 and time.perf_counter() - started > _PATIENCE
            if late and len(keys) >= limit:
                return First(keys[:limit], complete=False)
        return First(self._sorted(keys, query), complete=True)

    def _sorted(self, keys: "array[int]", query: Query) -> "array[int]":
        if not keys:
            return keys
        order = order_by(query.order)
        statement = f"SELECT row FROM customer WHERE row IN carray(?) ORDER BY {order}"
        return self._column(Statement(statement, (apsw.carray(keys),)))

    def _column(self, statement: Statement) -> "array[int]":
        return array("q", (row for (row,) in self._connection.execute(statement.sql, statement.values)))
