"""How fast the table paints and scrolls at 1,000,000 rows, beside a plain QTableView over QSqlQueryModel.

Run `python -m tests.benchmarks.table`; prints one line of JSON. Needs no screen. "cpu" figures leave out the time
that other processes took.
"""

import gc
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QTableView

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look, Scheme
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from tests.qt.people import People, columns, person

ROWS = 1_000_000
SIZE = (1100, 800)
REPAINTS = 60
WHEELS = 400
JUMPS = 60


class Times:
    """Wall and processor times of the same work, in ms."""

    def __init__(self, pairs: list[tuple[float, float]]) -> None:
        self.wall = sorted(wall for wall, _ in pairs)
        self.cpu = sorted(cpu for _, cpu in pairs)

    def figures(self, name: str) -> dict[str, float]:
        """Return median and 99th percentile."""
        last = min(len(self.wall) - 1, int(0.99 * len(self.wall)))
        return {
            f"{name}_p50_ms": round(self.wall[len(self.wall) // 2], 2),
            f"{name}_p99_ms": round(self.wall[last], 2),
            f"{name}_p99_cpu_ms": round(self.cpu[last], 2),
        }


def main() -> int:
    app = QApplication(sys.argv[:1])
    look = Look(app, scheme=Scheme.LIGHT)
    look.apply()
    start = time.perf_counter()
    ours = _our_table(look)
    opening = (time.perf_counter() - start) * 1000
    plain = _plain_table()
    for view in (ours, plain):
        view.resize(*SIZE)
        view.show()
        app.processEvents()
    # As the app does once its window stands: what was made so far is garbage nobody looks for again.
    gc.collect()
    gc.freeze()
    mine, theirs = _repaints(ours), _repaints(plain)
    wheel = _wheel(app, ours)
    jumps = _jumps(app, ours)
    end = _timed(lambda: (ours.go_to(ROWS - 1), app.processEvents()))
    print(
        json.dumps(
            {
                "rows": ROWS,
                "set_rows_ms": round(opening, 1),
                "repaint_ms": round(mine, 2),
                "plain_repaint_ms": round(theirs, 2),
                "repaint_ratio": round(mine / theirs, 2),
                **wheel.figures("wheel"),
                **jumps.figures("jump"),
                "end_ms": round(end, 2),
            }
        )
    )
    return 0


def _our_table(look: Look) -> DataTable:
    table = DataTable(look, Icons(look), ChipPainter(look))
    table.set_rows(RowsModel(People(ROWS), columns(), table))
    return table


def _plain_table() -> QTableView:
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(":memory:")
    database.open()
    query = QSqlQuery(database)
    query.exec("CREATE TABLE person (name, phone, tags, stage, agent, company, visits, updated)")
    query.prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for number in range(1_000):
        name, phone, tags, stage, agent, company, _email, updated, visits, *_ = person(number).values
        words = ", ".join(chip.text for chip in tags)
        for value in (name, phone, words, stage, agent, company, visits, updated):
            query.addBindValue(value)
        query.exec()
    model = QSqlQueryModel()
    model.setQuery("SELECT * FROM person", database)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setDefaultSectionSize(32)
    view.verticalHeader().hide()
    for place, column in enumerate(column for column in columns() if not column.hidden):
        view.setColumnWidth(place, column.width)
    return view


def _repaints(view: QTableView) -> float:
    for _ in range(5):
        view.viewport().repaint()
    return statistics.median(_timed(view.viewport().repaint) for _ in range(REPAINTS))


def _wheel(app: QApplication, table: DataTable) -> Times:
    spot = QPointF(300, 300)

    def turn() -> None:
        event = QWheelEvent(
            spot, spot, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        app.sendEvent(table.viewport(), event)
        app.processEvents()

    return Times([_both(turn) for _ in range(WHEELS)])


def _jumps(app: QApplication, table: DataTable) -> Times:
    dice = random.Random(7)
    places = [dice.randrange(table.verticalScrollBar().maximum()) for _ in range(JUMPS)]

    def jump(place: int) -> None:
        table.verticalScrollBar().setValue(place)
        app.processEvents()

    return Times([_both(lambda place=place: jump(place)) for place in places])


def _both(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
