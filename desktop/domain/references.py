"""Which things an intent speaks of, and what the server calls those that were first known here. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.ids import is_local, nth_local
from desktop.domain.intents import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)


def references(intent: Intent) -> tuple[str, ...]:
    """Return the ids of the tags and groups that must be there before the intent can be sent."""
    match intent:
        case AddTags() | RemoveTags():
            return intent.tags
        case UpdateTagGroup() | RemoveTagGroup() | CreateTag():
            return (intent.group,)
        case UpdateTag() | RemoveTag():
            return (intent.tag,)
        case CreateTagGroup():
            return ()


def makes(intent: Intent) -> tuple[str, ...]:
    """Return the local ids of what the intent makes: a group and its tags, or a tag."""
    match intent:
        case CreateTagGroup():
            return (intent.local, *(nth_local(intent.local, place) for place in range(len(intent.tags))))
        case CreateTag():
            return (intent.local,)
        case _:
            return ()


def unmade(intent: Intent, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the local ids the intent speaks of and `ids`, the server's by the local ones, does not know."""
    return tuple(one for one in references(intent) if is_local(one) and one not in ids)


def resolved(intent: Intent, ids: Mapping[str, str]) -> Intent:
    """Return the intent with the server's ids in place of local ones, where they are known."""
    match intent:
        case AddTags() | RemoveTags():
            return replace(intent, tags=tuple(ids.get(tag, tag) for tag in intent.tags))
        case UpdateTagGroup() | RemoveTagGroup() | CreateTag():
            return replace(intent, group=ids.get(intent.group, intent.group))
        case UpdateTag() | RemoveTag():
            return replace(intent, tag=ids.get(intent.tag, intent.tag))
        case CreateTagGroup():
            return intent
