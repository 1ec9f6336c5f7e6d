"""Tasks side by side: waited for together, ended together."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


async def gathered(coroutines: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Run coroutines side by side and return their results in order; the first error ends the others."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        return [await task for task in tasks]
    finally:
        await ended(tasks)


async def ended(tasks: Iterable["asyncio.Task[Any]"], within: float | None = None) -> None:
    """Cancel the tasks and wait until all have ended; their results and errors are dropped.

    After `within` seconds those that still run are left to themselves.
    """
    running = list(tasks)
    for task in running:
        task.cancel()
    if running:
        # Neither gather nor wait_for would do: cancelled themselves, both wait for what does not end.
        done, _ = await asyncio.wait(running, timeout=within)
        for task in done:
            if not task.cancelled():
                task.exception()
