"""Files that only this user reads and that are whole at any moment."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop.domain.machineerrors import file_error


def read_bytes(path: Path) -> bytes | None:
    """Return a file's content, None where there is none; raises NotWritable when it may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise file_error(error, path) from error


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file's content at once: after a crash at any point it is the old or the new one. Mode 0600.

    Raises DiskFull or NotWritable; the old file then stands unchanged.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(6)}.new")
    try:
        _write_synced(fresh, content)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        # What keeps the file from being written can keep this one from going.
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise file_error(error, path) from error


def _write_synced(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable, where the platform can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path) -> Path:
    """Rename a broken file so that a new one can take its place; returns the new name. Raises NotWritable."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    try:
        return path.rename(kept)
    except OSError as error:
        raise file_error(error, path) from error
