"""Which kind an intent is of: the twin of `desktop.domain.edits.table`, which says how to plug one in."""

from collections.abc import Mapping
from typing import Any, Final

from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.following import AddRecord, Assign, Recycle, SetStage
from desktop.domain.intents.intent import (
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
from desktop.workspace.push.kinds.blacklist import BanKind, LiftKind
from desktop.workspace.push.kinds.customer_tags import CustomerTagsKind
from desktop.workspace.push.kinds.customers import CreateCustomerKind, UpdateCustomerKind
from desktop.workspace.push.kinds.enterprises import SaveEnterpriseKind
from desktop.workspace.push.kinds.kind import Kind
from desktop.workspace.push.kinds.records import RecordKind
from desktop.workspace.push.kinds.stages import SetStageKind
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
    SetStage: SetStageKind(),
    UpdateCustomer: UpdateCustomerKind(),
    CreateCustomer: CreateCustomerKind(),
    SaveEnterprise: SaveEnterpriseKind(),
    Assign: AssignCustomerKind(),
    Recycle: RecycleKind(),
    AddRecord: RecordKind(),
    Blacklist: BanKind(),
    Unblacklist: LiftKind(),
}


def kind_of(intent: Intent) -> Kind[Any]:
    """Return the kind of an intent."""
    return KINDS[type(intent)]
