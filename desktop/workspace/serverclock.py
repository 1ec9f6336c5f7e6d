"""The server's time by its own replies: this machine's clock may be wrong, and set at any moment."""

import time
from collections.abc import Callable

from desktop.api.request import RawReply, Request
from desktop.api.sender import Sender

_SURE = 5.0
"""Seconds that a Date header and the way of a reply may be off."""


def steady() -> float:
    """Return seconds that no setting of the clock moves; where the system can tell, sleep counts."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class ClockedSender(Sender):
    """A sender that knows the server's time from the newest reply."""

    server_time: float | None = None
    _at: float = 0.0

    async def send(self, request: Request) -> RawReply:
        """Return the answer, whatever its status. Raises Offline, BadReply."""
        reply = await super().send(request)
        if reply.server_time is not None:
            self.server_time, self._at = reply.server_time, steady()
        return reply

    def now(self) -> float | None:
        """Return the server's time now, None while no reply carried a Date."""
        return None if self.server_time is None else self.server_time + steady() - self._at

    def offset(self, clock: Callable[[], float], known: float) -> float:
        """Return what must be added to `clock` to get the server's time, in seconds.

        That is `known`, what the newest token taught, unless either clock was set since.
        """
        now = self.now()
        learned = known if now is None else now - clock()
        return learned if abs(learned - known) > _SURE else known
