"""Sending the rows of a job: each is on the disk as being sent before it leaves, none is sent blindly again."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from random import random
from time import perf_counter
from typing import Protocol

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, Outcome, StoredRow
from desktop.domain.errors import AppError
from desktop.workspace.jobs.dealing import Dealer, Dealt
from desktop.workspace.jobs.deciding import Next, next_after
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
    async def unknown(self, after: int, limit: int) -> list[StoredRow]: ...  # noqa: D102
    async def settle(self, settled: Sequence[tuple[StoredRow, Outcome]]) -> None: ...  # noqa: D102


class Sweep:
    """Sends every open row of one job through its dealer.

    `hear` is told how far it is a few times a second, `waits` why nothing moves (None: it does).
    """

    def __init__(
        self,
        rows: Rows,
        dealer: Dealer,
        *,
        hear: Callable[[Tally], None],
        waits: Callable[[AppError | None], None],
    ) -> None:
        self._rows = rows
        self._dealer = dealer
        self._hear = hear
        self._waits = waits
        self._meter = Meter(Tally(), IN_FLIGHT, perf_counter())
        self._ready: deque[StoredRow] = deque()
        self._claiming: asyncio.Task[bool] | None = None
        self._settled: list[tuple[StoredRow, Outcome]] = []
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
        self._meter = Meter(Tally(sum(counts.values()), done, failed), IN_FLIGHT, perf_counter())
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
        self._meter.works(perf_counter())
        try:
            await asyncio.gather(*(self._work() for _ in range(IN_FLIGHT)))
        finally:
            self._meter.rests(perf_counter())
            flushing.cancel()
            await asyncio.gather(flushing, return_exceptions=True)
            await self._release()

    async def _work(self) -> None:
        while (row := await self._next()) is not None:
            began = perf_counter()
            dealt = await self._dealer.send(row)
            self._meter.sent(perf_counter() - began)
            self._note(dealt)
            if dealt.error is None:
                self._failures = self._rests = 0
                self._waits(None)
            else:
                self._failures += 1
                self._failed(dealt.error, self._failures)

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
        if rows:
            rows = await self._admitted(rows)
        self._ready.extend(rows)
        if rows:
            # The task that knows of no more rows stays: nobody asks again in this round.
            self._claiming = None
        return bool(rows)

    async def _admitted(self, rows: list[StoredRow]) -> list[StoredRow]:
        try:
            admitted, refused = await self._dealer.admit(rows)
        except AppError as error:
            self._failed(error, 99)
            self._ready.extend(rows)
            return []
        for dealt in refused:
            self._note(dealt)
        return admitted

    async def _find_out(self) -> None:
        after = -1
        while (rows := await self._rows.unknown(after, _READ)) and self._trouble is None:
            for dealt in await self._dealer.look(rows):
                self._note(dealt)
                if dealt.error is not None:
                    self._failed(dealt.error, 99)
            await self._flush()
            after = rows[-1].place
            if self._stopping.is_set():
                return

    def _note(self, dealt: Dealt) -> None:
        state = dealt.outcome.state
        self._settled.append((dealt.row, dealt.outcome))
        self._meter.settled(perf_counter(), done=int(state == DONE), failed=int(state == REJECTED))

    async def _release(self) -> None:
        """Put back what was announced and not sent, and note what became of the rest."""
        if self._claiming is not None:
            await self._claiming
            self._claiming = None
        # It was claimed and not sent: the time of its send is not yet.
        self._settled += [
            (row, Outcome(row.place, QUEUED, row.reason, tried=0, sent=None if row.attempts else 0.0))
            for row in self._ready
        ]
        self._ready.clear()
        await self._flush()

    async def _flush_on(self) -> None:
        while True:
            await asyncio.sleep(_FLUSH)
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
            self._hear(self._meter.tally(perf_counter()))

    async def _rest(self) -> None:
        """Wait after trouble, or for edits by hand that go first."""
        self._waits(self._trouble)
        wait = self._dealer.pause()
        if self._trouble is not None:
            self._rests += 1
            wait = _PACE.wait(self._trouble, self._rests, random()) or _PACE.longest  # noqa: S311 - no secret
        stopping = asyncio.ensure_future(self._stopping.wait())
        resting = asyncio.ensure_future(asyncio.sleep(wait))
        await asyncio.wait({stopping, resting}, return_when=asyncio.FIRST_COMPLETED)
        for task in (stopping, resting):
            task.cancel()
