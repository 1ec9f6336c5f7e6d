"""One page of a list, and the way over all of them."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.domain.customer import Quarantined

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page: the records that could be read, and those that could not.

    `total` counts the records of the whole list by the server's word (None: it did not say), `number` is this
    page's from 1, `count` the pages, `size` the records asked for on a page.
    """

    items: tuple[T, ...]
    total: int | None
    number: int
    count: int
    size: int
    quarantined: tuple[Quarantined, ...] = ()

    @property
    def is_last(self) -> bool:
        """Whether no page follows."""
        return self.number >= self.count or not (self.items or self.quarantined)


PageReader = Callable[[int], Awaitable[Page[T]]]
"""Reads the page of a number."""


async def pages(read: PageReader[T], *, ahead: int = 2) -> AsyncIterator[Page[T]]:
    """Yield the pages of a list in order, `ahead` of them (0-8) asked for before they are wanted.

    Meant for lists that hold still; a moving list is paged through frozen time slices (`workspace.pull`).
    Raises what `read` raises. Closing the iterator cancels what was asked for ahead.
    """
    page = await read(1)
    yield page
    coming: deque[asyncio.Task[Page[T]]] = deque()
    number = 2
    try:
        while not page.is_last:
            while number <= page.count and len(coming) <= ahead:
                coming.append(asyncio.ensure_future(read(number)))
                number += 1
            if not coming:
                return
            page = await coming.popleft()
            yield page
    finally:
        await _dropped(coming)


async def _dropped(tasks: deque[asyncio.Task[Page[T]]]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.gather(*tasks, return_exceptions=True)


async def each(read: PageReader[T], *, ahead: int = 2) -> AsyncIterator[T]:
    """Yield the records of all pages in order, leaving out those that could not be read."""
    async for page in pages(read, ahead=ahead):
        for item in page.items:
            yield item
