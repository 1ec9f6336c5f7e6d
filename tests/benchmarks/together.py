"""Everything at once in the real window: scrolling, searching, sorting, tagging, and a pull under way.

Leaves a recording in the folder of the profiles: when each frame was painted, every gap of the event loop over 16
ms, how much of it the thread itself computed, and where it stood.
"""

import asyncio
import random
import sys
import time
from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from desktop.domain.query import Order
from desktop.qt.stalls import Stall, StallMeter, told
from tests.benchmarks.desk import Paints, wheel
from tests.benchmarks.live import LiveScreens, figures_of, in_the_loop, settled
from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share
from tests.demo_control import running

PULLED = 50_000
SECONDS = 30.0
_TEXTS = ("王", "李伟", "138", "gmail", "zhang", "lw", "科技")
_SORTS = ("nickname", "updated", "phone", "created")
_NOTCH = 0.02
_KEY = 0.09
_WHAT = "all at once"
_CAUSES = 20
"""Causes that are printed, the most frequent ones."""


def measure(bench: Bench) -> Figures:
    """Do it for half a minute."""
    figures: dict[str, float | str] = {}
    customers = bench.times(PULLED, least=5_000)
    with (
        running("--customers", str(customers), "--tokens", "many") as demo,
        copied(profile(bench.folder, bench.size)) as made,
    ):

        async def main(app: QApplication) -> None:
            screens = LiveScreens(app, made.files.folder, demo)
            await screens.until(lambda: screens.account.collections.tags and screens.screens.page.rows.row(0))
            await screens.connect(pull=1.0)
            await screens.until(lambda: screens.account.status.progress is not None)
            await asyncio.sleep(1)
            settled()
            meter = StallMeter()
            painted = Frames(screens)
            before = screens.account.status.total
            meter.start()
            await used(screens, max(5.0, SECONDS * min(1.0, bench.samples)))
            meter.stop()
            record(bench.folder / f"recording-{bench.size}-{app.platformName()}.txt", painted, meter)
            figures.update(figures_of(meter, _WHAT))
            figures.update(painted.figures())
            figures.update(causes(meter))
            figures["customers the pull added meanwhile"] = screens.account.status.total - before
            await screens.close_all()

        in_the_loop(main)
    return figures


async def used(screens: LiveScreens, seconds: float) -> None:
    """Use the window as somebody in a hurry would."""
    page, account = screens.screens.page, screens.account
    dice = random.Random(2)
    tag = next(iter(account.collections.tags))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(30):
            wheel(page.table, dice.choice((-1, -1, -2, 1)))
            await asyncio.sleep(_NOTCH)
        bar = page.table.verticalScrollBar()
        bar.setValue(dice.randrange(max(1, bar.maximum())))
        await asyncio.sleep(_KEY)
        row = page.rows.row(max(0, page.table.rowAt(40)))
        if row is not None:
            held = row.values[page.rows.source.columns.index("tags")] or ()
            edit: Intent = (RemoveTags if tag in held else AddTags)(customer=row.id, tags=(tag,))
            account.outbox.submit([edit], label="", answer=lambda _: None, failed=print)
        await asyncio.sleep(_KEY)
        for place in range(1, len(text := dice.choice(_TEXTS)) + 1):
            page.search.setText(text[:place])
            await asyncio.sleep(_KEY)
        for _ in range(10):
            wheel(page.table)
            await asyncio.sleep(_NOTCH)
        page.search.clear()
        page.state.set_order(Order(dice.choice(_SORTS), dice.random() < 0.5))
        await asyncio.sleep(_KEY)


class Frames:
    """When the table was painted."""

    def __init__(self, screens: LiveScreens) -> None:
        self.times: list[float] = []
        self._paints = Paints(screens.screens.page.table.viewport(), self.times.append)

    def figures(self) -> dict[str, float]:
        """Return how many frames there were, and how long the table took to paint."""
        took = self._paints.took
        return {"frames painted": len(took), "painting of a frame, p99": share(took, 0.99) if took else 0.0}


def causes(meter: StallMeter) -> dict[str, float]:
    """Return how many gaps went into what."""
    found = Counter(stall.cause for stall in meter.stalls)
    return {f"gaps over 16 ms: {name}": count for name, count in found.items()}


def record(file: Path, painted: Frames, meter: StallMeter) -> None:
    """Write what happened, and print by cause what kept the loop waiting."""
    lines = [f"frame {at:.4f}" for at in painted.times]
    lines += [f"at {stall.began:.4f} {told(stall)}" for stall in meter.stalls]
    file.write_text("\n".join(lines), "utf-8")
    found: dict[str, list[Stall]] = {}
    for stall in meter.stalls:
        found.setdefault(cause(stall), []).append(stall)
    for name, stalls in sorted(found.items(), key=lambda one: -len(one[1]))[:_CAUSES]:
        longest = max(stalls, key=lambda one: one.length_ms)
        told_ = f"{longest.length_ms:.1f} ms ({longest.worked_ms:.1f} own, {longest.queued_ms:.1f} without a core)"
        print(f"{len(stalls):4} gaps, longest {told_}: {name}", file=sys.stderr)


def cause(stall: Stall) -> str:
    """Return what a gap went into and where the thread stood; of a wait for the interpreter who ran beside."""
    places = [line for line in stall.stack.splitlines() if line.startswith("desktop/") or "/desktop/" in line]
    beside = ", ".join(sorted({line.partition(":")[0] for line in stall.beside.splitlines()}))
    who = f" ({beside or 'nobody seen'} beside)" if stall.cause.endswith("interpreter") else ""
    return f"{stall.cause}{who}; {places[-1] if places else 'in Qt'}"


ROW = Row(
    (
        Goal(f"longest gap, {_WHAT}", 16.0, floor=12.0),
        Goal(f"p99.9 gap, {_WHAT}", 5.0, floor=4.0),
        Goal(f"longest work of the GUI thread itself, {_WHAT}", 16.0),
    ),
    measure,
    screen=True,
)
