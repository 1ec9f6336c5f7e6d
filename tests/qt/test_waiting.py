"""Keys that come a moment before the rows they are about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.rows import RowsModel
from desktop.qt.selection import Selection
from desktop.qt.table import DataTable
from desktop.qt.waiting import Waiting
from tests.qt.people import People, columns

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people() -> People:
    """Rows of which the first ten are being read."""
    return People(100, missing=range(10), late=True)


@pytest.fixture
def table(qtbot: QtBot, look: Look, icons: Icons, people: People) -> DataTable:
    made = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(made)
    made.set_rows(RowsModel(people, columns(), made))
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_is_done_at_once_or_when_it_can_be(qtbot: QtBot) -> None:
    done: list[str] = []
    ready = [False]
    waiting = Waiting()
    waiting.begin(lambda: True, lambda: done.append("at once"))
    waiting.begin(lambda: ready[0], lambda: done.append("late"))
    waiting.look()
    QApplication.processEvents()
    assert done == ["at once"]
    ready[0] = True
    waiting.look()
    qtbot.waitUntil(lambda: done == ["at once", "late"])
    waiting.look()
    QApplication.processEvents()
    assert done == ["at once", "late"]


def test_another_wish_takes_its_place_and_cancelling_ends_it() -> None:
    done: list[str] = []
    ready = [False]
    waiting = Waiting()
    waiting.begin(lambda: ready[0], lambda: done.append("former"))
    waiting.begin(lambda: ready[0], lambda: done.append("latter"))
    waiting.cancel()
    ready[0] = True
    waiting.look()
    QApplication.processEvents()
    assert not done
    assert not waiting.waits


def test_it_is_given_up_in_the_end(qtbot: QtBot) -> None:
    waiting = Waiting(longest_ms=1)
    with qtbot.waitSignal(waiting.given_up):
        waiting.begin(lambda: False, lambda: pytest.fail("never ready"))
    assert not waiting.waits


def test_a_row_that_is_being_read_is_not_settled(table: DataTable, people: People) -> None:
    assert table.settled
    table.go_to(3)
    assert not table.settled
    came: list[Selection] = []
    table.came.connect(lambda: came.append(table.target()))
    people.arrive()
    assert table.settled
    assert came[-1] == Selection(ids=frozenset({"id3"}))


def test_enter_opens_the_row_when_it_comes(table: DataTable, people: People, qtbot: QtBot) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.go_to(3)
    qtbot.keyClick(table, Key.Key_Return)
    assert not opened
    people.arrive()
    qtbot.waitUntil(lambda: opened == ["id3"])


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Down])
def test_enter_is_forgotten_when_the_user_goes_on(
    table: DataTable, people: People, qtbot: QtBot, key: Qt.Key
) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.go_to(3)
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClick(table, key)
    people.arrive()
    qtbot.wait(1)
    QApplication.processEvents()
    assert not opened


def test_a_selection_on_its_way_counts_before_the_current_row(
    table: DataTable, people: People, qtbot: QtBot
) -> None:
    table.go_to(12)
    for _ in range(5):
        qtbot.keyClick(table, Key.Key_Up, SHIFT)
    assert not table.settled
    people.arrive()
    assert table.settled
    assert table.target().ids == {f"id{number}" for number in range(7, 13)}


def test_a_selection_on_its_way_is_dropped_by_the_next_step(
    table: DataTable, people: People, qtbot: QtBot
) -> None:
    table.go_to(12)
    for _ in range(5):
        qtbot.keyClick(table, Key.Key_Up, SHIFT)
    qtbot.keyClick(table, Key.Key_End)
    assert table.settled
    people.arrive()
    assert table.target().ids == {"id99"}
