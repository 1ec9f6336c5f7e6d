"""What can still be read of a damaged outbox, row by row, is put into a new one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw

from desktop.cache.faults import storage_faults
from desktop.cache.sealed import open_damaged
from desktop.cache.seals import HEAD_SIZE, SEALS
from desktop.cache.transactions import transaction

_TABLES = ("secret", "view", "draft", "entry", "identity", "step", "job", "job_row")
"""What exists nowhere else, the edits among it."""

_WAL = "-wal"


@dataclass(slots=True)
class Salvaged:
    """What came out: how many rows, how many of them edits that were not done; `whole` when nothing is missing."""

    rows: int = 0
    edits: int = 0
    whole: bool = True


def salvage(damaged: Path, key: bytes, fresh: apsw.Connection, path: Path) -> Salvaged:
    """Put what can be read of the outbox at `damaged` into the new one at `path`, `fresh`; it stays as it is.

    Raises DiskFull, NotWritable when the new one cannot be written.
    """
    found = Salvaged()
    with transaction(fresh, path), _copy_of(damaged, key) as old:
        if old is None:
            return Salvaged(whole=False)
        for table in _TABLES:
            _move(old, fresh, table, found)
        found.edits = int(fresh.execute("SELECT count(*) FROM entry WHERE state <> 'done'").get)
    return found


@contextmanager
def _copy_of(damaged: Path, key: bytes) -> Iterator[apsw.Connection | None]:
    """Open a copy, whose log can be read without changing the original; None when its first page is lost."""
    with storage_faults(damaged), TemporaryDirectory(dir=damaged.parent, prefix="salvage-") as folder:
        connection = _opened(damaged, key, Path(folder))
        try:
            yield connection
        finally:
            if connection is not None:
                connection.close()


def _opened(damaged: Path, key: bytes, folder: Path) -> apsw.Connection | None:
    """Open a copy with the bytes at its beginning healed: they may not even tell any more how it was sealed."""
    content, log = damaged.read_bytes(), damaged.with_name(damaged.name + _WAL)
    for seal in SEALS:
        copy = folder / f"{seal.cipher}.db"
        copy.write_bytes(seal.head(key) + content[HEAD_SIZE:])
        if log.exists():
            shutil.copy(log, copy.with_name(copy.name + _WAL))
        with suppress(apsw.Error):
            return open_damaged(copy, key, seal)
    return None


def _move(old: apsw.Connection, fresh: apsw.Connection, table: str, found: Salvaged) -> None:
    columns = _columns(old, fresh, table)
    if not columns:
        found.whole = False
        return
    names = ", ".join(columns)
    insert = f"INSERT OR IGNORE INTO {table}({names}) VALUES ({', '.join('?' * len(columns))})"
    for row in _rows(old, f"SELECT {names} FROM {table}", found):
        fresh.execute(insert, row)
        found.rows += fresh.changes()


def _columns(old: apsw.Connection, fresh: apsw.Connection, table: str) -> list[str]:
    """Return the columns both have: the damaged file may be of an older version."""
    here = [name for _, name, *_ in fresh.execute(f"PRAGMA table_info({table})")]
    with suppress(apsw.Error):
        there = {name for _, name, *_ in old.execute(f"PRAGMA table_info({table})")}
        return [name for name in here if name in there]
    return []


def _rows(old: apsw.Connection, query: str, found: Salvaged) -> "Iterator[apsw.SQLiteValues]":
    """Yield the rows before the first page that cannot be read, then those behind the last one."""
    key = _key_of(old, query.rpartition(" ")[2])
    for order in ("", " DESC"):
        try:
            yield from old.execute(f"{query} ORDER BY {', '.join(f'{name}{order}' for name in key)}")
        except apsw.Error:
            found.whole = False
        else:
            return


def _key_of(old: apsw.Connection, table: str) -> list[str]:
    keys = [(place, name) for _, name, _, _, _, place in old.execute(f"PRAGMA table_info({table})") if place]
    return [name for _, name in sorted(keys)]
