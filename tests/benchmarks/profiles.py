"""Makes, or reuses, cache files of a given size for the benchmarks: the same customers every time."""

import gc
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cache.schema import CACHE
from desktop.domain.customers.customer import Customer
from tests.benchmarks.dressing import dress
from tests.cache.people import People

KEY = bytes(range(32))
PAGE = 1_000
PEOPLE = People(2026)
_READ_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Made:
    """A profile of `count` customers; `rate` customers a second were written (0: the file was there)."""

    files: ProfileFiles
    count: int
    rate: float

    @property
    def bytes_per_customer(self) -> float:
        """The size of the cache on the disk, its -wal aside."""
        return self.files.cache.stat().st_size / self.count


def profile(folder: Path, count: int) -> Made:
    """Return the profile of `count` customers in `folder`, made when it is not there or of another schema.

    It is read once: how much of it the system still holds differs from run to run.
    """
    files = ProfileFiles(folder / f"customers-{count}-{CACHE.version}")
    done, dressed = files.folder / "complete", files.folder / "dressed"
    if not done.exists():
        shutil.rmtree(files.folder)
        files = ProfileFiles(files.folder)
        done.write_text(str(_write(files.cache, count)))
    if not dressed.exists():
        file = CacheFile.open(files.cache, KEY)
        dress(file, PEOPLE, count)
        file.close()
        dressed.touch()
    with files.cache.open("rb") as file:
        while file.read(_READ_BYTES):
            pass
    return Made(files, count, float(done.read_text()))


@contextmanager
def copied(made: Made) -> Iterator[Made]:
    """Give a copy of a profile to write in, for a while: beside it, so that a disk that can shares the blocks."""
    folder = made.files.folder.with_name(f"{made.files.folder.name}-copy-{time.time_ns()}")
    files = ProfileFiles(folder)
    try:
        shutil.copyfile(made.files.cache, files.cache)
        yield Made(files, made.count, made.rate)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(path: Path, count: int) -> float:
    spent = 0.0
    file = CacheFile.open(path, KEY)
    for first in range(0, count, PAGE):
        page: list[Customer] = list(PEOPLE.many(first, min(first + PAGE, count)))
        gc.collect()
        started = time.perf_counter()
        file.write_page(page, sweep=1)
        spent += time.perf_counter() - started
        print(f"\r{first + len(page):,} of {count:,}", end="", file=sys.stderr)
    started = time.perf_counter()
    while file.index_next():
        pass
    spent += time.perf_counter() - started
    started = time.perf_counter()
    file.close()
    print(file=sys.stderr)
    return count / (spent + time.perf_counter() - started)
