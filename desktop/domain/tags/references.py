"""Which groups and tags an edit of tags speaks of, and makes. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.ids import nth_local
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    TagIntent,
    TagTableIntent,
    UpdateTag,
    UpdateTagGroup,
)


def references(intent: TagIntent) -> tuple[str, ...]:
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


def makes(intent: TagTableIntent) -> tuple[str, ...]:
    """Return the local ids of what the intent makes: a group and its tags, or a tag."""
    match intent:
        case CreateTagGroup():
            return (intent.local, *(nth_local(intent.local, place) for place in range(len(intent.tags))))
        case CreateTag():
            return (intent.local,)
        case _:
            return ()


def resolved(intent: TagTableIntent, ids: Mapping[str, str]) -> TagTableIntent:
    """Return the intent with the server's ids in place of local ones, where they are known."""
    match intent:
        case UpdateTagGroup() | RemoveTagGroup() | CreateTag():
            return replace(intent, group=ids.get(intent.group, intent.group))
        case UpdateTag() | RemoveTag():
            return replace(intent, tag=ids.get(intent.tag, intent.tag))
        case CreateTagGroup():
            return intent
