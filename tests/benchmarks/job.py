"""A bulk job over 100,000 customers: what it does to the window, how much of the allowed parallelism it uses."""

import asyncio
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.cache.cachefile import CacheFile
from desktop.domain.jobs.job import OVER, JobView, TagCustomers
from desktop.qt.stalls import StallMeter
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent
from tests.benchmarks.desk import wheel
from tests.benchmarks.live import LiveScreens, figures_of, in_the_loop, settled
from tests.benchmarks.profiles import PEOPLE, copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.demo_control import running

TAGGED = 100_000
SENT = 2_000
LATENCY = 0.02
_WATCHED = 40.0
"""Seconds for which the window is watched while the large job is prepared and shown."""
_AFTER = 1.0
_TURN = 0.05


def measure(bench: Bench) -> Figures:
    """Begin a large job on the account of the benchmark; carry out a small one on a server."""
    figures: dict[str, float | str] = {}
    count = min(TAGGED, bench.size // 2)
    with (
        running("--customers", str(SENT), "--tokens", "many") as demo,
        copied(profile(bench.folder, bench.size)) as made,
        tempfile.TemporaryDirectory() as place,
    ):
        (made.files.folder / "outbox.db").unlink(missing_ok=True)

        async def main(app: QApplication) -> None:
            screens = LiveScreens(app, made.files.folder, demo)
            await prepared(screens, count, figures)
            await screens.close_all()
            demo.misbehave("latency", "*update_biz_label", seconds=LATENCY)
            other = LiveScreens(app, Path(place) / "p", demo)
            await sent(other, figures)
            await other.close_all()

        in_the_loop(main)
    return figures


async def prepared(screens: LiveScreens, count: int, figures: dict[str, float | str]) -> None:
    """Begin a job over `count` customers and scroll until it shows in the cache."""
    account, table = screens.account, screens.screens.page.table
    await screens.until(lambda: account.collections.tags and screens.screens.page.rows.row(0))
    await asyncio.sleep(1)
    settled()
    tag = next(iter(account.collections.tags))
    request = TagCustomers(tuple(PEOPLE.id(number) for number in range(count)), add=(tag,))
    meter = StallMeter()
    meter.start()
    began = time.perf_counter()
    account.jobs.start(request, lambda _job: None, print)
    end = began + _WATCHED
    last, shown = PEOPLE.id(count - 1), [0.0]

    def learned(found: dict[str, tuple[str, ...]]) -> None:
        if tag in found.get(last, ()):
            shown[0] = shown[0] or time.perf_counter()

    while time.perf_counter() < min(end, shown[0] + _AFTER if shown[0] else end):
        wheel(table, -1 if int(time.perf_counter()) % 2 else 1)
        if int(time.perf_counter() * 10) % 5 == 0:
            account.files.look_up.ask(CacheFile.tags_of, [last], answer=learned, failed=print)
        await asyncio.sleep(_TURN)
    meter.stop()
    figures |= figures_of(meter, "a job over 100,000 is prepared")
    figures["customers in the job"] = count
    figures["s until the job shows in the cache"] = (shown[0] or end) - began
    told(meter)


async def sent(screens: LiveScreens, figures: dict[str, float | str]) -> None:
    """Pull an account, tag everybody in it, undo that."""
    account = screens.account
    await screens.connect()
    await account.pull()
    await asyncio.sleep(1)
    settled()
    ids = tuple(screens.demo.ids())
    group = next(one for one in account.collections.tag_groups.values() if one.multiple)
    tag = account.collections.tags_of(group.id)[-1].id
    meter = StallMeter()
    meter.start()
    view, seconds = await ended(account, partial(account.jobs.start, TagCustomers(ids, add=(tag,))))
    meter.stop()
    figures |= figures_of(meter, "a job is sent")
    figures["allowed parallelism in use, %"] = 100 * view.busy
    figures["customers/s sent, 20 ms latency"] = view.total / seconds
    back, seconds = await ended(account, partial(account.jobs.undo, view.id))
    figures["customers/s undone, 20 ms latency"] = back.total / seconds
    figures["customers not done"] = view.total + back.total - view.done - back.done


async def ended(account: Account, begin: partial[None]) -> tuple[JobView, float]:
    """Begin a job; return how it ended and the seconds until then."""
    over: asyncio.Future[JobView] = asyncio.get_running_loop().create_future()
    known = {job.id for job in account.jobs.shown}

    def hear(event: JobEvent) -> None:
        new = isinstance(event, JobChanged) and event.job.id not in known
        if new and event.job.state in OVER and not over.done():
            over.set_result(event.job)

    stop = account.jobs.events.subscribe(hear)
    began = time.perf_counter()
    begin()
    view = await over
    stop()
    return view, time.perf_counter() - began


def told(meter: StallMeter) -> None:
    """Print the longest stalls with where the thread stood."""
    for stall in sorted(meter.stalls, key=lambda one: -one.length_ms)[:3]:
        print(f"{stall.length_ms:.1f} ms\n{stall.stack}", file=sys.stderr)


ROW = Row(
    (
        Goal("longest gap, a job over 100,000 is prepared", 16.0),
        Goal("p99.9 gap, a job over 100,000 is prepared", 5.0),
        Goal("longest gap, a job is sent", 16.0),
        Goal("allowed parallelism in use, %", 95.0, unit="%", least=True),
    ),
    measure,
    screen=True,
)
