"""A disk that is full at any write: what was acknowledged is there afterwards, what was not is told.

`python -m tests.attacks.fulldisk` needs to be root: it mounts a small file system of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.intentstore import StoredEntry
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError, DiskFull, NotWritable
from desktop.settings.crash import keep_report
from desktop.settings.privatefile import write_whole
from desktop.workspace.files import AccountFiles
from tests.attacks.rows import Asked, Row, ended
from tests.attacks.storage import KEY, entry
from tests.cache.people import People

_DISK = 96 * 1024 * 1024
_PEOPLE = People(17)


@dataclass(slots=True)
class Found:
    """What came out: writes tried, those refused, what was acknowledged, what must not be."""

    tries: int = 0
    refused: int = 0
    customers: set[str] = field(default_factory=set)
    edits: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def write(self, what: str, work: Callable[[], object]) -> bool:
        """Try a write; return whether it was acknowledged."""
        self.tries += 1
        try:
            work()
        except DiskFull:
            self.refused += 1
            return False
        except (AppError, OSError) as error:
            self.wrong.append(f"{what}: {type(error).__name__} {error}")
            return False
        return True


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of 96 MiB. Raises CalledProcessError where that is not allowed."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "none", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def leave(disk: Path, free: int) -> None:
    """Fill the disk but for so many bytes."""
    filler = disk / "filler"
    filler.unlink(missing_ok=True)
    room = os.statvfs(disk)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, room.f_bavail * room.f_frsize - free))


def attack(disk: Path, levels: int) -> Found:
    """Write everything there is to write while less and less of the disk is free, then more again."""
    found, folder = Found(), disk / "account"
    files = AccountFiles.open(folder, KEY, lambda function: function())
    write_whole(disk / "preferences.json", b"old")
    for number, step in enumerate([*reversed(range(levels)), *range(levels)]):
        leave(disk, step * 24 * 1024)
        _write_all(files, disk, number, found)
    leave(disk, 1 << 24)
    files.close()
    _compare(folder, found)
    return found


def read_only(disk: Path) -> Found:
    """Use the account on the disk once nothing on it may be written: every failure is told as that."""
    found = Found()
    leave(disk, 1 << 24)
    AccountFiles.open(disk / "account", KEY, lambda function: function()).close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    tries: dict[str, Callable[[], object]] = {
        "account": lambda: AccountFiles.open(disk / "account", KEY, lambda function: function()),
        "another account": lambda: AccountFiles.open(disk / "other", KEY, lambda function: function()),
        "report": lambda: keep_report(disk / "crashes", "x"),
        "preferences": lambda: write_whole(disk / "preferences.json", b"new"),
    }
    for name, work in tries.items():
        found.tries += 1
        try:
            work()
        except NotWritable:
            found.refused += 1
        except (AppError, OSError) as error:
            found.wrong.append(f"{name}: {type(error).__name__} {error}")
        else:
            found.wrong.append(f"{name} was written")
    return found


def _write_all(files: AccountFiles, disk: Path, number: int, found: Found) -> None:
    people = list(_PEOPLE.many(60 * number, 60 * number + 60))
    if found.write("cache", lambda: files.write.submit(CacheFile.write_page, people).result()):
        found.customers |= {one.id for one in people}
    for part in range(3):
        one = entry(10 * number + part)
        if found.write("outbox", partial(_added, files, one)):
            found.edits.add(one.id)
    text = "x" * 4_000 * (number % 10)
    found.write("draft", lambda: files.outbox.submit(OutboxFile.set_draft, "a", text).result())
    found.write("report", lambda: keep_report(disk / "crashes", "x" * 3_000))
    before, fresh = (disk / "preferences.json").read_bytes(), b"new " * 4_000
    kept = found.write("preferences", lambda: write_whole(disk / "preferences.json", fresh))
    if (disk / "preferences.json").read_bytes() != (fresh if kept else before):
        found.wrong.append("the preferences are half written")


def _added(files: AccountFiles, one: StoredEntry) -> None:
    files.outbox.submit(lambda box: box.intents.add([one])).result()


def _compare(folder: Path, found: Found) -> None:
    files = AccountFiles.open(folder, KEY, lambda function: function())
    try:
        found.wrong += [f"damaged: {files.damaged}"] if files.damaged else []
        found.wrong += (
            files.write.submit(CacheFile.check).result() + files.outbox.submit(OutboxFile.check).result()
        )
        here = files.write.submit(CacheFile.customers, sorted(found.customers)).result()
        edits = {one.id for one in files.outbox.submit(lambda box: box.intents.waiting()).result()}
        gone = len(found.customers) - len(here)
        found.wrong += [f"{gone} customers lost"] if gone else []
        lost, more = found.edits - edits, edits - found.edits
        found.wrong += [f"{len(lost)} edits lost"] if lost else []
        found.wrong += [f"{len(more)} edits there that were refused"] if more else []
    finally:
        files.close()


def row_of(name: str, found: Found) -> Row:
    """Return what was found as a row."""
    said = f"{found.refused} refused, {len(found.edits)} edits and {len(found.customers)} customers acknowledged"
    return Row(name, found.tries, len(found.wrong), said="; ".join([said, *found.wrong[:3]]))


def rows(asked: Asked) -> Iterator[Row]:
    """Attack on a disk of its own."""
    with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder)) as disk:
        yield row_of("a disk that is full", attack(disk, asked.sized(12, 60)))
        yield row_of("a disk that is read-only", read_only(disk))


def main() -> int:
    """Attack, print what came of it; 1 when anything acknowledged was lost."""
    return ended(rows(Asked(long=True)))


if __name__ == "__main__":
    sys.exit(main())
