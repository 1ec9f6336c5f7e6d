"""What an edit finds when it is made: enough to undo it and to notice somebody else's. Pure."""

from desktop.domain.customers.customer import Customer
from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.rules import Seen
from desktop.domain.edits.table import rules_of
from desktop.domain.intents.intent import Intent


def preimage(intent: Intent, groups: Groups, tags: Tags, held: tuple[str, ...] | None) -> Base:
    """Return what an edit of tags finds: tables as they are shown, `held` tags of its customer (None: unknown)."""
    customer = getattr(intent, "customer", "")
    known = {} if held is None else {customer: Customer(customer, {"tags": held})}
    return rules_of(intent).preimage(intent, Seen(groups, tags, known))
