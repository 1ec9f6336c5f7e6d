"""What the countdown of 10,000 bans costs, and what it paints, a second at a time; what taking in others costs.

The clock is moved, so a minute of it takes a moment: the share of a core is the processor time of a tick, for one
tick a second.
"""

import random
import sys
import time

from PySide6.QtWidgets import QApplication

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.qt.stalls import StallMeter
from desktop.ui.blacklist.page import BlacklistPage
from tests.benchmarks.desk import Desk
from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.ui.banbench import ManyBans, Painted, open_page

BANS = 10_000
TICKS = 300


def measure(bench: Bench) -> Figures:
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
    return figures | taken_in(bench)


def taken_in(bench: Bench) -> dict[str, float]:
    """Have the list of the account replaced by another one, while it is shown."""
    chance = random.Random(8)
    with copied(profile(bench.folder, bench.size)) as made:
        desk = Desk(made)
        desk.window.show_page("blacklist")
        desk.rest()
        now = int(time.time())
        others = [
            BlacklistEntry(
                f"{number:032x}",
                f"客户 {number}",
                BlackType.THREE_DAYS,
                "spam",
                now,
                now + chance.randrange(1, 259_200),
                True,
            )
            for number in range(BANS)
        ]
        listed = desk.stage.screens.pages.blacklist.page.source
        meter = StallMeter()
        desk.account.files.write.submit(lambda file: file.bans.replace(others, now, complete=True)).result()
        meter.start()
        began = time.perf_counter()
        desk.account.blacklist.reread()
        desk.until(lambda: listed.place(others[-1].customer_id) is not None)
        took = time.perf_counter() - began
        desk.rest()
        meter.stop()
        desk.close()
    return {
        "10,000 others taken in, longest gap": meter.gaps.longest,
        "10,000 others taken in, longest own work": meter.works.longest,
        "10,000 others taken in, until listed": took * 1000,
    }


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
        Goal("10,000 others taken in, longest gap", 16.0),
        Goal("10,000 others taken in, longest own work", 16.0),
    ),
    measure,
    screen=True,
    grows=False,
)
