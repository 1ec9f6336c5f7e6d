"""Undoing edits of tags: the intents that bring back what an edit found. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, cast

from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import COLOR
from desktop.domain.ids import local_id, nth_local
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    TagIntent,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.json import Json
from desktop.domain.tags.images import listed

NEUTRAL: Final = "#8A94A0"


def inverse(intent: TagIntent, base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
    """Return the intents that undo `intent`, given what it found, in their order; () when nothing was changed.

    `token` gives a new piece of a local id each time. A removed group or tag comes back as a new one, with the
    same names and on no customer.
    """
    match intent:
        case AddTags():
            return _without_added(intent, base)
        case RemoveTags():
            back = tuple(tag for tag in intent.tags if tag in listed(base, "tags", intent.tags))
            return (AddTags(customer=intent.customer, tags=back),) if back else ()
        case CreateTagGroup():
            return (RemoveTagGroup(group=intent.local),)
        case CreateTag():
            return (RemoveTag(tag=intent.local),)
        case UpdateTagGroup() | UpdateTag():
            return _former(intent, base)
        case RemoveTagGroup():
            return _group_again(base, token)
        case RemoveTag():
            return _tag_again(base, token)


def _without_added(intent: AddTags, base: Base) -> tuple[Intent, ...]:
    held = listed(base, "tags")
    fresh = tuple(tag for tag in intent.tags if tag not in held)
    displaced = listed(base, "displaced")
    undone: list[Intent] = []
    if fresh:
        undone.append(RemoveTags(customer=intent.customer, tags=fresh))
    if displaced:
        undone.append(AddTags(customer=intent.customer, tags=displaced))
    return tuple(undone)


def _former(intent: UpdateTagGroup | UpdateTag, base: Base) -> tuple[Intent, ...]:
    if isinstance(intent, UpdateTagGroup):
        group = UpdateTagGroup(
            group=intent.group,
            name=_text(base, "name") if intent.name is not None else None,
            color=_text(base, "color") if intent.color is not None else None,
            multiple=_flag(base, "multiple") if intent.multiple is not None else None,
        )
        return (group,) if (group.name, group.color, group.multiple) != (None, None, None) else ()
    tag = UpdateTag(
        tag=intent.tag,
        name=_text(base, "name") if intent.name is not None else None,
        param_name=_text(base, "param_name") if intent.param_name is not None else None,
    )
    return (tag,) if (tag.name, tag.param_name) != (None, None) else ()


def _group_again(base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
    if "name" not in base:
        return ()
    own = local_id(token())
    tags = cast("Sequence[Mapping[str, Json]]", base.get("tags", ()))
    group = CreateTagGroup(
        name=_text(base, "name") or "",
        color=_drawable(_text(base, "color") or ""),
        multiple=_flag(base, "multiple") is not False,
        tags=tuple(str(tag["name"]) for tag in tags),
        local=own,
    )
    # The call that makes a group takes no parameter names.
    named = [
        UpdateTag(tag=nth_local(own, place), param_name=str(tag["param_name"]))
        for place, tag in enumerate(tags)
        if tag.get("param_name")
    ]
    return (group, *named)


def _tag_again(base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
    if "name" not in base:
        return ()
    name, param = _text(base, "name") or "", _text(base, "param_name") or ""
    return (CreateTag(group=_text(base, "group") or "", name=name, param_name=param, local=local_id(token())),)


def _drawable(color: str) -> str:
    """Return the color, or a neutral one for what the server once took and would not take again."""
    return color if COLOR.fullmatch(color) else NEUTRAL


def _text(base: Base, field: str) -> str | None:
    value = base.get(field)
    return value if isinstance(value, str) else None


def _flag(base: Base, field: str) -> bool | None:
    value = base.get(field)
    return value if isinstance(value, bool) else None
