"""The frame around the pages: palette, shortcuts, layout, banners, status."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.errors import BadSign, ConnectFailed, CorruptFile
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.actions.shortcut_sheet import ShortcutSheet
from desktop.workspace.status import Progress
from tests.ui.keys import press, type_text
from tests.ui.stage import Stage

Key = Qt.Key
PAGES = (Section.CUSTOMERS, Section.TAGS, Section.OUTBOX)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _active(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()


def test_the_palette_finds_an_action_and_runs_it(stage: Stage) -> None:
    before = stage.window.panel_shown
    press(Key.Key_K, CONTROL)
    type_text("detail panel")
    press(Key.Key_Return)
    assert stage.window.panel_shown is not before


def test_every_action_is_in_the_palette_or_bound_to_a_key(stage: Stage) -> None:
    lost = [verb.name for verb in stage.window.registry.verbs() if not verb.listed and not verb.keys]
    assert not lost


@pytest.mark.parametrize("page", PAGES)
def test_no_two_actions_of_a_page_share_a_key(stage: Stage, page: Section) -> None:
    registry = stage.window.registry
    for shown in verbs.PAGES:
        stage.window.show_page(shown.name.removeprefix("page."))
    there = [verb for verb in registry.verbs() if verb.section not in {*PAGES} - {page}]
    # Two lists of a page may each have their own action for a key.
    keys = [(registry[verb.name].parent(), key) for verb in there for key in verb.keys]
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
    stage.window.registry.rebind({verbs.SEARCH.name: ("Ctrl+J",)})
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
    assert "Go on as usual" in stage.window.banner._banner.accessibleName()
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


def test_what_names_an_icon_has_it_from_the_start(stage: Stage) -> None:
    actions = stage.window.registry
    without = [
        verb.name
        for verb in actions.verbs()
        if verb.icon and verb.name in actions and actions[verb.name].icon().isNull()
    ]
    assert not without
    assert not actions[verbs.TAG.name].icon().isNull()
