"""Answers the calls on tag groups, tags and the tags of customers."""

import time
from typing import Any

from desktop.demo import codes
from desktop.demo.people import Record
from desktop.demo.world import Asked, Handler, World


def save_group(world: World, asked: Asked) -> Record:
    """Create Tag Group Info."""
    values = asked.values
    labels = [label["name"] for label in values["label_list"]]
    group = world.tags.add_group(
        values["name"], values["color_value"], bool(values["is_multiple_choice"]), labels, world.now_ms()
    )
    return {"item": group.id}


def update_group(world: World, asked: Asked) -> Record:
    """Edit Tag Group Info."""
    values = asked.values
    choice = values.get("is_multiple_choice")
    multiple = None if choice is None else bool(choice)
    world.tags.change_group(values["id"], values["name"], values.get("color_value"), multiple, world.now_ms())
    return {}


def list_groups(world: World, asked: Asked) -> Record:
    """Query Tag Group List."""
    entries: list[Record] = [
        {
            "id": group.id,
            "name": group.name,
            "status": 1,
            "type": 1,
            "bizid": None,
            "color_value": group.colour,
            "is_multiple_choice": int(group.multiple),
            **_times(world, group.created, group.updated),
        }
        for group in world.tags.groups.values()
    ]
    return world.paged(entries, asked, 100)


def remove_group(world: World, asked: Asked) -> Record:
    """Delete Tag Group Info, its tags with it."""
    world.drop_tags(world.tags.remove_group(_id(asked.values)))
    return {}


def save_tag(world: World, asked: Asked) -> Record:
    """Create Tag Info."""
    values = asked.values
    world.tags.add_tag(values["groupid"], values["name"], values.get("param_name", ""), world.now_ms())
    return {}


def update_tag(world: World, asked: Asked) -> Record:
    """Edit Tag Info."""
    values = asked.values
    world.tags.change_tag(values["id"], values["name"], values.get("param_name"), world.now_ms())
    return {}


def list_tags(world: World, asked: Asked) -> Record:
    """Query Tag List."""
    group = asked.values["groupid"].strip()
    if group not in world.tags.groups:
        raise codes.Refused(codes.NO_GROUP)
    entries: list[Record] = [
        {
            "id": tag.id,
            "name": tag.name,
            "status": 1,
            "bizid": None,
            "param_name": tag.param or None,
            "groupid": tag.group,
            **_times(world, tag.created, tag.updated),
        }
        for tag in world.tags.of(group)
    ]
    return world.paged(entries, asked, 100)


def remove_tag(world: World, asked: Asked) -> Record:
    """Delete Tag Info."""
    world.drop_tags(world.tags.remove_tag(_id(asked.values)))
    return {}


def _id(values: dict[str, Any]) -> str:
    return str(values.get("/id", values.get("id")))


def _times(world: World, created: int, updated: int) -> Record:
    return {
        "create_time": _stray(world, created),
        "create_time_ms": created,
        "update_time": _stray(world, updated),
        "update_time_ms": updated,
    }


def _stray(world: World, at_ms: int) -> str:
    form = "%Y-%m-%d %H :%M: %S" if world.options.quirks.blanks else "%Y-%m-%d %H:%M:%S"
    return time.strftime(form, time.gmtime(at_ms / 1000 + 8 * 3600))


HANDLERS: dict[str, Handler] = {
    "label_group/save": save_group,
    "label_group/update": update_group,
    "label_group/list": list_groups,
    "label_group/remove": remove_group,
    "label/save": save_tag,
    "label/update": update_tag,
    "label/list": list_tags,
    "label/remove": remove_tag,
}
