"""Business tags on customers: deltas, safe to repeat."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.edits.fold import TagDelta
from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.intents.intent import AddTags, RemoveTags
from desktop.domain.tags.images import delta_in, displaced_in
from desktop.workspace.push.kinds.kind import Kind, Reach
from desktop.workspace.push.steps import Absent, Applied, Finding, Look, Made, Send


class CustomerTagsKind(Kind[AddTags | RemoveTags]):
    """Giving tags to a customer and taking them."""

    async def send(self, reach: Reach, intent: AddTags | RemoveTags, base: Base, _step: Send) -> Made:
        """Send the tags to add and to remove."""
        change = change_of(intent, base, reach.ids())
        await reach.client.labels.change(intent.customer, add=change.add, remove=change.remove)
        return Made()

    async def find(self, reach: Reach, intent: AddTags | RemoveTags, entry: Entry, _look: Look) -> Finding:
        """Read the tags of the customer."""
        change = change_of(intent, entry.base, reach.ids())
        found = await reach.client.labels.of([intent.customer])
        held = {label.id for one in found if one.customer_id == intent.customer for label in one.labels}
        return Applied() if held.issuperset(change.add) and held.isdisjoint(change.remove) else Absent()


def change_of(intent: AddTags | RemoveTags, base: Base, ids: Mapping[str, str]) -> TagDelta:
    """Return the tags to add and to remove: what a single-choice group displaces is named, not left to chance."""
    delta = delta_in(intent, base, ids)
    return delta if isinstance(intent, RemoveTags) else replace(delta, remove=displaced_in(base, ids))
