"""Attaches the network to the accounts on the screen, and closes them. Loaded after the first paint."""

import asyncio
from collections.abc import Coroutine

from desktop.app.desk import Desk, Shown
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError, NoSecret
from desktop.settings.credentials import Keys
from desktop.settings.vault import app_key_of

CLOSING = 2.0
"""Seconds that closing may take."""


class Online:
    """Follows a desk on the running loop until `close`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._tasks: set[asyncio.Task[None]] = set()
        desk.shown = self._on_shown
        if desk.current is not None:
            self._start(self._connect(desk.current))

    async def close(self) -> None:
        """Close the account on the screen within two seconds, in the reverse order of its opening."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        shown = self._desk.current
        if shown is not None:
            await _closed(shown)

    def _on_shown(self, new: Shown, old: Shown | None) -> None:
        if old is not None:
            self._start(_closed(old))
        self._start(self._connect(new))

    async def _connect(self, shown: Shown) -> None:
        try:
            app_key = await _app_key(shown)
        except NoSecret:
            app_key = ""
        except AppError as error:
            self._desk.failed(error)
            return
        await shown.account.connect(app_key)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _app_key(shown: Shown) -> str:
    keys: Keys = shown.unlocked.keys
    if keys.app_key:
        return keys.app_key

    def read(box: OutboxFile) -> str:
        return app_key_of(keys, box)

    return await asyncio.wrap_future(shown.account.files.outbox.submit(read))


async def _closed(shown: Shown) -> None:
    shown.close_screens()
    try:
        await asyncio.wait_for(shown.account.close(), CLOSING)
    except TimeoutError:
        shown.account.close_files()
    await asyncio.to_thread(shown.close_rest)
