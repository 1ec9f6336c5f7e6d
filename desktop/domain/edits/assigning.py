"""Who looks after a customer: Assign, Recycle.

One call gives one customer to one agent: that is safe to repeat, and it can be read who has whom. Of several
agents an edit keeps one: in turn, so that the shares of a gesture or a job differ by one at most.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import ClassVar

from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, flag, ids, integer
from desktop.domain.edits.rules import CustomerRules, Ids, Patch, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.following.assigning import ALLOWED, FOLLOWED, POOL, LeftOut, Standing, standing_of, way_to
from desktop.domain.following.assignment import AssignKind
from desktop.domain.intents.following import Assign, Recycle
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

AS_IT_STANDS = 0
"""The `kind` of an Assign that follows from where the customer stands."""

_TO = "to"
_FOUND = ("status", "agent_id", "agent_name")


class Assigning(CustomerRules[Assign]):
    """Giving a customer to an agent."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "agents": ids, "kind": integer}
    on_customer = True

    def make_sense(self, intent: Assign) -> None:
        """Refuse no agents, and a kind the document does not know."""
        if not intent.agents:
            raise InvalidInput("agents", "empty")
        if intent.kind != AS_IT_STANDS and intent.kind not in {kind.value for kind in AssignKind}:
            raise InvalidInput("kind", "wrong_kind")

    def named(self, intent: Assign, seen: Seen, _token: Callable[[], str]) -> Assign:
        """Return the intent with the agent whose turn it is, and the kind that its standing asks for."""
        agent = intent.agents[seen.turn % len(intent.agents)]
        kind = intent.kind or _kind(agent, intent.customer, seen)
        return replace(intent, agents=(agent,), kind=kind)

    def check(self, intent: Assign, seen: Seen) -> None:
        """Refuse an agent who is not there, and a customer in a list from which it cannot be assigned so.

        While no agents were fetched at all, the server is asked about them when it is sent.
        """
        if seen.agents and intent.agents[0] not in seen.agents:
            raise InvalidInput("agents", "agent_gone")
        customer = seen.customers.get(intent.customer)
        status = None if customer is None else customer.number("status")
        if status is not None and intent.kind and status != ALLOWED[AssignKind(intent.kind)]:
            raise InvalidInput("kind", "customer_new" if status == 1 else "kind_forbidden")

    def preimage(self, intent: Assign, seen: Seen) -> Base:
        """Return where the customer stands, and what the call says of the agent."""
        agent = seen.agents.get(intent.agents[0])
        if agent is None:
            return _found(intent.customer, seen)
        to = {"id": agent.id, "name": agent.name, "department": agent.department_path or agent.department_id}
        return {**_found(intent.customer, seen), _TO: to}

    def patch(self, intent: Assign, base: Base, _ids: Ids) -> Patch:
        """Return that the agent follows the customer."""
        return Patch(fields={"status": FOLLOWED, "agent_id": intent.agents[0], "agent_name": agent_of(base)[1]})

    def inverse(self, intent: Assign, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what gives the customer back: to the former agent, into the pool; no call makes it wait again."""
        before = standing_in(base)
        if before.status == FOLLOWED and before.agent:
            back = (before.agent,)
            kind = AssignKind.CHANGE_AGENT.value
            return () if back == intent.agents else (Assign(customer=intent.customer, agents=back, kind=kind),)
        return (Recycle(customer=intent.customer),) if before.status == POOL else ()

    def target(self, intent: Assign) -> object:
        """Return the customer."""
        return "assignment", intent.customer

    def wanted(self, intent: Assign) -> Mapping[str, Json]:
        """Return the agent and the list."""
        return {"agent_id": intent.agents[0], "status": FOLLOWED}

    def without(self, intent: Assign, fields: Collection[str]) -> Assign | None:
        """Return nothing: without the agent there is nothing to assign."""
        return None if fields else intent


class Recycling(CustomerRules[Recycle]):
    """Putting a customer into the pool."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "valid": flag}
    on_customer = True

    def preimage(self, intent: Recycle, seen: Seen) -> Base:
        """Return where the customer stands."""
        return _found(intent.customer, seen)

    def patch(self, _intent: Recycle, _base: Base, _ids: Ids) -> Patch:
        """Return that the customer is in the pool, without an agent."""
        return Patch(fields={"status": POOL, "agent_id": None, "agent_name": None})

    def inverse(self, intent: Recycle, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return what gives the customer back to its agent; no call makes a customer new or waiting again."""
        before = standing_in(base)
        if before.status != FOLLOWED or not before.agent:
            return ()
        return (Assign(customer=intent.customer, agents=(before.agent,), kind=AssignKind.POOL.value),)

    def target(self, intent: Recycle) -> object:
        """Return the customer."""
        return "assignment", intent.customer

    def wanted(self, _intent: Recycle) -> Mapping[str, Json]:
        """Return the list, without an agent."""
        return {"agent_id": "", "status": POOL}

    def without(self, intent: Recycle, fields: Collection[str]) -> Recycle | None:
        """Return nothing: the customer stays with whoever has it."""
        return None if fields else intent


def standing_in(base: Base) -> Standing:
    """Return where the customer stood when an edit was made."""
    status, agent = base.get("status"), base.get("agent_id")
    return Standing(status if isinstance(status, int) else None, agent if isinstance(agent, str) else "")


def agent_of(base: Base) -> tuple[str, str, str]:
    """Return id, name and department of the agent an edit gives its customer to, "" where it was not known."""
    to = base.get(_TO)
    values = to if isinstance(to, Mapping) else {}
    return str(values.get("id", "")), str(values.get("name", "")), str(values.get("department", ""))


def can_undo(intent: Assign | Recycle, before: Standing) -> bool:
    """Say whether an edit of a customer that stands there can be taken back."""
    rules: Assigning | Recycling = Assigning() if isinstance(intent, Assign) else Recycling()
    base: Base = {"status": before.status, "agent_id": before.agent}
    return bool(rules.inverse(intent, base, str))  # type: ignore[arg-type]


def _kind(agent: str, customer: str, seen: Seen) -> int:
    known = seen.customers.get(customer)
    way = way_to(agent, Standing() if known is None else standing_of(known), "")
    if isinstance(way, AssignKind):
        return way.value
    if way is LeftOut.NEW:
        raise InvalidInput("customer", "customer_new")
    # Where it stands is read before it is sent.
    return AS_IT_STANDS if way is LeftOut.UNKNOWN else AssignKind.CHANGE_AGENT.value


def _found(customer: str, seen: Seen) -> Base:
    known = seen.customers.get(customer)
    if known is None:
        return {}
    return {"status": known.number("status"), **{name: known.text(name) for name in _FOUND[1:]}}
