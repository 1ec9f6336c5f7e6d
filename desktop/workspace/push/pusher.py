"""Sends what waits: each lane in its order, lanes side by side, one process at a time for an account."""

import asyncio
import random as chance
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from desktop.api.client import SobotClient
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError, StorageError
from desktop.workspace.files import AccountFiles
from desktop.workspace.outbox.outbox import Outbox
from desktop.workspace.pull.dictionaries import SMALL
from desktop.workspace.push.calling import looked, sent
from desktop.workspace.push.commits import Wanted
from desktop.workspace.push.deciding import after_send, begin
from desktop.workspace.push.journal import Journal
from desktop.workspace.push.kinds.kind import Reach
from desktop.workspace.push.kinds.table import kind_of
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.resting import Resting
from desktop.workspace.push.steps import Look, Park, Rest, Send, Settle, Step
from desktop.workspace.serverclock import steady
from desktop.workspace.tasks import ended
from desktop.workspace.token.filelock import FileLock

LANES = 8
"""Lanes dealt with at once: twice what the client has in flight, so that commits do not leave its slots empty."""

_CLOSING = 0.8
_KEPT = 86_400.0
"""Seconds an edit is remembered after it is done, for whoever asks how it went."""


@dataclass(frozen=True, slots=True)
class PushTimes:
    """The clocks a pusher goes by: this machine's, in seconds, and what leads from it to the server's.

    `steady` is what waits go by: nobody sets it.
    `offset` needs a token of the server: it raises AppError when there is none to be had.
    """

    clock: Callable[[], float]
    offset: Callable[[], Awaitable[float]]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: Callable[[], float] = chance.random
    steady: Callable[[], float] = steady


class Pusher:
    """Sends the entries of one outbox. `language` is that of the tag tables in the cache.

    `tables_changed` is called when tag groups or tags in the cache were changed, `met` with the error that keeps
    everything waiting, None when calls go through again.
    """

    def __init__(
        self,
        outbox: Outbox,
        files: AccountFiles,
        client: SobotClient,
        times: PushTimes,
        *,
        language: str,
        tables_changed: Callable[[], None],
        met: Callable[[AppError | None], None],
        pace: PushPace | None = None,
    ) -> None:
        self._outbox = outbox
        self._files = files
        self._client = client
        self._times = times
        self._met = met
        self._pace = pace or PushPace()
        self._journal = Journal(outbox, files, language, self._server_now, tables_changed)
        self._reach = Reach(client, lambda: outbox.waiting.ids, self._journal.keep)
        self._lock = FileLock(files.folder.folder / "push.lock")
        self._rest = Resting(times.steady, times.random, self._pace)
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._life: asyncio.Task[None] | None = None
        self._offset = 0.0

    @property
    def trouble(self) -> AppError | None:
        """What keeps everything waiting, None while calls go through."""
        return self._rest.trouble

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits that settles without a person, as far as is known here."""
        return not self._jobs and not self._outbox.waiting.moves()

    async def ready(self) -> None:
        """Return when the outbox was read: from then on `is_quiet` says the truth."""
        await self._refreshed()

    def start(self) -> None:
        """Begin to send in the background."""
        self._outbox.wake = self._woken.set
        self._outbox.urge = self.kick
        self._life = asyncio.ensure_future(self._begin())

    def kick(self) -> None:
        """Try now what waits for its time: a person asked, or the server answers again."""
        self._rest.end()
        self._woken.set()

    async def close(self) -> None:
        """Let what is under way end, 0.8 s at most; the rest is found out at the next start."""
        self._outbox.wake = self._outbox.urge = _nobody
        if self._life is not None:
            self._life.cancel()
            await asyncio.wait([self._life])
        jobs = list(self._jobs.values())
        if jobs:
            _, slow = await asyncio.wait(jobs, timeout=_CLOSING)
            await ended(slow)
        self._lock.release()

    async def _begin(self) -> None:
        try:
            await self._live()
        except AppError as error:
            self._met(error)

    async def _live(self) -> None:
        while not self._lock.take():
            # Another process of this account sends; what it settles shows here.
            await self._refreshed()
            await self._times.sleep(self._pace.poll)
        await self._recovered()
        while True:
            self._woken.clear()
            self._fill()
            soonest = min(self._pace.poll, self._rest.left())
            try:
                # Not wait_for: before Python 3.12 it can swallow that this task is cancelled.
                async with asyncio.timeout(max(0.005, soonest)):
                    await self._woken.wait()
            except TimeoutError:
                await self._refreshed()
                await self._mend()

    async def _mend(self) -> None:
        """Fetch tag groups and tags anew when a pull that had read too early overwrote what was just done."""
        if self._jobs or self._rest.is_closed or not self._outbox.showing.is_overwritten:
            return
        with suppress(AppError):
            tables = await SMALL["tag_group"](self._client)
            if tables["tag_group"]:
                await self._journal.put_tables(tables)
            self._outbox.showing.forget_settled()

    async def _recovered(self) -> None:
        while True:
            try:
                await asyncio.wrap_future(self._files.outbox.submit(_recover, self._times.clock()))
            except StorageError as error:
                self._met(error)
                await self._times.sleep(self._pace.longest)
            else:
                self._outbox.forget_version()
                await self._refreshed()
                return

    async def _refreshed(self) -> None:
        done = asyncio.get_running_loop().create_future()
        self._outbox.refresh(lambda: None if done.done() else done.set_result(None))
        await done

    def _fill(self) -> None:
        if self._rest.is_closed:
            return
        for entry in self._outbox.waiting.ready(self._rest.beside(self._jobs)):
            if len(self._jobs) >= LANES:
                return
            job = asyncio.ensure_future(self._deal(entry))
            self._jobs[entry.lane] = job
            job.add_done_callback(lambda ended, entry=entry: self._dealt(entry, ended))  # type: ignore[misc]

    def _dealt(self, entry: Entry, ended: "asyncio.Task[None]") -> None:
        del self._jobs[entry.lane]
        self._woken.set()
        if ended.cancelled() or (error := ended.exception()) is None:
            return
        # A full disk passes; anything else is a bug, which must not keep the other lanes from going on.
        self._rest.put(
            entry.id, self._pace.longest if not isinstance(error, StorageError) else 2 * self._pace.poll
        )
        if isinstance(error, AppError):
            self._met(error)
        else:
            context = {"message": "an edit could not be dealt with", "exception": error}
            asyncio.get_running_loop().call_exception_handler(context)

    async def _deal(self, entry: Entry) -> None:
        step: Step | None = begin(entry, left_behind=self._outbox.waiting.left_behind(entry))
        now: Entry | None = entry
        while now is not None and step is not None:
            match step:
                case Send():
                    now, step = await self._send(now, step)
                case Look():
                    step = await looked(self._reach, now, step, self._rest)
                case Settle() | Park() | Rest():
                    await self._end(now, step)
                    return

    async def _send(self, entry: Entry, step: Send) -> tuple[Entry | None, Step | None]:
        self._rest.sent(entry.id)
        try:
            # The first token tells how the server's clock stands to ours; without one nothing can be sent.
            self._offset = await self._times.offset()
        except AppError as refusal:
            return entry, after_send(entry, refusal)
        at = entry.sent or self._server_now()
        base = kind_of(entry.intent).base_when_sent(entry, step)
        marked = self._changed(entry, state=State.SENDING, base=base, attempts=entry.attempts + 1, sent=at)
        if not await self._journal.mark(Wanted(entry, marked)):
            return None, None
        after = await sent(self._reach, entry, step)
        if isinstance(after, Rest) and not after.unknown:
            # It certainly did not arrive: a doubt there was not before is none now.
            return replace(marked, sent=entry.sent), after
        return marked, after

    async def _end(self, entry: Entry, step: Settle | Park | Rest) -> None:
        match step:
            case Settle(ids, learned):
                base = {**entry.base, **learned}
                done = self._changed(entry, state=State.DONE, base=base, error=None)
                await self._journal.end(Wanted(entry, done, ids))
                self._rest.forget(entry.id)
                self._through()
                with suppress(AppError):
                    await kind_of(entry.intent).afterwards(self._reach, entry.intent)
            case Park(error, clashes):
                parked = self._changed(entry, state=State.REJECTED, error=error, clashes=clashes)
                await self._journal.end(Wanted(entry, parked))
                self._rest.forget(entry.id)
                self._through()
            case Rest(error):
                unknown = step.unknown or (entry.state is State.UNKNOWN)
                state = State.UNKNOWN if unknown else State.QUEUED
                self._rest.leave(entry.id, step)
                await self._journal.mark(Wanted(entry, self._changed(entry, state=state, error=error)))
                if step.all:
                    self._met(error)

    def _through(self) -> None:
        if self._rest.through():
            self._met(None)

    def _changed(self, entry: Entry, **values: object) -> Entry:
        changed = max(self._times.clock(), entry.changed + 1e-3)
        return replace(entry, changed=changed, **values)  # type: ignore[arg-type]

    def _server_now(self) -> float:
        return self._times.clock() + self._offset


def _recover(box: OutboxFile, now: float) -> None:
    box.intents.recover(now)
    box.intents.prune(now - _KEPT)


def _nobody() -> None:
    """Nobody waits for it."""
