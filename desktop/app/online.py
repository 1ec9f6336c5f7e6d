"""Attaches the network to the accounts on the screen, and closes them. Loaded after the first paint."""

import asyncio
from collections.abc import Callable

from desktop.app.desk import Desk, Shown
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import AppError, CorruptFile, NoSecret
from desktop.qt.tasks import Tasks
from desktop.settings.credentials import Keys
from desktop.settings.vault import app_key_of
from desktop.workspace.events import AccountEvent, StatusChanged

CLOSING = 2.0
"""Seconds that closing may take."""


class Online:
    """Follows a desk on the running loop until `close`; `sink` gets failures outside the error tree."""

    def __init__(self, desk: Desk, sink: Callable[[BaseException], None]) -> None:
        self._desk = desk
        self._sink = sink
        self._tasks = Tasks(sink)
        self._reopened: set[str] = set()
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
        shown.account.files.bell.heard = lambda _error: self._damaged(shown)
        shown.account.subscribe(lambda event: self._watch(shown, event))
        shown.tasks = Tasks(self._sink)
        shown.screens.go_live(shown.tasks)
        self._tasks.start(self._connect(shown), "connect")

    def _watch(self, shown: Shown, event: AccountEvent) -> None:
        # What the child that pulls found; what is found in this process rings the bell.
        if isinstance(event, StatusChanged) and isinstance(event.status.error, CorruptFile):
            self._damaged(shown)

    def _damaged(self, shown: Shown) -> None:
        """Open the account anew, which sets the damaged file aside; once: a disk that goes on failing is told."""
        key = shown.unlocked.profile.key
        if self._desk.current is shown and key not in self._reopened:
            self._reopened.add(key)
            self._desk.take_down()
            self._tasks.start(self._reopen(shown))

    async def _reopen(self, shown: Shown) -> None:
        await _account_closed(shown)
        self._desk.reopen(shown.unlocked)

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
    await _account_closed(shown)
    await asyncio.to_thread(shown.close_rest)


async def _account_closed(shown: Shown) -> None:
    shown.close_screens()
    if shown.tasks is not None:
        await shown.tasks.close(CLOSING)
    try:
        async with asyncio.timeout(CLOSING):
            await shown.account.close()
    except TimeoutError:
        shown.account.close_files()
    for page in shown.left:
        page.deleteLater()
