"""Tag groups and tags (003 "Create Tag Group Info" ... "Delete Tag Info"), `groupid` and not `groupId`."""

from collections.abc import Mapping, Sequence
from functools import partial

from desktop.api.checks import paging, required
from desktop.api.page import Page
from desktop.api.request import Call, get, nothing, post
from desktop.api.wire.record import needed, read_id, read_page
from desktop.api.wire.values import id_of, int_of, milliseconds, rest_of, str_of
from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_GROUPS = "/api/scrm/5/label_group"
_TAGS = "/api/scrm/5/label"

_GROUP_KEYS = frozenset(
    {
        "id",
        "name",
        "color_value",
        "is_multiple_choice",
        "status",
        "create_time_ms",
        "update_time_ms",
    }
)
_TAG_KEYS = frozenset({"id", "groupid", "name", "param_name", "status", "create_time_ms", "update_time_ms"})


def group_list(number: int, size: int) -> Call[Page[TagGroup]]:
    """Build "Query Tag Group List"."""
    return Call(
        get(f"{_GROUPS}/list", paging(number, size)),
        partial(read_page, read=_group, number=number, size=size),
    )


def _group(raw: Mapping[str, Json]) -> TagGroup:
    return TagGroup(
        id=needed(id_of(raw, "id")),
        name=str_of(raw, "name"),
        color=str_of(raw, "color_value"),
        multiple=int_of(raw, "is_multiple_choice", 1) != 0,
        status=int_of(raw, "status", 1),
        created_ms=milliseconds(raw.get("create_time_ms")) or 0,
        updated_ms=milliseconds(raw.get("update_time_ms")) or 0,
        extra=rest_of(raw, _GROUP_KEYS),
    )


def group_save(name: str, color: str, multiple: bool, tags: Sequence[str]) -> Call[str]:
    """Build "Create Tag Group Info"."""
    body: Json = {
        "name": required("name", name),
        "color_value": color,
        "is_multiple_choice": int(multiple),
        "label_list": [{"name": required("tag", tag)} for tag in tags],
    }
    return Call(post(f"{_GROUPS}/save", body), read_id)


def group_update(group_id: str, name: str, color: str | None, multiple: bool | None) -> Call[None]:
    """Build "Edit Tag Group Info"."""
    body: dict[str, Json] = {"id": checked_id("group_id", group_id), "name": required("name", name)}
    if color is not None:
        body["color_value"] = color
    if multiple is not None:
        body["is_multiple_choice"] = int(multiple)
    return Call(post(f"{_GROUPS}/update", body), nothing)


def group_remove(group_id: str) -> Call[None]:
    """Build "Delete Tag Group Info": a GET that is a write."""
    return Call(get(f"{_GROUPS}/remove/{checked_id('group_id', group_id)}", repeatable=False), nothing)


def tag_list(group_id: str, number: int, size: int) -> Call[Page[Tag]]:
    """Build "Query Tag List"."""
    group = checked_id("group_id", group_id)
    return Call(
        get(f"{_TAGS}/list", {"groupid": group, **paging(number, size)}),
        partial(read_page, read=partial(_tag, group=group), number=number, size=size),
    )


def _tag(raw: Mapping[str, Json], group: str) -> Tag:
    return Tag(
        id=needed(id_of(raw, "id")),
        group_id=id_of(raw, "groupid") or group,
        name=str_of(raw, "name"),
        param_name=str_of(raw, "param_name"),
        status=int_of(raw, "status", 1),
        created_ms=milliseconds(raw.get("create_time_ms")) or 0,
        updated_ms=milliseconds(raw.get("update_time_ms")) or 0,
        extra=rest_of(raw, _TAG_KEYS),
    )


def tag_save(name: str, group_id: str, param_name: str) -> Call[None]:
    """Build "Create Tag Info"."""
    body: dict[str, Json] = {"name": required("name", name), "groupid": checked_id("group_id", group_id)}
    if param_name:
        body["param_name"] = param_name
    return Call(post(f"{_TAGS}/save", body), nothing)


def tag_update(tag_id: str, name: str, param_name: str | None) -> Call[None]:
    """Build "Edit Tag Info"."""
    body: dict[str, Json] = {"id": checked_id("tag_id", tag_id), "name": required("name", name)}
    if param_name is not None:
        body["param_name"] = param_name
    return Call(post(f"{_TAGS}/update", body), nothing)


def tag_remove(tag_id: str) -> Call[None]:
    """Build "Delete Tag Info": a GET that is a write."""
    return Call(get(f"{_TAGS}/remove/{checked_id('tag_id', tag_id)}", repeatable=False), nothing)
