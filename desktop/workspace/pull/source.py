"""What a pull asks of the network."""

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.customers.customer import Customer, Quarantined
from desktop.workspace.pull.slices import Seen, Slice


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
