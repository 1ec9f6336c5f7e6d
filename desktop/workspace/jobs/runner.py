"""Carrying jobs out while there is a network: one at a time, step by step."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Protocol, TypeVar

from desktop.cache.intentstore import StoredEntry
from desktop.cache.jobstore import DONE, QUEUED, REJECTED, Outcome
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.edits.outbox import State
from desktop.domain.errors import AppError, HeldBack, InvalidInput, LeftBehind, Offline
from desktop.domain.intents.intent import Intent
from desktop.domain.jobs.job import JobState
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.joblane import read
from desktop.workspace.jobs.journal import Job
from desktop.workspace.jobs.rowlane import RowLane
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.jobs.tally import Tally
from desktop.workspace.outbox.entryjson import from_stored
from desktop.workspace.token.filelock import FileLock, taken

R = TypeVar("R")

_NOTED = 200
_LOOK = 0.2
_AFTER_TROUBLE = 15.0


class Administration(Protocol):
    """What makes edits of the tag tables: the outbox."""

    def make(self, intent: Intent, job: str) -> Awaitable[None]:
        """Store an edit that is then sent by itself."""
        ...

    def again(self, entry_id: str) -> Awaitable[None]:
        """Have a refused edit sent again."""
        ...

    def give_up(self, entry_id: str) -> Awaitable[None]:
        """Discard an edit; raises InvalidInput for one that is under way."""
        ...

    def ids(self) -> Mapping[str, str]:
        """Return the server's ids by the local ones."""
        ...


class Sweeping(Protocol):
    """Sends the rows of one job: a `Sweep` here or in a child process."""

    async def run(self) -> bool:
        """Send until no row is open (True) or `stop` was called (False). Raises AppError."""
        ...

    def stop(self) -> None:
        """Send no more."""
        ...


class Sweeps(Protocol):
    """Makes what sends the rows of a job."""

    def __call__(
        self, job: Job, rows: RowLane, hear: Callable[[Tally], None], waits: Callable[[AppError | None], None]
    ) -> Sweeping:
        """Return it, not begun."""
        ...


class JobRunner:
    """Carries out the jobs of an account while it runs, in one process at a time: the one that holds `lock`.

    `rows` makes the rows of a job.
    """

    def __init__(
        self,
        jobs: Jobs,
        files: AccountFiles,
        administration: Administration,
        sweeps: Sweeps,
        rows: Callable[[Job], RowLane],
        lock: FileLock,
    ) -> None:
        self._jobs = jobs
        self._files = files
        self._administration = administration
        self._sweeps = sweeps
        self._rows = rows
        self._lock = lock
        self._kicked = asyncio.Event()
        self._current: tuple[str, Sweeping | None] | None = None
        self._idle: list[tuple[str, Callable[[], None]]] = []

    def kick(self) -> None:
        """Look for something to do."""
        self._kicked.set()

    def halt(self, job_id: str, then: Callable[[], None]) -> None:
        """Have a job stand still, then call `then`."""
        self._kicked.set()
        if self._current is None or self._current[0] != job_id:
            then()
            return
        self._idle.append((job_id, then))
        if self._current[1] is not None:
            self._current[1].stop()

    async def run(self) -> None:
        """Carry out what is due, until cancelled."""
        if not self._lock.take():
            await taken(self._lock, every=_LOOK)
            # Another process went on with them meanwhile.
            self._jobs.load()
        self._jobs.clean()
        self._jobs.wake, self._jobs.halt = self.kick, self.halt
        try:
            while True:
                self._kicked.clear()
                job = self._jobs.due()
                if job is None:
                    await self._kicked.wait()
                elif (error := await self._attempted(job)) is not None:
                    self._jobs.note_waits(job.id, error)
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_AFTER_TROUBLE):
                            await self._kicked.wait()
        finally:
            self._jobs.rest()
            self._lock.release()

    async def _attempted(self, job: Job) -> AppError | None:
        self._current = (job.id, None)
        try:
            await self._carry(job.id)
        except AppError as error:
            return error
        finally:
            self._current = None
            waiting, self._idle = self._idle, []
            for _, then in waiting:
                then()
        return None

    async def _carry(self, job_id: str) -> None:
        """Go on with a job until it is over or has to stand still. Raises AppError."""
        while (job := self._jobs.job(job_id)).state is JobState.RUNNING:
            step = job.step()
            if job.is_at_customers:
                over = await self._customers(job)
            elif step is not None:
                over = await self._administer(job, step.intent)
            else:
                await self._finish(job)
                return
            if not over:
                return
            self._update(job_id, lambda now: replace(now, at=now.at + 1))

    async def _customers(self, job: Job) -> bool:
        if not await self._named(job):
            return False
        if not job.body.sends:
            return True
        rows = self._rows(job)
        sweep = self._sweeps(
            job,
            rows,
            lambda tally: self._jobs.note_tally(job.id, tally),
            lambda error: self._jobs.note_waits(job.id, error),
        )
        self._current = (job.id, sweep)
        try:
            complete = await sweep.run()
        finally:
            self._current = (job.id, None)
        counts = await rows.counts()
        self._jobs.note_counts(job.id, counts)
        if not complete:
            return False
        if counts.get(REJECTED) and job.body.after:
            self._stuck(job.id, HeldBack(failed=counts[REJECTED]))
            return False
        return True

    async def _named(self, job: Job) -> bool:
        """Wait until the server has given an id to every tag in the rows, and put it there."""
        if not job.body.uses:
            return True
        while missing := [tag for tag in job.body.uses if tag not in self._administration.ids()]:
            later = not self._jobs.promised.isdisjoint(missing)
            if not later and not await self._may_come(missing):
                self._stuck(job.id, LeftBehind())
                return False
            await asyncio.sleep(_LOOK)
            if later:
                # Another job makes them: perhaps it is its turn now.
                return False
            if self._jobs.job(job.id).state is not JobState.RUNNING:
                return False
        ids = {tag: self._administration.ids()[tag] for tag in job.body.uses}
        await self._in_outbox(lambda box: box.jobs.rename(job.number, ids))
        shown = asyncio.Event()
        self._jobs.show_again(job.id, shown.set)
        await shown.wait()
        return True

    async def _may_come(self, missing: list[str]) -> bool:
        """Say whether anything that waits may still make these tags."""
        waiting = await self._in_outbox(lambda box: box.intents.waiting())
        made = "".join(entry.body for entry in waiting if entry.state != State.REJECTED.value)
        return all(tag.rpartition("-")[0] in made for tag in missing)

    async def _administer(self, job: Job, intent: Intent) -> bool:
        """Have an edit of the tag tables made, once; return whether it is done."""
        name = f"{job.id}:{job.at}"
        entry = await self._entry(name)
        if entry is None:
            await self._administration.make(intent, name)
        elif entry.state == State.REJECTED.value:
            await self._administration.again(entry.id)
        while True:
            over = await self._settled(job.id, await self._entry(name))
            if over is not None:
                return over
            await asyncio.sleep(_LOOK)

    async def _settled(self, job_id: str, entry: StoredEntry | None) -> bool | None:
        """Return whether a step's edit is done, None while that is waited for."""
        state = self._jobs.job(job_id).state
        if entry is not None and entry.state == State.DONE.value:
            return True
        if state is JobState.CANCELLED:
            return None if entry is not None and not await self._given_up(entry) else False
        if state is not JobState.RUNNING:
            return False
        if entry is None or entry.state == State.REJECTED.value:
            known = None if entry is None else from_stored(entry)
            self._stuck(job_id, LeftBehind() if entry is None else (known.error if known else None) or Offline())
            return False
        return None

    async def _given_up(self, entry: StoredEntry) -> bool:
        """Discard an edit that surely did not arrive; False for one that may have."""
        if entry.state not in {State.QUEUED.value, State.REJECTED.value}:
            return False
        try:
            await self._administration.give_up(entry.id)
        except InvalidInput:
            # It is just being sent.
            return False
        return True

    async def _entry(self, name: str) -> StoredEntry | None:
        return next(iter(await self._in_outbox(lambda box: box.intents.of_job(name))), None)

    async def _finish(self, job: Job) -> None:
        rows = self._rows(job)
        # What the server did by itself, with the tag tables.
        while noted := await self._in_outbox(lambda box: read(box, job.number, QUEUED, -1, _NOTED)):
            await rows.settle([(row, Outcome(row.place, DONE, tried=0)) for row in noted])
        self._jobs.note_counts(job.id, await rows.counts())
        self._update(job.id, lambda now: now.now(JobState.DONE, self._jobs.clock()))

    def _stuck(self, job_id: str, error: AppError) -> None:
        self._update(job_id, lambda now: now.now(JobState.STUCK, self._jobs.clock(), error))

    def _update(self, job_id: str, change: Callable[[Job], Job]) -> None:
        self._jobs.update(change(self._jobs.job(job_id)))

    async def _in_outbox(self, ask: Callable[[OutboxFile], R]) -> R:
        return await asyncio.wrap_future(self._files.outbox.submit(ask))
