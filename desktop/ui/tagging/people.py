"""The customers a tagging is about, read from the cache beside the GUI thread."""

from collections.abc import Callable, Sequence
from typing import Protocol

from desktop.domain.customer import Customer


class Reader(Protocol):
    """Reads customers (`workspace.account.Account`)."""

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Hand over one customer from the cache."""


class People:
    """Reads some customers and then calls whoever waits for them; those that are gone are left out."""

    def __init__(self, account: Reader, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        self.found: dict[str, Customer] = {}
        self._left = len(self.ids)
        self._waiting: list[Callable[[], None]] = []
        for customer_id in self.ids:
            account.customer(customer_id, self._take)

    def when_read(self, then: Callable[[], None]) -> None:
        """Call `then` when all are read: now, if they are."""
        if self._left:
            self._waiting.append(then)
        else:
            then()

    @property
    def names(self) -> list[str]:
        """What the customers are called."""
        return [customer.name for customer in self.found.values()]

    def held(self, field: str = "tags") -> dict[str, tuple[str, ...]]:
        """Return the tags of each customer by its id."""
        return {customer.id: customer.ids(field) for customer in self.found.values()}

    def _take(self, customer: Customer | None) -> None:
        self._left -= 1
        if customer is not None:
            self.found[customer.id] = customer
        if not self._left:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()
