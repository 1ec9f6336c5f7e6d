"""What a pull asks of the network, and a way to wait for several answers at once."""

import asyncio
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from desktop.domain.customers.customer import Customer, Quarantined
from desktop.workspace.pull.slices import Seen, Slice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of customers: what could be read, what could not, how many rows and pages the server counts."""

    total: int
    customers: tuple[Customer, ...]
    quarantined: tuple[Quarantined, ...] = ()
    pages: int = 0

    @property
    def seen(self) -> Seen:
        """What the planner needs to know of the page."""
        return Seen(
            self.total, tuple(customer.id for customer in self.customers), len(self.quarantined), self.pages
        )


class Source(Protocol):
    """The customers of an account in slices. Requests wait for their turn inside.

    `widen` seconds are added at both ends of a slice, for servers that leave its ends out.
    """

    widen: int

    async def page(self, slice_: Slice, number: int) -> Rows:
        """Return page `number` (from 1) of a slice. Raises AppError."""
        ...

    async def all_of_them(self) -> int:
        """Return how many customers the server counts without any filter. Raises AppError."""
        ...

    async def now(self) -> int:
        """Return the server's time in seconds. Raises AppError."""
        ...


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
