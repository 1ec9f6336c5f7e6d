"""Sending the rows of a job: each is on the disk as being sent before it leaves, none is sent blindly again."""

import asyncio
import random as chance
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Protocol

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, Outcome, StoredRow
from desktop.domain.errors import AppError
from desktop.workspace.jobs.deciding import Next, breaking, found, next_after, outcome_of
from desktop.workspace.jobs.journal import delta_of_row
from desktop.workspace.jobs.rowlane import left
from desktop.workspace.jobs.tally import Meter, Tally
from desktop.workspace.pace import Pace

IN_FLIGHT = 4
BATCH = 50
"""Rows that one write to the disk announces as being sent."""

_LOW = 25
_READ = 100
_FLUSH = 0.25
_PACE = Pace(first=0.5, longest=60.0)


class Rows(Protocol):
    """The journal: `rowlane.RowLane`."""

    async def counts(self) -> dict[str, int]: ...  # noqa: D102
    async def recover(self) -> None: ...  # noqa: D102
    async def claim(self, limit: int) -> list[StoredRow]: ...  # noqa: D102
    async def unknown(self, limit: int) -> list[StoredRow]: ...  # noqa: D102
    async def settle(self, outcomes: Sequence[Outcome]) -> None: ...  # noqa: D102


class Server(Protocol):
    """What is asked of the server: `server.LabelServer`. Everything raises AppError."""

    async def change(self, customer: str, add: Sequence[str], remove: Sequence[str]) -> None: ...  # noqa: D102
    async def tags_of(self, customers: Sequence[str]) -> Mapping[str, Collection[str]]: ...  # noqa: D102
    async def single_groups(self) -> Collection[str]: ...  # noqa: D102


class Sweep:
    """Sends every open row of one job.

    `guards` are groups that held several tags when the job began, with their tags. `hear` is told how far it is
    a few times a second, `waits` why nothing moves (None: it does).
    """

    def __init__(
        self,
        rows: Rows,
        server: Server,
        guards: Mapping[str, tuple[str, ...]],
        *,
        hear: Callable[[Tally], None],
        waits: Callable[[AppError | None], None],
        steady: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = chance.random,
    ) -> None:
        self._rows = rows
        self._server = server
        self._guards = guards
        self._hear = hear
        self._waits = waits
        self._steady = steady
        self._sleep = sleep
        self._random = random
        self._meter = Meter(Tally(), IN_FLIGHT, steady())
        self._ready: deque[StoredRow] = deque()
        self._claiming: asyncio.Task[bool] | None = None
        self._settled: list[Outcome] = []
        self._failures = 0
        self._rests = 0
        self._trouble: AppError | None = None
        self._gave_up = False
        self._stopping = asyncio.Event()
        self._writing = asyncio.Lock()

    def stop(self) -> None:
        """Send no more; `run` returns once what is under way is settled."""
        self._stopping.set()

    async def run(self) -> bool:
        """Send until no row is open (True) or `stop` was called (False).

        Raises AppError when going on is useless until a person acts, and StorageError.
        """
        await self._rows.recover()
        counts = await self._rows.counts()
        done, failed = counts.get(DONE, 0), counts.get(REJECTED, 0)
        self._meter = Meter(Tally(sum(counts.values()), done, failed), IN_FLIGHT, self._steady())
        while not self._stopping.is_set():
            await self._round()
            if self._gave_up and self._trouble is not None:
                raise self._trouble
            if not left(await self._rows.counts()):
                return True
            if not self._stopping.is_set():
                await self._rest()
        return False

    async def _round(self) -> None:
        """Look for what may have arrived, then send until nothing is left or trouble comes."""
        self._trouble = None
        try:
            await self._find_out()
        except AppError as error:
            self._failed(error, 99)
            return
        flushing = asyncio.ensure_future(self._flush_on())
        self._meter.works(self._steady())
        try:
            await asyncio.gather(*(self._work() for _ in range(IN_FLIGHT)))
        finally:
            self._meter.rests(self._steady())
            flushing.cancel()
            await asyncio.gather(flushing, return_exceptions=True)
            await self._release()

    async def _work(self) -> None:
        while (row := await self._next()) is not None:
            delta = delta_of_row(row)
            began = self._steady()
            error: AppError | None = None
            try:
                await self._server.change(row.customer, delta.add, delta.remove)
            except AppError as failure:
                error = failure
            self._meter.sent(self._steady() - began)
            self._note(outcome_of(row, error))
            if error is None:
                self._failures = self._rests = 0
                self._waits(None)
            else:
                self._failures += 1
                self._failed(error, self._failures)

    def _failed(self, error: AppError, in_a_row: int) -> None:
        step = next_after(error, in_a_row)
        if step is not Next.GO_ON:
            self._trouble = error
            self._gave_up = step is Next.GIVE_UP

    def _give_up(self, error: AppError) -> None:
        self._trouble, self._gave_up = error, True

    async def _next(self) -> StoredRow | None:
        """Return the next row to send, None when there is none now."""
        while self._trouble is None and not self._stopping.is_set():
            if len(self._ready) <= _LOW and self._claiming is None:
                self._claiming = asyncio.ensure_future(self._claim())
            if self._ready:
                return self._ready.popleft()
            claiming = self._claiming
            if claiming is None or not await claiming:
                return None
        return None

    async def _claim(self) -> bool:
        """Have more rows ready; return whether there were any."""
        try:
            rows = await self._rows.claim(BATCH)
        except AppError as error:
            self._give_up(error)
            return False
        if rows and self._guards:
            rows = await self._guarded(rows)
        self._ready.extend(rows)
        if rows:
            # The task that knows of no more rows stays: nobody asks again in this round.
            self._claiming = None
        return bool(rows)

    async def _guarded(self, rows: list[StoredRow]) -> list[StoredRow]:
        try:
            single = await self._server.single_groups()
        except AppError as error:
            self._failed(error, 99)
            self._ready.extend(rows)
            return []
        broken = breaking(rows, single, self._guards)
        for outcome in broken.values():
            self._note(outcome)
        return [row for row in rows if row.place not in broken]

    async def _find_out(self) -> None:
        while (rows := await self._rows.unknown(_READ)) and not self._stopping.is_set():
            held = await self._server.tags_of([row.customer for row in rows])
            for row in rows:
                self._note(found(row, held.get(row.customer)))
            await self._flush()

    def _note(self, outcome: Outcome) -> None:
        self._settled.append(outcome)
        self._meter.settled(self._steady(), done=int(outcome.state == DONE), failed=int(outcome.state == REJECTED))

    async def _release(self) -> None:
        """Put back what was announced and not sent, and note what became of the rest."""
        if self._claiming is not None:
            await self._claiming
            self._claiming = None
        self._settled += [Outcome(row.place, QUEUED, row.reason, tried=0) for row in self._ready]
        self._ready.clear()
        await self._flush()

    async def _flush_on(self) -> None:
        while True:
            await self._sleep(_FLUSH)
            # Cut in the middle it would lose what it took.
            await asyncio.shield(asyncio.ensure_future(self._flush()))

    async def _flush(self) -> None:
        async with self._writing:
            settled, self._settled = self._settled, []
            if not settled:
                return
            try:
                await self._rows.settle(settled)
            except AppError as error:
                self._settled = settled + self._settled
                self._give_up(error)
                raise
            self._hear(self._meter.tally(self._steady()))

    async def _rest(self) -> None:
        """Wait after trouble, or for edits by hand that go first."""
        self._waits(self._trouble)
        wait = _PACE.first
        if self._trouble is not None:
            self._rests += 1
            wait = _PACE.wait(self._trouble, self._rests, self._random()) or _PACE.longest
        stopping = asyncio.ensure_future(self._stopping.wait())
        resting = asyncio.ensure_future(self._sleep(wait))
        await asyncio.wait({stopping, resting}, return_when=asyncio.FIRST_COMPLETED)
        for task in (stopping, resting):
            task.cancel()
