"""The blacklist as the server last said it, one row a customer."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import apsw

from desktop.cache.meta import Meta
from desktop.cache.shaping import encodable, packed_id, plain_id
from desktop.domain.bans.entry import BlacklistEntry, BlackType

_FETCHED = "blacklist"
_TURN = "blacklist_turn"
_READING = "blacklist_reading"
_NO_EXTRA = "{}"
"""What nearly every entry has: parsing it took a seventh of the reading."""
_COUNT = "INSERT INTO meta VALUES (?, 1) ON CONFLICT(name) DO UPDATE SET value = value + 1"


class BlackStore:
    """The table `blacklist` over one connection; `reading` and `writing` as the file's."""

    def __init__(
        self,
        connection: apsw.Connection,
        meta: Meta,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._connection = connection
        self._meta = meta
        self._reading = reading
        self._writing = writing

    def replace(self, entries: Iterable[BlacklistEntry], fetched: int, *, complete: bool) -> int:
        """Hold these entries, fetched at `fetched` (seconds since the epoch); `complete`: and no others.

        Returns the number of this reading.
        """
        with self._writing():
            if complete:
                self._connection.execute("DELETE FROM blacklist")
            self._put(entries)
            self._meta.put(_FETCHED, fetched)
            self._connection.execute(_COUNT, (_READING,))
            return self._number(_READING)

    def put(self, entries: Iterable[BlacklistEntry]) -> None:
        """Hold these entries in place of the former of the same customers."""
        with self._writing():
            self._put(entries)

    def all(self) -> tuple[Sequence[BlacklistEntry], int | None]:
        """Return every entry and when they were fetched, None when they never were."""
        with self._reading():
            rows = self._connection.execute("SELECT * FROM blacklist").fetchall()
            fetched = self._connection.execute("SELECT value FROM meta WHERE name = ?", (_FETCHED,)).get
        return [_entry(row) for row in rows], fetched

    def turn(self) -> int:
        """Return a number that changes with every change of the list, whichever process made it."""
        with self._reading():
            return self._number(_TURN)

    def reading(self) -> int:
        """Return the number of the last reading of the server's list, 0 when there was none."""
        with self._reading():
            return self._number(_READING)

    def of(self, customer_id: str) -> BlacklistEntry | None:
        """Return a customer's entry, None when there is none."""
        query = "SELECT * FROM blacklist WHERE customer = ?"
        with self._reading():
            row = self._connection.execute(query, (packed_id(customer_id),)).fetchone()
        return None if row is None else _entry(row)

    def _number(self, name: str) -> int:
        return int(self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).get or 0)

    def _put(self, entries: Iterable[BlacklistEntry]) -> None:
        self._connection.execute(_COUNT, (_TURN,))
        self._connection.executemany(
            "INSERT INTO blacklist VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(customer) DO UPDATE SET"
            " nickname = excluded.nickname, kind = excluded.kind, reason = excluded.reason,"
            " since = excluded.since, until = excluded.until, active = excluded.active,"
            " user_status = excluded.user_status, extra = excluded.extra",
            (
                (
                    packed_id(one.customer_id),
                    encodable(one.nickname),
                    one.type.value if one.type else None,
                    encodable(one.reason),
                    one.since,
                    one.until,
                    one.active,
                    one.user_status,
                    json.dumps(dict(one.extra), separators=(",", ":")),
                )
                for one in entries
            ),
        )


def _entry(row: tuple[Any, ...]) -> BlacklistEntry:
    customer, nickname, kind, reason, since, until, active, user_status, extra = row
    return BlacklistEntry(
        plain_id(customer),
        nickname,
        None if kind is None else BlackType(kind),
        reason,
        since,
        until,
        bool(active),
        user_status,
        json.loads(extra) if extra != _NO_EXTRA else {},
    )
