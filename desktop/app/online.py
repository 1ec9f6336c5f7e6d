"""Attaches the network to the accounts on the screen, and closes them. Loaded after the first paint."""

import asyncio
from collections.abc import Callable

from desktop.app.desk import Desk, Shown
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError, NoSecret
from desktop.qt.tasks import Tasks
from desktop.settings.credentials import Keys
from desktop.settings.vault import app_key_of

CLOSING = 2.0
"""Seconds that closing may take."""


class Online:
    """Follows a desk on the running loop until `close`; `sink` gets failures outside the error tree."""

    def __init__(self, desk: Desk, sink: Callable[[BaseException], None]) -> None:
        self._desk = desk
        self._tasks = Tasks(sink)
        desk.shown = self._on_shown
        desk.spoken = self.reconnect
        if desk.current is not None:
            self._go_live(desk.current)

    async def close(self) -> None:
        """Close the account on the screen within two seconds, in the reverse order of its opening."""
        await self._tasks.close(CLOSING)
        if self._desk.current is not None:
            await _closed(self._desk.current)

    def reconnect(self) -> None:
        """Connect the account on the screen anew: its key, its address or the language changed."""
        if self._desk.current is not None:
            self._tasks.start(self._connect(self._desk.current), "connect")

    async def leave(self) -> None:
        """Close the account on the screen; none is shown then."""
        shown = self._desk.take_down()
        if shown is not None:
            await _closed(shown)

    def _on_shown(self, new: Shown, old: Shown | None) -> None:
        if old is not None:
            self._tasks.start(_closed(old))
        self._go_live(new)

    def _go_live(self, shown: Shown) -> None:
        shown.screens.go_live(self._tasks)
        self._tasks.start(self._connect(shown), "connect")

    async def _connect(self, shown: Shown) -> None:
        try:
            app_key = await _app_key(shown)
        except NoSecret:
            app_key = ""
        except AppError as error:
            self._desk.failed(error)
            return
        await shown.account.connect(app_key)


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
