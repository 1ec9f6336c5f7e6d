"""The window as the keyboard drives it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import BadSign, ConnectFailed, CorruptFile
from desktop.domain.query import Contains, OneOf, Order, Tagged
from desktop.qt.picker import PickerPopup
from desktop.qt.popup import Popup
from desktop.ui import verbs
from desktop.ui.actions import Verb
from desktop.ui.shortcut_sheet import ShortcutSheet
from desktop.workspace.status import Progress
from tests.ui.stage import Stage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def type_text(text: str) -> None:
    """Type where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        QTest.keyClicks(target, text)
    else:
        # Chinese comes from an input method, not from keys.
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)


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
    qtbot.waitUntil(lambda: stage.screens.page.tabs._bar.count() == 7)
    assert stage.screens.page.tabs._bar.tabText(6) == "Kept"


def test_the_palette_finds_an_action_and_runs_it(stage: Stage) -> None:
    before = stage.window.panel_shown
    press(Key.Key_K, CONTROL)
    type_text("detail panel")
    press(Key.Key_Return)
    assert stage.window.panel_shown is not before


def test_every_action_is_in_the_palette_or_bound_to_a_key(stage: Stage) -> None:
    lost = [verb.name for verb in stage.window.registry.verbs() if not verb.listed and not verb.keys]
    assert not lost


def test_no_two_actions_share_a_key(stage: Stage) -> None:
    keys = [key for verb in stage.window.registry.verbs() for key in verb.keys]
    assert len(keys) == len(set(keys))


def test_f1_lists_the_shortcuts(stage: Stage) -> None:
    press(Key.Key_F1)
    sheet = stage.window.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.close()


@pytest.mark.parametrize(
    ("verb", "name", "value"),
    [(verbs.THEME, "theme", "dark"), (verbs.DENSITY, "density", "compact"), (verbs.LANGUAGE, "language", "zh")],
)
def test_the_palette_switches_the_appearance(stage: Stage, verb: Verb, name: str, value: str) -> None:
    stage.set_scheme("light")
    press(Key.Key_K, CONTROL)
    type_text(verb.text)
    press(Key.Key_Return)
    assert getattr(stage.preferences.current, name) == value


def test_an_action_takes_another_key(stage: Stage) -> None:
    stage.window.registry.bind(verbs.SEARCH.name, ("Ctrl+J",))
    press(Key.Key_J, CONTROL)
    assert stage.screens.page.search.hasFocus()


def test_columns_are_kept_in_the_preferences(stage: Stage) -> None:
    arrangement = stage.screens.page.table.arrangement
    arrangement.set_shown("email", False)
    arrangement.move("phone", 2)
    stage.reset()
    shown = stage.screens.page.table.arrangement.shown()
    assert "email" not in shown
    assert shown[:4] == ("nickname", "tags", "stage_id", "phone")


def test_the_window_is_as_it_was_left(stage: Stage) -> None:
    stage.window.resize(1234, 700)
    stage.window.show_panel(False)
    state = stage.window.layout_state()
    stage.window.resize(1100, 650)
    stage.window.show_panel(True)
    stage.window.restore_layout(state)
    # The width is held within the screen, which is narrow where there is none.
    assert stage.window.height() == 700
    assert not stage.window.panel_shown
    stage.window.restore_layout({"window": "nonsense", "panel_width": "-1", "panel": "x"})


def test_the_window_fits_the_smallest_screen(stage: Stage) -> None:
    for code in ("en", "zh"):
        assert code
        stage.window.resize(1024, 640)
        assert (stage.window.width(), stage.window.height()) == (1024, 640)
        hint = stage.window.minimumSizeHint()
        assert hint.width() <= 1024
        assert hint.height() <= 640


def test_offline_shows_quietly_and_goes_away(stage: Stage) -> None:
    stage.status(connection="offline", error=ConnectFailed())
    assert stage.window.banner.isVisible()
    assert "Everything fetched stays readable" in stage.window.banner._banner.accessibleName()
    stage.status(connection="online", error=None)
    assert not stage.window.banner.isVisible()
    assert "Online" in stage.window.status_bar._connection.text()


def test_stopped_says_why_and_leads_to_the_settings(stage: Stage, qtbot: QtBot) -> None:
    stage.status(connection="stopped", error=BadSign())
    with qtbot.waitSignal(stage.window.settings_wanted):
        stage.window.banner._banner.acted.emit()


def test_a_damaged_file_is_told_until_it_is_understood(stage: Stage) -> None:
    stage.status(connection="online", error=CorruptFile(file="cache.db", kept_as="cache.damaged-1.db"))
    assert stage.window.banner.isVisible()
    stage.window.banner._banner.acted.emit()
    assert not stage.window.banner.isVisible()


def test_a_pull_shows_numbers_and_can_be_cancelled(stage: Stage, qtbot: QtBot) -> None:
    stage.status(connection="online", progress=Progress("customers", 420, 1000, 8100.0, 72), quarantined=3)
    bar = stage.window.status_bar
    assert bar._progress.text() == "Pulling 42% · 8,100/s · 1:12 left"
    assert bar._quarantined.text() == "3 records unreadable"
    with qtbot.waitSignal(bar.cancel_wanted):
        bar._cancel.click()
    stage.status(progress=None)
    assert not bar._progress.isVisible()


def test_a_failed_refresh_is_said_in_the_panel(stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Home)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000000")
    stage.screens.panel.show_trouble(ConnectFailed())
    assert stage.screens.panel._trouble.isVisible()
    with qtbot.waitSignal(stage.screens.panel.refresh_wanted):
        stage.screens.panel._retry.click()
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000001")
    assert not stage.screens.panel._trouble.isVisible()


def test_escape_leaves_the_search_without_losing_its_text(stage: Stage) -> None:
    page = stage.screens.page
    press(Key.Key_Slash)
    type_text("a")
    press(Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.search.text() == "a"
