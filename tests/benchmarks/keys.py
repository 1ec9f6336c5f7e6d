"""From a key in the search field to the painted page of what it finds."""

import random
import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.workspace.listing.events import ListingEvent, ResultReset
from tests.benchmarks.desk import Desk, Paints
from tests.benchmarks.profiles import profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share
from tests.benchmarks.search import known
from tests.cache.queries import CLASSES

TEXTS = 3
"""Texts of each class that are typed."""
_LETTERS = 6
_TYPING = 0.12
"""Seconds between two keys: fast typing."""


def measure(bench: Bench) -> Figures:
    """Type texts of every class, a key at a time; the search begins anew with each text."""
    desk = Desk(profile(bench.folder, bench.size))
    people = known(bench.size)
    painted = Paints(desk.table.viewport())
    answered = [0.0]

    def hear(event: ListingEvent) -> None:
        if isinstance(event, ResultReset):
            answered[0] = time.perf_counter()

    desk.page.rows.source.subscribe(hear)
    rng = random.Random(11)
    took: list[float] = []
    slowest: dict[str, float] = {}
    for name, make in CLASSES.items():
        own: list[float] = []
        for _ in range(bench.times(TEXTS, least=1)):
            desk.page.search.clear()
            desk.rest(_TYPING)
            desk.page.search.setFocus()
            for char in typed(make(rng, people)):
                own.append(pressed(desk, painted, answered, char))
                desk.rest(_TYPING)
        took += own
        slowest[name] = share(own, 0.95)
    worst = max(slowest, key=lambda name: slowest[name])
    return {
        "key to painted page, p50": share(took, 0.5),
        "key to painted page, p95": share(took, 0.95),
        "keys pressed": len(took),
        f"key to painted page, p95 of the slowest class ({worst})": slowest[worst],
    }


def typed(text: str) -> str:
    """Return the keys that each ask something new: a blank at an end finds what was found before it."""
    return "".join(char for char in text[:_LETTERS] if char.isprintable() and not char.isspace())


def pressed(desk: Desk, painted: Paints, answered: list[float], char: str) -> float:
    """Press a key; return the ms until the answer to what now stands in the field is painted."""
    answered[0] = 0.0
    began = time.perf_counter()
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
    QApplication.sendEvent(desk.page.search, key)
    desk.until(lambda: answered[0])
    if desk.page.rows.source.count:
        desk.until(lambda: painted.at > answered[0])
        return (painted.at - began) * 1000
    # Nobody is found: the page that says so is painted in the next turn.
    desk.app.processEvents()
    return (time.perf_counter() - began) * 1000


ROW = Row(
    (Goal("key to painted page, p50", 10.0, floor=9.0), Goal("key to painted page, p95", 22.0, floor=21.0)),
    measure,
    screen=True,
)
