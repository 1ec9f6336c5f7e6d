"""Tagging by keyboard with a server at the other end: what is shown, sent, undone, and kept when it cannot be."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QApplication

from desktop.cache.outboxfile import OutboxFile
from desktop.domain.dictionaries import Tag
from desktop.qt.picker import PickerPopup
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.tagging.picker import TagPicker
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.live import CUSTOMERS, LiveStage, live_stage

_SMALL = (
    "INSERT INTO entry(id, lane, state, body, base, reason, attempts, created, changed, sent, gesture, job)"
    " VALUES (?, '', 'done', '', '', '', 0, 0, 0, 0, '', '')"
)


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


def picker(stage: LiveStage) -> TagPicker:
    """Return the tag picker that is open."""
    return next(one for one in stage.window.findChildren(TagPicker) if one.isVisible())


def free_tag(stage: LiveStage, *customers: str, single: bool = False, but: str = "") -> Tag:
    """Return a tag none of the customers has, nor another of its group, whose name no other tag's begins with."""
    of = stage.account.collections
    held = {of.tags[tag].group_id for one in customers for tag in stage.tags_here(one) if tag in of.tags}
    names = [tag.name for tag in of.tags.values()]
    return next(
        tag
        for tag in of.tags.values()
        if tag.group_id not in {*held, but}
        and of.tag_groups[tag.group_id].multiple is not single
        and sum(tag.name in name for name in names) == 1
    )


async def tag(stage: LiveStage, name: str) -> None:
    """Press T, type, Enter."""
    press(Key.Key_T)
    await stage.until(lambda: isinstance(QApplication.focusWidget(), type(picker(stage).field)))
    type_text(name)
    press(Key.Key_Return)


async def test_t_typing_and_enter_tag_with_one_call(stage: LiveStage) -> None:
    customer = stage.current
    wanted = free_tag(stage, customer)
    await tag(stage, wanted.name)
    await stage.until(lambda: wanted.id in stage.tags_here(customer))
    await stage.settle()
    (sent,) = stage.taggings()
    assert sent.params["userid"] == customer
    assert sent.params["add_tag"] == [wanted.id]
    assert wanted.id in stage.demo.customer(customer)["biz_label"]
    assert wanted.name in stage.told
    assert stage.screens.page.table.hasFocus()


async def test_a_single_choice_displaces_the_former_one(stage: LiveStage) -> None:
    customer = stage.current
    first = free_tag(stage, customer, single=True)
    second = next(
        one
        for one in stage.account.collections.tags.values()
        if one.group_id == first.group_id and one.id != first.id
    )
    for one in (first, second):
        await tag(stage, one.name)
        await stage.until(lambda one=one: one.id in stage.tags_here(customer))
    await stage.settle()
    assert first.id not in stage.tags_here(customer)
    assert first.id not in stage.demo.customer(customer)["biz_label"]
    assert len(stage.taggings()) == 2


async def test_three_are_tagged_by_one_gesture_and_dot_tags_the_next(stage: LiveStage) -> None:
    table = stage.screens.page.table
    ids = [row.id for row in (stage.screens.page.rows.row(place) for place in range(4)) if row]
    wanted = free_tag(stage, *ids)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    await tag(stage, wanted.name)
    await stage.until(lambda: all(wanted.id in stage.tags_here(one) for one in ids[:3]))
    assert "3 customers" in stage.told
    table.go_to(3)
    table.selection.clear()
    press(Key.Key_Period)
    await stage.until(lambda: wanted.id in stage.tags_here(ids[3]))
    await stage.settle()
    assert sorted(one.params["userid"] for one in stage.taggings()) == sorted(ids)


async def test_undo_and_redo_reach_the_server(stage: LiveStage) -> None:
    customer = stage.current
    wanted = free_tag(stage, customer)
    before = stage.demo.customer(customer).get("biz_label")
    await tag(stage, wanted.name)
    await stage.until(lambda: wanted.id in stage.tags_here(customer))
    await stage.settle()
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: wanted.id not in stage.tags_here(customer))
    await stage.settle()
    assert wanted.name in stage.told
    assert stage.demo.customer(customer).get("biz_label") == before
    press(Key.Key_Z, CONTROL | SHIFT)
    await stage.until(lambda: wanted.id in stage.tags_here(customer))
    await stage.settle()
    assert wanted.id in stage.demo.customer(customer)["biz_label"]


async def test_a_new_tag_is_made_in_its_group_and_given_at_once(stage: LiveStage) -> None:
    customer = stage.current
    group = next(one for one in stage.account.collections.tag_groups.values() if one.multiple)
    await tag(stage, "Zebra crossing")
    await stage.until(lambda: any(isinstance(one, PickerPopup) for one in open_pickers(stage)))
    type_text(group.name)
    press(Key.Key_Return)
    await stage.until(lambda: any(one.name == "Zebra crossing" for one in stage.account.collections.tags.values()))
    await stage.settle()
    await stage.until(lambda: len(stage.taggings()) == 1)
    made = stage.demo.ledger("label/save")
    assert [one.params["name"] for one in made] == ["Zebra crossing"]

    def named() -> list[str]:
        tags = stage.account.collections.tags
        return [tags[one].name for one in stage.tags_here(customer) if one in tags]

    await stage.until(lambda: "Zebra crossing" in named())


def open_pickers(stage: LiveStage) -> list[PickerPopup]:
    """Return the pickers on the screen."""
    return [one for one in stage.window.findChildren(PickerPopup) if one.isVisible()]


async def test_a_chip_goes_by_delete(stage: LiveStage) -> None:
    rows = (stage.screens.page.rows.row(place) for place in range(60))
    place = next(place for place, row in enumerate(rows) if row and stage.tags_here(row.id))
    stage.screens.page.table.go_to(place)
    customer = stage.current
    await stage.until(lambda: stage.screens.panel.customer_id == customer)
    gone = stage.tags_here(customer)[0]
    stage.screens.panel.header._chips[0].setFocus()
    press(Key.Key_Delete)
    await stage.until(lambda: gone not in stage.tags_here(customer))
    await stage.settle()
    assert stage.taggings()[0].params["remove_tag"] == [gone]


async def test_a_tag_deleted_by_a_colleague_while_the_picker_is_open(stage: LiveStage) -> None:
    customer = stage.current
    lost = free_tag(stage, customer)
    press(Key.Key_T)
    await stage.until(lambda: picker(stage).isVisible())
    opened = picker(stage)
    type_text(lost.name)
    press(Key.Key_Return, CONTROL)
    kept = free_tag(stage, customer, but=lost.group_id)
    type_text(kept.name)
    press(Key.Key_Return, CONTROL)
    with stage.demo.client() as colleague:
        colleague.get(f"/label/remove/{lost.id}").raise_for_status()
    await stage.account.pull(full=True)
    await stage.until(lambda: lost.id not in stage.account.collections.tags)
    assert opened.isVisible()
    assert opened._news is not None
    assert lost.name in opened._news.text()
    press(Key.Key_Return)
    await stage.until(lambda: kept.id in stage.tags_here(customer))
    await stage.settle()
    assert [one.params.get("add_tag") for one in stage.taggings()] == [[kept.id]]


async def test_what_is_tagged_offline_is_sent_when_there_is_a_network(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle
) -> None:
    async with live_stage(qapp, tmp_path / "other", demo_server, online=False) as stage:
        customer = stage.current
        wanted = free_tag(stage, customer)
        await tag(stage, wanted.name)
        await stage.until(lambda: wanted.id in stage.tags_here(customer))
        badge = stage.window.rail._items["outbox"]
        await stage.until(lambda: badge._badge == "1")
        assert stage.window.status_bar.outbox.isVisible()
        assert stage.taggings() == []
        await stage.restart()
        await stage.until(lambda: stage.screens.page.rows.row(59) is not None)
        await stage.until(lambda: wanted.id in stage.tags_here(customer))
        await stage.until(lambda: stage.account.outbox.counts().waiting == 1)
        await stage.connect()
        await stage.settle()
        assert [one.params["add_tag"] for one in stage.taggings()] == [[wanted.id]]
        await stage.until(lambda: badge._badge == "")
        stage.screens.page.table.setFocus()
        press(Key.Key_Z, CONTROL)
        await stage.until(lambda: wanted.id not in stage.tags_here(customer))


async def test_a_new_tag_for_everybody_is_one_step_of_undo(stage: LiveStage) -> None:
    press(Key.Key_A, CONTROL)
    press(Key.Key_T)
    await stage.until(lambda: isinstance(QApplication.focusWidget(), type(picker(stage).field)))
    asking = stage.screens.editing.gestures.tagging.asking
    type_text("Everybody")
    press(Key.Key_Return)
    await stage.until(lambda: [one for one in stage.window.findChildren(PickerPopup) if one.isVisible()])
    type_text("Fresh group")
    press(Key.Key_Return)
    dialog = stage.screens.jobs.dialog
    await stage.until(lambda: stage.screens.jobs.dialog is not None)
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    await stage.until(dialog.start.hasFocus)
    press(Key.Key_Return)
    jobs = stage.account.jobs
    await stage.until(lambda: len(stage.taggings()) == CUSTOMERS and not jobs.due(), 40.0)
    assert asking.picker is None
    made = next(tag.id for tag in stage.account.collections.tags.values() if tag.name == "Everybody")
    assert all(made in stage.demo.customer(key)["biz_label"] for key in stage.demo.ids())
    stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    await stage.until(stage.screens.page.table.hasFocus)
    press(Key.Key_Z, CONTROL)
    await stage.until(
        lambda: not [one for one in stage.account.collections.tags.values() if one.name == "Everybody"], 40.0
    )
    await stage.until(lambda: not jobs.due() and not stage.account.outbox.entries(), 40.0)
    assert not any(made in stage.demo.customer(key).get("biz_label", "") for key in stage.demo.ids())
    assert "Fresh group" not in {one.name for one in stage.account.collections.tag_groups.values()}


async def test_a_full_disk_keeps_the_tagging_and_says_so(stage: LiveStage) -> None:
    customer = stage.current
    wanted = free_tag(stage, customer)

    def fill(box: OutboxFile) -> None:
        # As a full disk: the file may not grow by a page, and what it has is full of small edits.
        box._connection.execute("PRAGMA max_page_count = 1")
        with suppress(apsw.FullError):
            for number in range(10_000):
                box._connection.execute(_SMALL, (f"filling {number}",))

    await asyncio.wrap_future(stage.account.files.outbox.submit(fill))
    await tag(stage, wanted.name)
    await stage.until(lambda: "not saved" in stage.told.lower() or "full" in stage.told.lower())
    assert wanted.id not in stage.tags_here(customer)
    assert not stage.account.outbox.entries()
    shown = stage.window.toasts.shown
    assert shown is not None
    assert shown.action == "Try again"
    await asyncio.wrap_future(
        stage.account.files.outbox.submit(
            lambda box: box._connection.execute("PRAGMA max_page_count = 100000").fetchall()
        )
    )
    assert shown.act is not None
    shown.act()
    await stage.until(lambda: wanted.id in stage.tags_here(customer))
    await stage.settle()
    assert [one.params["add_tag"] for one in stage.taggings()] == [[wanted.id]]
