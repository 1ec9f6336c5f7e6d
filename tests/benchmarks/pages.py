"""How long every page of the rail takes to open, the first time and again."""

import time

from tests.benchmarks.desk import Desk, Paints
from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row

PAGES = ("tags", "board", "blacklist", "figures", "outbox", "customers")
_QUIET = 0.5


def measure(bench: Bench) -> Figures:
    """Open each page once and once more."""
    with copied(profile(bench.folder, bench.size)) as made:
        desk = Desk(made)
        first = {key: opened(desk, key) for key in PAGES}
        again = {key: opened(desk, key) for key in PAGES}
        desk.close()
    slowest = max(first, key=lambda key: first[key][0])
    figures: dict[str, float] = {
        "opening a page, its first frame, the slowest": first[slowest][0],
        "opening a page again, the slowest": max(frame for frame, _, _ in again.values()),
        "longest turn of the loop until a page stands": max(turn for _, _, turn in first.values()),
    }
    for key in PAGES:
        figures |= {f"{key}: first frame": first[key][0], f"{key}: again": again[key][0]}
        figures |= {f"{key}: all of it painted": first[key][1], f"{key}: longest turn": first[key][2]}
    return figures


def opened(desk: Desk, key: str) -> tuple[float, float, float]:
    """Open a page: the ms until its first frame is painted, until the last one is, and the longest turn."""
    painted = Paints(desk.window)
    began = time.perf_counter()
    desk.window.show_page(key)
    desk.window.repaint()
    frame = (time.perf_counter() - began) * 1000
    longest = 0.0
    last = 0.0
    deep = [Paints(widget) for widget in desk.shown_views()]
    while True:
        longest = max(longest, desk.rest(_QUIET))
        now = max([one.at for one in deep] + [painted.at])
        if now <= last or time.perf_counter() - began > 20:
            break
        last = now
    for one in (*deep, painted):
        one.remove()
    return frame, max(frame, (last - began) * 1000), longest


ROW = Row(
    (
        Goal("opening a page, its first frame, the slowest", 50.0),
        Goal("opening a page again, the slowest", 50.0),
        Goal("longest turn of the loop until a page stands", 16.0),
    ),
    measure,
    screen=True,
)
