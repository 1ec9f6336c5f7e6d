"""Merging, moving, splitting, mending and deleting on the tags page, by keyboard, against the demo server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.pick_dialog import PickDialog
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


async def test_two_selected_tags_become_the_one_that_is_chosen(desk: Desk) -> None:
    group = desk.group(multiple=True)
    stays, goes = desk.named(group, 0), desk.named(group, 1)
    before = desk.held()
    await desk.open_group(group)
    press(Key.Key_Down, SHIFT)
    assert len(desk.page.pane.targets()) == 2
    press(Key.Key_M, CONTROL)
    dialog = await desk.dialog(PickDialog)
    assert dialog.list.count() == 2
    press(Key.Key_Return)
    assert await desk.start() == sum(goes in own for own in before.values())
    await desk.done(1)
    merged = {key: {stays if one == goes else one for one in own} for key, own in before.items()}
    assert desk.held() == merged != before
    assert goes not in desk.tables().values()
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before


async def test_a_tag_moves_to_the_chosen_group_with_its_customers(desk: Desk) -> None:
    group = desk.group(multiple=True)
    tag, before = desk.named(group), desk.held()
    there = next(one for one in desk.page.scene.groups if one.group.multiple and one.id != group)
    await desk.open_group(group)
    press(Key.Key_M, CONTROL | SHIFT)
    dialog = await desk.dialog(PickDialog)
    while dialog.chosen != there.id:
        press(Key.Key_Down)
    press(Key.Key_Return)
    await desk.start()
    await desk.done(1)
    moved = (there.group.name, tag[1])
    assert desk.held() == {key: {moved if one == tag else one for one in own} for key, own in before.items()}
    assert tag not in desk.tables().values()
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before
    assert moved not in desk.tables().values()


async def test_a_tag_is_split_off_into_a_new_group(desk: Desk) -> None:
    group = desk.group(multiple=True)
    tag, before = desk.named(group), desk.held()
    await desk.open_group(group)
    press(Key.Key_X, CONTROL | SHIFT)
    dialog = await desk.dialog(GroupDialog)
    assert not dialog.tags.isVisible()
    type_text("Fresh")
    press(Key.Key_Return)
    await desk.start()
    await desk.done(1)
    moved = ("Fresh", tag[1])
    assert desk.held() == {key: {moved if one == tag else one for one in own} for key, own in before.items()}
    await desk.undo()
    await desk.done(2)
    assert desk.held() == before
    assert "Fresh" not in {group for group, _ in desk.tables().values()}


async def test_customers_keep_the_chosen_tag_of_a_single_choice_group(desk: Desk) -> None:
    before = desk.held()
    line, broken = next(
        (one, found)
        for one in desk.page.scene.groups
        if (found := [key for key, tags in before.items() if len(of_group(tags, one.group.name)) > 1])
    )
    group, stays = line.id, desk.named(line.id, 1)
    own = {key: of_group(tags, line.group.name) for key, tags in before.items()}
    desk.page.edits.switch_choice(group, multiple=False)
    await desk.stage.until(lambda: desk.page.scene.group(group) not in (None, line))
    await desk.stage.settle()
    await desk.open_group(group)
    press(Key.Key_F, CONTROL | SHIFT)
    await desk.dialog(PickDialog)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert await desk.start() == len(broken)
    await desk.done(1)
    after = desk.held()
    for key, tags in own.items():
        left = of_group(after[key], line.group.name)
        assert len(left) == min(1, len(tags))
        assert left <= tags
        assert stays not in tags or len(tags) == 1 or left == {stays}
