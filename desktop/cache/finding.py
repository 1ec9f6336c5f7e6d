"""Answering queries: row numbers in order, counts, whole-result ids."""

from array import array
from collections.abc import Iterator, Sequence

import apsw

from desktop.cache.compiling import Compiler
from desktop.cache.shaping import packed_id, plain_id
from desktop.cache.tagwords import TagWords
from desktop.domain.query import Query


class Finder:
    """Finds customers over one connection."""

    def __init__(self, connection: apsw.Connection, tags: TagWords) -> None:
        self._connection = connection
        self._compiler = Compiler(connection, tags)

    def keys(self, query: Query, limit: int = -1) -> "array[int]":
        """Return the row numbers of a query's result in its order, at most `limit` (-1: all)."""
        statement = self._compiler.ordered(query)
        cursor = self._connection.execute(f"{statement.sql} LIMIT ?", (*statement.values, limit))
        return array("q", (row for (row,) in cursor))

    def count(self, query: Query, cap: int = -1) -> int:
        """Return how many customers a query finds, at most `cap` (-1: all)."""
        statement = self._compiler.matching(query)
        return int(
            self._connection.execute(
                f"SELECT count(*) FROM ({statement.sql} LIMIT ?)", (*statement.values, cap)
            ).get
        )

    def ids(self, keys: Sequence[int]) -> Iterator[str]:
        """Return the customer ids of row numbers, in their order."""
        for key in keys:
            for (stored,) in self._connection.execute("SELECT id FROM customer WHERE row = ?", (key,)):
                yield plain_id(stored)

    def key_of(self, customer_id: str) -> int | None:
        """Return the row number of a customer, None when there is none."""
        query = "SELECT row FROM customer WHERE id = ?"
        found = self._connection.execute(query, (packed_id(customer_id),)).fetchone()
        return None if found is None else int(found[0])
