"""Who looks after a customer, on its way to the server: done only once it is read that it is so.

The detail of a customer need not tell its agent (003 "Query Customer Details" does not name it): then the list is
searched for the customer, and last the records of what the agent was given.
"""

from desktop.api.client import SobotClient
from desktop.domain.customers.customer import Customer
from desktop.domain.dictionaries import Agent
from desktop.domain.edits.assigning import AS_IT_STANDS, agent_of, standing_in
from desktop.domain.edits.outbox import Base, Clash, Entry, State
from desktop.domain.errors import InvalidInput, NotAssigned, Rejected, StateForbids
from desktop.domain.filters import CustomerFilter, SearchIn
from desktop.domain.following.assigning import ALLOWED, FOLLOWED, POOL, TO_ASSIGN, Standing, standing_of, way_to
from desktop.domain.following.assignment import AssignKind
from desktop.domain.intents.following import Assign, Recycle
from desktop.domain.json import Json
from desktop.workspace.push.kinds.kind import LOOKS, Edit, Kind, Reach
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
    Rest,
    Send,
    Step,
)

_GUARDED = (TO_ASSIGN, POOL)
"""The server itself refuses to assign from these lists when somebody has the customer already."""

_EARLIER = 60
_LATER = 600
_PAGES = 5
_SEARCHED = ((SearchIn.PHONE, "phone"), (SearchIn.EMAIL, "email"), (SearchIn.NICKNAME, "nickname"))


class HandoverKind(Kind[Edit]):
    """An edit of who has a customer: verified by reading after it was done."""

    makes = True

    def after_refusal(self, _entry: Entry, error: Rejected) -> Step:
        """Read why: somebody else may have been there first."""
        return Look(refusal=error)

    def after_absence(self, entry: Entry, look: Look, absences: int) -> Step:
        """Ask a person when the server says one thing and has another."""
        if look.sure:
            return Rest(None, unknown=True) if absences < LOOKS else Park(NotAssigned())
        return super().after_absence(entry, look, absences)


class AssignCustomerKind(HandoverKind[Assign]):
    """A customer given to one agent: safe to repeat."""

    def begin(self, entry: Entry) -> Step:
        """Read first where the server does not guard a colleague's customer, or where something is in doubt."""
        intent, before = entry.intent, standing_in(entry.base)
        list_of = _list_of(intent.kind) if isinstance(intent, Assign) else None
        guarded = list_of in _GUARDED and before.status in (None, list_of) and not before.agent
        return Send() if guarded and entry.state is State.QUEUED else Look()

    async def send(self, reach: Reach, intent: Assign, base: Base, step: Send) -> Made:
        """Assign, the way that was read to be right."""
        kind = step.changes.get("kind", intent.kind)
        if kind == AS_IT_STANDS:
            raise InvalidInput("customer", "standing_unknown")
        _, name, department = agent_of(base)
        agent = Agent(intent.agents[0], name, department) if name else await _agent(reach.client, intent.agents[0])
        await reach.client.assignment.assign([intent.customer], [agent], AssignKind(kind))
        return Made()

    async def find(self, reach: Reach, intent: Assign, entry: Entry, look: Look) -> Finding:
        """Read who has the customer."""
        now = await standing_at(reach.client, intent.customer)
        if now is None:
            return Refused(InvalidInput("customer", "gone"))
        if now.status is None:
            return await self._by_records(reach.client, intent, entry)
        if now == Standing(FOLLOWED, intent.agents[0]):
            return Applied()
        return await self._unassigned(reach.client, intent, entry, look, now)

    async def _unassigned(
        self, client: SobotClient, intent: Assign, entry: Entry, look: Look, now: Standing
    ) -> Finding:
        if look.sure:
            return Absent()
        before = standing_in(entry.base)
        if now.agent and before.status is not None and now.agent != before.agent:
            return Clashing((Clash("agent_id", before.agent, intent.agents[0], now.agent),))
        way = way_to(intent.agents[0], now, "")
        if not isinstance(way, AssignKind):
            return Refused(StateForbids())
        if look.refusal is not None:
            return await _why_refused(client, intent, now)
        kind: Json = intent.kind if _list_of(intent.kind) == now.status else way.value
        return Differs({"kind": kind}, "")

    async def _by_records(self, client: SobotClient, intent: Assign, entry: Entry) -> Finding:
        """Look through what the agent was given since it was sent: the page may not hold all of it."""
        if not entry.sent:
            return Absent()
        start = int(entry.sent)
        given = await client.assignment.records(intent.agents[0], start - _EARLIER, start + _LATER)
        return Applied() if any(one.customer_id == intent.customer for one in given.items) else Absent()


class RecycleKind(HandoverKind[Recycle]):
    """A customer put into the pool: safe to repeat."""

    looks_first = True

    async def send(self, reach: Reach, intent: Recycle, _base: Base, _step: Send) -> Made:
        """Put it there."""
        await reach.client.assignment.recycle([intent.customer], valid=intent.valid)
        return Made()

    async def find(self, reach: Reach, intent: Recycle, entry: Entry, look: Look) -> Finding:
        """Read whether it is there; whether it was marked invalid cannot be read, once it is."""
        now = await standing_at(reach.client, intent.customer)
        if now is None:
            return Refused(InvalidInput("customer", "gone"))
        before = standing_in(entry.base)
        if now.status is None:
            return Applied() if look.sure else Absent()
        if now.status == POOL:
            tells = look.sure or (before.status != POOL and (intent.valid or entry.state is not State.QUEUED))
            return Applied() if tells or (intent.valid and entry.state is State.QUEUED) else Absent()
        if not look.sure and before.status is not None and now.agent and now.agent != before.agent:
            return Clashing((Clash("agent_id", before.agent, "", now.agent),))
        return Absent()


async def standing_at(client: SobotClient, customer_id: str) -> Standing | None:
    """Return where the server has a customer; None: it has no such customer. Raises AppError."""
    detail = await client.customers.detail(customer_id)
    if detail is None:
        return None
    if detail.number("status") is not None:
        return standing_of(detail)
    listed = await row_of(client, detail)
    return Standing() if listed is None else standing_of(listed)


async def row_of(client: SobotClient, customer: Customer) -> Customer | None:
    """Return the row of a customer in the server's list, None when it is not found by phone, e-mail or name."""
    for where, field in _SEARCHED:
        text = customer.text(field)
        if not text:
            continue
        number = 0
        async for page in client.customers.pages(CustomerFilter(search_in=where, search=text)):
            found = next((one for one in page.items if one.id == customer.id), None)
            if found is not None:
                return found
            number += 1
            if number >= _PAGES:
                break
    return None


def _list_of(kind: int) -> int | None:
    """Return the list a kind of assignment is for, None for the one that follows from the customer's list."""
    return None if kind == AS_IT_STANDS else ALLOWED[AssignKind(kind)]


async def _agent(client: SobotClient, agent_id: str) -> Agent:
    """Return an agent whose name was not known when the edit was made."""
    for agent in (await client.dictionaries.staff()).agents:
        if agent.id == agent_id:
            return agent
    raise InvalidInput("agents", "agent_gone")


async def _why_refused(client: SobotClient, intent: Assign, now: Standing) -> Finding:
    """Say why the server refused what it seemed to allow: the agent has left, or the list is another one."""
    staff = await client.dictionaries.staff()
    if all(one.id != intent.agents[0] for one in staff.agents):
        return Refused(InvalidInput("agents", "agent_gone"))
    if now.status != _list_of(intent.kind):
        return Refused(StateForbids())
    return Absent()
