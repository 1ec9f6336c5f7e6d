"""Makes, or reuses, cache files of a given size for the benchmarks: the same customers every time."""

import gc
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cache.schema import CACHE
from desktop.domain.customer import Customer
from tests.cache.people import People

KEY = bytes(range(32))
PAGE = 1_000
PEOPLE = People(2026)


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
    """Return the profile of `count` customers in `folder`, made when it is not there or of another schema."""
    files = ProfileFiles(folder / f"customers-{count}-{CACHE.version}")
    done = files.folder / "complete"
    if done.exists():
        return Made(files, count, float(done.read_text()))
    shutil.rmtree(files.folder)
    files = ProfileFiles(files.folder)
    rate = _write(files.cache, count)
    done.write_text(str(rate))
    return Made(files, count, rate)


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
    members = [PEOPLE.id(number) for number in range(0, min(count, 20_000), 3)]
    for place, stage in enumerate(PEOPLE.stages):
        file.set_stage_members(stage, members[place :: len(PEOPLE.stages)], complete=True)
    started = time.perf_counter()
    file.close()
    print(file=sys.stderr)
    return count / (spent + time.perf_counter() - started)
