"""Answers the calls on the tags of customers."""

from collections.abc import Iterable

from desktop.demo import codes
from desktop.demo.people import Record
from desktop.demo.world import Asked, Handler, World


def userlabels(world: World, asked: Asked) -> Record:
    """Query Customer Tags in Batch; unknown customers are left out."""
    items = []
    for id_ in asked.values["ids"]:
        number = world.customers.find(id_)
        if number is not None:
            labels = [_label(world, tag) for tag in _held(world, number)]
            items.append({"userid": id_.strip(), "label_set": labels})
    return {"items": items}


def _label(world: World, id_: str) -> Record:
    tag = world.tags.tags[id_]
    return {"id": id_, "name": tag.name, "color_value": world.tags.groups[tag.group].colour}


def update_userlabel(world: World, asked: Asked) -> Record:
    """Modify Customer Tag: the list replaces all tags."""
    number = world.known(asked.values["/id"])
    _set(world, number, world.tags.combined([], (entry["id"].strip() for entry in asked.values["list"]), []))
    return {}


def update_biz_label(world: World, asked: Asked) -> Record:
    """Tag the Business: adds and removes."""
    values = asked.values
    number = _who(world, asked)
    added, removed = values.get("add_tag", ()), values.get("remove_tag", ())
    _set(world, number, world.tags.combined(_held(world, number), _stripped(added), _stripped(removed)))
    return {}


def _stripped(ids: Iterable[str]) -> list[str]:
    return [id_.strip() for id_ in ids]


def _who(world: World, asked: Asked) -> int:
    values = asked.values
    if values.get("userid"):
        return world.known(values["userid"])
    number = world.finder.by_wechat(values.get("unionid", ""), values.get("external_userid", ""))
    if number is None:
        raise codes.Refused(codes.NO_CUSTOMER)
    return number


def _held(world: World, number: int) -> list[str]:
    return world.tags.alive(world.customers.record(number).get("biz_label", ""))


def _set(world: World, number: int, tags: list[str]) -> None:
    now = world.clock.seconds()
    before = _held(world, number)
    world.customers.change(number, {"biz_label": ",".join(tags) or None}, now)
    names = {tag: world.tags.tags[tag].name for tag in {*before, *tags}}
    content = {
        "added": [names[tag] for tag in tags if tag not in before],
        "removed": [names[tag] for tag in before if tag not in tags],
    }
    world.behaviours.note(number, "user_label_update", content, now)


HANDLERS: dict[str, Handler] = {
    "label/userlabels": userlabels,
    "label/update_userlabel": update_userlabel,
    "label/update_biz_label": update_biz_label,
}
