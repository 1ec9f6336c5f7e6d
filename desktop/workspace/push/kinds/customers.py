"""Customers' records on their way to the server."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.api.client import SobotClient
from desktop.api.wire.customer import is_custom_unreadable
from desktop.cache.cachefile import CacheFile
from desktop.cache.pending import PendingEdit
from desktop.domain.change import Change
from desktop.domain.customers.contacts import NOT_UPSERTED
from desktop.domain.customers.customer import Customer, CustomValue, FieldValue, detail_over
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft
from desktop.domain.customers.rules import split_several
from desktop.domain.customers.values import CUSTOM, LEAD, flat, held, plain
from desktop.domain.edits.customers import FOLLOWED, agent_name_in, is_followed_in, shown
from desktop.domain.edits.fold import TagDelta
from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.edits.threeway import merge
from desktop.domain.errors import CustomerGone, InvalidInput, Rejected, Unclear
from desktop.domain.intents.customers import CreateCustomer, UpdateCustomer
from desktop.domain.json import Json
from desktop.workspace.lookups.duplicates import customers_with
from desktop.workspace.push.kinds.assigning import row_of
from desktop.workspace.push.kinds.kind import Kind, Reach, Settling
from desktop.workspace.push.steps import (
    Absent,
    Applied,
    Clashing,
    Differs,
    Finding,
    Look,
    Made,
    Park,
    Refused,
    Send,
    Settle,
    Step,
)

NO_CUSTOMER = "500001"
"""A return code that 003 does not list: what servers say of a customer who is no more."""
_REMOVED = frozenset({9})
_OF_LIST = frozenset({"agent_id", "agent_name"})
_EARLIER = 5.0


class UpdateCustomerKind(Kind[UpdateCustomer]):
    """Changed fields of a customer: read again first, so that nobody else's change is overwritten."""

    looks_first = True

    async def send(self, reach: Reach, intent: UpdateCustomer, base: Base, step: Send) -> Made:
        """Send what is left to change, and what the document wants with each call."""
        changes = dict(step.changes)
        name = changes.pop("nickname", step.name)
        if "agent_id" in changes and "agent_name" not in changes and (agent := agent_name_in(base)):
            changes["agent_name"] = agent
        fields = draft_fields({**step.held, **changes})
        await reach.client.customers.update(intent.customer, CustomerChanges(str(name), fields))
        return Made()

    async def find(self, reach: Reach, intent: UpdateCustomer, entry: Entry, _look: Look) -> Finding:
        """Compare with what the server has."""
        yours = flat(intent.set)
        agents = is_followed_in(entry.base) or not _OF_LIST.isdisjoint(yours)
        now = await whole_record(reach.client, intent.customer, agents=agents)
        if now is None:
            return Refused(CustomerGone())
        await reach.keep(now)
        if is_custom_unreadable(now) and any(name.startswith(LEAD) for name in yours):
            return Refused(InvalidInput(CUSTOM, "custom_unreadable"))
        server = held(now, yours)
        merged = merge(_plain(entry.base, yours), _plain(yours, yours), server)
        if merged.clashes:
            return Clashing(merged.clashes)
        if not merged.changes:
            return Applied()
        changes = {name: yours[name] for name in merged.changes}
        found = {name: value for name, value in server.items() if name not in entry.base}
        return Differs(changes, now.text("nickname"), _required(now), found)

    def after_refusal(self, entry: Entry, error: Rejected) -> Step:
        """Say it in plain words when the customer is no more."""
        return Park(CustomerGone()) if error.ret_code == NO_CUSTOMER else super().after_refusal(entry, error)


class CreateCustomerKind(Kind[CreateCustomer]):
    """A new customer, or what the account's rules take for one that is there: never sent again blindly."""

    def begin(self, entry: Entry) -> Step:
        """Look first for one who has the phone or e-mail, when nobody is to be changed by it."""
        anew = isinstance(entry.intent, CreateCustomer) and entry.intent.anew
        return Look() if anew else super().begin(entry)

    async def send(self, reach: Reach, intent: CreateCustomer, base: Base, _step: Send) -> Made:
        """Make the customer."""
        values = dict(intent.set)
        if "agent_name" not in values and (agent := agent_name_in(base)):
            values["agent_name"] = agent
        name, status = str(values.pop("nickname")), values.pop("status")
        draft = CustomerDraft(name, status if isinstance(status, int) else 0, draft_fields(flat(values)))
        saved = await reach.client.customers.save(draft)
        return Made(saved.id, {"action": saved.action})

    def after_success(self, entry: Entry, made: Made) -> Step:
        """Settle it: the server said the id."""
        local = entry.intent.local if isinstance(entry.intent, CreateCustomer) else ""
        return Settle({local: made.id}, made.learned)

    async def find(self, reach: Reach, intent: CreateCustomer, entry: Entry, _look: Look) -> Finding:
        """Look for a customer with the phone or e-mail who was written since it was sent; without both, ask."""
        phone, email = str(intent.set.get("phone", "")), str(intent.set.get("email", ""))
        sent = bool(entry.sent)
        if not split_several(phone) and not split_several(email):
            return Refused(Unclear()) if sent else Absent()
        found = await customers_with(reach.client.customers, phone, email)
        ours = [one for one in found if sent and _is_ours(one, intent, entry)]
        if len(ours) > 1:
            return Refused(Unclear())
        if not ours:
            taken = InvalidInput("phone" if phone else "email", "contact_taken")
            return Refused(taken) if found and intent.anew else Absent()
        added = (ours[0].number("created") or 0) >= entry.sent - _EARLIER
        return Applied({intent.local: ours[0].id}, {"action": "add" if added else "update"})

    async def afterwards(self, reach: Reach, intent: CreateCustomer) -> None:
        """Read the customer as the server has it now."""
        now = await whole_record(reach.client, reach.ids().get(intent.local, ""))
        if now is not None:
            await reach.keep(now)

    def settle(self, file: CacheFile, entries: Sequence[Entry], settling: Settling) -> Change:
        """Put the customers into the cache under the server's ids."""
        change = Change()
        for entry in entries:
            intent = entry.intent
            if isinstance(intent, CreateCustomer) and intent.local in settling.ids:
                fields = shown(intent.set, entry.base)
                if entry.base.get("action") == "update":
                    fields = {name: value for name, value in fields.items() if name not in NOT_UPSERTED}
                edit = PendingEdit(entry.id, settling.ids[intent.local], entry.seq, TagDelta(), fields)
                change = change.then(file.edits.made(edit, intent.local, settling.at, settling.until))
        return change


async def whole_record(client: SobotClient, customer_id: str, *, agents: bool = True) -> Customer | None:
    """Return all the server says of a customer, None when it has no such customer any more. Raises AppError.

    Without `agents` nothing is asked only to learn the list a customer is in, and its agent.
    """
    try:
        detail = await client.customers.detail(customer_id)
    except Rejected as error:
        if error.ret_code == NO_CUSTOMER:
            return None
        raise
    if detail is None or detail.number("record_status") in _REMOVED:
        return None
    if detail.number("status") is not None or not agents:
        return detail
    # The document's detail does not name the list a customer is in, nor its agent.
    row = await row_of(client, detail)
    return detail if row is None else detail_over(row, detail)


def draft_fields(values: Mapping[str, Json]) -> dict[str, FieldValue]:
    """Return flat values as the calls take them."""
    fields: dict[str, FieldValue] = {}
    custom: list[CustomValue] = []
    for name, value in values.items():
        if name.startswith(LEAD):
            custom.append(CustomValue(name.removeprefix(LEAD), str(value)))
        else:
            fields[name] = tuple(map(str, value)) if isinstance(value, list | tuple) else value
    return {**fields, CUSTOM: tuple(custom)} if custom else fields


def _is_ours(customer: Customer, intent: CreateCustomer, entry: Entry) -> bool:
    written = (customer.number("updated") or 0) >= entry.sent - _EARLIER
    return written and customer.text("nickname") == intent.set["nickname"]


def _required(now: Customer) -> dict[str, Json]:
    agent = now.text("agent_id")
    return {"agent_id": agent} if now.number("status") == FOLLOWED and agent else {}


def _plain(values: Mapping[str, Json], names: Iterable[str]) -> dict[str, Json]:
    return {name: plain(values[name]) for name in names if name in values}
