"""`client.assignment`: who looks after whom."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.api.caller import Caller
from desktop.api.page import Page
from desktop.api.wire import assignment as wire
from desktop.domain.dictionaries import Agent
from desktop.domain.following.assignment import AssignKind, AssignmentCount, AssignmentRecord


class Assignment:
    """Assigning, recycling and their records. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def assign(self, customer_ids: Iterable[str], agents: Sequence[Agent], kind: AssignKind) -> None:
        """Assign customers to agents (003 "Assign Customer").

        With one agent it is safe to repeat; among several the server distributes anew each time.
        """
        await self._caller.call(wire.assign(customer_ids, agents, kind))

    async def recycle(self, customer_ids: Iterable[str], *, valid: bool) -> None:
        """Put customers, valid or not, back into the pool (003 "Recycle to Customer Pool"). Safe to repeat."""
        await self._caller.call(wire.recycle(customer_ids, valid))

    async def records(self, agent_id: str, start: int, end: int) -> Page[AssignmentRecord]:
        """Return the customers an agent was given from `start` to `end`, in epoch seconds.

        The call takes no page: `total` tells when there are more than came (003 "Customer Assignment Records").
        """
        return await self._caller.call(wire.records(agent_id, start, end))

    async def statistics(
        self, agent_id: str, first: date, last: date, *, zone: str = ""
    ) -> tuple[AssignmentCount, ...]:
        """Return how many customers an agent was given each day, one month at most.

        `zone` is like "+08:00" (003 "Customer Assignment Statistics").
        """
        return await self._caller.call(wire.statistics(agent_id, first, last, zone))
