"""What a user wants changed: small values that are stored before they show and replayed until they are settled.

The fields of a class are the keys of its JSON form (`{"op": "add_tags", "customer": ..., "tags": [...]}`), which
is what the outbox stores and what `kefu-desk apply` reads. `entity` names what must be sent in order: one lane for
a customer, one for all tag administration (a tag's names are unique in their group, so order matters there).
"""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from desktop.domain.edits.lanes import OfCustomer, OfTagAdministration
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.following import AddRecord, Assign, Recycle, SetStage


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTags(OfCustomer):
    """Give a customer business tags it may or may not have already."""

    op: ClassVar[str] = "add_tags"
    customer: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTags(OfCustomer):
    """Take business tags from a customer."""

    op: ClassVar[str] = "remove_tags"
    customer: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTagGroup(OfTagAdministration):
    """Make a group with its tags.

    `color` is "#RRGGBB"; `local` is its id here until the server gives one, `ids.nth_local` those of its tags.
    """

    op: ClassVar[str] = "create_tag_group"
    name: str
    color: str
    multiple: bool = True
    tags: tuple[str, ...] = ()
    local: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTagGroup(OfTagAdministration):
    """Rename, recolour or switch a group; what is None stays."""

    op: ClassVar[str] = "update_tag_group"
    group: str
    name: str | None = None
    color: str | None = None
    multiple: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTagGroup(OfTagAdministration):
    """Remove a group and all its tags."""

    op: ClassVar[str] = "remove_tag_group"
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTag(OfTagAdministration):
    """Make a tag in a group. `local` is its id here until the server gives one."""

    op: ClassVar[str] = "create_tag"
    group: str
    name: str
    param_name: str = ""
    local: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTag(OfTagAdministration):
    """Rename a tag or change its parameter name; what is None stays."""

    op: ClassVar[str] = "update_tag"
    tag: str
    name: str | None = None
    param_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTag(OfTagAdministration):
    """Remove a tag from the account and so from every customer."""

    op: ClassVar[str] = "remove_tag"
    tag: str


TagTableIntent: TypeAlias = CreateTagGroup | UpdateTagGroup | RemoveTagGroup | CreateTag | UpdateTag | RemoveTag
"""Edits of tag groups and tags."""

TagIntent: TypeAlias = AddTags | RemoveTags | TagTableIntent

Intent: TypeAlias = (
    TagIntent
    | UpdateCustomer
    | CreateCustomer
    | SaveEnterprise
    | SetStage
    | AddRecord
    | Assign
    | Recycle
    | Blacklist
    | Unblacklist
)
"""Every kind of edit. What each does stands in `edits.table`, its way to the server in `push.kinds.table`."""

TAG_TABLE_INTENTS = (CreateTagGroup, UpdateTagGroup, RemoveTagGroup, CreateTag, UpdateTag, RemoveTag)
