"""The rows of a job as those who send them use them: the journal in the outbox, what shows in the cache."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.jobstore import DONE, QUEUED, REJECTED, SENDING, UNKNOWN, Outcome, StoredRow
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.change import Change
from desktop.workspace.jobs.journal import entry_of

GRACE = 60
"""Seconds a settled edit is still folded over what arrives: a reply may be as old as its deadline allows."""

R = TypeVar("R")


class RowLane:
    """The rows of the job `number`, over the lanes of an account. `changed` hears who looks different.

    `seq` is the job's place among the edits, `clock` this machine's time in seconds. Every method raises
    StorageError.
    """

    def __init__(
        self,
        outbox: Lane[OutboxFile],
        write: Lane[CacheFile],
        number: int,
        seq: int,
        *,
        changed: Callable[[Change], None],
        clock: Callable[[], float],
    ) -> None:
        self._outbox = outbox
        self._write = write
        self._number = number
        self._seq = seq
        self._changed = changed
        self._clock = clock

    async def counts(self) -> dict[str, int]:
        """Return how many rows are in each state."""
        return await self._in_outbox(lambda box: box.jobs.counts(self._number))

    async def recover(self) -> None:
        """Note that what was under way when its sender ended may or may not have arrived."""
        await self._in_outbox(lambda box: box.jobs.move(self._number, (SENDING,), UNKNOWN))

    async def claim(self, limit: int) -> list[StoredRow]:
        """Note that the next rows are being sent, on the disk, and return them."""
        return await self._in_outbox(lambda box: box.jobs.claim(self._number, self._seq, limit))

    async def unknown(self, limit: int) -> list[StoredRow]:
        """Return rows that may or may not have arrived."""
        return await self._in_outbox(lambda box: box.jobs.rows(self._number, UNKNOWN, -1, limit))

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of rows; the cache follows."""
        await self._in_outbox(lambda box: box.jobs.settle(self._number, outcomes))
        done = [entry_of(self._number, one.place) for one in outcomes if one.state == DONE]
        refused = [entry_of(self._number, one.place) for one in outcomes if one.state == REJECTED]
        if done:
            now = int(self._clock())
            await asyncio.wrap_future(self._write.submit(_settle, done, now, now + GRACE))
        if refused:
            self._changed(await asyncio.wrap_future(self._write.submit(_let_go, refused)))

    async def _in_outbox(self, ask: Callable[[OutboxFile], R]) -> R:
        return await asyncio.wrap_future(self._outbox.submit(ask))


def left(counts: dict[str, int]) -> int:
    """Return how many rows are not settled."""
    return sum(counts.get(state, 0) for state in (QUEUED, SENDING, UNKNOWN))


def _settle(file: CacheFile, entries: Sequence[str], at: int, until: int) -> None:
    file.edits.settle(entries, at, until)


def _let_go(file: CacheFile, entries: Sequence[str]) -> Change:
    return file.edits.hold((), drop=entries)
