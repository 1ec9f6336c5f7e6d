"""Tag edits that need a decision: dialogs before them, refusals after them."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.domain.intents.intent import CreateTagGroup, RemoveTags
from desktop.domain.jobs.job import DropGroup, DropTags
from desktop.ui.actions import verbs
from desktop.ui.tags.choice_dialog import ChoiceDialog
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.page import TagsPage
from desktop.ui.tags.removal_dialog import RemovalDialog
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.stage import Stage
from tests.ui.tagging_desk import back, editor, group, opened, refuse, tags


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
    holders = dialog._holders.total
    assert str(holders) in dialog._who.text()
    qtbot.waitUntil(dialog.typed.hasFocus)
    press(Key.Key_Return)
    assert not dialog.delete.isEnabled()
    type_text("高意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "高意向" not in tags(page, "g1"), timeout=8000)
    (job,) = stage.account.jobs.shown
    assert (job.kind, job.about, job.total) == (DropTags.kind, ("高意向",), holders)
    assert not stage.account.outbox.entries()


def test_deleting_a_group_that_was_not_sent_is_taken_back_by_undo(
    page: TagsPage, stage: Stage, qtbot: QtBot
) -> None:
    before = page.scene.group("g1")
    assert before is not None
    press(Key.Key_Delete)
    opened(stage, qtbot, RemovalDialog)
    type_text("客户意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.scene.group("g1") is None, timeout=8000)
    assert [job.kind for job in stage.account.jobs.shown] == [DropGroup.kind]
    back(stage, qtbot)
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: getattr(page.scene.group("g1"), "customers", None) == before.customers, timeout=8000)
    assert tags(page, "g1") == ["高意向", "观望", "无意向"]


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
