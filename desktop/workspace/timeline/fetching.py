"""Fetching the history of a customer: what is new at once, what is older page by page as it is wanted."""

import asyncio
from collections.abc import Callable

from desktop.api.follow_up import FollowUp
from desktop.api.page import Page
from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.cache.timelinestore import TimelineState
from desktop.domain.following.behaviour import Behaviour
from desktop.workspace.timeline.timelines import Timeline

SIZE = 100
"""Entries on a page: the document's own number."""


class HistoryFetch:
    """Reads pages of the server into the cache; `clock` gives seconds.

    The document promises no order, so only the counts tell that a history is complete: when the last page is read
    and some are still missing, everything is read once from end to end.
    """

    def __init__(self, follow_up: FollowUp, write: Lane[CacheFile], clock: Callable[[], float]) -> None:
        self._follow_up = follow_up
        self._write = write
        self._clock = clock

    async def refresh(self, timeline: Timeline) -> None:
        """Fetch the newest page; of a history that was here, on while pages hold unknown ones. Raises AppError."""
        before = await self._state(timeline)
        number = 1
        while True:
            page, new = await self._page(timeline, number)
            timeline.next_page = number + 1
            if page.is_last or before.total is None or not new or timeline.state.complete:
                break
            number += 1
        if _too_many(timeline.state):
            await self._end_to_end(timeline)

    async def older(self, timeline: Timeline) -> None:
        """Fetch pages until one holds something that is not here. Raises AppError."""
        state = await self._state(timeline)
        number = max(timeline.next_page, state.held // SIZE + 1)
        while not timeline.state.complete:
            page, new = await self._page(timeline, number)
            if page.is_last and not timeline.state.complete:
                await self._end_to_end(timeline)
                return
            number += 1
            timeline.next_page = number
            if new:
                return

    async def _end_to_end(self, timeline: Timeline) -> None:
        found: set[str] = set()
        number = 1
        while True:
            page, _ = await self._page(timeline, number)
            found.update(one.id for one in page.items)
            if page.is_last:
                break
            number += 1
        future = self._write.submit(lambda file: file.timelines.keep_only(timeline.customer_id, found))
        timeline.keep_only(found, await asyncio.wrap_future(future))

    async def _page(self, timeline: Timeline, number: int) -> tuple[Page[Behaviour], frozenset[str]]:
        page = await self._follow_up.behaviours(timeline.customer_id, number=number, size=SIZE)
        now = int(self._clock())
        future = self._write.submit(
            lambda file: file.timelines.put(timeline.customer_id, page.items, page.total, now)
        )
        new, state = await asyncio.wrap_future(future)
        timeline.take(page.items, state)
        return page, new

    async def _state(self, timeline: Timeline) -> TimelineState:
        return await asyncio.wrap_future(
            self._write.submit(lambda file: file.timelines.state(timeline.customer_id))
        )


def _too_many(state: TimelineState) -> bool:
    return state.total is not None and state.held > state.total
