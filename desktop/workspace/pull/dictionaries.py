"""The small tables of an account, fetched whole and put into the cache."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeAlias

from desktop.api.client import SobotClient
from desktop.workspace.pull.source import gathered

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


def fresh(kind: str) -> int:
    """Return the seconds a small dictionary is good for; tags, which colleagues change, come with each pull."""
    return _FRESH.get(kind, _HOUR)
