"""Customers of a page that have to be written."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.cache.records import pack
from desktop.cache.shaping import Sql, column_values
from desktop.cache.sharing import SharedValues
from desktop.cache.tagwords import joined
from desktop.domain.customers.customer import Customer, listed_over


@dataclass(slots=True)
class Known:
    """Where a customer of the page already stands."""

    row: int
    mark: int
    sweep: int


@dataclass(slots=True)
class Due:
    """A customer of the page that has to be written."""

    customer: Customer
    stored_id: str | bytes
    packed: bytes
    mark: int
    row: int = 0
    sweep: int = 0
    shown: Customer | None = None
    tags: tuple[Sequence[int], Sequence[int]] = ((), ())

    @property
    def seen(self) -> Customer:
        """The customer as it is shown: `shown` where that differs in more than its tags."""
        return self.shown or self.customer


def columns_of(one: Due, shared: SharedValues) -> list[Sql]:
    """Return what the columns WRITTEN hold, in their order."""
    values = shared.share(column_values(one.seen))
    values += map(joined, one.tags)
    return values


def keep_details(changed: Sequence[Due], known: Sequence[Customer]) -> None:
    """Put into the records what only details tell; their marks stay those of the rows that came."""
    before = {one.id: one for one in known}
    for due in changed:
        merged = listed_over(before[due.customer.id], due.customer)
        if merged is not due.customer:
            due.customer, due.packed = merged, pack(merged)
