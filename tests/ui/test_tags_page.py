"""The tags page as the keyboard drives it, on real files, without a server."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.errors import Rejected
from desktop.domain.intents import CreateTag, CreateTagGroup, RemoveTag, RemoveTagGroup, RemoveTags, UpdateTagGroup
from desktop.domain.outbox import State
from desktop.ui import verbs
from desktop.ui.tags.cell_editor import CellEditor
from desktop.ui.tags.choice_dialog import ChoiceDialog
from desktop.ui.tags.colour_popup import ColourPopup
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.page import TagsPage
from desktop.ui.tags.removal_dialog import RemovalDialog
from desktop.workspace import outboxlane as lane
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.stage import Stage

DialogT = TypeVar("DialogT", bound=QDialog)


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> Iterator[TagsPage]:
    """The page, reached by its key, with its counts."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    press(Key.Key_2, CONTROL)
    page = stage.screens.tags.page
    qtbot.waitUntil(lambda: len(page.counting.counts.groups) == 5)
    qtbot.waitUntil(page.side.list.hasFocus)
    yield page
    for dialog in stage.window.findChildren(QDialog):
        dialog.reject()


def editor(page: TagsPage) -> CellEditor:
    """Return the editor that has the focus."""
    line = QApplication.focusWidget()
    assert isinstance(line, CellEditor), line
    assert page.isAncestorOf(line)
    return line


def tags(page: TagsPage, group: str) -> list[str]:
    """Return the names listed in a group."""
    return [line.tag.name for line in page.scene.tags.get(group, ())]


def group(page: TagsPage, group_id: str) -> TagGroup:
    """Return a group as it is shown."""
    line = page.scene.group(group_id)
    assert line is not None
    return line.group


def refuse(stage: Stage, qtbot: QtBot, code: str) -> None:
    """Have the newest edit refused, as when the server's answer comes."""
    box = stage.account.outbox
    entry = box.entries()[-1]
    refused = replace(entry, state=State.REJECTED, error=Rejected(code), changed=entry.changed + 1)
    assert not stage.account.files.outbox.submit(lane.rewrite, [(entry, refused)], {}).result()
    box.took([(entry, refused)], {})
    qtbot.waitUntil(stage.screens.tags.page.isVisible)


def opened(stage: Stage, qtbot: QtBot, kind: type[DialogT]) -> DialogT:
    """Return the dialog of this kind, once it has the focus."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in stage.window.findChildren(kind)))
    dialog = next(one for one in stage.window.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or stage.window))
    return dialog


def back(stage: Stage, qtbot: QtBot) -> None:
    """Give the window the focus again, as a desktop does when a dialog goes."""
    stage.window.activateWindow()
    qtbot.waitUntil(lambda: stage.window.isAncestorOf(QApplication.focusWidget() or QWidget()))


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
    assert page.pane.rows.cell(row, 5).text == "Waiting to be sent"
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


def test_a_group_is_made_with_its_tags_in_one_go(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_N, CONTROL | SHIFT)
    dialog = opened(stage, qtbot, GroupDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    type_text("Priority")
    assert not dialog.create_button.isEnabled()
    type_text(" 2")
    press(Key.Key_Tab)
    press(Key.Key_Down)
    press(Key.Key_Tab)
    assert dialog.tags.hasFocus()
    type_text("Now")
    press(Key.Key_Return)
    type_text("Soon")
    assert dialog.create_button.isEnabled()
    dialog.create_button.click()
    qtbot.waitUntil(lambda: page.group is not None and page.group.group.name == "Priority 2")
    assert page.group is not None
    assert not page.group.group.multiple
    assert tags(page, page.group.id) == ["Now", "Soon"]
    (entry,) = stage.account.outbox.entries()
    assert isinstance(entry.intent, CreateTagGroup)


def test_two_tags_of_one_name_in_a_new_group_are_told_at_the_field(
    page: TagsPage, stage: Stage, qtbot: QtBot
) -> None:
    page.side.list.setFocus()
    press(Key.Key_N, CONTROL | SHIFT)
    dialog = opened(stage, qtbot, GroupDialog)
    dialog.name.setText("New")
    dialog.tags.setPlainText("One\nTwo\nOne")
    assert not dialog.create_button.isEnabled()
    assert "exists already" in dialog.tags.accessibleDescription()


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


def test_switching_to_single_choice_names_who_breaks_it_and_offers_the_fix(
    page: TagsPage, stage: Stage, qtbot: QtBot
) -> None:
    stage.window.registry[verbs.SWITCH_CHOICE.name].trigger()
    dialog = opened(stage, qtbot, ChoiceDialog)
    broken = dialog._holders.total
    assert broken > 3
    assert str(broken) in dialog._who.text()
    dialog.switch.click()
    qtbot.waitUntil(lambda: not group(page, "g1").multiple)
    qtbot.waitUntil(lambda: page.counting.broken.total == broken, timeout=8000)
    back(stage, qtbot)
    stage.window.registry[verbs.BROKEN_CHOICE.name].trigger()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(stage.account.outbox.entries()) == 2)
    assert isinstance(stage.account.outbox.entries()[1].intent, RemoveTags)
    qtbot.waitUntil(lambda: page.counting.broken.total == broken - 1, timeout=8000)


def test_deleting_a_tag_tells_who_loses_it_and_wants_its_name(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    press(Key.Key_Delete)
    dialog = opened(stage, qtbot, RemovalDialog)
    qtbot.waitUntil(lambda: dialog._holders is not None)
    assert dialog._holders is not None
    assert str(dialog._holders.total) in dialog._who.text()
    qtbot.waitUntil(dialog.typed.hasFocus)
    press(Key.Key_Return)
    assert not dialog.delete.isEnabled()
    type_text("高意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: tags(page, "g1") == ["观望", "无意向"])
    (entry,) = stage.account.outbox.entries()
    assert isinstance(entry.intent, RemoveTag)
    assert entry.base["name"] == "高意向"


def test_a_deleted_group_comes_back_by_undo(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Delete)
    opened(stage, qtbot, RemovalDialog)
    type_text("客户意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.scene.group("g1") is None)
    assert isinstance(stage.account.outbox.entries()[0].intent, RemoveTagGroup)
    back(stage, qtbot)
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: any(line.group.name == "客户意向" for line in page.scene.groups))
    again = next(line for line in page.scene.groups if line.group.name == "客户意向")
    assert tags(page, again.id) == ["高意向", "观望", "无意向"]


def test_a_refused_rename_is_said_at_its_tag_and_corrected_there(
    page: TagsPage, stage: Stage, qtbot: QtBot
) -> None:
    press(Key.Key_Right)
    press(Key.Key_F2)
    type_text("Taken")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: tags(page, "g1")[0] == "Taken")
    refuse(stage, qtbot, "510003")
    qtbot.waitUntil(page.pane.refusal.isVisible)
    assert tags(page, "g1")[0] == "高意向"
    assert "Taken" in page.pane.refusal._text.text()
    press(Key.Key_F2)
    line = editor(page)
    assert line.text() == "Taken"
    assert "exists already" in line.accessibleDescription()
    type_text("Free")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: tags(page, "g1")[0] == "Free")
    assert not page.pane.refusal.isVisible()
    assert stage.account.outbox.counts() == replace(stage.account.outbox.counts(), waiting=1, asking=0)


def test_a_refused_tag_stays_in_sight_until_it_is_discarded(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_N, CONTROL)
    type_text("Taken")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Taken" in tags(page, "g1"))
    press(Key.Key_Escape)
    refuse(stage, qtbot, "510003")
    press(Key.Key_End, CONTROL)
    qtbot.waitUntil(page.pane.refusal.isVisible)
    assert tags(page, "g1")[-1] == "Taken"
    assert page.scene.tags["g1"][-1].draft
    page.pane.refusal.discard.click()
    qtbot.waitUntil(lambda: "Taken" not in tags(page, "g1"))
    assert not stage.account.outbox.entries()


def test_a_refused_group_is_edited_with_all_it_holds(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    page.edits.create_group(
        CreateTagGroup(name="Taken", color="#1565C0", tags=("A",), local="local-x"), lambda: None
    )
    qtbot.waitUntil(lambda: page.scene.group("local-x") is not None)
    refuse(stage, qtbot, "510002")
    qtbot.waitUntil(lambda: getattr(page.scene.group("local-x"), "draft", False))
    press(Key.Key_End)
    press(Key.Key_F2)
    dialog = opened(stage, qtbot, GroupDialog)
    assert (dialog.name.text(), dialog.tags.toPlainText()) == ("Taken", "A")
    assert dialog.name.accessibleDescription()
    dialog.name.selectAll()
    type_text("Free")
    dialog.create_button.click()
    qtbot.waitUntil(lambda: stage.account.outbox.counts().waiting == 1)
    qtbot.waitUntil(lambda: group(page, "local-x").name == "Free")


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
    qtbot.waitUntil(page.duplicates.isVisible)
    first = page.duplicates.first_stop()
    assert first is not None
    first.setFocus()
    press(Key.Key_Space)
    assert page.group is not None
    assert page.group.id == "g5"
    assert editor(page).text() == "Chargeback"


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
    page = empty_stage.screens.tags.page
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.side.isVisible()
    assert page.nothing._empty.accessibleName() == "No tag groups yet"


def test_a_changed_table_from_the_server_keeps_the_current_tag(page: TagsPage, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Right)
    press(Key.Key_Down)
    rest = [tag for tag in stage.account.collections.tags.values() if tag.id != "t0"]
    stage.account.collections.take("tag", ([*rest, Tag("t99", "g1", "New")], 5))
    qtbot.waitUntil(lambda: tags(page, "g1") == ["观望", "无意向", "New"])
    current = page.pane.current()
    assert current is not None
    assert current.tag.name == "观望"
