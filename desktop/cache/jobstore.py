"""The tables of bulk jobs in the outbox: jobs, and a row for each of their customers. A write is one commit."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import apsw

from desktop.cache.faults import storage_faults
from desktop.cache.transactions import transaction

QUEUED, SENDING, UNKNOWN, DONE, REJECTED, DROPPED = (
    "queued",
    "sending",
    "unknown",
    "done",
    "rejected",
    "dropped",
)


STEP = "job:"
"""What the gesture of a step of undo begins with when it is a job."""


@dataclass(frozen=True, slots=True)
class StoredJob:
    """A job as it is stored: `body` and `reason` are their owner's own text.

    `number` is given when it is added, `seq` its place among the entries. `at` counts the steps that are over.
    """

    number: int
    id: str
    seq: int
    state: str
    body: str
    at: int
    reason: str
    created: float
    changed: float


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A customer of a job: tag ids joined by commas that are added, removed, and that it had before.

    In a job of other edits `base` is what the edit found and `edit` the edit, "" when all rows make the same: both
    are their owner's text. `sent` is the server's time of the first send whose end is not known.
    """

    place: int
    customer: str
    added: str
    removed: str
    base: str
    state: str = QUEUED
    attempts: int = 0
    reason: str = ""
    edit: str = ""
    sent: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row; `tried` 0 when it was not sent at all. `base` and `sent` are kept unless None.

    `ids` are what the server called what the row made, by the local ids.
    """

    place: int
    state: str
    reason: str = ""
    tried: int = 1
    base: str | None = None
    sent: float | None = None
    ids: tuple[tuple[str, str], ...] = ()


_BESIDE = 10
"""Rows behind the one that makes a customer that may be about the same."""

_JOB = ", ".join(field.name for field in fields(StoredJob))
_OF_ROW = tuple(field.name for field in fields(StoredRow))
_ROW = ", ".join(_OF_ROW)
# Literals, so that the index of the rows that are not done is used.
_IS = {state: f"state = '{state}' AND state <> 'done'" for state in (QUEUED, SENDING, UNKNOWN, REJECTED, DROPPED)}
# What was edited by hand before the job began is sent first, and rows of one customer, which stand side by side,
# one after the other.
_CLAIM = (
    f"UPDATE job_row SET state = '{SENDING}', sent = CASE sent WHEN 0 THEN ?4 ELSE sent END"
    " WHERE job = ?1 AND place IN ("
    f"SELECT place FROM job_row AS own WHERE job = ?1 AND {_IS[QUEUED]} AND customer NOT IN ("
    "SELECT substr(lane, 10) FROM entry WHERE state <> 'done' AND state <> 'rejected'"
    " AND lane LIKE 'customer:%' AND seq < ?2) AND NOT EXISTS ("
    "SELECT 1 FROM job_row AS former WHERE former.job = ?1 AND former.place = own.place - 1"
    f" AND former.customer = own.customer AND former.state IN ('{QUEUED}', '{SENDING}', '{UNKNOWN}'))"
    " ORDER BY place LIMIT ?3)"
    f" RETURNING {_ROW}"
)


class JobStore:
    """The tables over one connection. Every method raises CorruptFile, DiskFull or NotWritable."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, job: StoredJob) -> StoredJob:
        """Store a job and return it with its number, and its place after every entry that is there."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "INSERT INTO sqlite_sequence(name, seq) SELECT 'entry', 0"
                " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'entry');"
                "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'entry'"
            )
            seq = int(self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").get)
            values = (job.id, seq, job.state, job.body, job.at, job.reason, job.created, job.changed)
            number = self._connection.execute(
                "INSERT INTO job(id, seq, state, body, at, reason, created, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
                values,
            ).get
        return StoredJob(int(number), job.id, seq, *values[2:])

    def put(self, job: StoredJob) -> None:
        """Store how far a job is."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "UPDATE job SET state = ?, body = ?, at = ?, reason = ?, changed = ? WHERE number = ?",
                (job.state, job.body, job.at, job.reason, job.changed, job.number),
            )

    def jobs(self) -> list[StoredJob]:
        """Return every job, the oldest first."""
        with storage_faults(self._path):
            return [StoredJob(*row) for row in self._connection.execute(f"SELECT {_JOB} FROM job ORDER BY number")]

    def begin(self, job: StoredJob, label: str, undoes: str) -> None:
        """Store that the rows of a job are complete, and make it a step of undo called `label`.

        `undoes` is the id of the job it takes back, whose step it then turns; "" for none.
        """
        with transaction(self._connection, self._path):
            self._connection.execute(
                "UPDATE job SET state = ?, changed = ? WHERE number = ?", (job.state, job.changed, job.number)
            )
            if undoes:
                self._connection.execute(
                    "UPDATE step SET gesture = ?, undone = NOT undone WHERE gesture = ?",
                    (f"{STEP}{job.id}", f"{STEP}{undoes}"),
                )
            else:
                self._connection.execute("DELETE FROM step WHERE undone")
                self._connection.execute(
                    "INSERT INTO step(gesture, label, undone) VALUES (?, ?, 0)", (f"{STEP}{job.id}", label)
                )

    def drop_step(self, job_id: str) -> None:
        """Forget the step of undo that is a job: nothing takes it back."""
        with transaction(self._connection, self._path):
            self._connection.execute("DELETE FROM step WHERE gesture = ?", (f"{STEP}{job_id}",))

    def remove(self, number: int) -> None:
        """Forget a job and its rows."""
        with transaction(self._connection, self._path):
            self._connection.execute("DELETE FROM job_row WHERE job = ?", (number,))
            self._connection.execute("DELETE FROM job WHERE number = ?", (number,))

    def prune_entries(self, over: Sequence[str]) -> None:
        """Forget the edits that jobs had made which are gone, or in one of the states `over`."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "DELETE FROM entry WHERE state = 'done' AND job <> '' AND NOT EXISTS (SELECT 1 FROM job"
                " WHERE id = substr(entry.job, 1, instr(entry.job, ':') - 1) AND state NOT IN carray(?))",
                (apsw.carray(tuple(over)),),
            )

    def add_rows(self, number: int, rows: Iterable[StoredRow]) -> None:
        """Store customers of a job."""
        with transaction(self._connection, self._path):
            self._connection.executemany(
                f"INSERT INTO job_row(job, {_ROW}) VALUES (?{', ?' * len(_OF_ROW)})",
                ((number, *(getattr(one, name) for name in _OF_ROW)) for one in rows),
            )

    def claim(self, number: int, seq: int, limit: int, now: float = 0.0) -> list[StoredRow]:
        """Note that the next `limit` rows are being sent at the server's time `now` and return them.

        Left out are customers of whom entries before `seq` still wait.
        """
        with transaction(self._connection, self._path):
            rows = [StoredRow(*row) for row in self._connection.execute(_CLAIM, (number, seq, limit, now))]
        return sorted(rows, key=lambda row: row.place)

    def settle(self, number: int, outcomes: Sequence[Outcome]) -> None:
        """Note what became of rows; those about a customer that one of them made get the server's id of it."""
        named = [(local, server, number, one.place) for one in outcomes for local, server in one.ids]
        with transaction(self._connection, self._path):
            self._connection.executemany(
                "UPDATE job_row SET state = ?, reason = ?, attempts = attempts + ?, base = coalesce(?, base),"
                " sent = coalesce(?, sent) WHERE job = ? AND place = ?",
                ((one.state, one.reason, one.tried, one.base, one.sent, number, one.place) for one in outcomes),
            )
            self._connection.executemany(
                "INSERT INTO identity VALUES (?, ?) ON CONFLICT(local) DO UPDATE SET server = excluded.server",
                ((local, server) for local, server, *_ in named),
            )
            self._connection.executemany(
                "UPDATE job_row SET customer = ?2, edit = replace(edit, ?1, ?2) WHERE job = ?3 AND customer = ?1"
                f" AND place > ?4 AND place <= ?4 + {_BESIDE}",
                named,
            )

    def sent_after(self, number: int, since: float) -> list[tuple[str, float]]:
        """Return the customers of rows that were sent after `since`, by the server's time, and when."""
        query = "SELECT customer, sent FROM job_row WHERE job = ? AND sent > ?"
        with storage_faults(self._path):
            found = self._connection.execute(query, (number, since)).fetchall()
        return [(str(customer), float(sent or 0)) for customer, sent in found]

    def keep(self, number: int, place: int, base: str) -> None:
        """Note what the edit of a row found."""
        with transaction(self._connection, self._path):
            self._connection.execute(
                "UPDATE job_row SET base = ? WHERE job = ? AND place = ?", (base, number, place)
            )

    def move(self, number: int, before: Sequence[str], after: str) -> int:
        """Put every row in one of the states `before` into `after`; return how many."""
        moved = 0
        with transaction(self._connection, self._path):
            for state in before:
                attempts = ", attempts = 0, reason = ''" if after == QUEUED else ""
                self._connection.execute(
                    f"UPDATE job_row SET state = ?{attempts} WHERE job = ? AND {_IS[state]}", (after, number)
                )
                moved += self._connection.changes()
        return moved

    def rename(self, number: int, ids: Mapping[str, str]) -> None:
        """Put the server's ids of tags in the place of local ones."""
        with transaction(self._connection, self._path):
            for column in ("added", "removed"):
                self._connection.executemany(
                    f"UPDATE job_row SET {column} = trim(replace(',' || {column} || ',', ',' || ?1 || ',',"
                    f" ',' || ?2 || ','), ',') WHERE job = ?3 AND instr(',' || {column} || ',', ',' || ?1 || ',')",
                    [(local, server, number) for local, server in ids.items()],
                )

    def rows(self, number: int, state: str, after: int = -1, limit: int = 1_000) -> list[StoredRow]:
        """Return rows in one state behind the place `after`, in their order; "" for any state."""
        which = _IS.get(state, "1" if not state else f"state = '{DONE}'")
        query = f"SELECT {_ROW} FROM job_row WHERE job = ? AND place > ? AND {which} ORDER BY place LIMIT ?"
        with storage_faults(self._path):
            return [StoredRow(*row) for row in self._connection.execute(query, (number, after, limit))]

    def at(self, number: int, places: Sequence[int]) -> list[StoredRow]:
        """Return the rows at these places, those that are there."""
        query = f"SELECT {_ROW} FROM job_row WHERE job = ? AND place IN carray(?)"
        with storage_faults(self._path):
            found = self._connection.execute(query, (number, apsw.carray(array("q", places))))
            return [StoredRow(*row) for row in found]

    def counts(self, number: int) -> dict[str, int]:
        """Return how many rows are in each state; states without rows are left out."""
        query = "SELECT state, count(*) FROM job_row WHERE job = ? GROUP BY state"
        with storage_faults(self._path):
            return dict(self._connection.execute(query, (number,)))
