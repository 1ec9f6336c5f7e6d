from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Density, Look, Scheme
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


def test_a_header_click_asks_for_an_order(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    spot = QPoint(header.sectionViewportPosition(1) + 20, 15)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    table.set_sort("phone", descending=False)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    tags = QPoint(header.sectionViewportPosition(2) + 20, 15)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=tags)
    assert asked == [("phone", False), ("phone", True)]


def test_times_begin_with_the_latest(table: DataTable, qtbot: QtBot) -> None:
    table.resize(1_400, 500)
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(8) + 20, 15)
    with qtbot.waitSignal(table.sort_asked) as told:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["updated", True]


def test_rows_hold_their_place_when_others_come_and_go_above(table: DataTable, people: People) -> None:
    table.go_to(500)
    table.verticalScrollBar().setValue(490 * 32)
    people.insert(3, [5_000, 5_001])
    assert table.verticalScrollBar().value() == 492 * 32
    assert table.currentIndex().row() == 502
    people.remove(0, 10)
    assert table.verticalScrollBar().value() == 482 * 32
    assert table.rows.row(table.currentIndex().row()) == person(500)


def test_at_the_top_new_rows_are_seen(table: DataTable, people: People) -> None:
    people.insert(0, [5_000])
    assert table.verticalScrollBar().value() == 0
    assert table.rows.index(0, 0).data() == person(5_000).values[0]


def test_the_current_row_is_told_when_it_comes(qtbot: QtBot, look: Look, icons: Icons) -> None:
    people = People(100, missing=range(50, 60))
    table = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(table)
    table.set_rows(RowsModel(people, columns(), table))
    told: list[str] = []
    table.current_moved.connect(told.append)
    table.go_to(55)
    assert told == []
    people.arrive()
    assert told == ["id55"]


def test_only_what_is_visible_is_asked_for(table: DataTable, people: People, qtbot: QtBot) -> None:
    table.go_to(700)
    qtbot.waitUntil(lambda: people.wanted[-1][1] >= 700)
    first, last = people.wanted[-1]
    assert last - first < 20


def test_a_right_click_selects_unless_it_is_on_the_selection(table: DataTable, qtbot: QtBot) -> None:
    table.selection.select({"id1", "id2"})
    for row, expected in ((1, {"id1", "id2"}), (4, set())):
        spot = QPoint(60, row * 32 + 16)
        qtbot.mousePress(table.viewport(), Qt.MouseButton.RightButton, pos=spot)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, table.viewport().mapToGlobal(spot))
        with qtbot.waitSignal(table.context_asked):
            QApplication.sendEvent(table.viewport(), event)
        assert chosen(table) == expected
        assert table.currentIndex().row() == row


def test_the_menu_key_opens_under_the_current_cell(table: DataTable, qtbot: QtBot) -> None:
    table.go_to(2, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(table.context_asked) as told:
        QApplication.sendEvent(table.viewport(), event)
    assert table.viewport().mapFromGlobal(told.args[0]).y() == 3 * 32 - 1


def test_accessible_readers_get_rows_columns_and_checks(table: DataTable) -> None:
    table.setAccessibleName("Customers")
    table.selection.add({"id0"})
    found = QAccessible.queryAccessibleInterface(table)
    assert found.text(QAccessible.Text.Name) == "Customers"
    shown = [found.child(place).text(QAccessible.Text.Name) for place in range(3 * (len(columns()) + 1))]
    assert [name for name in shown if name in {"Name", "Phone"}] == ["Name", "Phone"]
    assert "Amelia Hart, VIP, On the blacklist" in shown
    assert person(1).values[1] in shown
    assert table.rows.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_theme_density_and_missing_rows_are_painted(table: DataTable, look: Look, people: People) -> None:
    def corner() -> str:
        return table.viewport().grab().toImage().pixelColor(2, 2).name().upper()

    assert corner() == look.tokens.window
    look.set_scheme(Scheme.DARK)
    assert corner() == look.tokens.window
    look.set_density(Density.COMPACT)
    assert table.row_at(27) == 1
    people.replace(())
    assert table.row_at(5) == -1
    assert corner() == look.tokens.window


def test_hover_lights_one_row(table: DataTable, look: Look, qtbot: QtBot) -> None:
    qtbot.mouseMove(table.viewport(), QPoint(200, 40))
    qtbot.waitUntil(
        lambda: table.viewport().grab().toImage().pixelColor(2, 40).name().upper() == look.tokens.hover
    )
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert table.viewport().grab().toImage().pixelColor(2, 40).name().upper() == look.tokens.window
