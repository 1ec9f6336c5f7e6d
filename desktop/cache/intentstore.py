"""The tables of edits in the outbox: entries, ids the server gave, steps of undo. Every write is one commit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import apsw

from desktop.cache.faults import storage_faults
from desktop.cache.transactions import transaction

SENDING, UNKNOWN = "sending", "unknown"
STEPS = 100
"""Steps of undo that are kept."""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as it is stored: `body`, `base` and `reason` are their owner's own text.

    `seq` is given when it is added. `changed` and `state` tell whether somebody else wrote it meanwhile.
    """

    seq: int
    id: str
    lane: str
    state: str
    body: str
    base: str
    reason: str
    attempts: int
    created: float
    changed: float
    sent: float
    gesture: str
    job: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo: the gesture that is undone next (or redone, when `undone`), and what it is called."""

    number: int
    gesture: str
    label: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An entry that takes the place of `old`, if nobody changed that meanwhile; None: it goes."""

    old: StoredEntry
    new: StoredEntry | None


_COLUMNS = ", ".join(field.name for field in fields(StoredEntry))
_GIVEN = ", ".join(field.name for field in fields(StoredEntry) if field.name != "seq")
_INSERT = f"INSERT INTO entry({_GIVEN}) VALUES ({', '.join('?' * (len(fields(StoredEntry)) - 1))}) RETURNING seq"
_UPDATE = (
    "UPDATE entry SET lane = ?, state = ?, body = ?, base = ?, reason = ?, attempts = ?, changed = ?, sent = ?"
    " WHERE id = ? AND state = ? AND changed = ?"
)


class IntentStore:
    """The tables over one connection. Every method raises CorruptFile, DiskFull or NotWritable."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(
        self, entries: Sequence[StoredEntry], step: Step | None = None, rewrites: Sequence[Rewrite] = ()
    ) -> list[StoredEntry]:
        """Store entries, and what else their gesture changes, in one commit; return them with their `seq`.

        `step` with number 0 is a new one, which ends the possibility to redo; else it takes the place of the one
        with its number, which goes when it names no gesture.
        """
        with transaction(self._connection, self._path):
            stored = [self._insert(entry) for entry in entries]
            self._rewritten(rewrites)
            if step is not None:
                self._put_step(step)
        return stored

    def rewrite(self, rewrites: Sequence[Rewrite], ids: Mapping[str, str] | None = None) -> list[StoredEntry]:
        """Change or remove entries and note ids the server gave to local ones, in one commit.

        Returns the old entries of those that somebody else had changed: they stay as they are.
        """
        with transaction(self._connection, self._path):
            late = self._rewritten(rewrites)
            self._connection.executemany(
                "INSERT INTO identity VALUES (?, ?) ON CONFLICT(local) DO UPDATE SET server = excluded.server",
                tuple((ids or {}).items()),
            )
        return late

    def recover(self, now: float) -> int:
        """Note that what was under way when its sender ended may or may not have arrived; return how much."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "UPDATE entry SET state = ?, changed = ? WHERE state = ?", (UNKNOWN, now, SENDING)
            )
            return self._connection.changes()

    def waiting(self) -> list[StoredEntry]:
        """Return the entries that are not done, in their order."""
        return self._entries("state <> 'done' ORDER BY seq")

    def of_gesture(self, gesture: str) -> list[StoredEntry]:
        """Return the entries of a gesture in their order."""
        return self._entries("gesture = ? ORDER BY seq", gesture)

    def of_job(self, job: str) -> list[StoredEntry]:
        """Return the entries that a job made, in their order."""
        return self._entries("job = ? AND job <> '' ORDER BY seq", job)

    def entry(self, entry_id: str) -> StoredEntry | None:
        """Return an entry, None when it was discarded or is long done."""
        return next(iter(self._entries("id = ?", entry_id)), None)

    def ids(self) -> dict[str, str]:
        """Return the server's ids by the local ones."""
        with storage_faults(self._path):
            return dict(self._connection.execute("SELECT local, server FROM identity"))

    def step(self, *, undone: bool) -> Step | None:
        """Return the step to undo next, or with `undone` the one to redo next."""
        order = "number" if undone else "number DESC"
        query = f"SELECT number, gesture, label, undone FROM step WHERE undone = ? ORDER BY {order} LIMIT 1"
        with storage_faults(self._path):
            row = self._connection.execute(query, (undone,)).fetchone()
        return None if row is None else Step(row[0], row[1], row[2], bool(row[3]))

    def version(self) -> int:
        """Return a number that changes when another connection has written."""
        with storage_faults(self._path):
            return int(str(self._connection.pragma("data_version")))

    def prune(self, before: float) -> None:
        """Forget what was done `before` and can no longer be undone; entries of jobs are left to their job."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "DELETE FROM step WHERE number <= (SELECT max(number) FROM step) - ?;", (STEPS,)
            )
            self._connection.execute(
                "DELETE FROM entry WHERE state = 'done' AND job = '' AND changed < ?"
                " AND gesture NOT IN (SELECT gesture FROM step)",
                (before,),
            )

    def _entries(self, condition: str, *values: str) -> list[StoredEntry]:
        with storage_faults(self._path):
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM entry WHERE {condition}", values)
            return [StoredEntry(*row) for row in rows]

    def _insert(self, entry: StoredEntry) -> StoredEntry:
        values = tuple(getattr(entry, field.name) for field in fields(entry))[1:]
        return StoredEntry(int(self._connection.execute(_INSERT, values).get), *values)

    def _rewritten(self, rewrites: Iterable[Rewrite]) -> list[StoredEntry]:
        return [one.old for one in rewrites if not self._rewrite(one)]

    def _rewrite(self, one: Rewrite) -> bool:
        old, new = one.old, one.new
        guard = (old.id, old.state, old.changed)
        if new is None:
            self._connection.execute("DELETE FROM entry WHERE id = ? AND state = ? AND changed = ?", guard)
        else:
            fresh = (new.lane, new.state, new.body, new.base, new.reason, new.attempts, new.changed, new.sent)
            self._connection.execute(_UPDATE, (*fresh, *guard))
        return self._connection.changes() == 1

    def _put_step(self, step: Step) -> None:
        if not step.number:
            self._connection.execute("DELETE FROM step WHERE undone")
            self._connection.execute(
                "INSERT INTO step(gesture, label, undone) VALUES (?, ?, ?)",
                (step.gesture, step.label, step.undone),
            )
            return
        if not step.gesture:
            self._connection.execute("DELETE FROM step WHERE number = ?", (step.number,))
            return
        self._connection.execute(
            "UPDATE step SET gesture = ?, undone = ? WHERE number = ?", (step.gesture, step.undone, step.number)
        )
