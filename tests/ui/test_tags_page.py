"""The tags page as the keyboard drives it, on real files, without a server."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.domain.dictionaries import Tag
from desktop.domain.intents.intent import CreateTag, UpdateTagGroup
from desktop.domain.jobs.job import MergeTags
from desktop.ui.actions import verbs
from desktop.ui.tags.colour_popup import ColourPopup
from desktop.ui.tags.page import TagsPage
from desktop.ui.tags.pick_dialog import PickDialog
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.stage import Stage
from tests.ui.tagging_desk import editor, group, opened, tags


def test_groups_show_their_tags_and_customers(page: TagsPage, stage: Stage) -> None:
    held = [stage.account.collections.tags_of("g1"), page.scene.tags["g1"]]
    assert len(held[0]) == len(held[1]) == 3
    line = page.scene.group("g1")
    assert line is not None
    shown = [tag.customers or 0 for tag in page.scene.tags["g1"]]
    assert 0 < max(shown) <= (line.customers or 0) < sum(shown) < 300
    assert "3 tags" in page.pane.head._facts.text()


def test_a_tag_is_renamed_where_it_stands_and_waits_to_be_sent(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    press(Key.Key_F2)
    assert editor(page).text() == "高意向"
    type_text("Hot <b>lead</b>")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: tags(page, "g1")[0] == "Hot <b>lead</b>")
    assert page.pane.table.hasFocus()
    row = page.pane.rows.row(0)
    assert row is not None
    assert page.pane.rows.cell(row, 3).text == "Waiting to be sent"
    assert stage.account.outbox.counts().waiting == 1


def test_escape_leaves_everything_as_it_was(page: TagsPage, stage: Stage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Return)
    type_text("Other")
    press(Key.Key_Escape)
    assert page.pane.table.hasFocus()
    assert tags(page, "g1")[0] == "高意向"
    assert not stage.account.outbox.entries()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("观望", "exists already"), ("x" * 31, "30"), ("   ", "no name")],
    ids=["taken", "long", "blank"],
)
def test_what_the_server_would_refuse_is_said_at_the_field_and_kept(
    page: TagsPage, stage: Stage, typed: str, said: str
) -> None:
    press(Key.Key_Right)
    press(Key.Key_F2)
    type_text(typed)
    press(Key.Key_Return)
    line = editor(page)
    assert said in line.accessibleDescription()
    assert line.text() == typed
    assert not stage.account.outbox.entries()


def test_tab_goes_on_to_the_parameter_name(page: TagsPage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    press(Key.Key_F2)
    type_text("Hot")
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: tags(page, "g1")[0] == "Hot")
    assert editor(page).accessibleName() == "Parameter name"
    type_text("hot_lead")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.scene.tags["g1"][0].tag.param_name == "hot_lead")


def test_new_tags_are_typed_one_after_the_other(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_N, CONTROL)
    for name in ("First", "Second", "😀"):
        type_text(name)
        press(Key.Key_Return)
        qtbot.waitUntil(lambda name=name: name in tags(page, "g1"))
    press(Key.Key_Escape)
    assert tags(page, "g1")[-3:] == ["First", "Second", "😀"]
    made = [entry.intent for entry in stage.account.outbox.entries()]
    assert [one.name for one in made if isinstance(one, CreateTag)] == ["First", "Second", "😀"]


def test_a_group_is_renamed_in_the_list(page: TagsPage, qtbot: QtBot) -> None:
    press(Key.Key_F2)
    type_text("产品线")
    press(Key.Key_Return)
    assert "exists already" in editor(page).accessibleDescription()
    editor(page).selectAll()
    type_text("意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: group(page, "g1").name == "意向")
    assert page.side.list.hasFocus()


def test_a_bad_colour_is_said_and_recolouring_is_one_gesture(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert page.pane.head._bad.isVisible()
    assert "#gt5433" in page.pane.head._bad.text()
    press(Key.Key_C, CONTROL | SHIFT)
    popup = stage.window.findChild(ColourPopup)
    assert popup is not None
    press(Key.Key_Right)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: group(page, "g3").color == "#D84315")
    assert not page.pane.head._bad.isVisible()
    (entry,) = stage.account.outbox.entries()
    assert isinstance(entry.intent, UpdateTagGroup)
    assert entry.base["color"] == "#gt5433"


def test_the_search_finds_groups_and_tags_by_pinyin(page: TagsPage, qtbot: QtBot) -> None:
    press(Key.Key_Slash)
    assert page.side.search.hasFocus()
    qtbot.waitUntil(lambda: bool(page._readings))
    type_text("dy")
    assert [line.id for line in page.shown.groups] == ["g4"]
    assert page.group is not None
    assert [line.tag.name for line in page.shown.tags["g4"]] == ["抖音"]
    press(Key.Key_Return)
    assert page.side.list.hasFocus()
    press(Key.Key_Escape)
    assert len(page.shown.groups) == 5


def test_ctrl_enter_shows_who_has_the_tag(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    count = page.scene.tags["g1"][0].customers
    press(Key.Key_Return, CONTROL)
    assert stage.window.page_key == "customers"
    qtbot.waitUntil(lambda: stage.screens.page._listing.count == count)


def test_near_duplicates_are_listed_and_lead_to_the_name(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    page.edits.create_tag("g5", "chargeback ", lambda: None)
    page.edits.create_tag("g5", "Charge back", lambda: None)
    qtbot.waitUntil(lambda: len(page._pairs) >= 1)
    stage.window.registry[verbs.NEAR_DUPLICATES.name].trigger()
    qtbot.waitUntil(page.right.duplicates.isVisible)
    first = page.right.duplicates.first_stop()
    assert first is not None
    first.setFocus()
    press(Key.Key_Space)
    assert page.group is not None
    assert page.group.id == "g5"
    assert editor(page).text() == "Chargeback"


def test_near_duplicates_are_merged_from_their_list(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    page.edits.create_tag("g5", "chargeback ", lambda: None)
    qtbot.waitUntil(lambda: len(page._pairs) >= 1)
    pair = page._pairs[0]
    stage.window.registry[verbs.NEAR_DUPLICATES.name].trigger()
    qtbot.waitUntil(page.right.duplicates.isVisible)
    button = next(one for one in page.right.duplicates.findChildren(QAbstractButton) if one.text() == "Merge")
    button.setFocus()
    press(Key.Key_Space)
    dialog = opened(stage, qtbot, PickDialog)
    assert dialog.chosen == pair.first.id
    with qtbot.waitSignal(page.job_wanted) as wanted:
        press(Key.Key_Return)
    assert wanted.args == [MergeTags((pair.second.id,), pair.first.id)]


def test_the_actions_of_other_pages_rest(page: TagsPage, stage: Stage) -> None:
    registry = stage.window.registry
    assert not registry[verbs.SEARCH.name].isEnabled()
    assert registry[verbs.NEW_TAG.name].isEnabled()
    assert page.isVisible()
    press(Key.Key_1, CONTROL)
    assert registry[verbs.SEARCH.name].isEnabled()
    assert not registry[verbs.NEW_TAG.name].isEnabled()


def test_without_groups_the_page_says_what_they_are(empty_stage: Stage, qtbot: QtBot) -> None:
    empty_stage.window.show_page("tags")
    page = empty_stage.screens.pages.tags.page
    qtbot.waitUntil(page.right.nothing.isVisible)
    assert not page.side.isVisible()
    assert page.right.nothing._empty.accessibleName() == "No tag groups yet"


def test_a_changed_table_from_the_server_keeps_the_current_tag(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    press(Key.Key_Down)
    rest = [tag for tag in stage.account.collections.tags.values() if tag.id != "t0"]
    stage.account.collections.take("tag", ([*rest, Tag("t99", "g1", "New")], 5))
    qtbot.waitUntil(lambda: tags(page, "g1") == ["观望", "无意向", "New"])
    current = page.pane.current()
    assert current is not None
    assert current.tag.name == "观望"


@pytest.mark.parametrize("typed", ["qiye", "qyb", "企业"])
def test_a_long_list_is_narrowed_by_typing(page: TagsPage, stage: Stage, qtbot: QtBot, typed: str) -> None:
    press(Key.Key_Right)
    press(Key.Key_M, CONTROL)
    dialog = opened(stage, qtbot, PickDialog)
    qtbot.waitUntil(dialog.filter.hasFocus)
    type_text(typed)
    wanted = next(tag.id for tag in stage.account.collections.tags.values() if tag.name == "企业版")
    qtbot.waitUntil(lambda: dialog.chosen == wanted)
    with qtbot.waitSignal(page.job_wanted) as asked:
        press(Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].into == wanted
