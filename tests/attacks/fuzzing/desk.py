"""One desktop of the fuzzer: an account over files of its own, which can die at any moment and come back."""

import asyncio
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from desktop.workspace.pace import Pace
from desktop.workspace.push.pace import PushPace
from tests.attacks.fuzzing.line import Line
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY

_PACE = Pace(pull=3600.0, first=0.1, longest=0.5)
_PUSH_PACE = PushPace(first=0.02, longest=0.2, absent=0.03, poll=0.05)
_FILES = ("cache.db", "cache.db-wal", "outbox.db", "outbox.db-wal")


@dataclass
class Told:
    """What became of the edits of a desk, by the number each has in its label."""

    acknowledged: dict[int, Intent] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    given_up: set[int] = field(default_factory=set)
    """Discarded or taken back by a person: it may have arrived and need not have."""
    again: set[int] = field(default_factory=set)
    """Sent again on a person's word, who was told that it may have arrived."""
    entries: dict[str, int] = field(default_factory=dict)
    """The number of each entry."""


class Desk:
    """One desktop. `clock` is its machine's."""

    def __init__(self, demo: DemoHandle, folder: Path, line: Line, clock: Callable[[], float]) -> None:
        self.line = line
        self.told = Told()
        self._demo = demo
        self._folder = folder
        self._clock = clock
        self._life = 0
        self.account = self._opened()

    @property
    def folder(self) -> Path:
        """Where the files of this life lie."""
        return self._folder / str(self._life)

    async def start(self) -> None:
        """Begin to send and to pull."""
        await self.account.connect(self._demo.app_key, pace=_PACE, push_pace=_PUSH_PACE)

    def submit(self, number: int, intents: Sequence[Intent]) -> asyncio.Event:
        """Store a gesture called by its number; the event comes when it is acknowledged or refused."""
        over, life = asyncio.Event(), self._life

        def stored(entries: Sequence[Entry]) -> None:
            # What a desk says after its death was never said.
            if life == self._life:
                self.told.acknowledged.update((number, entry.intent) for entry in entries[:1])
                self.told.entries.update((entry.id, number) for entry in entries)
            over.set()

        def failed(_error: AppError) -> None:
            self.told.refused.add(number)
            over.set()

        self.account.outbox.submit(intents, label=str(number), answer=stored, failed=failed)
        return over

    async def turn(self, method: str) -> None:
        """Undo or redo."""
        label = await _within(
            _asked(lambda done, failed: getattr(self.account.outbox, method)(answer=done, failed=failed))
        )
        if isinstance(label, str):
            self.told.given_up.add(int(label))

    async def discard(self, entry: Entry) -> None:
        """Give an edit up that waits for a person."""
        self._given_up(entry)
        await _within(
            _asked(
                lambda done, failed: self.account.outbox.discard(
                    entry.id, answer=lambda: done(None), failed=failed
                )
            )
        )

    async def decide(self, entry: Entry, method: str, *arguments: Any) -> None:
        """Retry or resolve an edit that waits for a person."""
        if method == "resolve":
            self._given_up(entry)
        elif method == "retry":
            self.told.again.add(self.told.entries.get(entry.id, -1))
        function = getattr(self.account.outbox, method)
        await _within(
            _asked(lambda done, failed: function(entry.id, *arguments, answer=lambda: done(None), failed=failed))
        )

    async def pull(self, *, full: bool = False) -> AppError | None:
        """Pull now; return what went wrong."""
        try:
            await _within(self.account.pull(full=full), 60)
        except AppError as error:
            return error
        return None

    async def die(self) -> None:
        """End as by SIGKILL: what was committed stays, what was under way is lost; then start again."""
        old, self._life = self.folder, self._life + 1
        self.folder.mkdir(parents=True)
        with _between_transactions(self.account.files.write), _between_transactions(self.account.files.outbox):
            for name in _FILES:
                if (old / name).exists():
                    shutil.copyfile(old / name, self.folder / name)
        was_up = self.line.is_up
        self.line.down()
        await self.account.close()
        shutil.rmtree(old)
        if was_up:
            await self.line.up()
        self.account = self._opened()
        await self.start()

    async def settled(self) -> list[Entry]:
        """Wait until nothing goes on by itself any more; return what waits for a person."""
        pusher = self.account.pusher
        assert pusher is not None
        await _within(pusher.ready())
        pusher.kick()

        async def quiet() -> None:
            while not pusher.is_quiet:  # noqa: ASYNC110 - what it waits for has no event
                await asyncio.sleep(0.01)

        await _within(quiet(), 60)
        return self.account.outbox.entries()

    async def looked_over(self) -> list[str]:
        """Return what is wrong with the cache file."""
        return await asyncio.wrap_future(self.account.files.write.submit(CacheFile.check))

    def _given_up(self, entry: Entry) -> None:
        number = self.told.entries.get(entry.id)
        if number is not None:
            self.told.given_up.add(number)

    def _opened(self) -> Account:
        profile = Profile("p", "P", self.line.url, self._demo.appid)
        self.folder.mkdir(parents=True, exist_ok=True)
        post = asyncio.get_running_loop().call_soon_threadsafe
        return Account.open(profile, self.folder, KEY, post=post, clock=self._clock)


class _between_transactions:  # noqa: N801 - used like a function
    """Keep everybody from writing one file for a while."""

    def __init__(self, lane: Lane[Any]) -> None:
        self._lane = lane
        self._held, self._over = threading.Event(), threading.Event()

    def __enter__(self) -> None:
        self._future = self._lane.submit(self._hold)
        assert self._held.wait(30)

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._future.result(30)

    def _hold(self, file: Any) -> None:
        # Other connections, such as a pull's, are held off too.
        file._connection.execute("BEGIN IMMEDIATE")
        self._held.set()
        self._over.wait(30)
        file._connection.execute("ROLLBACK")


async def _asked(ask: Callable[[Callable[[Any], None], Callable[[AppError], None]], object]) -> Any:
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    # Whoever is refused is told no: that an edit is settled already is no failure here.
    ask(future.set_result, future.set_result)
    return await future


async def _within(awaited: Any, seconds: float = 30.0) -> Any:
    async with asyncio.timeout(seconds):
        return await awaited
