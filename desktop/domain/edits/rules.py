"""What every kind of edit has to say. Pure."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.customers.customer import Customer
from desktop.domain.dictionaries import Agent, CustomField, Stage
from desktop.domain.edits.fold import Groups, TagDelta, Tags
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, one_id
from desktop.domain.ids import is_local
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

Edit = TypeVar("Edit")
Ids: TypeAlias = Mapping[str, str]
"""The server's ids by the local ones."""
Bans: TypeAlias = Mapping[str, BlacklistEntry]
"""Places on the blacklist, by customer."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What an edit changes in the record of one customer as it is shown here.

    `fields` are new values by the names of `fields.FIELDS` as JSON; None takes the field away. Of `custom_fields`
    it names only what changes: {field id: {"value": data_value, "text": what people read, "type": code}}.
    """

    tags: TagDelta = field(default_factory=TagDelta)
    fields: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the user sees when an edit is made: tables by id, the `customers` it is about as far as known here.

    `ids` are the server's ids by the local ones: what an edit speaks of is seen under them. `turn` counts the
    edits of the gesture or the job before this one: what is shared out goes round by it.
    """

    groups: Groups = field(default_factory=dict)
    tags: Tags = field(default_factory=dict)
    customers: Mapping[str, Customer] = field(default_factory=dict)
    ids: Ids = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    agents: Mapping[str, Agent] = field(default_factory=dict)
    custom_fields: Mapping[str, CustomField] = field(default_factory=dict)
    bans: Bans = field(default_factory=dict)
    turn: int = 0


class Rules(Generic[Edit]):
    """The rules of one kind of edit; a kind overrides what is different with it.

    `readers` read the fields of the intent from JSON. `on_customer` says that it shows in the record of a
    customer: then `patch` says how.
    """

    readers: ClassVar[Mapping[str, Reader]]
    on_customer: ClassVar[bool] = False
    irrevocable: ClassVar[bool] = False
    """Whether nothing takes it back once it was sent."""

    def make_sense(self, intent: Edit) -> None:
        """Raise InvalidInput for what makes no sense whatever is known: nothing to change, empty lists."""

    def named(self, intent: Edit, _seen: Seen, _token: Callable[[], str]) -> Edit:
        """Return the intent with a local id for what it makes. Raises InvalidInput("id_in_use")."""
        return intent

    def check(self, intent: Edit, seen: Seen) -> None:
        """Raise InvalidInput for what the document forbids, naming the field."""

    def preimage(self, _intent: Edit, _seen: Seen) -> Base:
        """Return what it finds: enough to undo it and to notice somebody else's. Stored as JSON."""
        return {}

    def patch(self, _intent: Edit, _base: Base, _ids: Ids) -> Patch:
        """Return what it changes in the record of its customer as it is shown."""
        return Patch()

    def tables(self, _intent: Edit, groups: Groups, tags: Tags) -> tuple[Groups, Tags]:
        """Return tag groups and tags after it."""
        return groups, tags

    def bans(self, _intent: Edit, bans: Bans) -> Bans:
        """Return places on the blacklist after it."""
        return bans

    def inverse(self, _intent: Edit, _base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return the edits that undo it, given what it found; () when nothing was changed or nothing can be."""
        return ()

    def references(self, _intent: Edit) -> tuple[str, ...]:
        """Return the ids of what must be there before it can be sent."""
        return ()

    def makes(self, _intent: Edit) -> tuple[str, ...]:
        """Return the local ids of what it makes."""
        return ()

    def resolved(self, intent: Edit, _ids: Ids) -> Edit:
        """Return the intent with the server's ids in place of local ones."""
        return intent

    def target(self, _intent: Edit) -> object:
        """Return what it is about, beyond its lane: a correction must not be about another."""
        return None

    def wanted(self, _intent: Edit) -> Mapping[str, Json]:
        """Return the values it sets that somebody else may set too, by field; {}: such a conflict there is not."""
        return {}

    def without(self, intent: Edit, _fields: Collection[str]) -> Edit | None:
        """Return the intent without these fields of `wanted`, None when nothing is left."""
        return intent

    def corrected(self, base: Base, _before: Edit, _after: Edit) -> Base:
        """Return what a corrected intent finds, by what it found before."""
        return base


class CustomerRules(Rules[Edit]):
    """The rules of an edit of one customer, `intent.customer`."""

    readers: ClassVar[Mapping[str, Reader]] = {"customer": one_id}

    def references(self, intent: Edit) -> tuple[str, ...]:
        """Return the customer, when the server does not know it yet."""
        customer = _customer(intent)
        return (customer,) if is_local(customer) else ()

    def resolved(self, intent: Edit, ids: Ids) -> Edit:
        """Return the intent about the customer under the server's id."""
        own = ids.get(_customer(intent))
        return intent if own is None else cast("Edit", replace(cast("Any", intent), customer=own))


def _customer(intent: object) -> str:
    return str(getattr(intent, "customer", ""))
