"""Pages are made when they are first gone to; what they offer is there from the start."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.news import News, NewsKind
from desktop.ui.actions import verbs
from desktop.ui.actions.keymap import every_verb
from desktop.ui.actions.registry import Section, text_of
from desktop.ui.actions.shortcut_sheet import ShortcutSheet
from desktop.ui.board.page import BoardPage
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.page import TagsPage
from desktop.ui.timeline.page import TimelinePage
from desktop.ui.window.account_screens import AccountScreens
from desktop.ui.window.first_screen import FirstScreen
from tests.ui import world
from tests.ui.keys import CONTROL, SHIFT, Key, press
from tests.ui.stage import Stage

PAGE_KEYS = {
    "tags": Key.Key_2,
    "board": Key.Key_3,
    "blacklist": Key.Key_4,
    "figures": Key.Key_5,
    "outbox": Key.Key_6,
}


@pytest.fixture(autouse=True)
def _active(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()


def made(stage: Stage) -> list[type[QObject]]:
    return [kind for kind in (TagsPage, BoardPage, TimelinePage) if stage.window.findChild(kind) is not None]


def test_no_page_is_made_before_it_is_gone_to(stage: Stage) -> None:
    assert made(stage) == []
    assert stage.window.stack.count() == 1
    assert stage.window.pages.count() == 1
    press(Key.Key_2, CONTROL)
    assert made(stage) == [TagsPage]
    press(Key.Key_1, CONTROL)
    press(Key.Key_2, CONTROL)
    assert len(stage.window.findChildren(TagsPage)) == 1


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_each_page_opens_by_its_key_and_takes_the_keyboard(stage: Stage, qtbot: QtBot, page: str) -> None:
    assert stage.window.rail._items[page].isVisible()
    press(PAGE_KEYS[page], CONTROL)
    assert stage.window.page_key == page
    shown = getattr(stage.screens.pages, page).page
    assert shown.isVisible()
    if page != "outbox":
        # An empty outbox has no stop.
        qtbot.waitUntil(lambda: shown.isAncestorOf(stage.window.focusWidget()))


def test_an_action_of_a_page_that_was_never_open_works_by_its_key_at_once(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(stage.account.collections.tag_groups))
    press(Key.Key_2, CONTROL)
    press(Key.Key_N, CONTROL | SHIFT)
    dialog = stage.window.findChild(GroupDialog)
    assert dialog is not None
    dialog.reject()


def test_keys_chosen_before_a_page_is_made_hold_in_it(stage: Stage, qtbot: QtBot) -> None:
    stage.preferences.change(keys={verbs.NEW_GROUP.name: ("Ctrl+G",)})
    qtbot.waitUntil(lambda: bool(stage.account.collections.tag_groups))
    press(Key.Key_2, CONTROL)
    press(Key.Key_N, CONTROL | SHIFT)
    assert stage.window.findChild(GroupDialog) is None
    press(Key.Key_G, CONTROL)
    dialog = stage.window.findChild(GroupDialog)
    assert dialog is not None
    dialog.reject()


def test_the_sheet_lists_the_keys_of_pages_that_were_never_open(stage: Stage) -> None:
    press(Key.Key_F1)
    sheet = stage.window.findChild(ShortcutSheet)
    assert sheet is not None
    listed = {label.text() for label in sheet.findChildren(QLabel)}
    of_pages = {Section.TAGS, Section.BOARD, Section.BLACKLIST, Section.OUTBOX}
    assert {text_of(verb) for verb in every_verb() if verb.section in of_pages and verb.keys} <= listed
    sheet.close()


def test_the_palette_does_without_actions_of_pages_that_were_never_open(stage: Stage) -> None:
    stage.window.open_palette()
    press(Key.Key_Escape)
    assert made(stage) == []


def test_a_record_is_written_by_its_key_when_no_history_was_looked_at(stage: Stage, qtbot: QtBot) -> None:
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: bool(stage.screens.panel.customer_id))
    press(Key.Key_R)
    assert stage.screens.timeline.page.composer.box.hasFocus()
    assert stage.screens.panel.tabs.key == "timeline"
    qtbot.waitUntil(lambda: stage.screens.timeline._timeline is not None)


def test_a_history_looked_at_late_is_that_of_the_customer_shown(stage: Stage, qtbot: QtBot) -> None:
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: bool(stage.screens.panel.customer_id))
    stage.screens.page.table.go_to(3)
    row = stage.screens.page.rows.row(3)
    assert row is not None
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == row.id)
    stage.screens.panel.tabs.bar.setCurrentIndex(2)
    assert stage.screens.timeline.changes.isVisible()
    shown = stage.screens.timeline._timeline
    assert shown is not None
    assert shown.customer_id == row.id


def test_news_of_the_blacklist_lead_to_its_page(stage: Stage) -> None:
    entry = BlacklistEntry("nobody", "N", BlackType.ONE_DAY)
    stage.screens.bans.notices.show_wanted.emit(News(NewsKind.ENDING, entry))
    assert stage.window.page_key == "blacklist"
    assert stage.screens.pages.blacklist.page.isVisible()


def test_the_pages_of_another_account_are_made_anew(stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_2, CONTROL)
    stage.reset()
    qtbot.waitUntil(lambda: made(stage) == [])
    assert stage.window.page_key == "customers"
    assert verbs.NEW_GROUP.name not in stage.window.registry
    assert verbs.NEW_GROUP in stage.window.registry.verbs()
    stage.screens.page.table.setFocus()
    press(Key.Key_2, CONTROL)
    assert verbs.NEW_GROUP.name in stage.window.registry


def test_the_columns_that_come_later_move_none(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(stage.account.collections.stages) == len(world.STAGES))
    press(Key.Key_3, CONTROL)
    lanes = stage.screens.pages.board.page.lanes
    assert len(lanes.columns) <= len(world.STAGES)
    QApplication.processEvents()
    stood: dict[str, QRect] = {}

    def all_there() -> bool:
        # What was made in this turn of the loop is painted once it is laid out.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for column in lanes.columns:
            place = column.geometry()
            assert stood.setdefault(column.stage_id, place).left() == place.left()
        return len(lanes.columns) == len(world.STAGES) + 1

    qtbot.waitUntil(all_there)
    QApplication.processEvents()
    assert all_there()
    places = [column.geometry() for column in lanes.columns]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def listeners(stage: Stage) -> list[int]:
    return [
        stage.window.receivers(f"2{name}")
        for name in ("back_wanted()", "page_shown(QString)", "panel_toggled(bool)")
    ]


@pytest.mark.parametrize("parts", [0, 1, 2, 3, 5, 8, 99])
def test_screens_are_closed_as_far_as_they_were_made(stage: Stage, parts: int) -> None:
    window = stage.window
    stage.screens.close()
    stage.account.close_files()
    before = listeners(stage)
    account = stage._account = stage.open_account()
    first = FirstScreen(window, account, stage.kit, stage.preferences)
    stage.screens = AccountScreens(window, account, stage.kit, stage.preferences, first)
    for _ in range(parts):
        if not stage.screens.build():
            break
    stage.screens.close()
    assert listeners(stage) == before
    own = [one for one in account._events._listeners.values() if "workspace" not in one.__module__]
    assert own == []
    for page in window.take_former():
        page.deleteLater()
