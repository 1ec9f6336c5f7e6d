"""What an edit finds when it is made: enough to undo it and to notice somebody else's. Pure."""

from collections.abc import Mapping

from desktop.domain.fold import Groups, Tags, delta_of
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
from desktop.domain.json import Json
from desktop.domain.outbox import Base


def preimage(intent: Intent, groups: Groups, tags: Tags, held: tuple[str, ...] | None) -> Base:
    """Return what the intent finds: tables as they are shown, `held` tags of its customer (None: not known)."""
    match intent:
        case AddTags() | RemoveTags():
            return _of_customer(intent, groups, tags, held)
        case UpdateTagGroup() | RemoveTagGroup():
            return _of_group(intent.group, groups, tags, whole=isinstance(intent, RemoveTagGroup))
        case UpdateTag() | RemoveTag():
            return _of_tag(intent.tag, tags)
        case CreateTagGroup() | CreateTag():
            return {}


def wanted(intent: UpdateTagGroup | UpdateTag) -> Mapping[str, Json]:
    """Return the values an edit asks for, by field."""
    if isinstance(intent, UpdateTagGroup):
        asked: dict[str, Json] = {"name": intent.name, "color": intent.color, "multiple": intent.multiple}
    else:
        asked = {"name": intent.name, "param_name": intent.param_name}
    return {name: value for name, value in asked.items() if value is not None}


def _of_customer(intent: AddTags | RemoveTags, groups: Groups, tags: Tags, held: tuple[str, ...] | None) -> Base:
    if held is None:
        return {}
    if isinstance(intent, RemoveTags):
        return {"tags": held}
    displaced = [tag for tag in delta_of(intent, groups, tags).remove if tag in held]
    return {"tags": held, "displaced": displaced}


def _of_group(group_id: str, groups: Groups, tags: Tags, *, whole: bool) -> Base:
    group = groups.get(group_id)
    if group is None:
        return {}
    base: dict[str, Json] = {"name": group.name, "color": group.color, "multiple": group.multiple}
    if whole:
        base["tags"] = [
            {"id": tag.id, "name": tag.name, "param_name": tag.param_name}
            for tag in tags.values()
            if tag.group_id == group_id
        ]
    return base


def _of_tag(tag_id: str, tags: Tags) -> Base:
    tag = tags.get(tag_id)
    if tag is None:
        return {}
    return {"name": tag.name, "param_name": tag.param_name, "group": tag.group_id}
