"""What the user sees when an edit is made, put together from the account's parts."""

from collections.abc import Callable, Iterable, Mapping

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.rules import Bans, Ids, Seen
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.outbox.waiting import Waiting


def seen_by(
    of: Collections,
    ids: Ids,
    customers: Mapping[str, Customer] | None = None,
    bans: Bans | None = None,
    job: str = "",
) -> Seen:
    """Return what an edit of `customers` finds; an edit of a job finds what the job is still to do undone."""
    tables = of.found_by(job)
    return Seen(*tables, customers or {}, ids, of.stages, of.agents, of.custom_fields, bans or {})


class Seeing:
    """What edits of many customers find, apart from the customers. `ban_of` tells a place on the blacklist."""

    def __init__(self, collections: Collections, waiting: Waiting) -> None:
        self.ban_of: Callable[[str], BlacklistEntry | None] = _no_ban
        self._collections = collections
        self._waiting = waiting

    def seen(self, customers: Iterable[str] = ()) -> Seen:
        """Return what edits of these customers find now."""
        return seen_by(self._collections, self._waiting.ids, bans=self.bans(customers))

    def bans(self, customers: Iterable[str]) -> Bans:
        """Return the places of these customers on the blacklist, of those who have one."""
        return {one: ban for one in customers if (ban := self.ban_of(one)) is not None}


def _no_ban(_customer_id: str) -> BlacklistEntry | None:
    """Know of nobody on the blacklist."""
    return None
