"""What becomes of intents before they are stored: local ids, the document's checks, what they find. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop.domain.customers.patching import patched
from desktop.domain.edits.outbox import Base, Entry, State
from desktop.domain.edits.references import resolved
from desktop.domain.edits.rules import Rules, Seen
from desktop.domain.edits.table import rules_of
from desktop.domain.intents.intent import Intent


def customers_of(intents: Iterable[Intent]) -> list[str]:
    """Return the customers these intents are about."""
    return list(dict.fromkeys(customer for one in intents if (customer := getattr(one, "customer", ""))))


def prepared(intents: Sequence[Intent], seen: Seen, token: Callable[[], str]) -> list[tuple[Intent, Base]]:
    """Return the intents with local ids and what each finds, the former ones done.

    Raises InvalidInput for what the document forbids: then none may be stored.
    """
    made: list[tuple[Intent, Base]] = []
    for one in intents:
        rules = rules_of(one)
        intent = rules.named(resolved(one, seen.ids), seen, token)
        rules.check(intent, seen)
        base = rules.preimage(intent, seen)
        made.append((intent, base))
        seen = _after(intent, base, rules, seen)
    return made


def entries_of(
    made: Sequence[tuple[Intent, Base]], token: Callable[[], str], now: float, *, gesture: str, job: str
) -> list[Entry]:
    """Return new entries for prepared intents; `seq` is given when they are stored."""
    return [
        Entry(token(), 0, intent, State.QUEUED, now, now, base, gesture=gesture, job=job) for intent, base in made
    ]


def _after(intent: Intent, base: Base, rules: "Rules[Intent]", seen: Seen) -> Seen:
    groups, tags = rules.tables(intent, seen.groups, seen.tags)
    seen = replace(seen, bans=rules.bans(intent, seen.bans), turn=seen.turn + 1)
    customer = seen.customers.get(getattr(intent, "customer", "")) if rules.on_customer else None
    if customer is None:
        return replace(seen, groups=groups, tags=tags)
    after = patched(customer, [rules.patch(intent, base, seen.ids)])
    return replace(seen, groups=groups, tags=tags, customers={**seen.customers, customer.id: after})
