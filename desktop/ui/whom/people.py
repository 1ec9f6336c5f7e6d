"""The customers a tagging is about, read from the cache beside the GUI thread."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from desktop.domain.customers.customer import Customer
from desktop.domain.query import Query
from desktop.qt.choices import Check
from desktop.qt.selection import Selection
from desktop.ui.tagging.deltas import states_of
from desktop.ui.whom.awaited import Awaited
from desktop.workspace.lookups.crowd import Crowd


class Reader(Protocol):
    """Reads customers (`workspace.account.Account`)."""

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Hand over one customer from the cache."""


class CrowdFinder(Protocol):
    """Finds many customers (`workspace.account.Account`)."""

    def crowd(self, query: Query, ids: Collection[str], everything: bool, answer: Callable[[Crowd], None]) -> None:
        """Find customers and count their tags."""


class Chosen(Protocol):
    """The customers a picker is about."""

    def when_read(self, then: Callable[[], None]) -> None:
        """Call `then` when they are known."""

    def states(self) -> dict[str, Check]:
        """Return which tags all or some of them have."""

    def wecom_tags(self) -> tuple[str, ...]:
        """Return their WeCom tags, where each customer was read."""


class Many(Awaited):
    """Customers too many to read each: who they are and how many have which tag is found beside the GUI thread."""

    def __init__(self, account: CrowdFinder, query: Query, selection: Selection) -> None:
        super().__init__(1)
        self.ids: Sequence[str] = ()
        self._crowd: Crowd | None = None
        account.crowd(query, selection.ids, selection.everything, self._take)

    def states(self) -> dict[str, Check]:
        """Return which tags all or some of them have."""
        counts = self._crowd.tags if self._crowd else {}
        return {tag: Check.ON if count >= len(self.ids) else Check.SOME for tag, count in counts.items()}

    def wecom_tags(self) -> tuple[str, ...]:
        """Return nothing: nobody was read."""
        return ()

    def _take(self, crowd: Crowd) -> None:
        self._crowd, self.ids = crowd, crowd.ids
        self._came()


class People(Awaited):
    """Reads some customers and then calls whoever waits for them; those that are gone are left out."""

    def __init__(self, account: Reader, ids: Sequence[str]) -> None:
        super().__init__(len(ids))
        self.ids = tuple(ids)
        self.found: dict[str, Customer] = {}
        for customer_id in self.ids:
            account.customer(customer_id, self._take)

    def held(self) -> dict[str, tuple[str, ...]]:
        """Return the tags of each customer by its id."""
        return {customer.id: customer.ids("tags") for customer in self.found.values()}

    def wecom_tags(self) -> tuple[str, ...]:
        """Return their WeCom tags."""
        return tuple(tag for customer in self.found.values() for tag in customer.ids("wecom_tags"))

    def states(self) -> dict[str, Check]:
        """Return which tags all or some of them have."""
        return states_of(self.held().values())

    def _take(self, customer: Customer | None) -> None:
        if customer is not None:
            self.found[customer.id] = customer
        self._came()
