"""The outbox of a profile: what exists nowhere else. Every write is on the disk when the call returns."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop.cache.faults import note_damage, storage_faults
from desktop.cache.schema import OUTBOX
from desktop.cache.sealed import integrity, let_go, make_room, open_sealed
from desktop.cache.transactions import transaction
from desktop.domain.errors import CorruptFile

if TYPE_CHECKING:
    from desktop.cache.intentstore import IntentStore
    from desktop.cache.jobstore import JobStore
    from desktop.cache.salvage import Salvaged


@dataclass(frozen=True, slots=True)
class StoredView:
    """A saved view as it is stored: `body` is its owner's own text, `position` its place in the tabs."""

    id: str
    position: int
    body: str


class OutboxFile:
    """One connection to the outbox, for one thread at a time; only `interrupt` may come from another.

    Every method raises CorruptFile, DiskFull or NotWritable when the file fails.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self.path = path
        self._connection = connection
        # An edit is worth more than the reserve: called before each commit is written.
        connection.set_commit_hook(self._make_room)

    @classmethod
    def open(cls, path: Path, key: bytes) -> "OutboxFile":
        """Open or make the outbox at `path` with its 32-byte key.

        Raises WrongKey, NewerSchema (the file stays unchanged), CorruptFile, DiskFull, NotWritable.
        """
        return cls(path, open_sealed(path, key, OUTBOX))

    @cached_property
    def intents(self) -> "IntentStore":
        """The edits on their way."""
        from desktop.cache.intentstore import IntentStore  # noqa: PLC0415 -- the first rows need none

        return IntentStore(self._connection, self.path)

    @cached_property
    def jobs(self) -> "JobStore":
        """The bulk edits."""
        from desktop.cache.jobstore import JobStore  # noqa: PLC0415 -- the first rows need none

        return JobStore(self._connection, self.path)

    def sound(self) -> None:
        """Read every page. Raises CorruptFile when one is damaged: see `salvage`."""
        with storage_faults(self.path):
            found = self._connection.execute("PRAGMA quick_check(1)").get
        if found != "ok":
            note_damage(self.path)
            raise CorruptFile(file=self.path.name)

    def salvage(self, damaged: Path, key: bytes) -> "Salvaged":
        """Put what can be read of a damaged outbox into this new one; return what that was."""
        from desktop.cache.salvage import salvage  # noqa: PLC0415 -- seldom needed

        return salvage(damaged, key, self._connection, self.path)

    def secret(self, name: str) -> str | None:
        """Return a secret, None when it is not stored."""
        with storage_faults(self.path):
            value = self._connection.execute("SELECT value FROM secret WHERE name = ?", (name,)).get
        return None if value is None else str(value)

    def set_secret(self, name: str, value: str | None) -> None:
        """Store a secret, or forget it (None)."""
        self._put("secret", "value", name, value)

    def draft(self, name: str) -> str | None:
        """Return a draft, None when there is none."""
        with storage_faults(self.path):
            body = self._connection.execute("SELECT body FROM draft WHERE name = ?", (name,)).get
        return None if body is None else str(body)

    def drafts(self, lead: str = "") -> Mapping[str, str]:
        """Return the drafts whose names begin with `lead`, by name."""
        with storage_faults(self.path):
            found = "SELECT name, body FROM draft WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name"
            return dict(self._connection.execute(found, (lead,)))

    def set_draft(self, name: str, body: str | None) -> None:
        """Store a draft, or forget it (None)."""
        self._put("draft", "body", name, body)

    def views(self) -> list[StoredView]:
        """Return the saved views in the order of their tabs."""
        with storage_faults(self.path):
            rows = self._connection.execute("SELECT id, position, body FROM view ORDER BY position, id")
            return [StoredView(*row) for row in rows]

    def put_view(self, view: StoredView) -> None:
        """Add or replace a saved view, by its id."""
        with self._writing():
            self._connection.execute(
                "INSERT INTO view VALUES (?, ?, ?) ON CONFLICT(id)"
                " DO UPDATE SET position = excluded.position, body = excluded.body",
                (view.id, view.position, view.body),
            )

    def remove_view(self, view_id: str) -> None:
        """Forget a saved view; an unknown id is passed over."""
        with self._writing():
            self._connection.execute("DELETE FROM view WHERE id = ?", (view_id,))

    def check(self) -> list[str]:
        """Return what is wrong with the file, [] when nothing is."""
        return integrity(self._connection, self.path)

    def interrupt(self) -> None:
        """Do nothing: a write of the outbox is short and is never given up."""

    def rearm(self) -> None:
        """Do nothing, see `interrupt`."""

    def close(self) -> None:
        """Let go of the file; the connection cannot be used any more."""
        let_go(self._connection, self.path)

    def _put(self, table: str, column: str, name: str, value: str | None) -> None:
        with self._writing():
            if value is None:
                self._connection.execute(f"DELETE FROM {table} WHERE name = ?", (name,))
                return
            self._connection.execute(
                f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET {column} = excluded.{column}",
                (name, value),
            )

    def _make_room(self) -> bool:
        make_room(self.path)
        return False

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self.path)
