"""A lock between processes that the operating system lets go of when its holder dies."""

import sys
from pathlib import Path
from typing import IO

from desktop.domain.errors import NotWritable


class FileLock:
    """One holder at a time over all processes; the file stays, empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Take the lock unless someone has it; say whether it was taken. Raises NotWritable."""
        if self._file is not None:
            return False
        try:
            file = self._path.open("ab")
        except OSError as error:
            raise NotWritable(file=self._path.name) from error
        if not _locked(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go of the lock. Harmless when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None


async def taken(lock: FileLock, *, every: float = 0.1) -> None:
    """Return once the lock is taken, trying every so many seconds. Raises NotWritable."""
    # A window takes one before its first row, which does not wait for asyncio.
    import asyncio  # noqa: PLC0415

    while not lock.take():  # noqa: ASYNC110 - no other process tells when it lets go
        await asyncio.sleep(every)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
