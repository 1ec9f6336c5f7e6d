"""Sending the rows of one job in the child: a client with the parent's tokens, both files, what is told."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.errors import AppError
from desktop.worker.parent import Parent
from desktop.worker.tokens import ParentTokens
from desktop.workspace.child.errorjson import error_to_json
from desktop.workspace.child.messages import StartJob, change_to_json
from desktop.workspace.child.pipe import Message
from desktop.workspace.jobs.dealers import dealer_for
from desktop.workspace.jobs.rowform import RowForm, edit_from_json
from desktop.workspace.jobs.rowlane import RowLane
from desktop.workspace.jobs.sweep import Sweep
from desktop.workspace.jobs.tally import Tally
from desktop.workspace.token.filelock import FileLock, taken

_WAIT = 0.1


class Sweeping:
    """Sends the rows that `start` describes and tells `parent` about it."""

    def __init__(self, parent: Parent, start: StartJob) -> None:
        self._parent = parent
        self._start = start
        self._tokens = ParentTokens(parent.say)
        self._sweep: Sweep | None = None
        self._stopped = False

    async def run(self) -> None:
        """Send, then say how it ended."""
        self._parent.listen(self._heard, asyncio.get_running_loop())
        folder = ProfileFiles(Path(self._start.folder))
        lock = FileLock(folder.folder / "sweep.lock")
        try:
            # A child of an earlier run of the program may not have ended yet.
            await taken(lock, every=_WAIT)
            complete = await self._with_files(folder)
            last: Message = {"say": "done", "cancelled": not complete, "note": None}
        except AppError as error:
            last = {"say": "failed", "error": error_to_json(error)}
        finally:
            lock.release()
        self._parent.say(last)

    def _heard(self, message: Message) -> None:
        if message.get("do") != "cancel":
            self._tokens.heard(message)
            return
        self._stopped = True
        if self._sweep is not None:
            self._sweep.stop()

    async def _with_files(self, folder: ProfileFiles) -> bool:
        loop = asyncio.get_running_loop()

        def post(function: Callable[[], None]) -> None:
            loop.call_soon_threadsafe(function)

        key = self._start.key
        outbox = Lane(lambda: OutboxFile.open(folder.outbox, key), post, name="outbox")
        cache = Lane(lambda: CacheFile.open(folder.cache, key), post, name="cache")
        try:
            return await self._with_client(outbox, cache)
        finally:
            cache.close()
            outbox.close()

    async def _with_client(self, outbox: Lane[OutboxFile], cache: Lane[CacheFile]) -> bool:
        start = self._start
        client = SobotClient(start.base_url, self._tokens, language=start.language, proxy=start.proxy)
        form = RowForm(start.number, start.seq, edit_from_json(start.edit), start.created)
        rows = RowLane(
            outbox,
            cache,
            form,
            start.language,
            changed=lambda change: self._parent.say(change_to_json(change)),
            learned=lambda ids: self._parent.say({"say": "ids", "ids": dict(ids)}),
            clock=time.time,
            now=self._server_now,
        )
        dealer = dealer_for(form, client, start.guards, rows.keep, ids=dict, now=self._server_now)
        self._sweep = Sweep(rows, dealer, hear=self._hear, waits=self._waits)
        if self._stopped:
            self._sweep.stop()
        try:
            return await self._sweep.run()
        finally:
            await client.aclose()

    def _server_now(self) -> float:
        return time.time() + self._start.offset

    def _hear(self, tally: Tally) -> None:
        self._parent.say({"say": "tally", **asdict(tally)})

    def _waits(self, error: AppError | None) -> None:
        self._parent.say({"say": "waits", "error": None if error is None else error_to_json(error)})
