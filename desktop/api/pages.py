"""The ways over the pages of a list."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

from desktop.api.page import Page

T = TypeVar("T")

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
