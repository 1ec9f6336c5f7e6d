"""Edits of the tags page against the demo server: what the screen says is what the server has in the end."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import LiveStage, live_stage
from tests.ui.tagging_desk import tags


def named(demo: DemoHandle, call: str) -> list[str]:
    """Return the names that calls of the tag administration gave on the server, in order."""
    return [str(applied.params["name"]) for applied in demo.ledger(call)]


async def new_tag(stage: LiveStage, name: str) -> None:
    """Make a tag in the current group by keyboard."""
    press(Key.Key_N, CONTROL)
    type_text(name)
    press(Key.Key_Return)
    press(Key.Key_Escape)
    await stage.until(lambda: name in tags(stage.screens.pages.tags.page, first_group(stage)))


def first_group(stage: LiveStage) -> str:
    """Return the group the page begins with."""
    return stage.screens.pages.tags.page.scene.groups[0].id


async def test_tags_made_and_renamed_are_on_the_server_and_keep_no_mark(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> None:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as stage:
        page = stage.screens.pages.tags.page
        press(Key.Key_2, CONTROL)
        group = first_group(stage)
        await new_tag(stage, "Fresh")
        await stage.settle()
        assert named(demo_server, "label/save") == ["Fresh"]
        page.pane.table.setFocus()
        press(Key.Key_End, CONTROL)
        press(Key.Key_F2)
        type_text("Fresher")
        press(Key.Key_Return)
        await stage.until(lambda: tags(page, group)[-1] == "Fresher")
        await stage.settle()
        assert named(demo_server, "label/update") == ["Fresher"]
        await stage.until(lambda: page.scene.tags[group][-1].mark is None)


async def test_when_a_colleague_was_faster_the_code_is_said_at_the_tag(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> None:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as stage:
        page = stage.screens.pages.tags.page
        press(Key.Key_2, CONTROL)
        group = first_group(stage)
        demo_server.misbehave("code", "*/label/save", code="510003", count=1)
        await new_tag(stage, "Ours")
        await stage.until(lambda: stage.account.outbox.counts().asking == 1)
        await stage.until(lambda: page.scene.tags[group][-1].draft)
        page.pane.table.setFocus()
        press(Key.Key_End, CONTROL)
        await stage.until(page.pane.refusal.isVisible)
        assert "Ours" in page.pane.refusal._text.text()
        press(Key.Key_F2)
        type_text("Ours too")
        press(Key.Key_Return)
        await stage.until(lambda: not stage.account.outbox.entries())
        assert named(demo_server, "label/save") == ["Ours too"]
