"""The outbox page with a server at the other end: refused, corrected, discarded, decided."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.domain.dictionaries import TagGroup
from desktop.domain.edits.outbox import State
from desktop.domain.intents.intent import AddTags, CreateTag, Intent, UpdateTagGroup
from desktop.qt.dialogs import Question
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.outbox.page import OutboxPage
from desktop.ui.outbox.wish_dialog import WishDialog
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import LiveStage, live_stage


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server, online=False) as made:
        yield made


async def page(stage: LiveStage) -> OutboxPage:
    """Go to the page by its key."""
    press(Key.Key_6, CONTROL)
    found = stage.screens.pages.outbox.page
    await stage.until(found.table.hasFocus)
    return found


async def submit(stage: LiveStage, *intents: Intent) -> None:
    """Store edits as one gesture."""
    stored: list[object] = []
    stage.account.outbox.submit(intents, label="x", answer=stored.append, failed=pytest.fail)
    await stage.until(lambda: stored)


async def dialog(stage: LiveStage, kind: type[QDialog]) -> QDialog:
    """Return the dialog of this kind once it has the focus."""

    def found() -> list[QDialog]:
        return [one for one in stage.window.findChildren(kind) if one.isVisible()]

    await stage.until(lambda: found() and found()[0].isAncestorOf(QApplication.focusWidget() or stage.window))
    return found()[0]


def first_group(stage: LiveStage) -> TagGroup:
    """Return a group of the account."""
    return next(iter(stage.account.collections.tag_groups.values()))


def server_name(stage: LiveStage, group: TagGroup) -> str:
    """Return what the server calls a group."""
    with stage.demo.client() as client:
        items = client.get("/label_group/list", params={"page_no": 1, "page_size": 50}).json()["items"]
    return str(next(one["name"] for one in items if one["id"].strip() == group.id))


async def conflict(stage: LiveStage) -> TagGroup:
    """Rename a group here while a colleague renames it there, and come online."""
    group = first_group(stage)
    await submit(stage, UpdateTagGroup(group=group.id, name="Ours"))
    with stage.demo.client() as colleague:
        reply = colleague.post(
            "/label_group/update",
            json={"id": group.id, "name": "Theirs"},
        )
        assert reply.json()["ret_code"] == "000000", reply.text
    await stage.connect()
    await stage.until(lambda: [entry for entry in stage.account.outbox.entries() if entry.clashes])
    return group


async def test_an_empty_outbox_says_that_everything_is_sent(stage: LiveStage) -> None:
    press(Key.Key_6, CONTROL)
    await stage.until(stage.screens.pages.outbox.page.empty.isVisible)
    assert stage.screens.pages.outbox.page.empty.accessibleName() == "Everything is sent"


async def test_edits_of_one_gesture_are_one_line_in_plain_words(stage: LiveStage) -> None:
    rows = [stage.screens.page.rows.row(place) for place in range(3)]
    tag = next(iter(stage.account.collections.tags.values()))
    await submit(stage, *(AddTags(customer=row.id, tags=(tag.id,)) for row in rows if row))
    shown = await page(stage)
    await stage.until(lambda: shown.lines)
    (line,) = shown.lines
    assert len(line.entries) == 3
    text = shown.table.rows.index(0, 0).data()
    assert text == f"Add “{tag.name}” to 3 customers"
    assert "3 edits wait for the network" in shown._lead.text()
    assert shown.table.rows.index(0, 1).data() == "Waiting to be sent"


async def test_what_is_discarded_is_as_before(stage: LiveStage) -> None:
    row = stage.screens.page.rows.row(0)
    assert row is not None
    before = stage.tags_here(row.id)
    tag = next(one for one in stage.account.collections.tags.values() if one.id not in before)
    await submit(stage, AddTags(customer=row.id, tags=(tag.id,)))
    await stage.until(lambda: tag.id in stage.tags_here(row.id))
    shown = await page(stage)
    await stage.until(lambda: shown.lines)
    press(Key.Key_Delete)
    question = await dialog(stage, Question)
    assert isinstance(question, Question)
    assert QApplication.focusWidget() is question.no
    press(Key.Key_Tab)
    press(Key.Key_Return)
    await stage.until(lambda: not shown.lines)
    await stage.until(lambda: stage.tags_here(row.id) == before)
    assert stage.account.outbox.entries() == []


async def test_a_refused_name_is_corrected_in_place(stage: LiveStage) -> None:
    group = first_group(stage)
    await submit(stage, CreateTag(group=group.id, name="Twice"))
    with stage.demo.client() as colleague:
        colleague.post("/label/save", json={"groupid": group.id, "name": "Twice"}).raise_for_status()
    await stage.connect()
    await stage.until(lambda: stage.account.outbox.counts().asking == 1)
    badge = stage.window.rail._items["outbox"]
    await stage.until(lambda: badge._badge == "1")
    shown = await page(stage)
    await stage.until(lambda: shown.current() is not None and shown.bar.isVisible())
    assert shown.lines[0].state is State.REJECTED
    press(Key.Key_Return)
    asked = await dialog(stage, WishDialog)
    assert isinstance(asked, WishDialog)
    assert asked.name.text() == "Twice"
    type_text("Once only")
    press(Key.Key_Return)
    await stage.until(lambda: not stage.account.outbox.entries())
    assert [one.params["name"] for one in stage.demo.ledger("label/save")] == ["Twice", "Once only"]


@pytest.mark.parametrize("mine", [True, False])
async def test_a_conflict_is_decided_field_by_field(stage: LiveStage, mine: bool) -> None:
    group = await conflict(stage)
    shown = await page(stage)
    await stage.until(lambda: shown.current() is not None)
    assert shown.table.rows.index(0, 1).data() == "Changed by somebody else too"
    press(Key.Key_Return)
    asked = await dialog(stage, ConflictDialog)
    assert isinstance(asked, ConflictDialog)
    assert asked.mine[0].text() == "Ours"
    assert asked.theirs[0].text() == "Theirs"
    assert asked._bases[0].text() == group.name
    if not mine:
        press(Key.Key_Right)
        assert asked.theirs[0].isChecked()
    press(Key.Key_Return)
    await stage.until(lambda: not stage.account.outbox.entries())
    assert server_name(stage, group) == ("Ours" if mine else "Theirs")
    await stage.account.pull(full=True)
    await stage.until(
        lambda: stage.account.collections.tag_groups[group.id].name == ("Ours" if mine else "Theirs")
    )


async def test_server_text_is_shown_as_it_is(stage: LiveStage) -> None:
    group = first_group(stage)
    await submit(stage, CreateTag(group=group.id, name="<b>R&D</b>"))
    shown = await page(stage)
    await stage.until(lambda: shown.lines)
    assert "<b>R&D</b>" in shown.table.rows.index(0, 0).data()
    assert shown.bar._what.text() == shown.table.rows.index(0, 0).data()


async def test_the_status_bar_leads_there(stage: LiveStage) -> None:
    await submit(stage, CreateTag(group=first_group(stage).id, name="One"))
    bar = stage.window.status_bar
    await stage.until(bar.outbox.isVisible)
    assert bar.outbox.text() == "1 waiting"
    bar.outbox.click()
    await stage.until(stage.screens.pages.outbox.page.table.hasFocus)
    assert stage.window.page_key == "outbox"
