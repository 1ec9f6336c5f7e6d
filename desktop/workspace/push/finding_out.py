"""Whether a call whose answer was lost took effect, and whether somebody else was there first: by reading."""

from collections.abc import Callable, Mapping

from desktop.api.client import SobotClient
from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.errors import Incomplete, Rejected
from desktop.domain.ids import nth_local
from desktop.domain.intents import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.json import Json
from desktop.domain.outbox import Base, Entry
from desktop.domain.preimage import wanted
from desktop.domain.references import resolved
from desktop.domain.threeway import merge
from desktop.workspace.push.deciding import (
    GROUP_EXISTS,
    NO_GROUP,
    NO_TAG,
    TAG_EXISTS,
    Absent,
    Applied,
    Clashing,
    Differs,
    Finding,
    Look,
    Refused,
)
from desktop.workspace.push.sending import change_of

_EARLIER = 5.0
"""Seconds a thing may seem older than the call that made it: clocks tell whole seconds, and we only estimate."""


class FindingOut:
    """Reads what the server has. `ids` are its ids by the local ones."""

    def __init__(self, client: SobotClient, ids: Callable[[], Mapping[str, str]]) -> None:
        self._client = client
        self._ids = ids

    async def find(self, entry: Entry, look: Look) -> Finding:
        """Return what the server has of an edit. Raises AppError when it cannot be read."""
        intent = resolved(entry.intent, self._ids())
        match intent:
            case AddTags() | RemoveTags():
                return await self._tagged(intent, entry.base)
            case CreateTagGroup():
                return await self._made_group(intent, entry, look)
            case CreateTag():
                return await self._made_tag(intent, entry)
            case UpdateTagGroup():
                return await self._group_values(intent, entry.base)
            case UpdateTag():
                return await self._tag_values(intent, entry.base)
            case RemoveTagGroup():
                return Absent() if await self._group(intent.group) else Applied()
            case RemoveTag():
                return Absent() if await self._tag(intent.tag, self._group_of(entry.base)) else Applied()

    async def _tagged(self, intent: AddTags | RemoveTags, base: Base) -> Finding:
        change = change_of(intent, base, self._ids())
        found = await self._client.labels.of([intent.customer])
        held = {label.id for one in found if one.customer_id == intent.customer for label in one.labels}
        return Applied() if held.issuperset(change.add) and held.isdisjoint(change.remove) else Absent()

    async def _made_group(self, intent: CreateTagGroup, entry: Entry, look: Look) -> Finding:
        group = await self._named_group(intent.name, look.made)
        if group is None:
            return Absent()
        if not look.made and _is_older(group.created_ms, entry):
            return Refused(Rejected(GROUP_EXISTS))
        names = {tag.name: tag.id async for tag in self._client.tags.all(group.id)}
        if not names.keys() >= set(intent.tags):
            return Refused(Incomplete())
        ids = {nth_local(intent.local, place): names[name] for place, name in enumerate(intent.tags)}
        return Applied({intent.local: group.id, **ids})

    async def _made_tag(self, intent: CreateTag, entry: Entry) -> Finding:
        try:
            tag = await self._named_tag(intent.name, intent.group)
        except Rejected as error:
            return Refused(error)
        if tag is None:
            return Absent()
        if _is_older(tag.created_ms, entry):
            return Refused(Rejected(TAG_EXISTS))
        return Applied({intent.local: tag.id})

    async def _group_values(self, intent: UpdateTagGroup, base: Base) -> Finding:
        group = await self._group(intent.group)
        if group is None:
            return Refused(Rejected(NO_GROUP))
        held: dict[str, Json] = {"name": group.name, "color": group.color, "multiple": group.multiple}
        return _compared(base, wanted(intent), held)

    async def _tag_values(self, intent: UpdateTag, base: Base) -> Finding:
        tag = await self._tag(intent.tag, self._group_of(base))
        if tag is None:
            return Refused(Rejected(NO_TAG))
        return _compared(base, wanted(intent), {"name": tag.name, "param_name": tag.param_name})

    def _group_of(self, base: Base) -> str:
        group = str(base.get("group", ""))
        return self._ids().get(group, group)

    async def _group(self, group_id: str) -> TagGroup | None:
        async for group in self._client.tag_groups.all():
            if group.id == group_id:
                return group
        return None

    async def _named_group(self, name: str, made: str) -> TagGroup | None:
        async for group in self._client.tag_groups.all():
            if group.id == made or (not made and group.name == name):
                return group
        return None

    async def _named_tag(self, name: str, group_id: str) -> Tag | None:
        async for tag in self._client.tags.all(group_id):
            if tag.name == name:
                return tag
        return None

    async def _tag(self, tag_id: str, group_id: str) -> Tag | None:
        """Return a tag, looked for in its group, or in all when that is not known."""
        groups = [group_id] if group_id else [group.id async for group in self._client.tag_groups.all()]
        for group in groups:
            try:
                async for tag in self._client.tags.all(group):
                    if tag.id == tag_id:
                        return tag
            except Rejected as error:
                if error.ret_code != NO_GROUP:
                    raise
        return None


def _is_older(created_ms: int, entry: Entry) -> bool:
    return bool(created_ms and entry.sent) and created_ms / 1000 < entry.sent - _EARLIER


def _compared(base: Base, yours: Mapping[str, Json], server: Mapping[str, Json]) -> Finding:
    merged = merge(base, yours, server)
    if merged.clashes:
        return Clashing(merged.clashes)
    return Differs(merged.changes, str(server["name"])) if merged.changes else Applied()
