"""Files of every older version, opened by a program that is killed while it brings them up to date."""

import itertools
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import apsw

from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.schema import CACHE, OUTBOX
from desktop.cache.sealed import Schema, open_sealed
from tests.attacks.crashing.killer import Killer
from tests.workspace.rig import KEY

_CUSTOMERS = 2_000
_EDITS = 200
_WHOLE = 2
"""Times each file is opened undisturbed before."""

Rows = dict[str, list[dict[str, Any]]]


def olds(folder: Path) -> Iterator[tuple[str, Path]]:
    """Make a file of each older version in `folder`; yield the task that opens it, and the file."""
    for name, schema in (("open_cache", CACHE), ("open_outbox", OUTBOX)):
        for version in range(1, schema.version):
            path = folder / f"{name}-{version}"
            connection = open_sealed(path, KEY, Schema(schema.steps[:version], schema.synchronous))
            with connection:
                _fill(connection)
            connection.close()
            yield name, path


def _fill(connection: apsw.Connection) -> None:
    chance = random.Random(1)
    tables = _tables(connection)
    if "customer" in tables:
        numbers = range(1 << 24, (1 << 24) + _CUSTOMERS)
        connection.executemany(
            "INSERT INTO customer(row, id, mark, sweep, status, agent_id) VALUES (?, ?, ?, 1, ?, ?)",
            ((row, f"c{row}", row, chance.randint(1, 4), f"a{row % 9}") for row in numbers),
        )
        connection.executemany(
            "INSERT INTO record VALUES (?, ?)", ((row, chance.randbytes(200)) for row in numbers)
        )
        connection.execute("UPDATE meta SET value = ? WHERE name = 'total'", (_CUSTOMERS,))
    if "pending" in tables:
        edits = ((f"e{one}", f"c{one}", one, '["t"]', "[]") for one in range(_EDITS))
        connection.executemany(
            "INSERT INTO pending(entry, customer, seq, added, removed) VALUES (?, ?, ?, ?, ?)", edits
        )
    if "secret" in tables:
        connection.executemany("INSERT INTO secret VALUES (?, ?)", ((f"s{one}", "x" * 50) for one in range(5)))
        connection.executemany("INSERT INTO view VALUES (?, ?, '{}')", ((f"v{one}", one) for one in range(50)))
    if "entry" in tables:
        connection.executemany(
            "INSERT INTO entry VALUES (?, ?, 'customer:c', 'queued', '{}', '{}', '', 0, 1, 1, 0, '', '')",
            ((one, f"e{one}") for one in range(1, _EDITS)),
        )


def _tables(connection: apsw.Connection) -> list[str]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table'"
    query = f"{named} AND NOT name GLOB 'gram*' AND NOT name GLOB 'sqlite_*'"
    return [str(name) for (name,) in connection.execute(query)]


def _content(connection: apsw.Connection) -> Rows:
    content: Rows = {}
    for table in _tables(connection):
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of the schema
        names = [str(name) for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        content[table] = [dict(zip(names, row, strict=True)) for row in rows]
    return content


def lost(before: Rows, after: Rows) -> list[str]:
    """Return what a file held before and does not hold after."""
    return [
        f"{table}: {len(rows)} rows became {len(after.get(table, ()))}, or differ"
        for table, rows in before.items()
        if not _all_in(rows, after.get(table, []), grows=table == "meta")
    ]


def _all_in(rows: Sequence[dict[str, Any]], kept: Sequence[dict[str, Any]], *, grows: bool) -> bool:
    """Say whether all rows were kept, in their order and no others; `grows`: a step may have put some between."""
    if not grows and len(rows) != len(kept):
        return False
    left = iter(kept)
    return all(any(old.items() <= new.items() for new in left) for old in rows)


def attack(killer: Killer, folder: Path, kills: int) -> Iterator[str]:
    """Kill so many openings of old files; yield what is wrong with a file that is opened again."""
    made = list(olds(folder))
    before = {path: _read(path, CACHE if task == "open_cache" else OUTBOX) for task, path in made}
    for number, (task, old) in enumerate(itertools.islice(itertools.cycle(made), kills + _WHOLE * len(made))):
        path = folder / "file"
        for one in (path, path.with_name("file-wal"), path.with_name("file-shm")):
            one.unlink(missing_ok=True)
        shutil.copyfile(old, path)
        asked = {"do": task, "path": str(path)}
        if number < _WHOLE * len(made):
            killer.whole(asked, old.name)
        else:
            killer.killed(asked, old.name)
        yield from (f"{old.name}: {wrong}" for wrong in _looked_over(task, path, before[old]))


def _read(path: Path, schema: Schema) -> Rows:
    version = int(path.name.rpartition("-")[2])
    connection = open_sealed(path, KEY, Schema(schema.steps[:version], schema.synchronous))
    try:
        return _content(connection)
    finally:
        connection.close()


def _looked_over(task: str, path: Path, before: Rows) -> Iterator[str]:
    file = (CacheFile if task == "open_cache" else OutboxFile).open(path, KEY)
    try:
        if isinstance(file, CacheFile):
            yield from file.check()
            if sum(file.standings.counts().values()) != _CUSTOMERS:
                yield "the standings do not add up"
        yield from lost(before, _content(file._connection))
    finally:
        file.close()
