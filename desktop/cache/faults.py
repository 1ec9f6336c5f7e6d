"""SQLite's errors become the tree of `desktop.domain.errors`, here and by table."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from desktop.domain.errors import AppError, CorruptFile, DiskFull, NotWritable, StorageError


class Abandoned(Exception):
    """The work was interrupted because nobody waits for its answer any more."""


_IO_WITHOUT_ROOM = frozenset(
    {
        apsw.SQLITE_IOERR_WRITE,
        apsw.SQLITE_IOERR_TRUNCATE,
        apsw.SQLITE_IOERR_FSYNC,
        apsw.SQLITE_IOERR_SHMSIZE,
        apsw.SQLITE_IOERR_SHMMAP,
    }
)

_BY_KIND: dict[type[apsw.Error], type[StorageError]] = {
    apsw.FullError: DiskFull,
    apsw.CorruptError: CorruptFile,
    apsw.NotADBError: CorruptFile,
    apsw.ReadOnlyError: NotWritable,
    apsw.PermissionsError: NotWritable,
    apsw.AuthError: NotWritable,
    apsw.CantOpenError: NotWritable,
}


_BY_NUMBER: dict[int, type[StorageError]] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), DiskFull),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), NotWritable),
}

_SUSPECT = ".suspect"


def is_suspect(path: Path) -> bool:
    """Return whether a page of the file was found damaged while it was in use."""
    return path.with_name(path.name + _SUSPECT).exists()


def note_damage(path: Path) -> None:
    """Have the next opening of the file, by any process, set it aside."""
    with suppress(OSError):
        path.with_name(path.name + _SUSPECT).touch(mode=0o600)


def forget_damage(path: Path) -> None:
    """Forget what was noted: the file was set aside. Raises OSError."""
    path.with_name(path.name + _SUSPECT).unlink(missing_ok=True)


def storage_error(error: apsw.Error, path: Path) -> AppError:
    """Return the error of our tree for one of SQLite's; `path` names the file in it."""
    # The extended code is set on every error SQLite raised, though the type hints do not know it.
    code: int = getattr(error, "extendedresult", 0)
    if code in _IO_WITHOUT_ROOM:
        return DiskFull(file=path.name, result=code)
    return _BY_KIND.get(type(error), StorageError)(file=path.name, result=code)


@contextmanager
def storage_faults(path: Path) -> Iterator[None]:
    """Raise SQLite's and the file system's errors of the block as errors of our tree.

    A file found damaged is noted, see `is_suspect`. Raises Abandoned when the block was interrupted from another
    thread. Programming errors (bad SQL, wrong bindings, a closed connection) pass as they are: they are bugs.
    """
    try:
        yield
    except apsw.InterruptError as error:
        raise Abandoned from error
    except (apsw.SQLError, apsw.MisuseError, apsw.RangeError, apsw.ConnectionClosedError):
        raise
    except apsw.Error as error:
        told = storage_error(error, path)
        if isinstance(told, CorruptFile):
            note_damage(path)
        raise told from error
    except OSError as error:
        raise _BY_NUMBER.get(error.errno or 0, StorageError)(file=path.name, result=error.errno or 0) from error
