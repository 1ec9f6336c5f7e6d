"""The history of customers: shown from the cache at once, brought up to date by the server page by page."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Protocol

from desktop.cache.cachefile import CacheFile
from desktop.cache.timelinestore import Held, TimelineState
from desktop.domain.errors import AppError
from desktop.domain.following.behaviour import Behaviour
from desktop.domain.following.stagetime import StageSet
from desktop.domain.following.timeline import order_of
from desktop.workspace.files import AccountFiles

BLOCK = 200
"""Entries read from the cache at a time."""


class HistoryServer(Protocol):
    """What asks the server: `timelinefetch.HistoryFetch`. Raises AppError."""

    async def refresh(self, timeline: "Timeline") -> None:
        """Fetch what is new."""

    async def older(self, timeline: "Timeline") -> None:
        """Fetch the next page that is not here."""


class Timeline:
    """What is known of one customer's history, the newest first; `changed` is called after every change of it.

    `entries` are those read from the cache so far, `state` tells of all. `error` is what the last question to the
    server met, None when it was answered; `broken` why the cache could not be read. `next_page` is the
    server's page to ask for next.
    """

    def __init__(self, customer_id: str, files: AccountFiles, changed: Callable[[], None]) -> None:
        self.customer_id = customer_id
        self.entries: list[Behaviour] = []
        self.state = TimelineState()
        self.loaded = False
        self.asking = False
        self.error: AppError | None = None
        self.broken: AppError | None = None
        self._files = files
        self._changed = changed
        self._whole = False
        self._reading = False
        self._closed = False
        self.next_page = 1

    @property
    def has_more(self) -> bool:
        """Whether there are older entries, here or (as far as is known) at the server."""
        return not self._whole or not self.state.complete

    @property
    def is_read(self) -> bool:
        """Whether all that the cache holds was read."""
        return self._whole

    def read_on(self) -> None:
        """Read the next entries from the cache; `changed` follows."""
        if self._reading or self._whole or self._closed:
            return
        self._reading = True
        before = order_of(self.entries[-1]) if self.entries else None
        self._files.look_up.ask(_page, self.customer_id, before, answer=self._read, failed=self._failed)

    def show_asking(self, asking: bool) -> None:
        """Learn that the server is being asked, or no more."""
        self.asking = asking
        self._tell()

    def take(self, entries: Sequence[Behaviour], state: TimelineState) -> None:
        """Learn entries that were just put into the cache, and the state since."""
        self.state, self.error = state, None
        last = order_of(self.entries[-1]) if self.entries else (0, "")
        # What is older than all that was read so far comes when it is its turn.
        self._merge([one for one in entries if self._whole or order_of(one) >= last])
        self._tell()

    def take_error(self, error: AppError) -> None:
        """Learn what kept the server from answering."""
        self.error = error
        self._tell()

    def keep_only(self, ids: Collection[str], state: TimelineState) -> None:
        """Learn that a reading from end to end found these and no others, and the state since."""
        self.entries = [one for one in self.entries if one.id in ids]
        self.take((), state)

    def close(self) -> None:
        """Tell nobody any more."""
        self._closed = True

    def _merge(self, entries: Sequence[Behaviour]) -> None:
        known = {one.id: one for one in (*self.entries, *entries)}
        self.entries = sorted(known.values(), key=order_of, reverse=True)

    def _read(self, held: Held) -> None:
        self._reading = False
        self._whole = len(held.entries) < BLOCK
        self.loaded = True
        self.broken = None
        self.state = held.state
        self._merge(held.entries)
        self._tell()

    def _failed(self, error: AppError) -> None:
        self._reading = False
        self.loaded = True
        self.broken = error
        self._tell()

    def _tell(self) -> None:
        if not self._closed:
            self._changed()


class Timelines:
    """The histories of one account. `server` asks for what is not here, None while there is no network."""

    def __init__(self, files: AccountFiles, trouble: Callable[[AppError], None]) -> None:
        self.server: HistoryServer | None = None
        self._files = files
        self._trouble = trouble

    def open(self, customer_id: str, changed: Callable[[], None]) -> Timeline:
        """Return a customer's history, empty until the cache has answered right after."""
        timeline = Timeline(customer_id, self._files, changed)
        timeline.read_on()
        return timeline

    def ended(self, answer: Callable[[Mapping[str, StageSet]], None]) -> None:
        """Hand over whose case ended, and how, as far as histories and edits on this computer tell."""
        self._files.look_up.ask(_ended, answer=answer, failed=self._trouble)

    async def refresh(self, timeline: Timeline) -> None:
        """Fetch what is new; trouble stands in `timeline.error`. Does nothing without a network."""
        if self.server is not None:
            await self._asked(timeline, self.server.refresh)

    async def older(self, timeline: Timeline) -> None:
        """Fetch the next page that is not here; like `refresh`."""
        if self.server is not None:
            await self._asked(timeline, self.server.older)

    @staticmethod
    async def _asked(timeline: Timeline, ask: Callable[[Timeline], Awaitable[None]]) -> None:
        if timeline.asking:
            return
        timeline.show_asking(True)
        try:
            await ask(timeline)
        except AppError as error:
            timeline.take_error(error)
        finally:
            timeline.show_asking(False)


def _page(file: CacheFile, customer_id: str, before: tuple[int, str] | None) -> Held:
    return file.timelines.page(customer_id, before, BLOCK)


def _ended(file: CacheFile) -> Mapping[str, StageSet]:
    return file.timelines.ended()
