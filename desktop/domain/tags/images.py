"""What an edit of tags finds when it is made: enough to undo it and to notice somebody else's. Pure."""

from collections.abc import Iterable, Mapping

from desktop.domain.edits.fold import Groups, TagDelta, Tags, delta_of
from desktop.domain.edits.outbox import Base
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    TagIntent,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.json import Json


def preimage(intent: TagIntent, groups: Groups, tags: Tags, held: tuple[str, ...] | None) -> Base:
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


def delta_in(intent: AddTags | RemoveTags, base: Base, ids: Mapping[str, str]) -> TagDelta:
    """Return what an edit does to the tags of its customer, as the groups were when it was made.

    `ids` are the server's ids by the local ones.
    """
    if isinstance(intent, RemoveTags):
        return TagDelta(remove=_known(intent.tags, ids))
    return TagDelta(_known(listed(base, "add", intent.tags), ids), _known(listed(base, "remove"), ids))


def displaced_in(base: Base, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tags of the customer that the edit takes away because of its single-choice group."""
    return _known(listed(base, "displaced"), ids)


def listed(base: Base, field: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids under a field of what an edit found, `otherwise` when it is not there."""
    value = base.get(field)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else otherwise


def _known(ids: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(known.get(one, one) for one in ids)


def _of_customer(intent: AddTags | RemoveTags, groups: Groups, tags: Tags, held: tuple[str, ...] | None) -> Base:
    if isinstance(intent, RemoveTags):
        return {} if held is None else {"tags": held}
    delta = delta_of(intent, groups, tags)
    found: dict[str, Json] = {"add": delta.add, "remove": delta.remove}
    if held is not None:
        found |= {"tags": held, "displaced": [tag for tag in delta.remove if tag in held]}
    return found


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
