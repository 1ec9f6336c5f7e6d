"""Where a customer stands, which assignment that allows, and who is dealt to whom. Pure.

The document knows five ways to assign (003 "Assign Customer"): to-be-assigned customers, customers of the pool
(to somebody, or received by oneself), one's own, and those a colleague follows. None of them is for new ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import cycle

from desktop.domain.customers.customer import Customer
from desktop.domain.following.assignment import AssignKind

NEW, TO_ASSIGN, FOLLOWED, POOL = 1, 2, 3, 4
"""The lists a customer can be in (`crm_status`)."""

ALLOWED: Mapping[AssignKind, int] = {
    AssignKind.TO_BE_ASSIGNED: TO_ASSIGN,
    AssignKind.POOL: POOL,
    AssignKind.RECEIVE_FROM_POOL: POOL,
    AssignKind.MINE: FOLLOWED,
    AssignKind.CHANGE_AGENT: FOLLOWED,
}
"""The list a customer must be in for each way to assign."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The list a customer is in (None: not known) and the agent's id ("": none)."""

    status: int | None = None
    agent: str = ""


class LeftOut(Enum):
    """Why a customer is not assigned or recycled."""

    ALREADY = "already"
    """It is with the agent, or in the pool, already."""
    NEW = "new"
    """A new customer: the server assigns those of the other lists only."""
    TAKEN = "taken"
    """A colleague follows it: it is not free to be claimed."""
    UNKNOWN = "unknown"
    """Where it stands is not known here."""


def standing_of(customer: Customer) -> Standing:
    """Return where a customer stands."""
    return Standing(customer.number("status"), customer.text("agent_id"))


def way_to(agent: str, standing: Standing, me: str) -> AssignKind | LeftOut:
    """Return how a customer is given to an agent, or why it is not; `me` is the user's agent ("": not said)."""
    match standing.status:
        case 1:
            return LeftOut.NEW
        case 2:
            return AssignKind.TO_BE_ASSIGNED
        case 4:
            return AssignKind.RECEIVE_FROM_POOL if agent == me else AssignKind.POOL
        case 3 if standing.agent == agent:
            return LeftOut.ALREADY
        case 3:
            return AssignKind.MINE if me and standing.agent == me else AssignKind.CHANGE_AGENT
        case _:
            return LeftOut.UNKNOWN


def way_to_claim(standing: Standing, me: str) -> AssignKind | LeftOut:
    """Return how the user takes a free customer, or why not: those that colleagues follow are not free."""
    way = way_to(me, standing, me)
    return LeftOut.TAKEN if way is AssignKind.CHANGE_AGENT else way


def recycling(standing: Standing, *, valid: bool) -> LeftOut | None:
    """Return why a customer is not put into the pool, None when it is. Invalid ones can be marked in it too."""
    if standing.status is None:
        return LeftOut.UNKNOWN
    return LeftOut.ALREADY if valid and standing.status == POOL else None


def in_turn(agents: Iterable[str], loads: Mapping[str, int]) -> list[str]:
    """Return the agents in the order in which customers are dealt to them: who has least first."""
    return sorted(dict.fromkeys(agents), key=lambda agent: loads.get(agent, 0))


def dealt(customers: Iterable[str], agents: Sequence[str], loads: Mapping[str, int]) -> dict[str, str]:
    """Return an agent for each customer: in turn, so that shares differ by one at most; who has least gets more.

    The document does not say how the server shares customers among several agents: so each call names one.
    """
    turns = in_turn(agents, loads)
    return dict(zip(dict.fromkeys(customers), cycle(turns), strict=False)) if turns else {}
