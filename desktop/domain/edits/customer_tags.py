"""Business tags on customers: AddTags, RemoveTags."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, ids
from desktop.domain.edits.rules import CustomerRules, Ids, Patch, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from desktop.domain.tags import references as tagreferences
from desktop.domain.tags.images import delta_in, preimage
from desktop.domain.tags.inverse import inverse


class CustomerTags(CustomerRules[AddTags | RemoveTags]):
    """Giving tags to a customer and taking them."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "tags": ids}
    on_customer = True

    def make_sense(self, intent: AddTags | RemoveTags) -> None:
        """Refuse an empty list."""
        if not intent.tags:
            raise InvalidInput("tags", "empty")

    def preimage(self, intent: AddTags | RemoveTags, seen: Seen) -> Base:
        """Return the tags of the customer, and what the edit does to them as the groups are now."""
        customer = seen.customers.get(intent.customer)
        return preimage(intent, seen.groups, seen.tags, None if customer is None else customer.ids("tags"))

    def patch(self, intent: AddTags | RemoveTags, base: Base, ids: Ids) -> Patch:
        """Return what it does to the tags."""
        return Patch(delta_in(intent, base, ids))

    def inverse(self, intent: AddTags | RemoveTags, base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what brings back the tags."""
        return inverse(intent, base, token)

    def references(self, intent: AddTags | RemoveTags) -> tuple[str, ...]:
        """Return the tags, and the customer when it is new."""
        return (*super().references(intent), *tagreferences.references(intent))

    def resolved(self, intent: AddTags | RemoveTags, ids: Ids) -> AddTags | RemoveTags:
        """Return the intent with the server's ids."""
        own = super().resolved(intent, ids)
        return replace(own, tags=tuple(ids.get(tag, tag) for tag in own.tags))

    def corrected(self, base: Base, before: AddTags | RemoveTags, after: AddTags | RemoveTags) -> Base:
        """Forget what the former tags did to the neighbours of their groups."""
        if isinstance(after, AddTags) and after != before:
            # What other tags do to the neighbours of their groups was never found out.
            return {name: value for name, value in base.items() if name == "tags"}
        return base
