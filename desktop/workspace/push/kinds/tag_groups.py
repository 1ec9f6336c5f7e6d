"""Tag groups on their way to the server."""

from collections.abc import Sequence

from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.dictionaries import TagGroup
from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.errors import Incomplete, Rejected
from desktop.domain.ids import nth_local
from desktop.domain.intents.intent import CreateTagGroup, RemoveTagGroup, UpdateTagGroup
from desktop.domain.json import Json
from desktop.domain.tags.images import wanted
from desktop.workspace.push.kinds.kind import Edit, Kind, Reach, Settling
from desktop.workspace.push.kinds.reading import compared, is_older
from desktop.workspace.push.steps import (
    Absent,
    Applied,
    Finding,
    Look,
    Made,
    Refused,
    Send,
    Settle,
    Step,
)

NO_GROUP, GROUP_EXISTS = "510001", "510002"
"""Return codes of 003."""


class TagTableKind(Kind[Edit]):
    """An edit of the tables of tag groups and tags."""

    changes_tables = True

    def settle(self, file: CacheFile, entries: Sequence[Entry], settling: Settling) -> Change:
        """Put the edits into the tables of the cache."""
        file.edits.fold_tag_tables(settling.language, [one.intent for one in entries], settling.ids)
        return Change()


class CreateTagGroupKind(TagTableKind[CreateTagGroup]):
    """A new group with its tags; its name is unique, so a doubtful one can be found by it."""

    makes = True

    async def send(self, reach: Reach, intent: CreateTagGroup, _base: Base, _step: Send) -> Made:
        """Make the group."""
        made = await reach.client.tag_groups.save(intent.name, intent.color, intent.tags, multiple=intent.multiple)
        return Made(made)

    async def find(self, reach: Reach, intent: CreateTagGroup, entry: Entry, look: Look) -> Finding:
        """Look for a group of this name, or of the id the server gave, and learn the ids of its tags."""
        group = await _named_group(reach, intent.name, look.made)
        if group is None:
            return Absent()
        if not look.made and is_older(group.created_ms, entry):
            return Refused(Rejected(GROUP_EXISTS))
        names = {tag.name: tag.id async for tag in reach.client.tags.all(group.id)}
        if not names.keys() >= set(intent.tags):
            return Refused(Incomplete())
        ids = {nth_local(intent.local, place): names[name] for place, name in enumerate(intent.tags)}
        return Applied({intent.local: group.id, **ids})

    def after_refusal(self, entry: Entry, error: Rejected) -> Step:
        """Look whether the group that has the name already is ours."""
        if error.ret_code == GROUP_EXISTS and entry.sent:
            return Look(refusal=error)
        return super().after_refusal(entry, error)


class UpdateTagGroupKind(TagTableKind[UpdateTagGroup]):
    """Changed values of a group."""

    looks_first = True

    async def send(self, reach: Reach, intent: UpdateTagGroup, _base: Base, step: Send) -> Made:
        """Send what is left to change; the server wants the name each time."""
        color = intent.color if "color" in step.changes else None
        multiple = intent.multiple if "multiple" in step.changes else None
        name = str(step.changes.get("name", step.name))
        await reach.client.tag_groups.update(intent.group, name, color=color, multiple=multiple)
        return Made()

    async def find(self, reach: Reach, intent: UpdateTagGroup, entry: Entry, _look: Look) -> Finding:
        """Compare with what the server has."""
        group = await _group(reach, intent.group)
        if group is None:
            return Refused(Rejected(NO_GROUP))
        held: dict[str, Json] = {"name": group.name, "color": group.color, "multiple": group.multiple}
        return compared(entry.base, wanted(intent), held)


class RemoveTagGroupKind(TagTableKind[RemoveTagGroup]):
    """A group that goes, its tags with it: safe to repeat in effect."""

    async def send(self, reach: Reach, intent: RemoveTagGroup, _base: Base, _step: Send) -> Made:
        """Remove the group."""
        await reach.client.tag_groups.remove(intent.group)
        return Made()

    async def find(self, reach: Reach, intent: RemoveTagGroup, _entry: Entry, _look: Look) -> Finding:
        """Look whether it is there."""
        return Absent() if await _group(reach, intent.group) else Applied()

    def left_behind(self, _entry: Entry) -> Step:
        """Settle it: what was never made is gone."""
        return Settle()

    def after_refusal(self, entry: Entry, error: Rejected) -> Step:
        """Settle it when the group is gone already."""
        return Settle() if error.ret_code == NO_GROUP else super().after_refusal(entry, error)


async def _group(reach: Reach, group_id: str) -> TagGroup | None:
    async for group in reach.client.tag_groups.all():
        if group.id == group_id:
            return group
    return None


async def _named_group(reach: Reach, name: str, made: str) -> TagGroup | None:
    async for group in reach.client.tag_groups.all():
        if group.id == made or (not made and group.name == name):
            return group
    return None
