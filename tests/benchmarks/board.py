"""How fast the board is at 100,000 customers: `python -m tests.benchmarks.board [FOLDER] [COUNT]`.

Prints one line of JSON. "open" is the call that shows the page, its first frame painted; "cards" until every
column in sight shows cards. "move" runs from the key press to the card painted in its new column, the edit on the
disk. Needs no screen. "cpu" figures leave out the time that other processes took.
"""

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app.post import GuiPost
from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.dictionaries import Stage as StageEntry
from desktop.ui.board.column import BoardColumn
from tests.benchmarks.profiles import KEY, PEOPLE, profile
from tests.ui import world
from tests.ui.stage import Stage

COUNT = 100_000
SIZE = (1440, 900)
MOVES = 40
WHEELS = 300
_WAIT = 30.0


def staged_copy(made: ProfileFiles, count: int, folder: Path) -> Path:
    """Copy a profile and put its customers into stages: most into the first ones, some into none."""
    copy = folder / "account"
    shutil.copytree(made.folder, copy)
    file = CacheFile.open(ProfileFiles(copy).cache, KEY)
    stages = [StageEntry(stage, f"Stage {place}", place) for place, stage in enumerate(PEOPLE.stages)]
    for kind, entries in (("stage", stages), ("tag_group", world.GROUPS), ("tag", world.TAGS)):
        for language in ("en", "zh"):
            file.put_dictionary(kind, language, entries, world.NOW)
    columns = len(stages) + 1
    for place, stage in enumerate(PEOPLE.stages):
        members = [PEOPLE.id(number) for number in range(count) if number % columns == place]
        file.set_stage_members(stage, members, complete=True)
    file.close()
    return copy


class PaintWatch(QObject):
    """Notes when a column is painted for the first time with a card on top."""

    def __init__(self, column: BoardColumn, wanted: str) -> None:
        super().__init__(column)
        self.begun = 0.0
        self._column = column
        self._wanted = wanted
        column.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        card = self._column.source.row(0)
        if event.type() == QEvent.Type.Paint and not self.begun and card is not None and card.id == self._wanted:
            self.begun = time.perf_counter()
        return False


class Bench:
    """A window on the account, and what is timed in it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.stage = Stage(app, folder, GuiPost())
        self.window = self.stage.window
        self.window.resize(*SIZE)
        self.window.show()
        self.until(lambda: self.stage.screens.page.rows.row(0) is not None)
        self.until(lambda: self.stage.account.collections.stages)
        gc.collect()
        gc.freeze()

    @property
    def columns(self) -> list[BoardColumn]:
        return self.stage.screens.board.page.lanes.columns

    def until(self, so: Callable[[], object]) -> float:
        """Let the window run until it is so; return the longest time one turn of it took, in ms."""
        end, longest = time.monotonic() + _WAIT, 0.0
        while not so():
            if time.monotonic() > end:
                raise TimeoutError
            longest = max(longest, timed(self.app.processEvents))
            time.sleep(0.0005)
        return longest

    def open(self) -> dict[str, float]:
        start, cpu = time.perf_counter(), time.thread_time()
        self.window.show_page("board")
        self.window.repaint()
        opened, spent = time.perf_counter(), time.thread_time() - cpu
        stall = self.until(lambda: all(column.model.row(0) is not None for column in self.columns))
        self.window.repaint()
        cards = time.perf_counter()
        whole = self.until(lambda: all(column.source.listing.exact for column in self.columns))
        ready = time.perf_counter()
        return {
            "open_ms": round((opened - start) * 1000, 1),
            "open_cpu_ms": round(spent * 1000, 1),
            "cards_ms": round((cards - start) * 1000, 1),
            "counted_ms": round((ready - start) * 1000, 1),
            "open_stall_ms": round(max(stall, whole), 1),
        }

    def moves(self) -> list[tuple[float, float]]:
        took = []
        for number in range(MOVES):
            source, target = self.columns[1], self.columns[2]
            source.view.setFocus()
            source.view.go_to(number % 5)
            card = source.view.current_card()
            assert card is not None
            wanted = card.id
            took.append(self._move(source, target, wanted))
            self.until_quiet()
        return took

    def _move(self, source: BoardColumn, target: BoardColumn, wanted: str) -> tuple[float, float]:
        watch = PaintWatch(target, wanted)
        start, cpu = time.perf_counter(), time.thread_time()
        QTest.keyClick(source.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        while not watch.begun and time.perf_counter() - start < _WAIT:
            self.app.processEvents()
            # The lanes need the processor: a loop that waits sleeps.
            time.sleep(0.0002)
        painting = timed(target.view.viewport().repaint)
        return (watch.begun - start) * 1000 + painting, (time.thread_time() - cpu) * 1000

    def until_quiet(self) -> None:
        """Let the listings catch up: a person needs longer than that to press the next key."""
        end = time.monotonic() + 0.4
        self.until(lambda: time.monotonic() > end)

    def wheel(self) -> list[tuple[float, float]]:
        view = self.columns[1].view
        spot = QPointF(80, 300)

        def turn() -> None:
            event = QWheelEvent(
                spot, spot, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            self.app.sendEvent(view.viewport(), event)
            self.app.processEvents()

        found = []
        for _ in range(WHEELS):
            cpu = time.thread_time()
            wall = timed(turn)
            found.append((wall, (time.thread_time() - cpu) * 1000))
        return found

    def stall_after_move(self) -> float:
        """Return the longest turn of the loop while every column follows a move."""
        source = self.columns[1]
        source.view.setFocus()
        QTest.keyClick(source.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        end = time.monotonic() + 3
        return self.until(lambda: time.monotonic() > end)

    def end_of_column(self) -> float:
        view = self.columns[1].view

        def jump() -> None:
            view.go_to(view.cards.rowCount() - 1)
            self.app.processEvents()

        return timed(jump)


def timed(work: Callable[[], object]) -> float:
    """Return how long it took, in ms."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def share(found: list[float], part: float) -> float:
    """Return a percentile."""
    return round(sorted(found)[min(len(found) - 1, int(part * len(found)))], 2)


def measure(app: QApplication, folder: Path) -> dict[str, float]:
    bench = Bench(app, folder)
    figures = bench.open()
    figures["customers"] = sum(column.source.count for column in bench.columns)
    wheel = bench.wheel()
    figures |= {
        "wheel_p50_ms": share([wall for wall, _ in wheel], 0.5),
        "wheel_p99_ms": share([wall for wall, _ in wheel], 0.99),
        "wheel_p99_cpu_ms": share([cpu for _, cpu in wheel], 0.99),
        "end_ms": round(bench.end_of_column(), 2),
    }
    moves = bench.moves()
    figures |= {
        "move_p50_ms": share([wall for wall, _ in moves], 0.5),
        "move_p95_ms": share([wall for wall, _ in moves], 0.95),
        "move_p50_cpu_ms": share([cpu for _, cpu in moves], 0.5),
    }
    figures["move_stall_ms"] = round(bench.stall_after_move(), 2)
    bench.window.show_page("customers")
    bench.until_quiet()

    def show() -> None:
        bench.window.show_page("board")
        bench.window.repaint()

    again = timed(show)
    figures["again_ms"] = round(again, 1)
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=str(Path(tempfile.gettempdir()) / "kefu-profiles"), type=Path)
    parser.add_argument("count", nargs="?", default=COUNT, type=int)
    asked = parser.parse_args()
    made = profile(Path(asked.folder), asked.count)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as work:
        print(json.dumps(measure(app, staged_copy(made.files, asked.count, Path(work)))), flush=True)
        # Threads of the account read files that go now.
        os._exit(0)


if __name__ == "__main__":
    main()
