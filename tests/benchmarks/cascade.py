"""How fast the region cascade is on all of China.

Each figure runs from a key press to the painted window: "open" drops the list of a level, "fill" takes a province,
a city or a district, "type" searches all 3,759 places by one more letter, "found" takes what was found and fills
the three levels. "first" is the first letter, which makes the index. "paste" splits a block and finds its place.
"cpu" figures leave out the time that other processes took.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.customers.pasted import split_block
from desktop.domain.customers.placefinder import PlaceFinder
from desktop.ui.fields.region import RegionEditor
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.ui import fieldbench
from tests.ui.fieldwindow import FieldWindow

ROUNDS = 34
TYPED = ("chaoyang", "xihu", "nanshan", "pudong")
BLOCK = "收货人：张三，13800138000，北京市朝阳区建国路88号院3号楼501，周末送货"


class Times:
    """Wall and processor times by name, in ms."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._wall: dict[str, list[float]] = {}
        self._cpu: dict[str, list[float]] = {}

    def take(self, name: str, work: Callable[[], object]) -> None:
        """Time some work and the painting after it."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self._app.processEvents()
        self._wall.setdefault(name, []).append((time.perf_counter() - wall) * 1000)
        self._cpu.setdefault(name, []).append((time.process_time() - cpu) * 1000)

    def longest(self, name: str) -> float:
        """Return the longest processor time of a kind."""
        return max(self._cpu[name])

    def summary(self) -> dict[str, float]:
        """Return the median and the longest of each."""
        found: dict[str, float] = {}
        for name, wall in self._wall.items():
            found |= {
                f"{name}_p50_ms": round(sorted(wall)[len(wall) // 2], 2),
                f"{name}_max_ms": round(max(wall), 2),
                f"{name}_max_cpu_ms": round(max(self._cpu[name]), 2),
            }
        return found


def cascade(figures: Times, editor: RegionEditor, number: int) -> None:
    """Choose a province, a city and a district by their lists."""
    for level, combo in enumerate(editor.combos):
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        figures.take("open", lambda combo=combo: QTest.keyClick(combo, Qt.Key.Key_Down))  # type: ignore[misc]
        for _ in range(number if level == 0 else 1):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        figures.take("fill", lambda combo=combo: QTest.keyClick(combo, Qt.Key.Key_Return))  # type: ignore[misc]


def search(figures: Times, editor: RegionEditor, text: str, name: str) -> None:
    """Find a place by its name and take it."""
    editor.search.setFocus(Qt.FocusReason.TabFocusReason)
    for place, char in enumerate(text):
        kind = name if place == 0 else "type"
        figures.take(kind, lambda char=char: QTest.keyClicks(editor.search, char))  # type: ignore[misc]
    figures.take("found", lambda: QTest.keyClick(editor.search, Qt.Key.Key_Return))


def measure(bench: Bench) -> Figures:
    """Choose places by the lists, find them by name, paste a block."""
    app = QApplication(sys.argv[:1])
    window = FieldWindow(fieldbench.context(fieldbench.kit(app)))
    window.show()
    window.activateWindow()
    editor: RegionEditor = window.put("region")
    # The index is made while nothing else is done, as it is before a person reaches the field.
    while window.context.index._idle.isActive():
        app.processEvents()
    figures = Times(app)
    # What is done once a start (fonts, the first popup) is no part of filling a level.
    cascade(Times(app), editor, 0)
    for number in range(bench.times(ROUNDS)):
        cascade(figures, editor, number)
    for turn, text in enumerate(TYPED * 3):
        search(figures, editor, text, "first" if turn == 0 else "type")
    tree = window.context.collections.regions
    figures.take("finder", lambda: PlaceFinder(tree))
    finder = PlaceFinder(tree)
    for _ in range(50):
        figures.take("paste", lambda: split_block(BLOCK, finder))
    return {f"{name}, of {len(tree):,} places": value for name, value in figures.summary().items()} | {
        "a level filled, longest": figures.longest("fill"),
    }


ROW = Row((Goal("a level filled, longest", 16.0),), measure, screen=True, grows=False)
