from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Density, Look, Scheme
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from desktop.qt.toast import Toast
from desktop.qt.toast_card import ToastCard
from tests.qt.people import People, columns, person

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Click = Callable[..., None]


def chosen(table: DataTable) -> set[str]:
    return set(table.selection.snapshot().ids)


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


def test_pieces_are_painted_as_they_look_in_the_whole(table: DataTable) -> None:
    view = table.viewport()
    table.resize(600, 500)
    for sideways in (0, 250):
        table.horizontalScrollBar().setValue(sideways)
        whole = view.grab().toImage()
        pieces = QImage(whole)
        painter = QPainter(pieces)
        # Cut through texts, chips and the pinned column.
        areas = [QRect(0, 40, 300, 17), QRect(70, 57, 90, 60), QRect(160, 57, 90, 33), QRect(200, 300, 250, 90)]
        cut = QRegion(areas[0]) | areas[1] | areas[2] | areas[3]
        view.render(painter, cut.boundingRect().topLeft(), cut)
        painter.end()
        assert pieces == whole


def test_rows_out_of_sight_change_without_painting(table: DataTable, people: People, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(people.wanted))
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    before = len(people.wanted)
    rows = table.rows
    rows.dataChanged.emit(rows.index(600, 0), rows.index(700, 3))
    QApplication.processEvents()
    assert len(people.wanted) == before
    rows.dataChanged.emit(rows.index(3, 0), rows.index(4, 3))
    qtbot.waitUntil(lambda: len(people.wanted) > before)


def test_under_a_toast_rows_scroll_without_being_painted_anew(
    table: DataTable, look: Look, icons: Icons, qtbot: QtBot
) -> None:
    painted: list[QRegion] = []

    class Paints(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if isinstance(event, QPaintEvent):
                painted.append(QRegion(event.region()))
            return False

    card = ToastCard(look, icons, table)
    card.show_toast(Toast("Tagged 3 customers"))
    qtbot.waitUntil(lambda: table.grab().toImage() == _on_screen(table))
    paints = Paints()
    table.viewport().installEventFilter(paints)
    for value in (96, 200, 96, 0):
        painted.clear()
        table.verticalScrollBar().setValue(value)
        QApplication.processEvents()
        pieces = [piece for area in painted for piece in cast("Sequence[QRect]", area)]
        assert 0 < sum(piece.height() for piece in pieces) < 230
        table.viewport().removeEventFilter(paints)
        assert table.grab().toImage() == _on_screen(table)
        table.viewport().installEventFilter(paints)
    table.viewport().removeEventFilter(paints)


def _on_screen(table: DataTable) -> QImage:
    return table.screen().grabWindow(table.winId()).toImage()
