"""Which kind an intent is of: the twin of `desktop.domain.edits.table`, which says how to plug one in."""

from collections.abc import Mapping
from typing import Any, Final

from desktop.domain.following_intents import Assign, Recycle
from desktop.domain.intents import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.workspace.push.kinds.assigning import AssignCustomerKind, RecycleKind
from desktop.workspace.push.kinds.customer_tags import CustomerTagsKind
from desktop.workspace.push.kinds.kind import Kind
from desktop.workspace.push.kinds.tag_groups import CreateTagGroupKind, RemoveTagGroupKind, UpdateTagGroupKind
from desktop.workspace.push.kinds.tags import CreateTagKind, RemoveTagKind, UpdateTagKind

KINDS: Final[Mapping[type[Intent], Kind[Any]]] = {
    **dict.fromkeys((AddTags, RemoveTags), CustomerTagsKind()),
    CreateTagGroup: CreateTagGroupKind(),
    UpdateTagGroup: UpdateTagGroupKind(),
    RemoveTagGroup: RemoveTagGroupKind(),
    CreateTag: CreateTagKind(),
    UpdateTag: UpdateTagKind(),
    RemoveTag: RemoveTagKind(),
    Assign: AssignCustomerKind(),
    Recycle: RecycleKind(),
}


def kind_of(intent: Intent) -> Kind[Any]:
    """Return the kind of an intent."""
    return KINDS[type(intent)]
