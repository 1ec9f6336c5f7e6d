"""Opening an encrypted file: key, version, damage, reserve, all before anybody reads a row."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import apsw

from desktop.cache.faults import is_suspect, storage_error, storage_faults
from desktop.cache.seals import AEGIS, HEAD_SIZE, Seal, is_head_damaged, looks_sealed, seal_of
from desktop.domain.errors import CorruptFile, NewerSchema, NotWritable, StorageError, WrongKey

RESERVE_BYTES = 8 * 1024 * 1024
_ROOM_BYTES = 1024 * 1024
_PLENTY_BYTES = 8 * RESERVE_BYTES
_BUSY_MS = 20_000
# 64 MiB: pages that many transactions touch are copied into the file once.
_CHECKPOINT_PAGES = 16_384
_WAL_LEFT_BYTES = 4 * 1024 * 1024
_TRIES = 4
_BETWEEN_TRIES = 0.02

Step: TypeAlias = str | Callable[[apsw.Connection], None]


@dataclass(frozen=True, slots=True)
class Schema:
    """The steps that lead from an empty file to today's form; step n makes version n."""

    steps: Sequence[Step]
    synchronous: Literal["NORMAL", "FULL"]

    @property
    def version(self) -> int:
        """The version this program writes."""
        return len(self.steps)


def open_sealed(path: Path, key: bytes, schema: Schema, *, read_only: bool = False) -> apsw.Connection:
    """Open or make the file at `path`, brought to the schema's version.

    `key` is 32 raw bytes. Raises WrongKey, NewerSchema (the file stays as it is, byte for byte), CorruptFile,
    DiskFull, NotWritable.
    """
    with storage_faults(path):
        if is_suspect(path):
            raise CorruptFile(file=path.name)
        if path.exists() and path.stat().st_size > 0:
            _probe(path, key, schema)
        elif read_only:
            raise NotWritable(file=path.name)
        else:
            _make_private(path)
        return _connect(path, key, schema, read_only=read_only)


def open_damaged(path: Path, key: bytes, seal: Seal) -> apsw.Connection:
    """Open a damaged file to read what is left of it. Raises SQLite's own errors."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        seal.unlock(connection, key)
        # A file whose end is missing is read as far as it goes.
        connection.config(apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1)
        _version(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_private(path: Path) -> None:
    with suppress(FileExistsError):
        # Only a file that nobody can have opened yet may be opened and closed here, see `_head`.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    path.chmod(0o600)


def _connect(path: Path, key: bytes, schema: Schema, *, read_only: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    connection = apsw.Connection(str(path), flags=flags)
    try:
        _unlock(connection, path, key)
        connection.set_busy_timeout(_BUSY_MS)
        # A closing connection must not write into a file of a newer version.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        _refuse_newer(connection, path, schema)
        if not read_only:
            _prepare(connection, path, schema)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
        if _version(connection) == schema.version:
            return connection
    except BaseException:
        connection.close()
        raise
    # Who only reads cannot bring an older file up to date: it is opened once to be written, then again.
    connection.close()
    _connect(path, key, schema, read_only=False).close()
    return _connect(path, key, schema, read_only=read_only)


def _unlock(connection: apsw.Connection, path: Path, key: bytes) -> None:
    (seal_of(_head(path), key) or AEGIS).unlock(connection, key)


def _probe(path: Path, key: bytes, schema: Schema) -> None:
    """Look at the file without writing: an immutable connection makes no -wal and takes no lock.

    Without a lock it can meet a page that another process is just writing: so what it cannot read it reads again.
    Without the -wal it can meet half of what a killed process moved from there: then the two are read together.
    """
    if is_head_damaged(_head(path), key):
        raise CorruptFile(file=path.name)
    for attempt in range(1, _TRIES + 1):
        try:
            _refuse_newer_unseen(path, key, schema)
        except (apsw.NotADBError, apsw.CorruptError) as error:
            if attempt < _TRIES:
                time.sleep(_BETWEEN_TRIES)
                continue
            head = _head(path)
            if not (seal_of(head, key) and _has_log(path)):
                raise _unreadable(path, head, key) from error
        return


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _refuse_newer_unseen(path: Path, key: bytes, schema: Schema) -> None:
    uri = path.absolute().as_uri() + "?immutable=1"
    connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        _unlock(connection, path, key)
        _refuse_newer(connection, path, schema)
    finally:
        connection.close()


def _head(path: Path) -> bytes:
    """Return the file's first bytes, read the way SQLite reads.

    Closing a descriptor of our own would drop the locks that this process's connections hold on the file (POSIX
    locks belong to the process), and another process could take the -wal away under them.
    """
    system = "win32" if sys.platform == "win32" else "unix"
    file = apsw.VFSFile(system, str(path), [apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_MAIN_DB, 0])
    try:
        return file.xRead(min(HEAD_SIZE, file.xFileSize()), 0)
    finally:
        file.xClose()


def _refuse_newer(connection: apsw.Connection, path: Path, schema: Schema) -> None:
    version = _version(connection)
    if version > schema.version:
        raise NewerSchema(file=path.name, version=version, known=schema.version)


def _unreadable(path: Path, head: bytes, key: bytes) -> StorageError:
    if seal_of(head, key) or not looks_sealed(head):
        return CorruptFile(file=path.name)
    return WrongKey(file=path.name)


def _version(connection: apsw.Connection) -> int:
    return int(str(connection.pragma("user_version")))


def _prepare(connection: apsw.Connection, path: Path, schema: Schema) -> None:
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", schema.synchronous)
    connection.pragma("wal_autocheckpoint", _CHECKPOINT_PAGES)
    connection.pragma("journal_size_limit", _WAL_LEFT_BYTES)
    if _version(connection) < schema.version:
        _migrate(connection, schema)
    _keep_reserve(path)


def _migrate(connection: apsw.Connection, schema: Schema) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated while this one waited for the lock.
        for step in schema.steps[_version(connection) :]:
            if isinstance(step, str):
                connection.execute(step)
            else:
                step(connection)
        connection.pragma("user_version", schema.version)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _keep_reserve(path: Path) -> None:
    """Hold 8 MiB beside the files, so that edits are still taken when others have filled the disk."""
    reserve = path.parent / "reserve"
    if reserve.exists() and reserve.stat().st_size >= RESERVE_BYTES:
        return
    if shutil.disk_usage(path.parent).free < _PLENTY_BYTES:
        return
    try:
        reserve.touch(mode=0o600)
        reserve.write_bytes(bytes(RESERVE_BYTES))
    except OSError:
        # Without room for a reserve the file itself may still be used.
        reserve.unlink(missing_ok=True)


def make_room(path: Path) -> None:
    """Give up the reserve beside `path` when the disk is all but full."""
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < _ROOM_BYTES:
            (path.parent / "reserve").unlink(missing_ok=True)


def let_go(connection: apsw.Connection, path: Path) -> None:
    """Close a connection, whatever it was interrupted in. Raises StorageError."""
    with storage_faults(path):
        # An interrupt holds until a statement begins; it would stop the last connection's checkpoint too. While a
        # cursor that was given up midway is still held, even this one is stopped.
        with suppress(apsw.InterruptError):
            connection.execute("SELECT 1")
        connection.close()


def integrity(connection: apsw.Connection, path: Path) -> list[str]:
    """Return what is wrong with the file, [] when nothing is."""
    try:
        found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(20)")]
    except apsw.Error as error:
        return [str(storage_error(error, path))]
    return [] if found == ["ok"] else found
