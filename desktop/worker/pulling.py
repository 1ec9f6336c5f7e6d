"""One pull in the child: the client with the parent's tokens, the cache file, and what is told about it."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.worker.parent import Parent
from desktop.worker.tokens import ParentTokens
from desktop.workspace.child.errorjson import error_to_json
from desktop.workspace.child.messages import Start, change_to_json, progress_to_json
from desktop.workspace.child.pipe import Message
from desktop.workspace.listing.coalesce import merged
from desktop.workspace.pull.apisource import ApiSource
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.pull import Listeners, Pull
from desktop.workspace.serverclock import ClockedSender
from desktop.workspace.token.filelock import FileLock, taken

_SOON, _SELDOM = 0.25, 1.0
"""Seconds a change waits to be told with those that follow; the second after one of more than `_FEW` customers."""

_FEW = 200

_WAIT = 0.5

_COLLECT = (50_000, 20, 100)
"""Objects, then collections, between two collections of the young, the older and the oldest."""


class Pulling:
    """Runs the pull that `start` describes and tells `parent` about it."""

    def __init__(self, parent: Parent, start: Start) -> None:
        self._parent = parent
        self._start = start
        self._tokens = ParentTokens(parent.say)
        self._task: asyncio.Task[Message] | None = None
        self._change = Change()
        self._telling: asyncio.TimerHandle | None = None
        self._pause = _SOON

    async def run(self) -> None:
        """Pull, then say how it ended."""
        _collect_rarely()
        self._task = asyncio.ensure_future(self._ended())
        self._parent.listen(self._heard, asyncio.get_running_loop())
        try:
            last = await self._task
        except asyncio.CancelledError:
            last = {"say": "done", "cancelled": True, "note": None}
        self._tell()
        self._parent.say(last)

    def _heard(self, message: Message) -> None:
        if message.get("do") == "cancel" and self._task is not None:
            self._task.cancel()
        else:
            self._tokens.heard(message)

    async def _ended(self) -> Message:
        folder = ProfileFiles(Path(self._start.folder))
        lock = FileLock(folder.folder / "pull.lock")
        try:
            await self._alone(lock)
            return await self._with_cache(folder)
        except AppError as error:
            return {"say": "failed", "error": error_to_json(error)}
        finally:
            lock.release()

    async def _alone(self, lock: FileLock) -> None:
        """Wait until no other process pulls this profile; what it brought was not told here."""
        if lock.take():
            return
        await taken(lock, every=_WAIT)
        self._changed(Change(everything=True))

    async def _with_cache(self, folder: ProfileFiles) -> Message:
        loop = asyncio.get_running_loop()
        lane = Lane(
            lambda: CacheFile.open(folder.cache, self._start.key),
            lambda function: _soon(loop, function),
            name="cache",
        )
        try:
            return await self._with_client(CacheLane(lane))
        finally:
            lane.close()

    async def _with_client(self, cache: CacheLane) -> Message:
        start = self._start
        sender = ClockedSender(start.base_url, proxy=start.proxy)
        client = SobotClient(start.base_url, self._tokens, language=start.language, sender=sender)
        meter = Meter(lambda progress: self._parent.say(progress_to_json(progress)))
        tell = Listeners(self._changed, lambda kind: self._parent.say({"say": "dictionary", "kind": kind}))
        pull = Pull(client, ApiSource(client, sender), cache, meter, start.language, tell)
        try:
            note = await pull.run(full=start.full)
        finally:
            await sender.aclose()
        return {"say": "done", "cancelled": False, "note": None if note is None else error_to_json(note)}

    def _changed(self, change: Change) -> None:
        self._change = merged(self._change, change)
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(self._pause, self._tell)

    def _tell(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        change, self._change = self._change, Change()
        if change:
            # Each telling makes the window read anew what it shows: in a burst that would be most of its work.
            many = change.everything or len(change.added) + len(change.updated) + len(change.removed) > _FEW
            self._pause = _SELDOM if many else _SOON
            self._parent.say(change_to_json(change))


def _collect_rarely() -> None:
    """Let the garbage collector look seldom: a page makes thousands of objects, and hardly a cycle among them."""
    gc.freeze()
    gc.set_threshold(*_COLLECT)


def _soon(loop: asyncio.AbstractEventLoop, function: Callable[[], None]) -> None:
    loop.call_soon_threadsafe(function)
