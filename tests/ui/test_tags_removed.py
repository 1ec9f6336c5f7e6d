"""Deleting tags and groups, and mending broken choices, on the tags page by keyboard, against the demo server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.ui.tagging.deltas import Tagging
from desktop.ui.tags.pick_dialog import PickDialog, Purpose
from desktop.ui.tags.removal_dialog import RemovalDialog
from desktop.ui.whom.people import People
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.live import live_stage
from tests.ui.tags_desk import Desk, of_group


@pytest.fixture
async def desk(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> AsyncIterator[Desk]:
    """A desk on a demo server of 60 customers."""
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as stage:
        yield Desk(stage)


async def test_a_deleted_tag_and_its_customers_come_back_by_undo(desk: Desk) -> None:
    group = desk.group(multiple=True)
    tag, before = desk.named(group), desk.held()
    await desk.open_group(group)
    press(Key.Key_Delete)
    dialog = await desk.dialog(RemovalDialog)
    await desk.stage.until(lambda: dialog._holders is not None)
    assert "on the same customers" in dialog._kept.text()
    type_text(tag[1])
    press(Key.Key_Return)
    await desk.done(1)
    assert desk.held() == {key: own - {tag} for key, own in before.items()} != before
    assert tag not in desk.tables().values()
    await desk.stage.until(lambda: tag[1] not in [one.tag.name for one in desk.page.scene.tags[group]])
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before


async def test_a_deleted_group_comes_back_with_its_customers(desk: Desk) -> None:
    group = desk.group(multiple=True)
    name, before = desk.named(group)[0], desk.held()
    await desk.open_group(group)
    desk.page.side.list.setFocus()
    press(Key.Key_Delete)
    await desk.dialog(RemovalDialog)
    type_text(name)
    press(Key.Key_Return)
    await desk.done(1)
    assert name not in {one for one, _ in desk.tables().values()}
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before


async def test_a_tag_no_customer_has_goes_at_once(desk: Desk) -> None:
    group = desk.group(multiple=True)
    await desk.open_group(group)
    press(Key.Key_N, CONTROL)
    type_text("Unused")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    await desk.stage.until(lambda: desk.page.scene.tags[group][-1].tag.name == "Unused")
    await desk.stage.settle()
    desk.page.pane.table.setFocus()
    press(Key.Key_End, CONTROL)
    press(Key.Key_Delete)
    dialog = await desk.dialog(RemovalDialog)
    await desk.stage.until(lambda: not dialog.held)
    type_text("Unused")
    press(Key.Key_Return)
    await desk.stage.until(lambda: desk.page.scene.tags[group][-1].tag.name != "Unused")
    await desk.stage.settle()
    assert "Unused" not in [name for _, name in desk.tables().values()]
    assert not desk.jobs


async def test_several_tags_go_at_once_and_come_back_with_one_undo(desk: Desk) -> None:
    group = desk.group(multiple=True)
    gone, before = {desk.named(group, 0), desk.named(group, 1)}, desk.held()
    await desk.open_group(group)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    dialog = await desk.dialog(RemovalDialog)
    await desk.stage.until(lambda: dialog._holders is not None)
    type_text("2")
    press(Key.Key_Return)
    await desk.stage.until(lambda: not {name for _, name in gone} & desk.names(group))
    await desk.done(1)
    assert desk.held() == {key: own - gone for key, own in before.items()} != before
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before


async def test_a_tag_that_was_never_sent_is_deleted_with_those_who_have_it(desk: Desk) -> None:
    group = desk.group(multiple=True)
    before = desk.held()
    await desk.stage.restart()
    await desk.stage.until(lambda: desk.page.scene.group(group) is not None)
    await desk.open_group(group)
    press(Key.Key_N, CONTROL)
    type_text("Never")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    await desk.stage.until(lambda: "Never" in desk.names(group))
    tag = next(line.id for line in desk.page.scene.tags[group] if line.tag.name == "Never")
    customer = desk.stage.demo.ids()[0]
    desk.stage.screens.editing.gestures.tagging.asking.chosen.emit(
        People(desk.stage.account, (customer,)), Tagging(add=(tag,))
    )
    await desk.stage.until(lambda: tag in desk.stage.tags_here(customer))
    desk.page.pane.table.setFocus()
    press(Key.Key_End, CONTROL)
    press(Key.Key_Delete)
    dialog = await desk.dialog(RemovalDialog)
    await desk.stage.until(lambda: dialog._holders is not None)
    assert dialog.held
    type_text("Never")
    press(Key.Key_Return)
    await desk.stage.until(lambda: "Never" not in desk.names(group))
    await desk.stage.connect()
    await desk.stage.until(lambda: not desk.stage.account.outbox.entries() and not desk.going(), 40.0)
    assert desk.held() == before
    assert "Never" not in {name for _, name in desk.tables().values()}


async def test_the_palette_leads_to_broken_choices_and_mends_them(desk: Desk) -> None:
    before = desk.held()
    line = next(
        one
        for one in desk.page.scene.groups
        if one.group.multiple and any(len(of_group(tags, one.group.name)) > 1 for tags in before.values())
    )
    press(Key.Key_2, CONTROL)
    await desk.stage.until(desk.page.isVisible)
    desk.page.edits.switch_choice(line.id, multiple=False)
    await desk.stage.until(lambda: desk.page.counting.broken.total > 0)
    await desk.stage.settle()
    await desk.run("Broken single choice")
    await desk.stage.until(desk.page.right.broken.isVisible)
    await desk.run("Leave every customer one")
    dialog = await desk.dialog(PickDialog)
    if dialog._purpose is Purpose.BROKEN:
        while dialog.chosen != line.id:
            press(Key.Key_Down)
        press(Key.Key_Return)
        await desk.stage.until(lambda: not isValid(dialog) or not dialog.isVisible())
        dialog = await desk.dialog(PickDialog)
    press(Key.Key_Return)
    await desk.start()
    await desk.done(1)
    after = desk.held()
    assert all(len(of_group(tags, line.group.name)) < 2 for tags in after.values())
    # The group allows one tag now: taking it back would only cost customers the one they kept.
    await desk.undo()
    await desk.stage.until(lambda: len(desk.jobs) == 2 and not desk.going(), 40.0)
    assert desk.held() == after
    assert [job.failed for job in desk.jobs.values()][1] > 0
