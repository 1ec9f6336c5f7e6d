"""From what was taken and left in the picker to the edits of each customer. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.edits.fold import Groups, Tags, neighbours
from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from desktop.qt.choices import Check


@dataclass(frozen=True, slots=True)
class Tagging:
    """Tags to give and tags to take away, by id."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.add or self.remove)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag it speaks of."""
        return (*self.add, *self.remove)

    def without(self, tags: Iterable[str]) -> "Tagging":
        """Return the same but for some tags."""
        gone = frozenset(tags)
        return Tagging(
            tuple(tag for tag in self.add if tag not in gone), tuple(tag for tag in self.remove if tag not in gone)
        )


def states_of(held: Iterable[Sequence[str]]) -> dict[str, Check]:
    """Return for each tag whether some or all of the customers have it; those of nobody are left out."""
    counts: dict[str, int] = {}
    people = 0
    for tags in held:
        people += 1
        for tag in dict.fromkeys(tags):
            counts[tag] = counts.get(tag, 0) + 1
    return {tag: Check.ON if count == people else Check.SOME for tag, count in counts.items()}


def tagging_of(changes: Mapping[str, bool], groups: Groups, tags: Tags) -> Tagging:
    """Return what the picker's changes ask for.

    A tag that goes because another of its single-choice group comes is not spoken of: the new one displaces it.
    """
    add = tuple(tag for tag, taken in changes.items() if taken)
    displaced = {other for tag in add for other in neighbours(tag, groups, tags)}
    return Tagging(add, tuple(tag for tag, taken in changes.items() if not taken and tag not in displaced))


def intents_of(tagging: Tagging, held: Mapping[str, Sequence[str]]) -> list[Intent]:
    """Return the edits of the customers, by id with the tags they have; who has it as wanted is left alone."""
    intents: list[Intent] = []
    for customer, tags in held.items():
        fresh = tuple(tag for tag in tagging.add if tag not in tags)
        surplus = tuple(tag for tag in tagging.remove if tag in tags)
        if surplus:
            intents.append(RemoveTags(customer=customer, tags=surplus))
        if fresh:
            intents.append(AddTags(customer=customer, tags=fresh))
    return intents
