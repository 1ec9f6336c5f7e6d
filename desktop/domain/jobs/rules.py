"""What a job does to one customer: a rule over the tags it has, and its reverse. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.edits.fold import Groups, TagDelta, Tags, delta_of, fold_customer_tags
from desktop.domain.edits.rules import Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import AddTags, Intent
from desktop.domain.jobs.job import OwnEdit


@dataclass(frozen=True, slots=True)
class Give:
    """Give `add`, take `remove`."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Give the second of each pair to those who have the first, which they lose."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lose:
    """Note who has `tags`: the server takes them by itself."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepOne:
    """Leave one of `tags`, the first of `keep` that is there."""

    tags: tuple[str, ...]
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apply:
    """Make an edit of each: `seen` is what it finds beside its customer."""

    edit: Intent
    seen: Seen


@dataclass(frozen=True, slots=True)
class Each:
    """Make of each its own edits."""

    edits: Mapping[str, tuple[OwnEdit, ...]]


Rule: TypeAlias = Give | Exchange | Lose | KeepOne
"""What is done to the tags of a customer."""

Refusals: TypeAlias = dict[tuple[str, str], tuple[InvalidInput, int]]
"""Why customers are left out and how many, by field and reason."""


def row_delta(rule: Rule, seen: Sequence[str], groups: Groups, tags: Tags) -> TagDelta:
    """Return what the rule changes for a customer with the tags `seen`: nothing in it that is so already."""
    after = fold_customer_tags(seen, [_wish(rule, seen, groups, tags)])
    return TagDelta(tuple(tag for tag in after if tag not in seen), tuple(tag for tag in seen if tag not in after))


def displaced(rule: Rule, delta: TagDelta) -> tuple[str, ...]:
    """Return which of the lost tags nobody asked to take: a single-choice group allows one."""
    match rule:
        case Give():
            return tuple(tag for tag in delta.remove if tag not in rule.remove)
        case Exchange():
            old = {pair[0] for pair in rule.pairs}
            return tuple(tag for tag in delta.remove if tag not in old)
        case Lose() | KeepOne():
            return ()


def reversed_row(
    base: Iterable[str], delta: TagDelta, ids: Mapping[str, str], beside: Mapping[str, tuple[str, ...]]
) -> TagDelta:
    """Return what brings back the tags `base` after `delta`; `ids` as `undoing` says.

    `beside` are the tags of the group of each: what the server took from there on its own comes back too.
    """
    lost = {neighbour for tag in delta.add for neighbour in beside.get(tag, ())}
    back = [tag for tag in base if tag in delta.remove or tag in lost]
    return TagDelta(tuple(ids.get(tag, tag) for tag in back), tuple(ids.get(tag, tag) for tag in delta.add))


def _wish(rule: Rule, seen: Sequence[str], groups: Groups, tags: Tags) -> TagDelta:
    match rule:
        case Give():
            return _given(rule.add, rule.remove, groups, tags)
        case Exchange():
            held = [pair for pair in rule.pairs if pair[0] in seen]
            return _given([new for _, new in held], [old for old, _ in held], groups, tags)
        case Lose():
            return TagDelta(remove=rule.tags)
        case KeepOne():
            held_tags = [tag for tag in seen if tag in rule.tags]
            kept = next((tag for tag in (*rule.keep, *held_tags) if tag in held_tags), "")
            return TagDelta(remove=tuple(tag for tag in held_tags if tag != kept))


def _given(add: Iterable[str], remove: Sequence[str], groups: Groups, tags: Tags) -> TagDelta:
    given = delta_of(AddTags(customer="", tags=tuple(dict.fromkeys(add))), groups, tags)
    return TagDelta(given.add, (*remove, *given.remove))
