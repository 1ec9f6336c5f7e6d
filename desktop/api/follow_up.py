"""`client.follow_up`: stages, behaviours and follow-up records."""

from collections.abc import AsyncIterator

from desktop.api.caller import Caller
from desktop.api.page import Page
from desktop.api.pages import each
from desktop.api.wire import behaviours as behaviour_wire
from desktop.api.wire import follow_up as wire
from desktop.domain.dictionaries import Stage
from desktop.domain.following.behaviour import Behaviour, BehaviourGroup, FollowUpRecord, StageKind


class FollowUp:
    """What happens with a customer. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def stages(self) -> tuple[Stage, ...]:
        """Return the follow-up stages (003 "Query Follow-up Stage")."""
        return await self._caller.call(wire.stages())

    async def set_stage(
        self, customer_id: str, stage: Stage, kind: StageKind = StageKind.PROCESS, note: str = ""
    ) -> None:
        """Set a customer's stage (003 "Set Customer Stage"). Each time adds to the customer's history."""
        await self._caller.call(wire.stage_save(customer_id, stage, kind, note))

    async def add_record(self, record: FollowUpRecord) -> None:
        """Add a follow-up record (003 "Add Follow-up Record"). Not safe to repeat: it would stand there twice."""
        await self._caller.call(wire.record_save(record))

    async def behaviours(
        self, customer_id: str, group: BehaviourGroup | None = None, *, number: int = 1, size: int = 100
    ) -> Page[Behaviour]:
        """Return a page of a customer's history, of all groups or one (003 "Query All Customer Behaviors")."""
        return await self._caller.call(behaviour_wire.behaviours(customer_id, group, number, size))

    def history(self, customer_id: str, group: BehaviourGroup | None = None) -> AsyncIterator[Behaviour]:
        """Yield a customer's whole history (003 "Query All Customer Behaviors")."""
        return each(lambda number: self.behaviours(customer_id, group, number=number))
