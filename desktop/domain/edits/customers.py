"""Customers' records: UpdateCustomer, CreateCustomer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import ClassVar

from desktop.domain.customers.values import (
    CODES,
    CREATABLE,
    CUSTOM,
    EDITABLE,
    blank,
    check_values,
    flat,
    held,
    joined,
    reader,
)
from desktop.domain.dictionaries import CustomField
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, flag, one_id
from desktop.domain.edits.rules import CustomerRules, Ids, Patch, Rules, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import is_local, local_id
from desktop.domain.intents.customers import CreateCustomer, UpdateCustomer
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

FOLLOWED = 3
"""The status of a customer in follow-up: the document wants its agent with each call."""

_TEXTS, _AGENT, _LIST = "texts", "agent", "list"


class UpdatingCustomers(CustomerRules[UpdateCustomer]):
    """Changing fields of a customer."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "set": reader(EDITABLE)}
    on_customer = True

    def make_sense(self, intent: UpdateCustomer) -> None:
        """Refuse a change of nothing."""
        if not flat(intent.set):
            raise InvalidInput("set", "nothing_to_change")

    def check(self, intent: UpdateCustomer, seen: Seen) -> None:
        """Refuse what the document forbids, and to take the agent from a customer in follow-up."""
        check_values(intent.set)
        customer = seen.customers.get(intent.customer)
        if intent.set.get("agent_id") == "" and customer is not None and customer.number("status") == FOLLOWED:
            raise InvalidInput("agent_id", "agent_needed")

    def preimage(self, intent: UpdateCustomer, seen: Seen) -> Base:
        """Return the former values where the customer is known here, and what people read for the new ones."""
        customer = seen.customers.get(intent.customer)
        if customer is None:
            return _read_as(intent.set, seen)
        status = customer.number("status")
        return {**held(customer, flat(intent.set)), **_read_as(intent.set, seen), _LIST: status}

    def patch(self, intent: UpdateCustomer, base: Base, _ids: Ids) -> Patch:
        """Return the new values."""
        return Patch(fields=shown(intent.set, base))

    def inverse(self, intent: UpdateCustomer, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what brings back the former values; a code that was not set cannot be taken away again."""
        back: dict[str, Json] = {}
        for name in flat(intent.set):
            value = base.get(name)
            former = blank(name) if value is None else tuple(value) if isinstance(value, list) else value
            if name in base and former is not None and former in CODES.get(name, (former,)):
                back[name] = former
        return (UpdateCustomer(customer=intent.customer, set=joined(back)),) if back else ()

    def target(self, intent: UpdateCustomer) -> object:
        """Return the customer's record."""
        return "record", intent.customer

    def wanted(self, intent: UpdateCustomer) -> Mapping[str, Json]:
        """Return the new values, a custom field under its own id."""
        return flat(intent.set)

    def without(self, intent: UpdateCustomer, fields: Collection[str]) -> UpdateCustomer | None:
        """Return the change without these fields."""
        left = {name: value for name, value in flat(intent.set).items() if name not in fields}
        return replace(intent, set=joined(left)) if left else None


class CreatingCustomers(Rules[CreateCustomer]):
    """Making a customer. No call takes it away again: it is let go only while it was not sent."""

    readers: ClassVar[Mapping[str, Reader]] = {
        "local": one_id,
        "set": reader(CREATABLE),
        "anew": flag,
    }
    on_customer = True
    irrevocable = True

    def make_sense(self, intent: CreateCustomer) -> None:
        """Ask for what the document requires."""
        for name in ("nickname", "status"):
            if name not in intent.set:
                raise InvalidInput(name, "missing")
        if intent.set["status"] == FOLLOWED and not intent.set.get("agent_id"):
            raise InvalidInput("agent_id", "agent_needed")
        if intent.local and not is_local(intent.local):
            raise InvalidInput("local", "bad_id")

    def check(self, intent: CreateCustomer, _seen: Seen) -> None:
        """Refuse what the document forbids."""
        check_values(intent.set)

    def named(self, intent: CreateCustomer, seen: Seen, token: Callable[[], str]) -> CreateCustomer:
        """Return the intent with a local id for the customer."""
        if not intent.local:
            return replace(intent, local=local_id(token()))
        if intent.local in seen.ids:
            raise InvalidInput("local", "id_in_use")
        return intent

    def preimage(self, intent: CreateCustomer, seen: Seen) -> Base:
        """Return what people read for the values."""
        return _read_as(intent.set, seen)

    def patch(self, intent: CreateCustomer, base: Base, _ids: Ids) -> Patch:
        """Return the whole customer."""
        return Patch(fields=shown(intent.set, base))

    def makes(self, intent: CreateCustomer) -> tuple[str, ...]:
        """Return the customer's local id."""
        return (intent.local,)


def shown(values: Mapping[str, Json], base: Base) -> dict[str, Json]:
    """Return values of an intent as they are shown in the record."""
    fields = {name: value for name, value in values.items() if name != CUSTOM}
    custom = values.get(CUSTOM)
    texts = base.get(_TEXTS)
    if isinstance(custom, Mapping):
        read = texts if isinstance(texts, Mapping) else {}
        fields[CUSTOM] = {key: {"value": value, "text": read.get(key, value)} for key, value in custom.items()}
    if "agent_id" in fields and "agent_name" not in fields:
        fields["agent_name"] = agent_name_in(base) or None
    return fields


def is_followed_in(base: Base) -> bool:
    """Say whether a customer was in follow-up when an edit was made, as far as was known."""
    return base.get(_LIST) in {None, FOLLOWED}


def agent_name_in(base: Base) -> str:
    """Return the name of the agent an edit names by id, "" when it was not known."""
    name = base.get(_AGENT)
    return name if isinstance(name, str) else ""


def texts_of(custom: Mapping[str, Json], known: Mapping[str, CustomField]) -> dict[str, Json]:
    """Return what people read for values of custom fields, by field id: the names of chosen options."""
    texts: dict[str, Json] = {}
    for key, value in custom.items():
        options = {one.value: one.name for one in known[key].options} if key in known else {}
        if options:
            texts[key] = ",".join(options.get(part, part) for part in str(value).split(",") if part)
    return texts


def _read_as(values: Mapping[str, Json], seen: Seen) -> dict[str, Json]:
    read: dict[str, Json] = {}
    custom = values.get(CUSTOM)
    if isinstance(custom, Mapping) and (texts := texts_of(custom, seen.custom_fields)):
        read[_TEXTS] = texts
    agent = seen.agents.get(str(values.get("agent_id", "")))
    if agent is not None:
        read[_AGENT] = agent.name
    return read
