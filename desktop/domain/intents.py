"""What a user wants changed: small values that are stored before they show and replayed until they are settled.

The fields of a class are the keys of its JSON form (`{"op": "add_tags", "customer": ..., "tags": [...]}`), which
is what the outbox stores and what `kefu-desk apply` reads. `entity` names what must be sent in order: one lane for
a customer, one for all tag administration (a tag's names are unique in their group, so order matters there).
"""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

TAG_ADMINISTRATION = "tags"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTags:
    """Give a customer business tags it may or may not have already."""

    op: ClassVar[str] = "add_tags"
    customer: str
    tags: tuple[str, ...]

    @property
    def entity(self) -> str:
        """The customer's lane."""
        return f"customer:{self.customer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTags:
    """Take business tags from a customer."""

    op: ClassVar[str] = "remove_tags"
    customer: str
    tags: tuple[str, ...]

    @property
    def entity(self) -> str:
        """The customer's lane."""
        return f"customer:{self.customer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTagGroup:
    """Make a group with its tags.

    `color` is "#RRGGBB"; `local` is its id here until the server gives one, `ids.nth_local` those of its tags.
    """

    op: ClassVar[str] = "create_tag_group"
    name: str
    color: str
    multiple: bool = True
    tags: tuple[str, ...] = ()
    local: str = ""

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTagGroup:
    """Rename, recolour or switch a group; what is None stays."""

    op: ClassVar[str] = "update_tag_group"
    group: str
    name: str | None = None
    color: str | None = None
    multiple: bool | None = None

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTagGroup:
    """Remove a group and all its tags."""

    op: ClassVar[str] = "remove_tag_group"
    group: str

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTag:
    """Make a tag in a group. `local` is its id here until the server gives one."""

    op: ClassVar[str] = "create_tag"
    group: str
    name: str
    param_name: str = ""
    local: str = ""

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTag:
    """Rename a tag or change its parameter name; what is None stays."""

    op: ClassVar[str] = "update_tag"
    tag: str
    name: str | None = None
    param_name: str | None = None

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTag:
    """Remove a tag from the account and so from every customer."""

    op: ClassVar[str] = "remove_tag"
    tag: str

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION


Intent: TypeAlias = (
    AddTags | RemoveTags | CreateTagGroup | UpdateTagGroup | RemoveTagGroup | CreateTag | UpdateTag | RemoveTag
)

INTENTS: tuple[type[Intent], ...] = (
    AddTags,
    RemoveTags,
    CreateTagGroup,
    UpdateTagGroup,
    RemoveTagGroup,
    CreateTag,
    UpdateTag,
    RemoveTag,
)
