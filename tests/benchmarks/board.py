"""How fast the board of stages opens, scrolls and moves cards.

It is open when its first frame is painted, and stands when every column in sight shows cards. A move runs from
the key press to the card painted in its new column, the edit on the disk. "own work" leaves out the time that
other threads and processes took.
"""

import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from desktop.ui.board.column import BoardColumn
from tests.benchmarks.desk import Desk, wheel
from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share, timed

MOVES = 40
WHEELS = 300
_REST = 0.4
_PAINTED = 0.05
_AFTER = 3.0
_LONGEST_MS = 10_000


class PaintWatch(QObject):
    """Notes when a column is painted for the first time with a card in it."""

    def __init__(self, column: BoardColumn, wanted: str) -> None:
        super().__init__(column)
        self.begun = 0.0
        self._column = column
        self._wanted = wanted
        self._loop = QEventLoop(self)
        column.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and not self.begun and self._column.view.row_of(self._wanted) >= 0:
            self.begun = time.perf_counter()
            self._loop.quit()
        return False

    def wait(self) -> None:
        """Run Qt's own loop, which wakes as soon as another thread answers. Raises TimeoutError."""
        if not self.begun:
            QTimer.singleShot(_LONGEST_MS, self._loop.quit)
            self._loop.exec()
        if not self.begun:
            raise TimeoutError


def columns(desk: Desk) -> list[BoardColumn]:
    """Return the columns of the board."""
    return desk.stage.screens.pages.board.page.lanes.columns


def opened(desk: Desk) -> Figures:
    """Open the board for the first time."""
    start, cpu = time.perf_counter(), time.thread_time()
    desk.window.show_page("board")
    desk.window.repaint()
    frame, spent = time.perf_counter(), time.thread_time() - cpu
    stall = desk.until(lambda: all(column.model.row(0) is not None for column in columns(desk)))
    desk.window.repaint()
    cards = time.perf_counter()
    stall = max(stall, desk.until(lambda: all(column.source.listing.exact for column in columns(desk))))
    return {
        "opened, first frame": (frame - start) * 1000,
        "opened, own work": spent * 1000,
        "opened, cards in every column": (cards - start) * 1000,
        "opened, every column counted": (time.perf_counter() - start) * 1000,
        "opened, longest turn of the loop": stall,
        "customers in columns": sum(column.source.count for column in columns(desk)),
    }


def moved(desk: Desk, number: int) -> tuple[float, float]:
    """Move a card one column on; return the ms until it is painted there, and those the thread worked."""
    source, target = columns(desk)[1], columns(desk)[2]
    source.view.setFocus()
    source.view.go_to(number % 5)
    card = source.view.current_card()
    assert card is not None
    # What the way to the card changed is painted before the key is pressed.
    desk.rest(_PAINTED)
    watch = PaintWatch(target, card.id)
    start, cpu = time.perf_counter(), time.thread_time()
    QTest.keyClick(source.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    watch.wait()
    painting = timed(target.view.viewport().repaint)
    return (watch.begun - start) * 1000 + painting, (time.thread_time() - cpu) * 1000


def stall_after_move(desk: Desk) -> float:
    """Return the longest turn of the loop while every column follows a move."""
    source = columns(desk)[1]
    source.view.setFocus()
    QTest.keyClick(source.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    return desk.rest(_AFTER)


def measure(bench: Bench) -> Figures:
    """Open the board, turn the wheel over a column, jump to its end, move cards, leave and come back."""
    with copied(profile(bench.folder, bench.size)) as made:
        desk = Desk(made)
        figures = dict(opened(desk))
        view = columns(desk)[1].view
        turns = [timed(lambda: (wheel(view), desk.app.processEvents())) for _ in range(bench.times(WHEELS))]
        end = timed(lambda: (view.go_to(view.cards.rowCount() - 1), desk.app.processEvents()))
        desk.rest(_REST)
        moves = []
        for number in range(bench.times(MOVES)):
            moves.append(moved(desk, number))
            desk.rest(_REST)
        stall = stall_after_move(desk)
        desk.window.show_page("customers")
        desk.rest(_REST)
        again = timed(lambda: (desk.window.show_page("board"), desk.window.repaint()))
        desk.close()
    return figures | {
        "wheel turn, p99": share(turns, 0.99),
        "wheel turn, p50": share(turns, 0.5),
        "jump to the end of a column": end,
        "move of a card, p95": share([wall for wall, _ in moves], 0.95),
        "move of a card, p50": share([wall for wall, _ in moves], 0.5),
        "move of a card, own work, p95": share([work for _, work in moves], 0.95),
        "longest turn of the loop after a move": stall,
        "opened again": again,
    }


ROW = Row(
    (
        Goal("opened, first frame", 50.0),
        Goal("opened again", 50.0),
        Goal("move of a card, p95", 16.0),
        Goal("wheel turn, p99", 16.0),
    ),
    measure,
    screen=True,
)
