"""The small tables of an account, fetched whole and put into the cache."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeAlias

from desktop.api.client import SobotClient
from desktop.domain.dictionaries import Tag
from desktop.workspace.pull.emptied import Emptied
from desktop.workspace.tasks import gathered

_HOUR = 3600
_FRESH = {"tag_group": 60, "stage": 600, "agent": 600}

Entries: TypeAlias = Mapping[str, Sequence[Any]]
"""Entries by kind."""

Fetch: TypeAlias = Callable[[SobotClient], Coroutine[Any, Any, Entries]]


async def _tags(client: SobotClient) -> Entries:
    groups = [group async for group in client.tag_groups.all()]

    async def tags_of(group_id: str) -> list[Any]:
        return [tag async for tag in client.tags.all(group_id)]

    tags = await gathered(tags_of(group.id) for group in groups)
    return {"tag_group": groups, "tag": [tag for some in tags for tag in some]}


async def _staff(client: SobotClient) -> Entries:
    staff = await client.dictionaries.staff()
    return {"department": staff.departments, "agent": staff.agents}


async def _stages(client: SobotClient) -> Entries:
    return {"stage": await client.follow_up.stages()}


async def _sources(client: SobotClient) -> Entries:
    return {"source": await client.dictionaries.sources()}


async def _levels(client: SobotClient) -> Entries:
    return {"vip_level": await client.dictionaries.vip_levels()}


async def _customer_fields(client: SobotClient) -> Entries:
    return {"custom_field": await client.dictionaries.customer_fields()}


async def _enterprise_fields(client: SobotClient) -> Entries:
    return {"enterprise_field": await client.dictionaries.enterprise_fields()}


async def _countries(client: SobotClient) -> Entries:
    return {"country": await client.dictionaries.countries()}


async def _time_zones(client: SobotClient) -> Entries:
    return {"time_zone": await client.dictionaries.time_zones()}


async def _languages(client: SobotClient) -> Entries:
    return {"language": await client.dictionaries.languages()}


SMALL: Mapping[str, Fetch] = {
    "tag_group": _tags,
    "stage": _stages,
    "source": _sources,
    "agent": _staff,
    "vip_level": _levels,
    "custom_field": _customer_fields,
    "enterprise_field": _enterprise_fields,
    "country": _countries,
    "time_zone": _time_zones,
    "language": _languages,
}
"""How each small dictionary is fetched, by the kind whose age counts for all it brings."""


async def judged(
    tables: Entries, known: Callable[[str], Coroutine[Any, Any, Sequence[Any]]], emptied: Emptied
) -> Entries:
    """Return of the tables just fetched those that take the place of what is `known` by kind.

    A table that is suddenly empty does not, and the tags of a group that suddenly has none stay.
    """
    before = {kind: await known(kind) for kind in tables}
    taken = {
        kind: some for kind, some in tables.items() if emptied.is_believed(kind, len(before[kind]), len(some))
    }
    if "tag" in taken:
        taken["tag"] = [*taken["tag"], *_kept_tags(before["tag"], tables, emptied)]
    return taken


def _kept_tags(before: Sequence[Tag], tables: Entries, emptied: Emptied) -> list[Tag]:
    known = _by_group(before)
    came = _by_group(tables["tag"])
    return [
        tag
        for group in tables["tag_group"]
        if not emptied.is_believed(f"tag {group.id}", len(known.get(group.id, ())), len(came.get(group.id, ())))
        for tag in known[group.id]
    ]


def _by_group(tags: Sequence[Tag]) -> dict[str, list[Tag]]:
    groups: dict[str, list[Tag]] = {}
    for tag in tags:
        groups.setdefault(tag.group_id, []).append(tag)
    return groups


def fresh(kind: str) -> int:
    """Return the seconds a small dictionary is good for; tags, which colleagues change, come with each pull."""
    return _FRESH.get(kind, _HOUR)
