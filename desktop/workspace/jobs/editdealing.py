"""Rows that are edits of any kind: sent, looked for and decided about as the outbox does it with entries."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from random import random
from time import monotonic

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, UNKNOWN, Outcome, StoredRow
from desktop.domain.edits.outbox import Base, Entry, State
from desktop.domain.edits.references import unmade
from desktop.domain.errors import AppError, Interrupted
from desktop.workspace.jobs.dealing import PAUSE, Dealt
from desktop.workspace.jobs.deciding import TRIES
from desktop.workspace.jobs.journal import reason_text
from desktop.workspace.jobs.rowform import RowForm, text_of
from desktop.workspace.push.calling import looked, sent
from desktop.workspace.push.deciding import begin
from desktop.workspace.push.kinds.kind import Reach
from desktop.workspace.push.kinds.table import kind_of
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.resting import Resting
from desktop.workspace.push.steps import Look, Park, Rest, Send, Settle, Step

_AT_ONCE = 4
_SOONEST, _LATEST = 0.05, 5.0

Keep = Callable[[StoredRow, str], Awaitable[None]]
"""Stores what the edit of a row found just before it was sent."""


class EditDealer:
    """Deals with rows by the kinds of their edits.

    `now` is the server's time in seconds, `keep` stores what an edit finds when it is sent.
    """

    def __init__(
        self,
        reach: Reach,
        form: RowForm,
        keep: Keep,
        *,
        now: Callable[[], float],
    ) -> None:
        self._reach = reach
        self._form = form
        self._keep = keep
        self._now = now
        self._rest = Resting(monotonic, random, PushPace())
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def admit(self, rows: Sequence[StoredRow]) -> tuple[list[StoredRow], list[Dealt]]:
        """Let all of them be sent."""
        return list(rows), []

    async def send(self, row: StoredRow) -> Dealt:
        """Make the edit of a row, which is certainly not there yet."""
        return await self._deal(row, State.QUEUED)

    async def look(self, rows: Sequence[StoredRow]) -> list[Dealt]:
        """Find out what became of rows, and make those edits again that certainly did not arrive."""
        beside = self._rest.beside(())
        due = [row for row in rows if self._form.name(row) not in beside]
        return await asyncio.gather(*(self._looked_for(row) for row in due))

    def pause(self) -> float:
        """Return the seconds until the next reading is due."""
        left = self._rest.left()
        return PAUSE if math.isinf(left) else min(_LATEST, max(_SOONEST, left))

    async def _looked_for(self, row: StoredRow) -> Dealt:
        async with self._slots:
            return await self._deal(row, State.UNKNOWN)

    async def _deal(self, row: StoredRow, state: State) -> Dealt:
        entry = self._form.entry(row, state)
        if state is State.QUEUED and not row.attempts:
            entry = replace(entry, sent=0.0)
        # What was to make its customer failed, else it would have the server's id by now.
        left_behind = bool(unmade(entry.intent, self._reach.ids()))
        step, tried = begin(entry, left_behind=left_behind), 0
        while True:
            match step:
                case Send():
                    entry, step = await self._send(row, entry, step)
                    tried = 1
                case Look():
                    step = await looked(self._reach, entry, step, self._rest)
                case Settle() | Park() | Rest():
                    return self._ended(row, entry, step, tried)

    async def _send(self, row: StoredRow, entry: Entry, step: Send) -> tuple[Entry, Step]:
        self._rest.sent(entry.id)
        base = kind_of(entry.intent).base_when_sent(entry, step)
        if base != entry.base:
            await self._keep(row, text_of(base))
            entry = replace(entry, base=base)
        at = entry.sent or row.sent or self._now()
        marked = replace(entry, state=State.SENDING, attempts=entry.attempts + 1, sent=at)
        after = await sent(self._reach, entry, step)
        if isinstance(after, Rest) and not after.unknown:
            # It certainly did not arrive: a doubt there was not before is none now.
            return entry, after
        return marked, after

    def _ended(self, row: StoredRow, entry: Entry, step: Settle | Park | Rest, tried: int) -> Dealt:
        base = None if entry.base == self._form.base(row) else text_of(entry.base)
        match step:
            case Settle(ids, learned):
                self._rest.forget(entry.id)
                known: Base = {**entry.base, **learned}
                found = text_of(known) if learned else base
                return Dealt(row, Outcome(row.place, DONE, "", tried, found, ids=tuple(ids.items())))
            case Park(error):
                self._rest.forget(entry.id)
                return Dealt(row, Outcome(row.place, REJECTED, reason_text(error), tried, base), error)
            case Rest(error):
                return self._rested(row, entry, step, tried, base, error)

    def _rested(
        self, row: StoredRow, entry: Entry, step: Rest, tried: int, base: str | None, error: AppError | None
    ) -> Dealt:
        if not step.all:
            self._rest.leave(entry.id, step)
        reason = "" if error is None else reason_text(error)
        if not step.unknown and entry.state is not State.UNKNOWN:
            return Dealt(row, Outcome(row.place, QUEUED, reason, 0, base, entry.sent), error)
        if row.attempts + tried >= TRIES:
            self._rest.forget(entry.id)
            lost = error or Interrupted()
            return Dealt(row, Outcome(row.place, REJECTED, reason_text(lost), tried, base), lost)
        return Dealt(row, Outcome(row.place, UNKNOWN, reason, tried, base, entry.sent or None), error)
