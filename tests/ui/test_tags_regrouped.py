"""Merging, moving, splitting, mending and deleting on the tags page, by keyboard, against the demo server."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.domain.jobs import OVER, JobView
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.language import Language
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.page import TagsPage
from desktop.ui.tags.pick_dialog import PickDialog
from desktop.ui.tags.removal_dialog import RemovalDialog
from desktop.workspace.jobs import JobChanged, JobEvent
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.live import LiveStage, live_stage
from tests.workspace.jobrig import server_tags

DialogT = TypeVar("DialogT", bound=QDialog)


class Desk:
    """The tags page of a live account, what its jobs came to, and what the server holds, by name."""

    def __init__(self, stage: LiveStage) -> None:
        self.stage = stage
        self.jobs: dict[str, JobView] = {}
        stage.account.jobs.events.subscribe(self._hear)

    @property
    def page(self) -> TagsPage:
        """The page."""
        return self.stage.screens.tags.page

    async def open_group(self, group_id: str) -> None:
        """Go to a group's tags; the first is current."""
        press(Key.Key_2, CONTROL)
        await self.stage.until(self.page.isVisible)
        self.page.choose_group(group_id)
        self.page.pane.table.setFocus()
        press(Key.Key_Home, CONTROL)
        await self.stage.until(lambda: self.page.pane.current() is not None)

    async def dialog(self, kind: type[DialogT]) -> DialogT:
        """Return the dialog of this kind, once it has the focus."""

        def shown() -> list[DialogT]:
            focus = QApplication.focusWidget() or QWidget()
            found = self.stage.window.findChildren(kind)
            return [one for one in found if one.isVisible() and one.isAncestorOf(focus)]

        await self.stage.until(shown)
        return shown()[0]

    async def start(self) -> int:
        """Press Enter in the dry run once it counted; return how many customers it changes."""
        dialog = await self.dialog(DryRunDialog)
        await self.stage.until(dialog.start.hasFocus)
        assert dialog.run is not None
        changing = dialog.run.changing
        press(Key.Key_Return)
        return changing

    async def done(self, count: int) -> None:
        """Wait until so many jobs are over, without a failure."""
        await self.stage.until(lambda: sum(job.state in OVER for job in self.jobs.values()) >= count, 40.0)
        assert not [job for job in self.jobs.values() if job.failed or job.error]

    async def undo(self) -> None:
        """Press Ctrl+Z in the window."""
        self.stage.window.activateWindow()
        self.page.side.list.setFocus()
        await self.stage.until(self.page.side.list.hasFocus)
        press(Key.Key_Z, CONTROL)

    def tables(self) -> dict[str, tuple[str, str]]:
        """Return (group, name) of the server's tags by id."""
        found: dict[str, tuple[str, str]] = {}
        with self.stage.demo.client() as client:
            for group in client.get("/label_group/list", params={"page_no": 1, "page_size": 100}).json()["items"]:
                asked = {"groupid": group["id"], "page_no": 1, "page_size": 100}
                for tag in client.get("/label/list", params=asked).json()["items"]:
                    found[tag["id"]] = (group["name"], tag["name"])
        return found

    def held(self) -> dict[str, set[tuple[str, str]]]:
        """Return (group, name) of the tags of every customer of the server."""
        names = self.tables()
        tags = server_tags(self.stage.demo, self.stage.demo.ids())
        return {key: {names[tag] for tag in own if tag in names} for key, own in tags.items()}

    def group(self, *, multiple: bool, tags: int = 2) -> str:
        """Return a group with customers and at least so many tags."""
        used = {tag for own in server_tags(self.stage.demo, self.stage.demo.ids()).values() for tag in own}
        lines = self.page.scene.tags
        return next(
            line.id
            for line in self.page.scene.groups
            if line.group.multiple is multiple
            and len(lines.get(line.id, ())) >= tags
            and all(tag.id in used for tag in lines[line.id][:2])
        )

    def named(self, group_id: str, place: int = 0) -> tuple[str, str]:
        """Return (group, name) of a tag of the page."""
        line = self.page.scene.group(group_id)
        assert line is not None
        return line.group.name, self.page.scene.tags[group_id][place].tag.name

    def _hear(self, event: JobEvent) -> None:
        if isinstance(event, JobChanged):
            self.jobs[event.job.id] = event.job


def of_group(tags: set[tuple[str, str]], name: str) -> set[tuple[str, str]]:
    """Return the tags that are of the group of this name."""
    return {tag for tag in tags if tag[0] == name}


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
