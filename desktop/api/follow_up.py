"""`client.follow_up`: stages, behaviours and follow-up records."""

from desktop.api.caller import Caller
from desktop.api.wire import follow_up as wire
from desktop.domain.dictionaries import Stage


class FollowUp:
    """What happens with a customer. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def stages(self) -> tuple[Stage, ...]:
        """Return the follow-up stages (003 "Query Follow-up Stage")."""
        return await self._caller.call(wire.stages())
