"""The rows of a job as those who send them use them: the journal in the outbox, what shows in the cache."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE
from desktop.cache.jobstore import DONE, QUEUED, REJECTED, SENDING, UNKNOWN, Outcome, StoredRow
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.change import Change, both
from desktop.domain.edits.outbox import Entry, State
from desktop.workspace.jobs.joblane import read, with_names
from desktop.workspace.jobs.rowform import RowForm
from desktop.workspace.push.kinds.kind import Kind, Settling
from desktop.workspace.push.kinds.table import kind_of

R = TypeVar("R")


class RowLane:
    """The rows of a job, over the lanes of an account. `changed` hears who looks different, `learned` new ids.

    `language` is that of the small tables, `clock` this machine's time in seconds, `now` the server's. Every
    method raises StorageError.
    """

    def __init__(
        self,
        outbox: Lane[OutboxFile],
        write: Lane[CacheFile],
        form: RowForm,
        language: str,
        *,
        changed: Callable[[Change], None],
        learned: Callable[[Mapping[str, str]], None],
        clock: Callable[[], float],
        now: Callable[[], float],
    ) -> None:
        self._learned = learned
        self._outbox = outbox
        self._write = write
        self._form = form
        self._number = form.number
        self._language = language
        self._changed = changed
        self._clock = clock
        self._now = now

    async def counts(self) -> dict[str, int]:
        """Return how many rows are in each state."""
        return await self._in_outbox(lambda box: box.jobs.counts(self._number))

    async def recover(self) -> None:
        """Note that what was under way when its sender ended may or may not have arrived."""
        await self._in_outbox(lambda box: box.jobs.move(self._number, (SENDING,), UNKNOWN))

    async def claim(self, limit: int) -> list[StoredRow]:
        """Note that the next rows are being sent, on the disk, and return them."""

        def claim(box: OutboxFile) -> list[StoredRow]:
            return with_names(box, box.jobs.claim(self._number, self._form.seq, limit, self._now()))

        return await self._in_outbox(claim)

    async def unknown(self, after: int, limit: int) -> list[StoredRow]:
        """Return rows that may or may not have arrived, behind the place `after`."""
        return await self._in_outbox(lambda box: read(box, self._number, UNKNOWN, after, limit))

    async def keep(self, row: StoredRow, base: str) -> None:
        """Note what the edit of a row found, before it is sent."""
        await self._in_outbox(lambda box: box.jobs.keep(self._number, row.place, base))

    async def settle(self, settled: Sequence[tuple[StoredRow, Outcome]]) -> None:
        """Note what became of rows; the cache follows."""
        outcomes = [outcome for _, outcome in settled]
        ids = {local: server for one in outcomes for local, server in one.ids}
        await self._in_outbox(lambda box: box.jobs.settle(self._number, outcomes))
        if ids:
            self._learned(ids)
        done = [one for one in settled if one[1].state == DONE]
        refused = [self._form.name(row) for row, outcome in settled if outcome.state == REJECTED]
        if done:
            until = int(self._clock()) + GRACE
            settling = Settling(int(self._now()), until, self._language, ids)
            change = await asyncio.wrap_future(self._write.submit(settle_rows, self._form, done, settling))
            if change:
                self._changed(change)
        if refused:
            self._changed(await asyncio.wrap_future(self._write.submit(let_go, refused)))

    async def _in_outbox(self, ask: Callable[[OutboxFile], R]) -> R:
        return await asyncio.wrap_future(self._outbox.submit(ask))


def left(counts: dict[str, int]) -> int:
    """Return how many rows are not settled."""
    return sum(counts.get(state, 0) for state in (QUEUED, SENDING, UNKNOWN))


def settle_rows(
    file: CacheFile, form: RowForm, done: Sequence[tuple[StoredRow, Outcome]], settling: Settling
) -> Change:
    """Put rows that the server has into the cache, in its lane; return which customers look different."""
    # A row may be done before it shows.
    change = file.edits.hold_new(form.shown(row for row, _ in done))
    if form.edit is None:
        file.edits.settle([form.name(row) for row, _ in done], settling.at, settling.until)
        return change
    by_kind: dict[Kind[Any], list[Entry]] = {}
    for row, outcome in done:
        entry = form.entry(row, State.DONE, outcome.base)
        by_kind.setdefault(kind_of(entry.intent), []).append(entry)
    for kind, entries in by_kind.items():
        change = both(change, kind.settle(file, entries, settling))
    return change


def let_go(file: CacheFile, entries: Sequence[str]) -> Change:
    """Show rows no more, in the cache's lane; return which customers look different."""
    return file.edits.hold((), drop=entries)
