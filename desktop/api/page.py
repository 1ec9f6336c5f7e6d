"""One page of a list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.domain.customers.customer import Quarantined

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
