"""What the tests of jobs share: an account that pulled everything, jobs as coroutines, the server's truth."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.errors import AppError
from desktop.domain.jobs.job import OVER, DryRun, JobFailure, JobRequest, JobState, JobView
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent
from desktop.workspace.pace import Pace
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, profile_of

SELDOM = Pace(pull=3600.0, first=0.2, longest=0.5)
STILL = frozenset({*OVER, JobState.PAUSED, JobState.STUCK})


@dataclass
class Clock:
    """A clock that can be moved."""

    offset: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.offset


@dataclass
class Desk:
    """An account and the server it speaks to."""

    account: Account
    demo: DemoHandle
    clock: "Clock"

    async def plan(self, request: JobRequest) -> DryRun:
        return await _asked(lambda answer, failed: self.account.jobs.plan(request, answer, failed))

    async def start(self, request: JobRequest) -> str:
        return await _asked(lambda answer, failed: self.account.jobs.start(request, answer, failed))

    async def undo(self, job_id: str) -> str:
        return await _asked(lambda answer, failed: self.account.jobs.undo(job_id, answer, failed))

    async def failures(self, job_id: str) -> Sequence[JobFailure]:
        return await _asked(lambda answer, _: self.account.jobs.failures(job_id, answer))

    def view(self, job_id: str) -> JobView:
        return next(one for one in self.account.jobs.shown if one.id == job_id)

    async def until(
        self, job_id: str, wanted: Callable[[JobView], bool] = lambda job: job.state in STILL, seconds: float = 60
    ) -> JobView:
        """Wait until a job is as wanted; at first: until it stands still."""
        reached = asyncio.Event()

        def hear(event: JobEvent) -> None:
            if isinstance(event, JobChanged) and event.job.id == job_id and wanted(event.job):
                reached.set()

        stop = self.account.jobs.events.subscribe(hear)
        try:
            if not any(one.id == job_id and wanted(one) for one in self.account.jobs.shown):
                await asyncio.wait_for(reached.wait(), seconds)
        finally:
            stop()
        return self.view(job_id)

    async def done(self, request: JobRequest) -> JobView:
        """Start a job and wait until it stands still."""
        return await self.until(await self.start(request))

    async def settled(self, wanted: Callable[[], bool], seconds: float = 20) -> None:
        async with asyncio.timeout(seconds):
            while not wanted():  # noqa: ASYNC110 - what is waited for tells nobody
                await asyncio.sleep(0.05)

    def group(self, name: str = "", *, multiple: bool | None = None, tags: int = 2) -> Any:
        """Return a tag group by name, or one that allows several (or one), with some tags."""
        groups = self.account.collections.tag_groups.values()
        return next(
            one
            for one in groups
            if (not name or one.name == name)
            and (multiple is None or one.multiple == multiple)
            and len(self.account.collections.tags_of(one.id)) >= tags
        )

    def tags_of(self, group_id: str) -> list[str]:
        return [tag.id for tag in self.account.collections.tags_of(group_id)]

    def tag_named(self, group_id: str, name: str) -> str:
        return next(one.id for one in self.account.collections.tags_of(group_id) if one.name == name)

    async def shown_tags(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return await asyncio.wrap_future(self.account.files.look_up.submit(lambda file: file.tags_of(ids)))


@asynccontextmanager
async def desk(demo: DemoHandle, folder: Path, *, pulls: bool = True, online: bool = True) -> AsyncIterator[Desk]:
    """Open an account that knows all of the server."""
    clock = Clock()
    post = asyncio.get_running_loop().call_soon_threadsafe
    account = Account.open(profile_of(demo), folder, KEY, post=post, clock=clock)
    try:
        if online:
            await account.connect(demo.app_key, pace=SELDOM)
        if pulls:
            await account.pull()
        one = Desk(account, demo, clock)
        await one.settled(lambda: bool(account.collections.tags))
        yield one
    finally:
        await account.close()


def server_tags(demo: DemoHandle, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the business tags the server holds, by customer."""
    return {one: [tag for tag in (demo.customer(one).get("biz_label") or "").split(",") if tag] for one in ids}


def writes(demo: DemoHandle) -> list[str]:
    """Return the customers whose tags were written, once for each write."""
    return [one.params["userid"] for one in demo.ledger("label/update_biz_label")]


async def _asked(ask: Callable[[Callable[[Any], None], Callable[[AppError], None]], object]) -> Any:
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    ask(future.set_result, future.set_exception)
    return await future
