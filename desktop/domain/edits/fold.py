"""What the user sees: pending intents folded over what the server said. Pure, and the same when done twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.intents.intent import (
    TAG_TABLE_INTENTS,
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    TagTableIntent,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.tags.references import makes, resolved

Groups: TypeAlias = Mapping[str, TagGroup]
Tags: TypeAlias = Mapping[str, Tag]


@dataclass(frozen=True, slots=True)
class TagDelta:
    """What an edit does to the tags of one customer: first `remove`, then `add`."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def delta_of(intent: AddTags | RemoveTags, groups: Groups, tags: Tags) -> TagDelta:
    """Return what an intent does; a tag of a single-choice group takes the place of its neighbours."""
    if isinstance(intent, RemoveTags):
        return TagDelta(remove=intent.tags)
    add: dict[str, None] = {}
    remove: dict[str, None] = {}
    for tag in intent.tags:
        for neighbour in neighbours(tag, groups, tags):
            add.pop(neighbour, None)
            remove[neighbour] = None
        remove.pop(tag, None)
        add[tag] = None
    return TagDelta(tuple(add), tuple(remove))


def neighbours(tag_id: str, groups: Groups, tags: Tags) -> tuple[str, ...]:
    """Return the tags a customer cannot have beside this one: the others of its single-choice group."""
    tag = tags.get(tag_id)
    group = groups.get(tag.group_id) if tag else None
    if tag is None or group is None or group.multiple:
        return ()
    return tuple(other.id for other in tags.values() if other.group_id == group.id and other.id != tag_id)


def fold_customer_tags(base: Sequence[str], deltas: Iterable[TagDelta]) -> tuple[str, ...]:
    """Return the tags of a customer after the deltas, in their order; new ones stand at the end."""
    seen = dict.fromkeys(base)
    for delta in deltas:
        for tag in delta.remove:
            seen.pop(tag, None)
        seen.update(dict.fromkeys(delta.add))
    return tuple(seen)


def fold_tag_tables(
    groups: Groups, tags: Tags, intents: Iterable[Intent], ids: Mapping[str, str] = MappingProxyType({})
) -> tuple[Groups, Tags]:
    """Return tag groups and tags, by id, after the intents; those on customers change nothing here.

    `ids` are the server's ids by the local ones, where they are known: what was made stands under them.
    """
    seen_groups, seen_tags = dict(groups), dict(tags)
    for intent in intents:
        if isinstance(intent, TAG_TABLE_INTENTS):
            _fold(resolved(intent, ids), seen_groups, seen_tags, ids)
    return seen_groups, seen_tags


def _fold(
    intent: TagTableIntent, groups: dict[str, TagGroup], tags: dict[str, Tag], ids: Mapping[str, str]
) -> None:
    match intent:
        case CreateTagGroup():
            _create_group(intent, groups, tags, ids)
        case UpdateTagGroup() if intent.group in groups:
            groups[intent.group] = changed_group(groups[intent.group], intent)
        case RemoveTagGroup():
            groups.pop(intent.group, None)
            for tag in [tag.id for tag in tags.values() if tag.group_id == intent.group]:
                del tags[tag]
        case CreateTag() if intent.group in groups:
            own = ids.get(intent.local, intent.local)
            tags.setdefault(own, Tag(own, intent.group, intent.name, intent.param_name))
        case UpdateTag() if intent.tag in tags:
            tags[intent.tag] = changed_tag(tags[intent.tag], intent)
        case RemoveTag():
            tags.pop(intent.tag, None)


def _create_group(
    intent: CreateTagGroup, groups: dict[str, TagGroup], tags: dict[str, Tag], ids: Mapping[str, str]
) -> None:
    own, *of_tags = (ids.get(one, one) for one in makes(intent))
    if own not in groups:
        groups[own] = TagGroup(own, intent.name, intent.color, intent.multiple)
        tags.update((tag, Tag(tag, own, name)) for tag, name in zip(of_tags, intent.tags, strict=True))


def changed_group(group: TagGroup, intent: UpdateTagGroup) -> TagGroup:
    """Return the group after an edit of it."""
    return replace(
        group,
        name=group.name if intent.name is None else intent.name,
        color=group.color if intent.color is None else intent.color,
        multiple=group.multiple if intent.multiple is None else intent.multiple,
    )


def changed_tag(tag: Tag, intent: UpdateTag) -> Tag:
    """Return the tag after an edit of it."""
    return replace(
        tag,
        name=tag.name if intent.name is None else intent.name,
        param_name=tag.param_name if intent.param_name is None else intent.param_name,
    )
