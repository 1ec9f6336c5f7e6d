"""How fast the customers' table repaints and scrolls, beside a plain QTableView over QSqlQueryModel."""

import random
import statistics
import time
from collections.abc import Callable

from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlQueryModel
from PySide6.QtWidgets import QTableView

from tests.benchmarks.desk import Desk, Paints, wheel
from tests.benchmarks.profiles import PEOPLE, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share, timed

REPAINTS = 60
WHEELS = 400
PAGES = 120
ENDS = 20
_PLAIN_ROWS = 1_000


def measure(bench: Bench) -> Figures:
    """Repaint, turn the wheel, go page by page, drag and jump."""
    desk = Desk(profile(bench.folder, bench.size))
    plain = plain_table(desk)
    mine, theirs = repaints(desk.table, bench), repaints(plain, bench)
    plain.close()
    turns = [scrolled(desk, lambda: wheel(desk.table)) for _ in range(bench.times(WHEELS))]
    bar = desk.table.verticalScrollBar()
    pages = [scrolled(desk, lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(bench.times(PAGES))]
    dice = random.Random(7)
    places = [dice.randrange(max(1, bar.maximum())) for _ in range(bench.times(PAGES))]
    drags = [scrolled(desk, lambda place=place: bar.setValue(place)) for place in places]  # type: ignore[misc]
    ends = [end(desk) for _ in range(bench.times(ENDS))]
    return {
        "full repaint against QSqlQueryModel": mine / theirs,
        "wheel turn, p99": share([event for event, _ in turns], 0.99),
        "page or drag, p99": share([event for event, _ in pages + drags], 0.99),
        "jump to the end, p95": share([whole for _, whole in ends], 0.95),
        "full repaint, median": mine,
        "full repaint of the plain table, median": theirs,
        "wheel turn, p50": share([event for event, _ in turns], 0.5),
        "page until its rows are painted, p95": share([whole for _, whole in pages], 0.95),
        "drag until its rows are painted, p95": share([whole for _, whole in drags], 0.95),
        "jump to the end, the event alone, p95": share([event for event, _ in ends], 0.95),
    }


def scrolled(desk: Desk, move: Callable[[], object]) -> tuple[float, float]:
    """Return the ms until the move is painted, and until every row it uncovers is painted."""
    painted = Paints(desk.table.viewport())
    began = time.perf_counter()
    came = [began]
    coming = desk.page.rows.dataChanged.connect(lambda *_: came.__setitem__(0, time.perf_counter()))
    move()
    desk.app.processEvents()
    event = (time.perf_counter() - began) * 1000
    desk.until(desk.rows_there)
    if came[0] > began:
        desk.until(lambda: painted.at > came[0])
    desk.page.rows.disconnect(coming)
    whole = (max(painted.at, began) - began) * 1000
    painted.remove()
    return event, whole


def end(desk: Desk) -> tuple[float, float]:
    """Go to the first row, then jump to the last one."""
    desk.table.go_to(0)
    desk.until(desk.rows_there)
    desk.rest(0.05)
    return scrolled(desk, lambda: desk.table.go_to(desk.page.rows.rowCount() - 1))


def repaints(view: QTableView, bench: Bench) -> float:
    """Return the median of complete repaints."""
    for _ in range(5):
        view.viewport().repaint()
    return statistics.median(timed(view.viewport().repaint) for _ in range(bench.times(REPAINTS)))


def plain_table(desk: Desk) -> QTableView:
    """Return what Qt brings: a table over a query, with our columns, of the same size."""
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(":memory:")
    database.open()
    query = QSqlQuery(database)
    columns = [column for column in desk.page.rows.columns if not column.hidden]
    query.exec(f"CREATE TABLE person ({', '.join(f'c{place}' for place in range(len(columns)))})")
    query.prepare(f"INSERT INTO person VALUES ({', '.join('?' * len(columns))})")  # noqa: S608
    for number in range(_PLAIN_ROWS):
        shown = PEOPLE.one(number)
        for column in columns:
            query.addBindValue(", ".join(str(shown.fields.get(need, "")) for need in column.needs[:1])[:40])
        query.exec()
    model = QSqlQueryModel()
    model.setQuery("SELECT * FROM person", database)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setDefaultSectionSize(desk.table.rowHeight(0))
    view.verticalHeader().hide()
    for place, column in enumerate(columns):
        view.setColumnWidth(place, column.width)
    view.resize(desk.table.size())
    view.show()
    desk.rest()
    return view


ROW = Row(
    (
        Goal("full repaint against QSqlQueryModel", 0.6, unit="x", floor=0.57),
        Goal("wheel turn, p99", 5.0, floor=4.0),
        Goal("page or drag, p99", 16.0, floor=12.6),
        Goal("jump to the end, p95", 12.0, floor=9.1),
    ),
    measure,
    screen=True,
)
