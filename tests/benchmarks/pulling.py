"""The program's window during a complete first pull: gaps of its event loop, and searches meanwhile."""

import random
import sys
import tempfile
import time
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.errors import AppError
from desktop.domain.query import Query
from desktop.settings.folder import DataFolder
from desktop.ui.customers.columns import LISTED
from desktop.workspace.listing.reading import FIRST, open_result
from tests.benchmarks.profiles import KEY
from tests.benchmarks.program import Running, account_of, keyring_with
from tests.benchmarks.row import Bench, Figures, Goal, Row, share, timed
from tests.demo_control import DemoHandle, running

PULLED = 100_000
_TEXTS = ("王", "李伟", "138", "8000", "gmail", "zhang", "lw", "com", "科技", "a", "1", "zzzzz")
_BETWEEN = 0.05
_PATIENCE = 240.0


def measure(bench: Bench) -> Figures:
    """Pull so many customers into the program, searching in its cache from beside it."""
    customers = min(bench.times(PULLED, least=5_000), bench.size)
    with (
        tempfile.TemporaryDirectory() as place,
        running("--customers", str(customers), "--tokens", "many") as server,
    ):
        folder, key = account_of(Path(place), server.url, server.appid)
        with keyring_with(folder, key, server.app_key) as ring:
            if ring is None:
                return {"": "needs gnome-keyring and dbus"}
            log = Path(place) / "stalls.txt"
            program = Running(folder, log, ring)
            program.first_row()
            took = searched(server, DataFolder(folder).profile(key))
            spent = time.monotonic() - program.began
            program.end()
            figures = program.figures()
            print(log.read_text("utf-8")[:20_000], file=sys.stderr)
    return {
        "longest gap": figures["longest"][0],
        "p99.9 gap": figures["p999"][0],
        "search meanwhile, p95": share(took, 0.95),
        "gaps over 16 ms": len(figures.get("stall", [])),
        "longest work of the GUI thread itself": figures.get("worked", [0.0])[0],
        "customers pulled": customers,
        "customers/s, from the start of the program": customers / spent,
        "searches": len(took),
    }


def searched(server: DemoHandle, folder: Path) -> list[float]:
    """Search until the pull is at its last step; return the ms of each search."""
    file = CacheFile.open(ProfileFiles(folder).cache, KEY, read_only=True)
    dice = random.Random(3)
    took: list[float] = []
    end = time.monotonic() + _PATIENCE
    looked = time.monotonic()
    while time.monotonic() < end:
        query = Query(dice.choice(_TEXTS))
        try:
            took.append(timed(lambda query=query: open_result(file, query, LISTED, FIRST)))  # type: ignore[misc]
        except AppError as error:
            print(error, file=sys.stderr)
        time.sleep(_BETWEEN)
        if time.monotonic() > looked + 1:
            looked = time.monotonic()
            if server.requests("/user_dynamic/provice"):
                break
    file.close()
    return took


ROW = Row(
    (
        Goal("longest gap", 16.0, floor=12.0),
        Goal("p99.9 gap", 5.0, floor=4.0),
        Goal("search meanwhile, p95", 4.0, floor=2.8),
    ),
    measure,
    screen=True,
    grows=False,
)
