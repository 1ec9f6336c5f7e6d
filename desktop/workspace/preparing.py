"""What becomes of intents before they are stored: local ids, the document's checks, what they find. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.errors import InvalidInput
from desktop.domain.fold import Groups, Tags, fold_customer_tags, fold_tag_tables
from desktop.domain.ids import local_id
from desktop.domain.intents import AddTags, CreateTag, CreateTagGroup, Intent, RemoveTags
from desktop.domain.outbox import Base, Entry, State
from desktop.domain.preimage import delta_in, preimage
from desktop.domain.references import makes, resolved
from desktop.domain.tagrules import check


@dataclass(frozen=True, slots=True)
class Seen:
    """What the user sees when an edit is made: tables, tags `held` by customers (those known here).

    `ids` are the server's ids by the local ones: what an edit speaks of is seen under them.
    """

    groups: Groups
    tags: Tags
    held: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str] = field(default_factory=dict)


def customers_of(intents: Iterable[Intent]) -> list[str]:
    """Return the customers whose tags these intents change."""
    return list(dict.fromkeys(one.customer for one in intents if isinstance(one, AddTags | RemoveTags)))


def prepared(intents: Sequence[Intent], seen: Seen, token: Callable[[], str]) -> list[tuple[Intent, Base]]:
    """Return the intents with local ids and what each finds, the former ones done.

    Raises InvalidInput for what the document forbids: then none may be stored.
    """
    made: list[tuple[Intent, Base]] = []
    groups, tags, held = seen.groups, seen.tags, dict(seen.held)
    for one in intents:
        intent = _with_local_id(resolved(one, seen.ids), groups, tags, token)
        check(intent, groups, tags)
        if isinstance(intent, AddTags | RemoveTags):
            before = held.get(intent.customer)
            base = preimage(intent, groups, tags, before)
            made.append((intent, base))
            if before is not None:
                held[intent.customer] = fold_customer_tags(before, [delta_in(intent, base, seen.ids)])
        else:
            made.append((intent, preimage(intent, groups, tags, None)))
            groups, tags = fold_tag_tables(groups, tags, [intent])
    return made


def entries_of(
    made: Sequence[tuple[Intent, Base]], token: Callable[[], str], now: float, *, gesture: str, job: str
) -> list[Entry]:
    """Return new entries for prepared intents; `seq` is given when they are stored."""
    return [
        Entry(token(), 0, intent, State.QUEUED, now, now, base, gesture=gesture, job=job) for intent, base in made
    ]


def _with_local_id(intent: Intent, groups: Groups, tags: Tags, token: Callable[[], str]) -> Intent:
    if not isinstance(intent, CreateTagGroup | CreateTag):
        return intent
    if not intent.local:
        return replace(intent, local=local_id(token()))
    if any(one in groups or one in tags for one in makes(intent)):
        raise InvalidInput("local", "id_in_use")
    return intent
