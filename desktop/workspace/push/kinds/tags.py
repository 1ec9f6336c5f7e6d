"""Tags themselves on their way to the server."""

from desktop.domain.dictionaries import Tag
from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.errors import Rejected
from desktop.domain.intents.intent import CreateTag, RemoveTag, UpdateTag
from desktop.domain.tags.images import wanted
from desktop.workspace.push.kinds.kind import Reach
from desktop.workspace.push.kinds.reading import compared, is_older
from desktop.workspace.push.kinds.tag_groups import NO_GROUP, TagTableKind
from desktop.workspace.push.steps import Absent, Applied, Finding, Look, Made, Refused, Send, Settle, Step

TAG_EXISTS, NO_TAG = "510003", "510004"
"""Return codes of 003; 510004 is "no such tag" on removing and "parameter name exists" on saving."""


class CreateTagKind(TagTableKind[CreateTag]):
    """A new tag; its name is unique in its group, so a doubtful one can be found by it."""

    makes = True

    async def send(self, reach: Reach, intent: CreateTag, _base: Base, _step: Send) -> Made:
        """Make the tag; the server does not say its id."""
        await reach.client.tags.save(intent.name, intent.group, intent.param_name)
        return Made()

    async def find(self, reach: Reach, intent: CreateTag, entry: Entry, _look: Look) -> Finding:
        """Look for a tag of this name in the group."""
        try:
            tag = await _named_tag(reach, intent.name, intent.group)
        except Rejected as error:
            return Refused(error)
        if tag is None:
            return Absent()
        if is_older(tag.created_ms, entry):
            return Refused(Rejected(TAG_EXISTS))
        return Applied({intent.local: tag.id})

    def after_refusal(self, entry: Entry, error: Rejected) -> Step:
        """Look whether the tag that has the name already is ours."""
        if error.ret_code in {TAG_EXISTS, NO_TAG} and entry.sent:
            return Look(refusal=error)
        return super().after_refusal(entry, error)


class UpdateTagKind(TagTableKind[UpdateTag]):
    """Changed values of a tag."""

    looks_first = True

    async def send(self, reach: Reach, intent: UpdateTag, _base: Base, step: Send) -> Made:
        """Send what is left to change; the server wants the name each time."""
        param_name = intent.param_name if "param_name" in step.changes else None
        await reach.client.tags.update(intent.tag, str(step.changes.get("name", step.name)), param_name=param_name)
        return Made()

    async def find(self, reach: Reach, intent: UpdateTag, entry: Entry, _look: Look) -> Finding:
        """Compare with what the server has."""
        tag = await _tag(reach, intent.tag, _group_of(reach, entry.base))
        if tag is None:
            return Refused(Rejected(NO_TAG))
        return compared(entry.base, wanted(intent), {"name": tag.name, "param_name": tag.param_name})


class RemoveTagKind(TagTableKind[RemoveTag]):
    """A tag that goes: safe to repeat in effect."""

    async def send(self, reach: Reach, intent: RemoveTag, _base: Base, _step: Send) -> Made:
        """Remove the tag."""
        await reach.client.tags.remove(intent.tag)
        return Made()

    async def find(self, reach: Reach, intent: RemoveTag, entry: Entry, _look: Look) -> Finding:
        """Look whether it is there."""
        return Absent() if await _tag(reach, intent.tag, _group_of(reach, entry.base)) else Applied()

    def left_behind(self, _entry: Entry) -> Step:
        """Settle it: what was never made is gone."""
        return Settle()

    def after_refusal(self, entry: Entry, error: Rejected) -> Step:
        """Settle it when the tag is gone already."""
        return Settle() if error.ret_code == NO_TAG else super().after_refusal(entry, error)


def _group_of(reach: Reach, base: Base) -> str:
    group = str(base.get("group", ""))
    return reach.ids().get(group, group)


async def _named_tag(reach: Reach, name: str, group_id: str) -> Tag | None:
    async for tag in reach.client.tags.all(group_id):
        if tag.name == name:
            return tag
    return None


async def _tag(reach: Reach, tag_id: str, group_id: str) -> Tag | None:
    """Return a tag, looked for in its group, or in all when that is not known."""
    groups = [group_id] if group_id else [group.id async for group in reach.client.tag_groups.all()]
    for group in groups:
        try:
            async for tag in reach.client.tags.all(group):
                if tag.id == tag_id:
                    return tag
        except Rejected as error:
            if error.ret_code != NO_GROUP:
                raise
    return None
