"""The follow-up stage of customers: learned from lists filtered by stage, held in the row only."""

from collections.abc import Collection, Iterable

import apsw

from desktop.cache.shaping import packed_id, plain_id
from desktop.domain.change import Change


class StageMembers:
    """The column `stage_id` over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def put(self, stage_id: str, ids: Collection[str], *, complete: bool) -> Change:
        """Move customers into a stage inside the caller's transaction; `complete`: and all others out of it."""
        moved = self._enter(packed_id(stage_id), ids)
        if complete:
            moved += self._leave(packed_id(stage_id), frozenset(ids))
        return Change(updated=tuple(moved))

    def _enter(self, stage_id: str | bytes, ids: Iterable[str]) -> list[str]:
        query = "UPDATE customer SET stage_id = ?1 WHERE id = ?2 AND stage_id IS NOT ?1 RETURNING id"
        return [
            plain_id(stored)
            for key in dict.fromkeys(ids)
            for (stored,) in self._connection.execute(query, (stage_id, packed_id(key))).fetchall()
        ]

    def _leave(self, stage_id: str | bytes, staying: frozenset[str]) -> list[str]:
        stored = self._connection.execute(
            "SELECT row, id FROM customer WHERE stage_id = ?", (stage_id,)
        ).fetchall()
        leaving = [(row, plain_id(key)) for row, key in stored if plain_id(key) not in staying]
        self._connection.executemany(
            "UPDATE customer SET stage_id = NULL WHERE row = ?", [(row,) for row, _ in leaving]
        )
        return [key for _, key in leaving]
