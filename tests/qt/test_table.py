from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.rows import RowsModel
from desktop.qt.selection import Selection
from desktop.qt.table import DataTable
from tests.qt.people import People, columns, person

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Click = Callable[..., None]


@pytest.fixture
def click(table: DataTable, qtbot: QtBot) -> Click:
    def clicked(row: int, x: int = 60, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        spot = QPoint(x, row * 32 - table.verticalScrollBar().value() + 16)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, spot)

    return clicked


def chosen(table: DataTable) -> set[str]:
    return set(table.selection.snapshot().ids)


def test_a_click_makes_current_and_selects_nothing(table: DataTable, click: Click) -> None:
    told: list[str] = []
    table.current_moved.connect(told.append)
    click(3)
    click(5, 200)
    assert told == ["id3", "id5"]
    assert (table.currentIndex().row(), table.currentIndex().column()) == (5, 1)
    assert table.selection.empty
    assert table.target() == Selection(ids=frozenset({"id5"}))


def test_ctrl_click_adds_to_the_current_row(table: DataTable, click: Click) -> None:
    click(2)
    click(4, modifiers=CONTROL)
    assert chosen(table) == {"id2", "id4"}
    click(2, modifiers=CONTROL)
    assert chosen(table) == {"id4"}


def test_the_check_column_selects_without_moving(table: DataTable, click: Click) -> None:
    click(2)
    click(4, 12)
    assert chosen(table) == {"id4"}
    assert table.currentIndex().row() == 2
    click(7, 12, SHIFT)
    assert chosen(table) == {"id4", "id5", "id6", "id7"}


def test_shift_selects_a_range_by_mouse_and_keys(table: DataTable, click: Click, qtbot: QtBot) -> None:
    click(2)
    click(4, modifiers=SHIFT)
    assert chosen(table) == {"id2", "id3", "id4"}
    table.go_to(10)
    table.selection.clear()
    click(10)
    qtbot.keyClick(table, Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Key.Key_Down, SHIFT)
    assert chosen(table) == {"id10", "id11", "id12"}
    qtbot.keyClick(table, Key.Key_Up, SHIFT)
    assert chosen(table) == {"id10", "id11"}


def test_a_range_over_rows_never_seen_is_selected_whole(table: DataTable, click: Click, qtbot: QtBot) -> None:
    click(5)
    qtbot.keyClick(table, Key.Key_End, SHIFT)
    assert len(chosen(table)) == 995
    assert "id4" not in chosen(table)


def test_ctrl_a_is_the_whole_result_and_later_rows_too(table: DataTable, people: People, qtbot: QtBot) -> None:
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.SelectAll))
    assert table.selection.everything
    table.selection.toggle("id3")
    assert table.selection.count(people.count) == 999
    assert "id3" not in table.selection
    people.insert(0, [5_000])
    assert "id5000" in table.selection
    people.replace(range(10))
    assert table.selection.empty


def test_the_header_box_selects_all_and_nothing(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader().viewport()
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(15, 15))
    assert table.selection.everything
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(15, 15))
    assert table.selection.empty


@pytest.mark.parametrize(
    ("key", "row"),
    [(Key.Key_Home, 0), (Key.Key_End, 999), (Key.Key_Up, 99), (Key.Key_Down, 101), (Key.Key_PageDown, 114),
     (Key.Key_PageUp, 86)],
)  # fmt: skip
def test_keys_move_and_bring_into_view(table: DataTable, qtbot: QtBot, key: Qt.Key, row: int) -> None:
    table.go_to(100)
    qtbot.keyClick(table, key)
    assert table.currentIndex().row() == row
    top = row * 32 - table.verticalScrollBar().value()
    assert 0 <= top <= table.viewport().height() - 32


def test_left_and_right_follow_the_columns_as_they_stand(table: DataTable, qtbot: QtBot) -> None:
    table.arrangement.set_shown("phone", False)
    table.arrangement.move("tags", 1)
    table.go_to(0, 0)
    seen = []
    for _ in range(3):
        qtbot.keyClick(table, Key.Key_Right)
        seen.append(table.rows.columns[table.currentIndex().column()].name)
    assert seen == ["stage", "tags", "agent"]


def test_enter_space_and_double_click(table: DataTable, qtbot: QtBot) -> None:
    table.go_to(7)
    for signal, key in ((table.opened, Key.Key_Return), (table.peeked, Key.Key_Space)):
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(table, key)
        assert told.args == ["id7"]
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 48))
    table.verticalScrollBar().setValue(0)
    assert told.args == ["id1"]


def test_letters_and_escape_are_left_to_the_page(table: DataTable, qtbot: QtBot) -> None:
    table.go_to(3)
    qtbot.keyClick(table, Key.Key_Z)
    assert table.currentIndex().row() == 3
    table.selection.add({"id1"})
    qtbot.keyClick(table, Key.Key_Escape)
    assert table.selection.empty


def test_copy_takes_the_cell_or_the_rows(table: DataTable, qtbot: QtBot) -> None:
    table.go_to(1, 1)
    table.copy()
    assert QGuiApplication.clipboard().text() == person(1).values[1]
    table.arrangement.set_shown("tags", False)
    table.selection.select({"id600", "id2"})
    with qtbot.waitSignal(table.copied) as told:
        qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = QGuiApplication.clipboard().text().split("\n")
    assert told.args == [2]
    assert lines[0].split("\t")[:3] == ["Name", "Phone", "Stage"]
    assert [line.split("\t")[0] for line in lines[1:]] == [person(2).values[0], person(600).values[0]]


def test_rows_still_on_their_way_are_copied_when_they_come(qtbot: QtBot, look: Look, icons: Icons) -> None:
    people = People(100, missing=range(50, 60))
    table = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(table)
    table.set_rows(RowsModel(people, columns(), table))
    table.selection.select({"id1", "id55"})
    told: list[int] = []
    table.copied.connect(told.append)
    table.copy()
    assert told == []
    people.arrive()
    assert told == [2]
    assert person(55).values[1] in QGuiApplication.clipboard().text()


def test_rows_written_anew_before_their_ids_are_known_are_not_taken_for_none(
    qtbot: QtBot, look: Look, icons: Icons
) -> None:
    people = People(100, late=True)
    table = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(table)
    table.set_rows(RowsModel(people, columns(), table))
    table.selection.select({"id1", "id55"})
    told: list[int] = []
    table.copied.connect(told.append)
    table.copy()
    table.rows.reformat()
    assert told == []
    people.arrive()
    assert told == [2]


def test_tooltips_tell_exact_and_elided_values_only(table: DataTable) -> None:
    header = table.horizontalHeader()
    times = table.rows.columns.index(next(c for c in table.rows.columns if c.name == "updated"))
    company = table.rows.columns.index(next(c for c in table.rows.columns if c.name == "company"))
    table.arrangement.set_shown("tags", False)
    assert table.tip_at(QPoint(60, 48)) == ""
    assert table.tip_at(QPoint(header.sectionViewportPosition(company) + 20, 48)) == person(1).values[5]
    spot = QPoint(header.sectionViewportPosition(times) + 10, 48)
    assert table.tip_at(spot).startswith("2026-03-04 10:42")


def test_the_pinned_column_covers_what_scrolled_under_it(table: DataTable, qtbot: QtBot) -> None:
    table.horizontalScrollBar().setValue(150)
    assert table.indexAt(QPoint(60, 10)).column() == 0
    assert table.indexAt(QPoint(190, 10)).column() == 2
    table.go_to(0, 0)
    qtbot.keyClick(table, Key.Key_Right)
    left = table.horizontalHeader().sectionViewportPosition(1)
    assert left >= table.horizontalHeader().sectionSize(0)


def test_what_is_kept_of_rows_paints_as_what_is_worked_out_anew(table: DataTable) -> None:
    header = table.horizontalHeader()
    kept = []
    for width in (220, 90, 220):
        header.resizeSection(2, width)
        kept.append(table.viewport().grab().toImage())
    table.rows.reformat()
    table._painter.forget()
    assert table.viewport().grab().toImage() == kept[0] == kept[2]
    assert kept[0] != kept[1]
