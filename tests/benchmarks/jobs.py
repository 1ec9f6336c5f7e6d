"""A job over many customers in the window's loop: parallelism in use, rate, undo, stalls of the GUI thread.

Run by `packaging/dev.sh bench jobs`; needs no screen. The server answers each write after `--latency` ms.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.app.loop import run_async, run_until_warm
from desktop.app.post import GuiPost
from desktop.domain.jobs import OVER, JobRequest, JobView, TagCustomers
from desktop.qt.stalls import StallMeter
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent
from desktop.workspace.pace import Pace
from tests.demo_control import DemoHandle, running
from tests.workspace.rig import KEY, profile_of

_IDLE = 10.0
"""Seconds for which the loop is watched before the job: what the machine itself does to it."""


async def ended(account: Account, begin: partial[None]) -> tuple[JobView, float, float]:
    """Begin a job; return how it ended, the seconds until everything showed and until it was over."""
    over: asyncio.Future[JobView] = asyncio.get_running_loop().create_future()
    known = {job.id for job in account.jobs.shown}
    began = time.perf_counter()
    first = 0.0

    def hear(event: JobEvent) -> None:
        nonlocal first
        if not isinstance(event, JobChanged) or event.job.id in known:
            return
        if not first and event.job.rate:
            first = time.perf_counter() - began
        if event.job.state in OVER and not over.done():
            over.set_result(event.job)

    stop = account.jobs.events.subscribe(hear)
    begin()
    view = await over
    stop()
    return view, first, time.perf_counter() - began


def told(name: str, view: JobView, first: float, seconds: float, meter: StallMeter, customers: int) -> None:
    """Print the figures of a job."""
    print(f"{name}: {view.done:,} done, {view.failed} failed of {view.total:,}")
    print(f"  shown in the cache, first answers   {first:8.1f} s")
    print(f"  all of it                           {seconds:8.1f} s   {customers / seconds:,.0f} customers/s")
    print(f"  allowed parallelism in use          {view.busy:8.1%}")
    print(f"  longest stall, p99.9                {meter.gaps.longest:8.1f} ms {meter.gaps.p999:.1f} ms")
    print(f"  longest work of the thread, p99.9   {meter.works.longest:8.1f} ms {meter.works.p999:.1f} ms")
    for stall in sorted(meter.stalls, key=lambda one: -one.length_ms)[:3]:
        print(f"    {stall.length_ms:.1f} ms\n{stall.stack}", file=sys.stderr)


async def measured(demo: DemoHandle, folder: Path, latency: float) -> int:
    """Tag everybody, then undo."""
    post = GuiPost()
    account = Account.open(profile_of(demo), folder, KEY, post=post)
    account.listing(("nickname", "tags"))
    await account.connect(demo.app_key, pace=Pace(pull=3600.0))
    await account.pull()
    await asyncio.sleep(1)
    ids = tuple(demo.ids())
    group = next(one for one in account.collections.tag_groups.values() if one.multiple)
    tag = account.collections.tags_of(group.id)[-1].id
    if latency:
        demo.misbehave("latency", "*update_biz_label", seconds=latency / 1000)
    request: JobRequest = TagCustomers(ids, add=(tag,))
    meter = StallMeter()
    meter.start()
    await asyncio.sleep(_IDLE)
    meter.stop()
    print(f"doing nothing, longest stall, p99.9   {meter.gaps.longest:8.1f} ms {meter.gaps.p999:.1f} ms")
    meter.start()
    view, first, seconds = await ended(account, partial(account.jobs.start, request))
    meter.stop()
    told("job", view, first, seconds, meter, view.total)
    meter.start()
    back, first, seconds = await ended(account, partial(account.jobs.undo, view.id))
    meter.stop()
    told("undo", back, first, seconds, meter, back.total)
    written = Counter(one.params["userid"] for one in demo.ledger("label/update_biz_label"))
    print(f"customers written other than twice    {sum(times != 2 for times in written.values()):8}")
    await account.close()
    post.close()
    return 0


def _print_bug(context: dict[str, Any]) -> None:
    print(context, file=sys.stderr)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=10_000)
    parser.add_argument("--latency", type=float, default=20.0, help="milliseconds the server takes for each write")
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    run_until_warm(app)
    with (
        running("--customers", str(given.customers), "--tokens", "many") as demo,
        tempfile.TemporaryDirectory() as place,
    ):
        run_async(app, partial(measured, demo, Path(place) / "p", given.latency), _print_bug)


if __name__ == "__main__":
    main()
