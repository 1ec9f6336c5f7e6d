"""A day's work compressed: 24 hours of use in minutes, through the real window, and what of it stays behind.

`packaging/xscreen.sh .venv/bin/python -m tests.attacks.day --minutes 20`. An hour is work on every page
(searching, scrolling, tagging, editing, popups, forms, settings), a colleague's changes, pulls, a spell without a
network, a change of language and theme. Memory after the first hours and at the end, file handles, threads, tasks
and widgets are compared; the four hooks must have nothing to tell.
"""

import argparse
import asyncio
import gc
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import AppError
from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from desktop.qt.look import Scheme
from desktop.ui.wording.language import Language
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running
from tests.ui.stage import compiled_translations
from tests.walk.desk import WalkDesk, walk_desk
from tests.walk.scenes import SCENES

HOURS = 24
WARM = 6
"""Hours after which memory is looked at: by then everything was shown once in both languages and themes."""
MOST = 20.0
"""MiB that a day may cost."""
_SPARE = {"handles": 3, "threads": 2, "tasks": 2, "widgets": 150}
"""What may be there more at the end than after the first hours: what one hour leaves until the next."""
_PEOPLE = 400
_PLATFORM = "This plugin does not support"

WORK = (
    *("customers", "every field", "timeline", "changes", "selected", "filtered", "nothing found", "filters"),
    *("columns", "save view", "row menu", "view menu", "tag", "tag many", "stage", "assign", "ban", "edit"),
    *("edit many", "new customer", "new company", "dry run", "tags", "new group", "recolour", "delete tag"),
    *("merge", "duplicates", "board", "blacklist", "figures", "assignments", "growth", "outbox", "settings"),
    *("appearance", "keyboard", "about", "palette", "shortcuts", "look up a text", "toast"),
)
"""The scenes of an hour: those that leave nothing behind that is meant to stay."""


@dataclass
class Sample:
    """What the process holds: MiB, and counts."""

    memory: float
    counts: dict[str, int]


@dataclass
class Told:
    """What the four hooks told."""

    lines: list[str] = field(default_factory=list)


def sample() -> Sample:
    """Return what the process holds now, nothing that only waits for a collection."""
    gc.collect()
    status = Path("/proc/self/status").read_text("ascii")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    counts = {
        "handles": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "tasks": len(asyncio.all_tasks()),
        "widgets": len(QApplication.allWidgets()),
    }
    return Sample(int(resident.split()[1]) / 1024, counts)


@contextmanager
def hooks() -> Iterator[Told]:
    """Gather what nobody caught."""
    told = Told()
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    sys.excepthook = lambda _kind, error, _trace: told.lines.append(f"exception: {error!r}")
    sys.unraisablehook = lambda one: told.lines.append(f"unraisable: {one.exc_value!r}")
    threading.excepthook = lambda one: told.lines.append(f"thread: {one.exc_value!r}")

    def heard(_kind: object, _context: object, text: str) -> None:
        if _PLATFORM not in text:
            told.lines.append(f"Qt: {text[:160]}")

    former = qInstallMessageHandler(heard)
    try:
        yield told
    finally:
        sys.excepthook, sys.unraisablehook, threading.excepthook = before
        qInstallMessageHandler(former)


class Day:
    """The use of one window, hour by hour."""

    def __init__(self, desk: WalkDesk, demo: DemoHandle, language: Language, seed: int) -> None:
        self._desk = desk
        self._demo = demo
        self._language = language
        self._chance = random.Random(seed)
        self.acts = 0
        self.samples: list[Sample] = []

    async def hour(self, scenes: Sequence[str], until: float) -> None:
        """Work through the scenes, again until the hour is over (a moment of the monotonic clock)."""
        await self._colleague()
        await self._edits()
        first = True
        while first or time.monotonic() < until:
            first = False
            for name in scenes:
                await self._visit(name)
            await self._roam()
        self._dress()
        await self._desk.settle()
        await self._desk.quiet()
        self.samples.append(sample())

    async def _visit(self, name: str) -> None:
        """Go through a scene; where a pull moved the rows under it, once more."""
        for late in (False, True):
            try:
                await SCENES[name](self._desk)
                await self._desk.quiet()
                break
            except AssertionError as error:
                if late:
                    self._desk.trouble.append(AssertionError(f"{name}: {error}"))
            finally:
                await self._desk.tidy()
        self.acts += 1

    async def _roam(self) -> None:
        """Search and scroll."""
        await self._desk.customers()
        page = self._desk.screens.page
        for text in ("1", "13", "138", "", "王", "no such", ""):
            page.state.set_text(text)
            await self._desk.quiet()
            self.acts += 1
        for _ in range(40):
            page.table.go_to(self._chance.randrange(max(1, page.rows.rowCount())))
            await self._desk.quiet()
            self.acts += 1

    async def _edits(self) -> None:
        """Edit, undo, redo."""
        tags = list(self._desk.account.collections.tags)
        for number in range(12):
            who = self._chance.choice(self._demo.ids())
            tag = self._chance.choice(tags)
            intents: list[Intent] = [
                UpdateCustomer(customer=who, set={"note": f"note {number}"}),
                AddTags(customer=who, tags=(tag,)),
                RemoveTags(customer=who, tags=(tag,)),
            ]
            self._desk.account.outbox.submit(
                [intents[number % 3]], label="", answer=lambda _entries: None, failed=self._desk.trouble.append
            )
            self.acts += 1
        await self._desk.settle()
        # What was changed moves in the list before anybody looks.
        await self._desk.still()

    async def _colleague(self) -> None:
        """Have a colleague change customers, pull; in every third hour the network is gone for a while."""
        for _ in range(8):
            self._demo.change(
                self._chance.choice(self._demo.ids()), remark=f"by a colleague {self._chance.random()}"
            )
        if len(self.samples) % 3 == 2:
            self._demo.misbehave("cut_before", "/api/*")
            try:
                await self._desk.account.pull()
            except AppError:
                self._demo.behave()
        self._demo.behave()
        await self._desk.account.pull()
        self.acts += 10

    def _dress(self) -> None:
        number = len(self.samples)
        self._language.use("zh" if number % 2 else "en")
        self._desk.look.set_scheme(Scheme.DARK if number % 4 > 1 else Scheme.LIGHT)


def judged(samples: Sequence[Sample]) -> tuple[float, list[str]]:
    """Return by how much the memory grew after the first hours, in MiB, and what did not stay flat."""
    first, last = samples[WARM - 1 : WARM + 2], samples[-3:]
    grown = statistics.median(one.memory for one in last) - statistics.median(one.memory for one in first)
    wrong = [f"memory grew by {grown:.1f} MiB"] if grown > MOST else []
    for name, spare in _SPARE.items():
        before, after = (min(one.counts[name] for one in some) for some in (first, last))
        wrong += [f"{name}: {before} became {after}"] if after > before + spare else []
    return grown, wrong


@asynccontextmanager
async def _window(app: QApplication, room: Path, demo: DemoHandle) -> AsyncIterator[tuple[WalkDesk, Language]]:
    language = Language(app, compiled_translations(room / "i18n"))
    async with walk_desk(app, room / "account", demo, language, _PEOPLE) as desk:
        yield desk, language


async def worked(app: QApplication, demo: DemoHandle, room: Path, minutes: float, seed: int) -> Row:
    """Work a day in so many minutes."""
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: told.lines.append(f"loop: {context['message']}: {context.get('exception')!r}")
    )
    with hooks() as told:
        async with _window(app, room, demo) as (desk, language):
            day = Day(desk, demo, language, seed)
            begun = time.monotonic()
            short = minutes < HOURS / 6
            for hour in range(HOURS):
                # A short day shows a part of it all each hour; the first hours show everything once.
                scenes = WORK[hour % 6 :: 6] if short else WORK
                await day.hour(scenes, begun + (hour + 1) * 60 * minutes / HOURS)
            trouble = [f"trouble: {one!r}" for one in desk.trouble]
    grown, wrong = judged(day.samples)
    wrong += sorted(set(told.lines)) + trouble
    at = [f"{day.samples[place].memory:.0f}" for place in (0, WARM, HOURS // 2, HOURS - 1)]
    counts = ", ".join(f"{count} {name}" for name, count in day.samples[-1].counts.items())
    said = f"{grown:+.1f} MiB after {WARM} hours ({' '.join(at)} MiB), at the end {counts}"
    return Row("a day's work compressed", day.acts, len(wrong), said="; ".join([said, *wrong[:5]]))


def day_of(minutes: float, seed: int = 1) -> Row:
    """Work a day on a server of its own."""
    app = QApplication.instance() or QApplication(["day"])
    assert isinstance(app, QApplication)
    with running("--tokens", "many") as demo, tempfile.TemporaryDirectory() as room:
        return asyncio.run(worked(app, demo, Path(room), minutes, seed))


def rows(asked: Asked) -> Iterator[Row]:
    """Work a day: a minute in the short form, twenty in the long one."""
    yield day_of(20.0 if asked.long else 1.0, asked.seed)


def main() -> int:
    """Run it; 1 when something grew or was told by a hook."""
    parser = argparse.ArgumentParser(description="a day's work in minutes")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    return ended([day_of(asked.minutes, asked.seed)])


if __name__ == "__main__":
    sys.exit(main())
