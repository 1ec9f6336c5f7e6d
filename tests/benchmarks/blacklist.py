"""What the countdown of 10,000 bans costs, and what it paints, a second at a time.

Run `python -m tests.benchmarks.blacklist [BANS]`; prints one line of JSON. Needs no screen. The clock is moved, so
a minute of it takes a moment: the share of a core is the processor time of a tick, for one tick a second.
"""

import json
import os
import random
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.ui.blacklist.page import BlacklistPage
from tests.ui.banbench import ManyBans, Painted, open_page

TICKS = 300


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv[:1])
    chance = random.Random(7)
    usual = ManyBans(chance.randrange(600, 72 * 3_600) for _ in range(count))
    # Every ban that is seen is in its last minutes, where each second changes the words.
    worst = ManyBans(500 + place % 60 for place in range(count))
    figures: dict[str, object] = {"bans": count}
    for name, bans in (("usual", usual), ("worst", worst)):
        begun = time.process_time()
        page = open_page(app, bans)
        figures[f"{name}_open_ms"] = round((time.process_time() - begun) * 1000)
        figures |= {f"{name}_{key}": value for key, value in countdown(app, page, bans).items()}
        page.hide()
        page.close_page()
    print(json.dumps(figures))
    return 0


def countdown(app: QApplication, page: BlacklistPage, bans: ManyBans) -> dict[str, object]:
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
        "rows_seen": len(page.source.visible),
        "core_percent": round(100 * spent / TICKS, 3),
        "cells_changed_a_second": round(changed / TICKS, 2),
        "paints_a_second": round(painted.events / TICKS, 2),
        "painted_percent_of_the_table": round(100 * painted.pixels / whole / TICKS, 2),
    }


if __name__ == "__main__":
    sys.exit(main())
