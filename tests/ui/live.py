"""A window on an account of real files that speaks to a demo server, in the loop of a test."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.app.post import GuiPost
from desktop.qt.toast import Toast
from desktop.workspace.account import Account
from desktop.workspace.push.pace import PushPace
from tests.demo_control import Applied, DemoHandle
from tests.ui.keys import NONE, Key, press
from tests.ui.stage import Stage
from tests.workspace.jobrig import SELDOM
from tests.workspace.rig import KEY, profile_of

CUSTOMERS = 60
TAGGING = "label/update_biz_label"
QUICK = PushPace(first=0.1, longest=0.2, absent=0.1, poll=0.2)


class LiveStage(Stage):
    """A stage whose account knows a server; offline until `connect`."""

    def __init__(self, app: QApplication, folder: Path, demo: DemoHandle) -> None:
        self.demo = demo
        self._gui = GuiPost()
        super().__init__(app, folder, self._gui)

    def open_account(self) -> Account:
        """Open the account of the server's data."""
        return Account.open(profile_of(self.demo), self._folder, KEY, post=self._post, language="zh")

    async def connect(self) -> None:
        """Attach the network."""
        await self.account.connect(self.demo.app_key, pace=SELDOM, push_pace=QUICK)

    async def restart(self) -> None:
        """Close and open the account, as at the next start of the program."""
        await self._leave()
        self.reset()

    async def until(self, wanted: Callable[[], Any], seconds: float = 60.0) -> None:
        """Let Qt and the loop run until it is so."""
        end = time.monotonic() + seconds
        while not wanted():
            assert time.monotonic() < end, f"never so; told: {self.told}"
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            await asyncio.sleep(0.005)

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        await self.until(lambda: not self.account.outbox.counts().waiting)

    @property
    def current(self) -> str:
        """The id of the current customer."""
        row = self.screens.page.table.current_row()
        assert row is not None
        return row.id

    @property
    def told(self) -> str:
        """The text of the toast on the screen."""
        shown: Toast | None = self.window.toasts.shown
        return shown.text if shown else ""

    def taggings(self) -> list[Applied]:
        """Return the taggings the server carried out."""
        return self.demo.ledger(TAGGING)

    def tags_here(self, customer_id: str) -> list[str]:
        """Return the tags of a customer as its row in the table shows them."""
        rows = self.screens.page.rows
        places = [rows.row(place) for place in range(rows.rowCount())]
        row = next(one for one in places if one is not None and one.id == customer_id)
        return list(row.values[rows.source.columns.index("tags")] or ())

    async def close_all(self) -> None:
        """Close the network, the window and the files."""
        await self._leave()
        self.close()
        self._gui.close()

    async def _leave(self) -> None:
        await self.account.close()


@asynccontextmanager
async def live_stage(
    app: QApplication, folder: Path, demo: DemoHandle, *, online: bool = True, kind: type[LiveStage] = LiveStage
) -> AsyncIterator[LiveStage]:
    """Open a window on an account that pulled everything; the first customer is current."""
    demo.reset(customers=CUSTOMERS, tokens="many")
    stage = kind(app, folder, demo)
    try:
        stage.window.show()
        stage.window.activateWindow()
        await stage.connect()
        assert await stage.account.pull()
        table = stage.screens.page.table
        await stage.until(lambda: stage.screens.page.rows.row(CUSTOMERS - 1) is not None)
        if not online:
            await stage.restart()
            await stage.until(lambda: stage.screens.page.rows.row(CUSTOMERS - 1) is not None)
            table = stage.screens.page.table
        await stage.until(lambda: stage.account.collections.tags)
        stage.window.activateWindow()
        await stage.until(stage.window.isActiveWindow)
        table.setFocus()
        await stage.until(table.hasFocus)
        press(Key.Key_Home, NONE)
        await stage.until(lambda: table.current_row() is not None)
        yield stage
    finally:
        await stage.close_all()
