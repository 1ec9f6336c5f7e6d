"""How fast the whole account is read in the order of any column: its first page, its last one, and the middle."""

from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.columns import COLUMNS, TAGS
from desktop.cache.walking import Walk
from desktop.domain.query import Order
from desktop.ui.customers.columns import LISTED
from desktop.workspace.listing.reading import SCREEN
from tests.benchmarks.profiles import KEY, copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share, timed

FIRST = 100
SAMPLES = 30
SORTED = [name for name in LISTED if name in COLUMNS and name not in TAGS]
ORDERS = [Order(name, down) for name in SORTED for down in (False, True)]


def measure(bench: Bench) -> Figures:
    """Time every column both ways; the worst column counts. "made" is what the first sort by a column takes."""
    with copied(profile(bench.folder, bench.size)) as made:
        making = _indexes(made.files.cache)
        seen = _screens(made.files.cache, bench)
        file = _shown(made.files.cache)
        first, last, middle = [], [], []
        for order in ORDERS:
            begin, end = Walk(order), Walk(order, None, backwards=True)
            times = bench.times(SAMPLES)
            first.append(share([_page(file, begin, 0) for _ in range(times)], 0.95))
            last.append(share([_page(file, end, 0) for _ in range(times)], 0.95))
            middle.append(share([_page(file, begin, bench.size // 2) for _ in range(3)], 0.5))
        file.close()
    return {
        f"first {SCREEN} rows, which the window waits for, p95 of the slowest column": max(seen),
        "first page, p95 of the slowest column": max(first),
        "last page, p95 of the slowest column": max(last),
        "first page, p95 of the median column": share(first, 0.5),
        "middle page without a known place near, slowest": max(middle),
        "index of a column made, slowest": max(making),
    }


def _indexes(path: Path) -> list[float]:
    file = CacheFile.open(path, KEY)
    making = [timed(lambda name=name: file.prepare(Order(name, False))) for name in SORTED]  # type: ignore[misc]
    file.close()
    return making


def _shown(path: Path) -> CacheFile:
    """Open a file and read what a window shows before any column is clicked."""
    file = CacheFile.open(path, KEY)
    _page(file, Walk(Order()), 0)
    return file


def _screens(path: Path, bench: Bench) -> list[float]:
    """Return the p95 of each order's first rows, read by a connection of its own."""
    file = _shown(path)
    times = range(bench.times(SAMPLES))
    seen = [share([_page(file, Walk(order), 0, SCREEN) for _ in times], 0.95) for order in ORDERS]
    file.close()
    return seen


def _page(file: CacheFile, walk: Walk, skip: int, size: int = FIRST) -> float:
    return timed(lambda: file.rows([row for _, row in file.page(walk, skip, size)], LISTED))


ROW = Row(
    (
        Goal("first page, p95 of the slowest column", 1.0, floor=0.2),
        Goal("last page, p95 of the slowest column", 10.0, floor=8.0),
    ),
    measure,
)
