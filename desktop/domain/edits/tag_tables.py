"""Tag groups and tags themselves: making, changing, removing them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from desktop.domain.edits.fold import Groups, Tags, fold_tag_tables
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, color, flag, one_id, text, texts
from desktop.domain.edits.rules import Ids, Rules, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import local_id
from desktop.domain.intents.intent import (
    CreateTag,
    CreateTagGroup,
    Intent,
    TagTableIntent,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.json import Json
from desktop.domain.tags import references as tagreferences
from desktop.domain.tags.images import preimage, wanted
from desktop.domain.tags.inverse import inverse
from desktop.domain.tags.rules import check


class TagTables(Rules[TagTableIntent]):
    """Edits of tag groups and tags."""

    readers: ClassVar[Mapping[str, Reader]] = {
        **dict.fromkeys(("group", "tag", "local"), one_id),
        **dict.fromkeys(("name", "param_name"), text),
        "tags": texts,
        "multiple": flag,
        "color": color,
    }

    def make_sense(self, intent: TagTableIntent) -> None:
        """Refuse a change of nothing."""
        if isinstance(intent, UpdateTagGroup | UpdateTag) and not wanted(intent):
            raise InvalidInput("name", "nothing_to_change")

    def named(self, intent: TagTableIntent, seen: Seen, token: Callable[[], str]) -> TagTableIntent:
        """Return the intent with a local id for the group or tag it makes."""
        if not isinstance(intent, CreateTagGroup | CreateTag):
            return intent
        if not intent.local:
            return replace(intent, local=local_id(token()))
        if any(one in seen.groups or one in seen.tags for one in tagreferences.makes(intent)):
            raise InvalidInput("local", "id_in_use")
        return intent

    def check(self, intent: TagTableIntent, seen: Seen) -> None:
        """Refuse what the document forbids."""
        check(intent, seen.groups, seen.tags)

    def preimage(self, intent: TagTableIntent, seen: Seen) -> Base:
        """Return the group or tag as it is now."""
        return preimage(intent, seen.groups, seen.tags, None)

    def tables(self, intent: TagTableIntent, groups: Groups, tags: Tags) -> tuple[Groups, Tags]:
        """Return tag groups and tags after it."""
        return fold_tag_tables(groups, tags, [intent])

    def inverse(self, intent: TagTableIntent, base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what brings back the group or tag."""
        return inverse(intent, base, token)

    def references(self, intent: TagTableIntent) -> tuple[str, ...]:
        """Return the group or tag it is about."""
        return tagreferences.references(intent)

    def makes(self, intent: TagTableIntent) -> tuple[str, ...]:
        """Return the local ids of what it makes."""
        return tagreferences.makes(intent)

    def resolved(self, intent: TagTableIntent, ids: Ids) -> TagTableIntent:
        """Return the intent with the server's ids."""
        return tagreferences.resolved(intent, ids)

    def target(self, intent: TagTableIntent) -> object:
        """Return the group or tag that is changed."""
        if isinstance(intent, UpdateTagGroup):
            return "group", intent.group
        return ("tag", intent.tag) if isinstance(intent, UpdateTag) else None

    def wanted(self, intent: TagTableIntent) -> Mapping[str, Json]:
        """Return the values a change asks for."""
        return wanted(intent) if isinstance(intent, UpdateTagGroup | UpdateTag) else {}

    def without(self, intent: TagTableIntent, fields: Collection[str]) -> TagTableIntent | None:
        """Return the change without these fields."""
        if not isinstance(intent, UpdateTagGroup | UpdateTag):
            return intent
        gone: dict[str, Any] = dict.fromkeys(fields)
        left = replace(intent, **gone)
        return left if wanted(left) else None
