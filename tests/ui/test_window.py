"""The window as the keyboard drives it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.query import Contains, OneOf, Order, Tagged
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import PickerPopup
from desktop.qt.popup import Popup
from tests.ui import world
from tests.ui.keys import press, type_text
from tests.ui.stage import Stage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_popup(stage: Stage) -> Popup:
    """Return the popup that is open."""
    return next(popup for popup in stage.window.findChildren(Popup) if popup.isVisible())


@pytest.fixture(autouse=True)
def _active(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()


def test_slash_searches_and_enter_goes_to_the_first_row(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    press(Key.Key_Slash)
    assert page.search.hasFocus()
    type_text("user27@")
    qtbot.waitUntil(lambda: page._listing.count == 1)
    press(Key.Key_Return)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    row = page.table.current_row()
    assert row is not None
    assert row.id == "c000027"
    assert page.search.text() == "user27@"


def test_the_table_shows_where_a_search_found_something(stage: Stage, qtbot: QtBot) -> None:
    rows = stage.screens.page.rows
    columns = {column.name: place for place, column in enumerate(rows.columns)}

    def found(name: str) -> list[str]:
        row = rows.row(0)
        cell = rows.cell(row, columns[name]) if row is not None else None
        return [cell.text[start:end] for start, end in cell.spans] if cell is not None else []

    press(Key.Key_Slash)
    type_text("USER27@")
    qtbot.waitUntil(lambda: stage.screens.page._listing.count == 1)
    assert found("email") == ["user27@"]
    assert found("nickname") == found("stage_id") == []
    stage.screens.page.clear_filters()
    qtbot.waitUntil(lambda: stage.screens.page._listing.count > 1)
    assert found("email") == []


def test_enter_opens_the_panel_with_the_record(stage: Stage, qtbot: QtBot) -> None:
    stage.window.show_panel(False)
    press(Key.Key_Home)
    press(Key.Key_Return)
    assert stage.window.panel_shown
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000000")


def test_space_peeks_and_space_again_puts_the_panel_away(stage: Stage, qtbot: QtBot) -> None:
    stage.window.show_panel(False)
    press(Key.Key_Home)
    press(Key.Key_Space)
    assert stage.window.panel_shown
    qtbot.waitUntil(lambda: bool(stage.screens.panel.customer_id))
    assert stage.screens.page.table.hasFocus()
    press(Key.Key_Space)
    assert not stage.window.panel_shown


def test_the_panel_follows_the_arrows(stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Home)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000000")
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000001")


def test_control_a_selects_the_whole_result_and_escape_drops_it(stage: Stage) -> None:
    page = stage.screens.page
    press(Key.Key_A, CONTROL)
    assert page.table.selection.count(page._listing.count) == 300
    assert "300 selected" in page.counts._chosen.text()
    press(Key.Key_Escape)
    assert page.table.selection.empty


def test_copied_rows_stand_on_the_clipboard_under_their_titles(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    rows = [page.rows.row(place) for place in (0, 1)]
    page.table.selection.select(row.id for row in rows if row)
    press(Key.Key_C, CONTROL)
    qtbot.waitUntil(
        lambda: "2 rows copied" in (stage.window.toasts.shown.text if stage.window.toasts.shown else "")
    )
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Name", "Phone", "Tags"]
    assert lines[1].split("\t")[1] == "13800138000"
    assert len(lines) == 3


def test_f_lists_every_filter_and_a_choice_narrows_at_once(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    press(Key.Key_F)
    type_text("stage")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(open_popup(stage), PickerPopup))
    type_text("意向")
    press(Key.Key_Return)
    assert page.state.query.where == (OneOf("stage_id", ("s1",)),)
    qtbot.waitUntil(lambda: page._listing.count == sum(number % 7 == 1 for number in range(300)))
    type_text("报价")
    press(Key.Key_Return)
    assert page.state.query.where == (OneOf("stage_id", ("s1", "s2")),)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert [chip.text() for chip in page.bar._chips] == ["Stage: 意向明确, 报价中"]


def test_a_text_filter_is_typed_and_applied_by_enter(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    press(Key.Key_F)
    type_text("e-mail")
    press(Key.Key_Return)
    type_text("user299")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page._listing.count == 1)
    assert page.state.query.where == (Contains("email", "user299"),)


def test_delete_on_a_chip_removes_its_filter(stage: Stage) -> None:
    page = stage.screens.page
    condition = Tagged("any", ("t0",))
    page.state.put(None, condition)
    chip = page.bar.chip(condition)
    assert chip is not None
    chip.setFocus()
    press(Key.Key_Delete)
    assert page.state.query.where == ()


def test_tags_can_be_asked_for_all_or_none(stage: Stage) -> None:
    page = stage.screens.page
    condition = Tagged("any", ("t0", "t3"))
    page.state.put(None, condition)
    chip = page.bar.chip(condition)
    assert chip is not None
    chip.click()
    picker = open_popup(stage)
    none = next(child for child in picker.findChildren(QWidget) if child.accessibleName() == "None")
    QTest.mouseClick(none, Qt.MouseButton.LeftButton)
    assert page.state.query.where == (Tagged("none", ("t0", "t3")),)


def test_no_match_offers_to_clear(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    page.search.setText("nobody at all")
    qtbot.waitUntil(page._empty.isVisible)
    assert page._empty.reason == "no_match"
    page._empty._empty.acted.emit()
    qtbot.waitUntil(page.table.isVisible)
    assert page.search.text() == ""


def test_a_sort_is_asked_of_the_listing(stage: Stage, qtbot: QtBot) -> None:
    page = stage.screens.page
    page.table.sort_asked.emit("phone", False)
    assert page.state.query.order == Order("phone", descending=False)
    qtbot.waitUntil(lambda: page.rows.row(0) is not None and not page._listing.busy)
    phones = [row.values[2] for row in (page.rows.row(place) for place in range(20)) if row]
    assert phones == sorted(phones)


def test_a_view_is_saved_chosen_changed_and_removed(stage: Stage) -> None:
    page = stage.screens.page
    page.state.put(None, OneOf("is_vip", (1,)))
    assert page.tabs._bar.tabText(0) == "All •"
    press(Key.Key_S, CONTROL)
    type_text("VIPs")
    press(Key.Key_Return)
    assert [page.tabs._bar.tabText(place) for place in range(page.tabs._bar.count())][-1] == "VIPs"
    saved = page.tabs.current
    assert saved is not None
    assert saved.name == "VIPs"
    page.tabs._bar.setCurrentIndex(0)
    assert page.state.query.where == ()
    page.tabs._bar.setCurrentIndex(page.tabs._bar.count() - 1)
    assert page.state.query.where == (OneOf("is_vip", (1,)),)
    page.tabs.remove_wanted.emit(saved.id)
    assert page.tabs.current is not None
    assert page.tabs.current.id == "all"
    assert page.state.query.where == ()


def test_saved_views_are_there_again_after_a_restart(stage: Stage, qtbot: QtBot) -> None:
    stage.account.views.save("Kept", stage.screens.page.state.query)
    qtbot.wait(100)
    stage.reset()
    qtbot.waitUntil(lambda: stage.screens.page.tabs._bar.count() == 3)
    assert stage.screens.page.tabs._bar.tabText(2) == "Kept"


def test_the_panel_shows_what_was_found_where_the_table_has_no_column_for_it(stage: Stage, qtbot: QtBot) -> None:
    def found() -> list[str]:
        labels = stage.screens.panel.findChildren(PlainLabel)
        seen = [label for label in labels if label.spotted is not None and label.isVisible()]
        return [label.text()[start:end] for label in seen for start, end in label.spotted(label.text())]  # type: ignore[misc]

    note = next(one for one in map(world.customer, range(200)) if one.text("note"))
    press(Key.Key_Slash)
    type_text(note.text("note")[:6])
    qtbot.waitUntil(lambda: stage.screens.page._listing.exact and stage.screens.page._listing.count > 0)
    assert found() == []
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: found() != [])
    assert set(found()) == {note.text("note")[:6]}
    shown = stage.screens.panel.grab().toImage()
    colour = stage.look.tokens.found
    assert any(
        shown.pixelColor(x, y).name().upper() == colour
        for x in range(shown.width())
        for y in range(shown.height())
    )
    stage.screens.page.clear_filters()
    assert found() == []
