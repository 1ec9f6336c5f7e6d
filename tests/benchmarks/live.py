"""The real window on an account that knows a server, in the program's own event loop, under the stall meter."""

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.app.loop import Warming, run_async, run_until_warm
from desktop.app.post import GuiPost
from desktop.qt.stalls import StallMeter
from desktop.workspace.account import Account
from desktop.workspace.pace import Pace
from desktop.workspace.push.pace import PushPace
from tests.benchmarks.desk import SIZE, Screens
from tests.benchmarks.profiles import KEY
from tests.demo_control import DemoHandle
from tests.workspace.rig import profile_of

_WAIT = 120.0


class LiveScreens(Screens):
    """A window on an account of a demo server; offline until `connect`."""

    def __init__(self, app: QApplication, folder: Path, demo: DemoHandle) -> None:
        self.demo = demo
        self.gui = GuiPost()
        super().__init__(app, folder, self.gui)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()

    def open_account(self) -> Account:
        """Open the account of the server."""
        return Account.open(profile_of(self.demo), self._folder, KEY, post=self._post)

    async def connect(self, **pace: float) -> None:
        """Attach the network; it pulls when asked to."""
        await self.account.connect(
            self.demo.app_key, pace=Pace(**({"pull": 3_600.0} | pace)), push_pace=PushPace()
        )

    async def until(self, so: Callable[[], object], seconds: float = _WAIT) -> None:
        """Wait until it is so. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not so():
            if time.monotonic() > end:
                raise TimeoutError
            await asyncio.sleep(0.01)

    async def close_all(self) -> None:
        """Close the network, the window and the files."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.account.close(), 5)
        self.close()
        self.gui.close()


def settled() -> None:
    """Freeze what was made so far, as the program does once its window stands."""
    gc.collect()
    gc.freeze()


def in_the_loop(main: Callable[[QApplication], Coroutine[Any, Any, None]]) -> None:
    """Run a coroutine in the program's loop."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    run_until_warm(Warming(app, lambda: False))

    async def run() -> int:
        await main(app)
        return 0

    run_async(app, run, partial(print, "loop:"))


def figures_of(meter: StallMeter, what: str) -> dict[str, float]:
    """Return what a meter saw."""
    return {
        f"longest gap, {what}": meter.gaps.longest,
        f"p99.9 gap, {what}": meter.gaps.p999,
        f"gaps over 16 ms, {what}": len(meter.stalls),
        f"longest work of the GUI thread itself, {what}": meter.works.longest,
    }
