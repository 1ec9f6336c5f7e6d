"""What the countdown of 10,000 bans costs, and what it paints, a second at a time.

The clock is moved, so a minute of it takes a moment: the share of a core is the processor time of a tick, for one
tick a second.
"""

import random
import sys
import time

from PySide6.QtWidgets import QApplication

from desktop.ui.blacklist.page import BlacklistPage
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.ui.banbench import ManyBans, Painted, open_page

BANS = 10_000
TICKS = 300


def measure(_bench: Bench) -> Figures:
    """Watch a usual list, and one of which every ban that is seen is in its last minutes."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    chance = random.Random(7)
    usual = ManyBans(chance.randrange(600, 72 * 3_600) for _ in range(BANS))
    # There each second changes the words.
    worst = ManyBans(500 + place % 60 for place in range(BANS))
    figures: dict[str, float | str] = {}
    for name, bans in (("usual", usual), ("worst", worst)):
        page = open_page(app, bans)
        figures |= {f"{key}, {name} list": value for key, value in countdown(app, page, bans).items()}
        page.hide()
        page.close_page()
    return figures


def countdown(app: QApplication, page: BlacklistPage, bans: ManyBans) -> dict[str, float]:
    """Let the clock run and return what it cost and painted."""
    painted = Painted(page.table.viewport())
    changed = 0
    begun = time.process_time()
    for _ in range(TICKS):
        bans.now += 1
        bans.turn()
        changed += sum(page.source.stale(place) for place in page.source.visible)
        page.tick()
        app.processEvents()
    spent = time.process_time() - begun
    whole = page.table.viewport().width() * page.table.viewport().height()
    return {
        "rows seen": len(page.source.visible),
        "percent of a core": 100 * spent / TICKS,
        "cells changed a second": changed / TICKS,
        "paints a second": painted.events / TICKS,
        "percent of the table painted a second": 100 * painted.pixels / whole / TICKS,
    }


ROW = Row(
    (
        Goal("percent of a core, usual list", 0.5, unit="%"),
        Goal("percent of a core, worst list", 1.0, unit="%"),
    ),
    measure,
    screen=True,
    grows=False,
)
