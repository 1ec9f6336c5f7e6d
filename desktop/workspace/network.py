"""The network side of an account: probes, pulls and refreshes, goes offline and comes back by itself."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from random import random
from typing import Protocol

from desktop.api.body import LARGEST_IN_WINDOW
from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.token import Token
from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError, Interrupted, NoSecret, Offline
from desktop.domain.ids import is_local
from desktop.domain.profile import Profile
from desktop.workspace.child.messages import Start
from desktop.workspace.child.process import PullHearers, PullProcess, WorkerBroken
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.attached import runner
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.lookups.duplicates import Duplicates
from desktop.workspace.lookups.places import Places
from desktop.workspace.lookups.texts import Texts
from desktop.workspace.outbox.outbox import Outbox
from desktop.workspace.pace import Pace, connection_after
from desktop.workspace.pull.missing import put_detail
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.pusher import Pusher, PushTimes
from desktop.workspace.serverclock import ClockedSender, ServerTime
from desktop.workspace.status import Connection, Progress, Status
from desktop.workspace.tasks import ended
from desktop.workspace.timeline.fetching import HistoryFetch
from desktop.workspace.timeline.timelines import Timelines
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import OutboxTokens, TokenKeeper


class Noted(Protocol):
    """Who is told what the network side learns: the account."""

    @property
    def status(self) -> Status:
        """What the account is doing now."""
        ...

    def note_connection(self, connection: Connection, error: AppError | None) -> None:
        """Learn the state of the connection."""
        ...

    def note_progress(self, progress: Progress | None) -> None:
        """Learn how far the pull is."""
        ...

    def note_change(self, change: Change) -> None:
        """Learn that customers changed in the cache."""
        ...

    def note_dictionary(self, kind: str) -> None:
        """Learn that a small table changed in the cache."""
        ...


@dataclass(slots=True)
class _Request:
    """A pull that is wanted: by the clock, or by people who wait for it."""

    full: bool = False
    waiting: list["asyncio.Future[bool]"] = field(default_factory=list)

    def settle(self, error: AppError | None, *, cancelled: bool) -> None:
        for one in self.waiting:
            if one.done():
                continue
            if error is None:
                one.set_result(not cancelled)
            else:
                one.set_exception(error)


class Network:
    """Keeps one account in step with its server until it is closed."""

    def __init__(
        self,
        profile: Profile,
        files: AccountFiles,
        noted: Noted,
        app_key: str,
        *,
        key: bytes,
        language: str,
        outbox: Outbox,
        jobs: Jobs,
        timelines: Timelines,
        texts: Texts,
        places: Places,
        duplicates: Duplicates,
        pulls: bool,
        clock: Callable[[], float],
        pace: Pace | None,
        push_pace: PushPace | None,
    ) -> None:
        self._pulls = pulls
        self._outbox = outbox
        self._profile = profile
        self._files = files
        self._noted = noted
        self._app_key = app_key
        self._start = Start(str(files.folder.folder), key, profile.base_url, profile.proxy, language, full=False)
        self._pace = pace or Pace()
        self.tokens = TokenKeeper(
            OutboxTokens(files.outbox, profile.base_url, profile.appid),
            self._mint,
            FileLock(files.folder.folder / "token.lock"),
            clock=clock,
        )
        self._clock = clock
        self._sender = ClockedSender(profile.base_url, proxy=profile.proxy, largest=LARGEST_IN_WINDOW)
        self._client = SobotClient(profile.base_url, self.tokens, language=language, sender=self._sender)
        of_server = ServerTime(self._sender, self.tokens, clock, self._client.follow_up.stages)
        self._asking = (timelines, texts, places, duplicates)
        texts.server = self._client.dictionaries.multilingual
        places.server, duplicates.server = self._client.dictionaries, self._client.customers
        timelines.server = HistoryFetch(self._client.follow_up, files.write, clock)
        self._process: PullProcess | None = None
        self._running: _Request | None = None
        self._wanted = _Request()
        self._kicked = asyncio.Event()
        self._life: asyncio.Task[None] | None = None
        self.pusher = Pusher(
            outbox,
            files,
            self._client,
            PushTimes(clock, of_server.offset),
            language=language,
            tables_changed=self._tables_changed,
            met=self._met,
            pace=push_pace,
        )
        self._runner = runner(
            jobs,
            outbox,
            files,
            self._client,
            self.tokens,
            self._start,
            changed=noted.note_change,
            clock=clock,
            offset=of_server.ahead,
        )
        self._jobs: asyncio.Task[None] | None = None

    @property
    def client(self) -> SobotClient:
        """The calls of the API, for what is fetched beside a pull."""
        return self._client

    def start(self) -> None:
        """Begin to send what waits, and to probe and pull in the background."""
        self._noted.note_connection("connecting", None)
        self.pusher.start()
        self._outbox.urge = self._urged
        if self._pulls:
            self._life = asyncio.ensure_future(self._live())
            self._jobs = asyncio.ensure_future(self._runner.run())

    def kick(self) -> None:
        """Try now instead of at the next appointed time: a person asked, or a call went through."""
        self._kicked.set()

    async def pull(self, *, full: bool) -> bool:
        """Pull now, or join the pull under way; return False when it was cancelled. Raises AppError."""
        self.tokens.click()
        request = self._running
        if request is None or (full and not request.full):
            request = self._wanted
            request.full |= full
            self.kick()
        waiting: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        request.waiting.append(waiting)
        return await waiting

    def cancel_pull(self) -> None:
        """End the pull under way."""
        if self._process is not None:
            self._process.cancel()

    async def refresh_customer(self, customer_id: str) -> Customer | None:
        """Fetch one customer, put it into the cache, announce it and return it; None: the server has none.

        Raises AppError.
        """
        if is_local(customer_id):
            return await asyncio.wrap_future(self._files.look_up.submit(CacheFile.customer, customer_id))
        try:
            detail = await self._client.customers.detail(customer_id)
        except Offline as error:
            self._noted.note_connection("offline", error)
            self.kick()
            raise
        if self._noted.status.connection == "offline":
            self.kick()
        if detail is None:
            return None
        customer, change = await asyncio.wrap_future(self._files.write.submit(put_detail, detail))
        self._noted.note_change(change)
        return customer

    async def close(self) -> None:
        """End everything within 2 seconds."""
        for one in self._asking:
            one.server = None
        await self.pusher.close()
        await ended([one for one in (self._jobs, self._life) if one is not None], 0.5)
        for request in (self._running, self._wanted):
            if request is not None:
                request.settle(None, cancelled=True)
        await asyncio.gather(self._sender.aclose(0.3), self.tokens.aclose(0.3))

    async def _live(self) -> None:
        failures = 0
        while True:
            self._kicked.clear()
            self._running, self._wanted = self._wanted, _Request()
            error = await self._attempt(self._running)
            failures = failures + 1 if error else 0
            self._running = None
            if self._wanted.waiting:
                continue
            wait = self._pace.wait(error, failures, random())  # noqa: S311 - no secret
            # Python 3.11's wait_for forgets that it was cancelled when what it waits for comes in the same turn.
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._kicked.wait()

    async def _attempt(self, request: _Request) -> AppError | None:
        error: AppError | None = None
        note: AppError | None = None
        cancelled = False
        try:
            # One cheap call tells whether the server is there, long before a child would.
            await self._client.follow_up.stages()
            self._noted.note_connection("online", None)
            self.pusher.kick()
            self._runner.kick()
            note, cancelled = await self._pulled(full=request.full)
        except AppError as failure:
            error = failure
        self._noted.note_connection(connection_after(error, self._noted.status.connection), error or note)
        request.settle(error, cancelled=cancelled)
        return error

    async def _pulled(self, *, full: bool) -> tuple[AppError | None, bool]:
        hear = PullHearers(self._noted.note_progress, self._noted.note_change, self._noted.note_dictionary)
        self._process = PullProcess(self.tokens, hear)
        try:
            end = await self._process.run(replace(self._start, full=full))
        except WorkerBroken as bug:
            asyncio.get_running_loop().call_exception_handler({"message": "the pull broke", "exception": bug})
            raise Interrupted(reason="worker_broken") from None
        finally:
            self._process = None
            self._noted.note_progress(None)
        return end.note, end.cancelled

    def _urged(self) -> None:
        self.tokens.click()
        self.pusher.kick()

    def _tables_changed(self) -> None:
        for kind in ("tag_group", "tag"):
            self._noted.note_dictionary(kind)

    def _met(self, error: AppError | None) -> None:
        self._noted.note_connection(connection_after(error, self._noted.status.connection), error)
        if isinstance(error, Offline):
            self.kick()

    async def _mint(self, offset: float) -> Token:
        if not self._app_key:
            raise NoSecret
        of, key = self._profile, self._app_key
        return await mint(of.base_url, of.appid, key, proxy=of.proxy, clock=self._clock, clock_offset=offset)
