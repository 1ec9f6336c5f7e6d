"""The follow-up stage of customers: learned from lists filtered by stage, held in the row only."""

from collections.abc import Collection, Iterable, Sequence

import apsw

from desktop.cache.grace import GRACE
from desktop.cache.shaping import Sql, packed_id, plain_id
from desktop.cache.sharing import SharedValues
from desktop.domain.change import Change

_SHOW_AGAIN = """
UPDATE customer SET stage_id = base.stage_id FROM base
WHERE customer.row = base.row AND customer.stage_id IS NOT base.stage_id AND NOT EXISTS (
    SELECT 1 FROM pending
    WHERE pending.customer = customer.id AND json_type(pending.fields, '$.stage_id') IS NOT NULL
)
RETURNING customer.id
"""

_LISTED_ANEW = """
SELECT row, id, base.stage_id FROM base JOIN customer USING (row) WHERE NOT EXISTS (
    SELECT 1 FROM pending
    WHERE pending.customer = customer.id AND until > ?1 AND until <= ?1 + ?2
    AND json_type(pending.fields, '$.stage_id') IS NOT NULL
)
"""


class StageMembers:
    """The column `stage_id` over one connection."""

    def __init__(self, connection: apsw.Connection, shared: SharedValues) -> None:
        self._connection = connection
        self._shared = shared

    def put(self, stage_id: str, ids: Collection[str], now: int, *, complete: bool) -> Change:
        """Move customers into a stage inside the caller's transaction; `complete`: and all others out of it.

        Whose stage was set here a moment before `now`, in seconds, stays in it: the list may have been read
        earlier. The next pull reads it again.
        """
        number = self._shared.number("stage_id", packed_id(stage_id))
        held = self._shared.known("stage_id", [packed_id(stage_id)])
        moved = self._enter(number, held, ids)
        if complete:
            moved += self._leave(held, frozenset(ids))
        if self._connection.execute("SELECT EXISTS(SELECT 1 FROM base)").get:
            moved += self._put_edited(number, held, frozenset(ids), now, complete=complete)
        return Change(updated=tuple(moved))

    def _enter(self, number: Sql, held: Sequence[Sql], ids: Iterable[str]) -> list[str]:
        query = (
            "UPDATE customer SET stage_id = ?1 WHERE id = ?2 AND stage_id IS NOT ?1 AND stage_id IS NOT ?3"
            " AND row NOT IN (SELECT row FROM base) RETURNING id"
        )
        return [
            plain_id(stored)
            for key in dict.fromkeys(ids)
            for (stored,) in self._connection.execute(query, (number, packed_id(key), held[-1])).fetchall()
        ]

    def _leave(self, held: Sequence[Sql], staying: frozenset[str]) -> list[str]:
        query = "SELECT row, id FROM customer WHERE stage_id IN (?, ?) AND row NOT IN (SELECT row FROM base)"
        stored = self._connection.execute(query, (held[0], held[-1])).fetchall()
        leaving = [(row, plain_id(key)) for row, key in stored if plain_id(key) not in staying]
        self._connection.executemany(
            "UPDATE customer SET stage_id = NULL WHERE row = ?", [(row,) for row, _ in leaving]
        )
        return [key for _, key in leaving]

    def _put_edited(
        self, number: Sql, held: Sequence[Sql], ids: frozenset[str], now: int, *, complete: bool
    ) -> list[str]:
        """Do the same for customers with edits over them; the stage of an edit goes on showing."""
        kept = self._connection.execute(_LISTED_ANEW, (now, GRACE))
        for row, key, stage in kept.fetchall():
            inside = plain_id(key) in ids
            if inside != (stage in held) and (inside or complete):
                self._connection.execute(
                    "UPDATE base SET stage_id = ? WHERE row = ?", (number if inside else None, row)
                )
        return [plain_id(key) for (key,) in self._connection.execute(_SHOW_AGAIN).fetchall()]
