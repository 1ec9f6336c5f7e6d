"""Who has which tags, and whose tags break the rule of a single-choice group. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.intents.intent import RemoveTags


@dataclass(frozen=True, slots=True)
class Holder:
    """A customer with its business tags, by id; `name` is what people call it, "" when it has none."""

    id: str
    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holders:
    """How many customers have certain tags, and the first of them."""

    total: int = 0
    first: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """A customer with several tags of a group that allows one."""

    holder: Holder
    group_id: str
    tags: tuple[str, ...]


def violations(holders: Iterable[Holder], groups: Groups, tags: Tags) -> Iterator[Violation]:
    """Yield every customer and single-choice group of which it has more than one tag."""
    for holder in holders:
        by_group: dict[str, list[str]] = {}
        for tag_id in holder.tags:
            tag = tags.get(tag_id)
            if tag is not None:
                by_group.setdefault(tag.group_id, []).append(tag_id)
        for group_id, held in by_group.items():
            group = groups.get(group_id)
            if group is not None and not group.multiple and len(held) > 1:
                yield Violation(holder, group_id, tuple(held))


def keep_only(violation: Violation, kept: str) -> RemoveTags:
    """Return the edit after which the customer has only the tag `kept` of the group."""
    surplus = tuple(tag for tag in violation.tags if tag != kept)
    return RemoveTags(customer=violation.holder.id, tags=surplus)
