"""Folders for files whose key is never stored: they go with the program, or at its next start."""

import os
import secrets
import shutil
import sys
from pathlib import Path
from typing import IO

from desktop.domain.errors import NotWritable
from desktop.settings.folder import private_folder


class TemporaryFolder:
    """A private folder that lives as long as this object; leftovers of dead programs go when one is made.

    Raises NotWritable.
    """

    def __init__(self, parent: Path) -> None:
        private_folder(parent)
        try:
            # One program at a time: a folder without its lock yet looks like a leftover.
            with _opened(parent / "making") as making:
                _wait_for(making)
                _remove_leftovers(parent)
                self.path = private_folder(parent / secrets.token_hex(8))
                self._lock = _opened(self.path / "in-use")
                _wait_for(self._lock)
        except OSError as error:
            raise NotWritable(path=str(parent)) from error

    def close(self) -> None:
        """Remove the folder and what is in it."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def _remove_leftovers(parent: Path) -> None:
    for folder in parent.iterdir():
        if folder.is_dir() and _abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    with _opened(folder / "in-use") as file:
        return _taken(file)


def _opened(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait_for(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
