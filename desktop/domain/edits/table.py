"""Which rules belong to which kind of edit.

To plug a kind in: write a subclass of `rules.Rules` (`rules.CustomerRules` for an edit of one customer) in a
module of this package and name its intent class in `RULES`; then a subclass of `push.kinds.kind.Kind` in
`desktop.workspace.push.kinds`, named in `KINDS` there. What shows in customers' records sets `on_customer` and
returns a `Patch`: cache, filters, sorting and detail panel follow by themselves. Nothing else knows kinds.
"""

from collections.abc import Mapping
from typing import Any, Final

from desktop.domain.edits.assigning import Assigning, Recycling
from desktop.domain.edits.blacklist import Banning, Lifting
from desktop.domain.edits.customer_tags import CustomerTags
from desktop.domain.edits.customers import CreatingCustomers, UpdatingCustomers
from desktop.domain.edits.enterprises import SavingEnterprises
from desktop.domain.edits.records import Records
from desktop.domain.edits.rules import Rules
from desktop.domain.edits.stages import SettingStage
from desktop.domain.edits.tag_tables import TagTables
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.following import AddRecord, Assign, Recycle, SetStage
from desktop.domain.intents.intent import TAG_TABLE_INTENTS, AddTags, Intent, RemoveTags

RULES: Final[Mapping[type[Intent], Rules[Any]]] = {
    **dict.fromkeys((AddTags, RemoveTags), CustomerTags()),
    **dict.fromkeys(TAG_TABLE_INTENTS, TagTables()),
    SetStage: SettingStage(),
    UpdateCustomer: UpdatingCustomers(),
    CreateCustomer: CreatingCustomers(),
    SaveEnterprise: SavingEnterprises(),
    Assign: Assigning(),
    Recycle: Recycling(),
    AddRecord: Records(),
    Blacklist: Banning(),
    Unblacklist: Lifting(),
}

INTENTS: Final[Mapping[str, type[Intent]]] = {kind.op: kind for kind in RULES}
"""The classes of intents by "op"."""


def rules_of(intent: Intent) -> Rules[Any]:
    """Return the rules of an intent's kind."""
    return RULES[type(intent)]
