"""What the server says of customers whose fields are shown otherwise: edits of them are on their way.

Their `record` and columns hold what is shown, for tables, filters and search; the table `base` holds the record
and the stage as the server has them.
"""

from array import array
from collections.abc import Collection, Iterable

import apsw

from desktop.cache.shaping import Sql, packed_id
from desktop.cache.sharing import SharedValues

_KEEP = (
    "INSERT INTO base SELECT row, ?2, stage_id FROM customer WHERE row = ?1"
    " ON CONFLICT(row) DO UPDATE SET body = excluded.body"
)


class BaseRecords:
    """The table `base` over one connection; works in the caller's transaction."""

    def __init__(self, connection: apsw.Connection, shared: SharedValues) -> None:
        self._connection = connection
        self._shared = shared

    def among(self, rows: Collection[int]) -> frozenset[int]:
        """Return which of these rows are shown otherwise."""
        if not rows or not self._connection.execute("SELECT EXISTS(SELECT 1 FROM base)").get:
            return frozenset()
        query = "SELECT row FROM base WHERE row IN carray(?)"
        return frozenset(row for (row,) in self._connection.execute(query, (apsw.carray(array("q", rows)),)))

    def keep(self, row: int, body: bytes) -> None:
        """Keep the server's record of a row; its stage too when the row was not shown otherwise before."""
        self._connection.execute(_KEEP, (row, body))

    def put_stage(self, row: int, stage_id: str) -> None:
        """Note the stage the server has a kept row in, "" for none."""
        self._connection.execute("UPDATE base SET stage_id = ? WHERE row = ?", (self._held(stage_id), row))

    def show_stage(self, row: int, stage_id: str) -> None:
        """Show a row in a stage, "" for none."""
        self._connection.execute("UPDATE customer SET stage_id = ? WHERE row = ?", (self._held(stage_id), row))

    def forget(self, rows: Iterable[int]) -> None:
        """Show rows in the stage the server has them in; their record is not kept any more."""
        for row in rows:
            self._connection.execute(
                "UPDATE customer SET stage_id = (SELECT stage_id FROM base WHERE row = ?1) WHERE row = ?1", (row,)
            )
            self._connection.execute("DELETE FROM base WHERE row = ?", (row,))

    def _held(self, stage_id: str) -> Sql:
        return self._shared.number("stage_id", packed_id(stage_id)) if stage_id else None
