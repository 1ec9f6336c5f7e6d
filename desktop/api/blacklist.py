"""`client.blacklist`: who may not write in."""

from desktop.api.caller import Caller
from desktop.api.page import Page
from desktop.api.wire import blacklist as wire
from desktop.domain.bans.entry import BlacklistEntry, BlackType


class Blacklist:
    """The blacklist. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        customer_id: str = "",
        kind: BlackType | None = None,
        start: int | None = None,
        end: int | None = None,
        number: int = 1,
        size: int = 100,
    ) -> Page[BlacklistEntry]:
        """Return page `number` of `size` entries (003 "Query the customer list on the blacklist").

        `start` and `end` bound the time of blacklisting, in epoch seconds. Rows no longer active come too.
        """
        return await self._caller.call(wire.query(customer_id, kind, start, end, number, size))

    async def add(self, customer_id: str, kind: BlackType, reason: str) -> None:
        """Put a customer on the blacklist; `reason` may not be blank (003 "Add to customer blacklist").

        Repeating a timed entry may extend it.
        """
        await self._caller.call(wire.add(customer_id, kind, reason))

    async def remove(self, customer_id: str) -> None:
        """Take a customer off the blacklist (003 "Remove from customer blacklist"). Safe to repeat."""
        await self._caller.call(wire.remove(customer_id))
