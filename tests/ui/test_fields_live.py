"""The region cascade with a server at the other end: one request a level, none a key, none for what is here."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.post import GuiPost
from desktop.qt.tasks import Tasks
from desktop.ui.fields.context import field_context
from desktop.ui.fields.region import RegionEditor
from desktop.ui.kit import Kit
from desktop.ui.wording.language import Language
from desktop.workspace.account import Account
from tests.demo_control import DemoHandle
from tests.ui.fieldwindow import FieldWindow
from tests.ui.keys import Key, press, type_text
from tests.workspace.rig import KEY, profile_of

LEVELS = ("user_dynamic/provice", "user_dynamic/city", "user_dynamic/area")


class Desk:
    """An account that never pulled, and the editor of its places."""

    def __init__(self, kit: Kit, folder: Path, demo: DemoHandle) -> None:
        self.demo = demo
        self.gui = GuiPost()
        self.account = Account.open(profile_of(demo), folder, KEY, post=self.gui, language="zh")
        self.tasks = Tasks(_raise)
        self.window = FieldWindow(field_context(self.account, kit, self.tasks))

    async def connect(self) -> None:
        """Attach the network; nothing is pulled."""
        await self.account.connect(self.demo.app_key, pulls=False)

    def asked(self) -> list[int]:
        """Return how many requests came for each level."""
        requests = [entry.path for entry in self.demo.requests() if "user_dynamic" in entry.path]
        return [sum(level in path for path in requests) for level in LEVELS]

    async def until(self, wanted: Callable[[], Any]) -> None:
        """Let Qt and the loop run until it is so."""
        for _ in range(4_000):
            if wanted():
                return
            QApplication.processEvents()
            await asyncio.sleep(0.005)
        raise AssertionError("never so")

    async def close(self) -> None:
        """Close everything."""
        await self.tasks.close()
        await self.account.close()
        self.window.close()
        self.window.deleteLater()
        self.gui.close()


@pytest.fixture
async def desk(field_kit: Kit, tmp_path: Path, demo_server: DemoHandle, language: Language) -> AsyncIterator[Desk]:
    assert language.code == "en"
    demo_server.reset(customers=3)
    made = Desk(field_kit, tmp_path / "account", demo_server)
    made.window.show()
    made.window.activateWindow()
    await made.until(made.window.isActiveWindow)
    yield made
    await made.close()


def told(editor: RegionEditor, level: int) -> str:
    """Return what stands under the open list of a level."""
    popup = editor.combos[level]._popup
    return popup.note.original() if popup is not None else ""


def offered(editor: RegionEditor, level: int) -> bool:
    """Say whether Enter would take something: names come to be spelled beside the window's thread."""
    popup = editor.combos[level]._popup
    return popup is not None and popup.current() is not None


async def test_each_level_costs_one_request(desk: Desk) -> None:
    editor: RegionEditor = desk.window.put("region")
    await desk.connect()
    for level, typed in enumerate(("guangdong", "shenzhen", "nanshan")):
        editor.combos[level].setFocus()
        press(Key.Key_Down)
        await desk.until(lambda level=level: editor.combos[level]._model.choices)
        assert desk.asked() == [1] * (level + 1) + [0] * (2 - level)
        for char in typed:
            type_text(char)
        await desk.until(lambda level=level: offered(editor, level))
        press(Key.Key_Return)
        await desk.until(lambda: not len(desk.tasks))
    assert list(editor.changes().values()) == ["440000", "广东省", "440300", "深圳市", "440305", "南山区"]
    # The cities came with the province, the districts with the city: nothing is asked a second time.
    for combo in editor.combos:
        combo.setFocus()
        press(Key.Key_Down)
        press(Key.Key_Escape)
    desk.window.put("region")
    assert desk.asked() == [1, 1, 1]


async def test_what_was_fetched_is_here_offline_after_a_restart(desk: Desk, tmp_path: Path) -> None:
    await desk.connect()
    for parent in ("", "440000", "440300"):
        await desk.account.places.fetch(parent)
    await desk.account.close()
    again = Account.open(profile_of(desk.demo), tmp_path / "account", KEY, post=desk.gui, language="zh")
    await desk.until(lambda: len(again.collections.regions))
    assert [region.name for region in again.collections.regions.path("440305")] == ["广东省", "深圳市", "南山区"]
    assert again.places.known("440300")
    assert not again.places.known("330000")
    again.close_files()


async def test_offline_says_so_and_asks_again_when_opened_again(desk: Desk) -> None:
    editor: RegionEditor = desk.window.put("region")
    editor.combos[0].setFocus()
    press(Key.Key_Down)
    assert told(editor, 0).startswith("The server cannot be reached.")
    press(Key.Key_Escape)
    await desk.connect()
    desk.demo.misbehave("html", "*provice*")
    press(Key.Key_Down)
    assert told(editor, 0) == "Fetching…"
    await desk.until(lambda: not len(desk.tasks))
    assert told(editor, 0) not in {"", "Fetching…"}
    desk.demo.behave()
    press(Key.Key_Escape)
    press(Key.Key_Down)
    await desk.until(lambda: editor.combos[0]._model.choices)
    assert told(editor, 0) == ""


async def test_many_who_ask_at_once_share_a_request_and_a_barren_level_is_asked_for_once(desk: Desk) -> None:
    await desk.connect()
    places = desk.account.places
    await asyncio.gather(*(places.fetch("") for _ in range(20)))
    assert desk.asked() == [1, 0, 0]
    await places.fetch("440000")
    barren = "999999"
    for _ in range(3):
        await places.fetch(barren)
    assert desk.asked() == [1, 2, 0]


def _raise(error: BaseException) -> None:
    raise error
