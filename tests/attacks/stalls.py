"""Answers that are too much, into the process of the window: its loop goes on meanwhile.

`python -m tests.attacks.stalls` has an open window make each reading call under the heaviest faults.
"""

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.api.caller import Caller
from desktop.app.loop import run_async
from desktop.domain.errors import AppError
from desktop.qt.stalls import StallMeter
from tests.attacks.everycall import Arguments, reads
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running
from tests.ui.live import LiveStage, live_stage

LIMIT = 0.1
"""Seconds that the loop may stand still."""

HEAVY: tuple[dict[str, Any], ...] = (
    {"kind": "swollen", "size": 1},
    {"kind": "swollen", "size": 10},
    {"kind": "big", "size": 1},
    {"kind": "big", "size": 10},
    {"kind": "big", "size": 20},
    {"kind": "gzip_bomb", "size": 64},
    {"kind": "html"},
    {"kind": "truncated"},
    {"kind": "wrong_types", "share": 1.0},
    {"kind": "bad_records", "share": 1.0},
    {"kind": "surrogates", "share": 1.0},
)
SHORT = ("Query Customer Source", "Query Customer Tags in Batch", "Query All Customer Behaviors")


class OneLoop(LiveStage):
    """A stage whose coroutines run on Qt's own loop, as the program's do."""

    async def until(self, wanted: Callable[[], Any], seconds: float = 60.0) -> None:
        """Let the loop run until it is so: it is Qt's, which must not be run inside itself."""
        end = time.monotonic() + seconds
        while not wanted():
            assert time.monotonic() < end, f"never so; told: {self.told}"
            await asyncio.sleep(0.005)


async def attack(stage: LiveStage, demo: DemoHandle, sections: Sequence[str]) -> Row:
    """Make calls of these sections under each of the faults ("": all that read) and measure the loop."""
    caller = _caller_of(stage)
    tries, strange, meter = 0, [], StallMeter(limit_ms=LIMIT * 500, parent=stage.window)
    with demo.client() as http:
        builds = reads(Arguments(demo, http))
        await stage.until(lambda: stage.screens.panel.customer_id)
        # As the program does once its modules are there.
        gc.freeze()
        await _calm(meter)
        meter.start()
        for fault in HEAVY:
            for section, build in builds.items():
                if sections and section not in sections:
                    continue
                call = build()
                demo.misbehave(path=call.request.path, **fault)
                failed = await _failure(caller, call)
                demo.behave()
                tries += 1
                strange += [f"{section} under {fault}: {failed}"] if failed else []
        meter.stop()
    worst = max(meter.stalls, key=lambda stall: stall.length_ms, default=None)
    said = [] if worst is None else [f"the worst stood here: {worst.stack.strip().splitlines()[-2:]}"]
    return Row(
        "heavy answers into the window",
        tries,
        len(strange),
        stall=meter.gaps.longest / 1000,
        stall_limit=LIMIT,
        said="; ".join([f"{meter.works.longest:.0f} ms of its own work", *said, *strange[:3]]),
    )


async def _calm(meter: StallMeter) -> None:
    """Return once the window has built what it shows: the loop went on for a while without a stop."""
    for _ in range(50):
        meter.start()
        await asyncio.sleep(0.2)
        meter.stop()
        if not meter.stalls:
            return


def _caller_of(stage: LiveStage) -> Caller:
    """Return what the window itself makes its calls with."""
    network = stage.account._network
    assert network is not None
    return network.client.customers._caller


async def _failure(caller: Caller, call: Any) -> str:
    """Make a call; return what it raised that is no error of the tree."""
    try:
        await caller.call(call)
    except AppError:
        return ""
    except Exception as error:  # noqa: BLE001 - what is looked for
        return type(error).__name__
    return ""


def attacked(app: QApplication, folder: Path, demo: DemoHandle, sections: Sequence[str]) -> Row:
    """Open a window on a server's account and attack it."""
    row: list[Row] = []
    bugs: list[dict[str, Any]] = []

    async def main() -> int:
        async with live_stage(app, folder, demo, kind=OneLoop) as stage:
            row.append(await attack(stage, demo, sections))
        return 0

    run_async(app, main, bugs.append)
    assert not bugs, bugs
    return row[0]


def rows(asked: Asked) -> Iterator[Row]:
    """Attack a window on a server of its own."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    with running("--customers", "60") as demo, tempfile.TemporaryDirectory() as folder:
        yield attacked(app, Path(folder), demo, () if asked.long else SHORT)


def main() -> int:
    """Attack, print what came of it; 1 when the loop stood still for too long."""
    return ended(rows(Asked(long=True)))


if __name__ == "__main__":
    sys.exit(main())
