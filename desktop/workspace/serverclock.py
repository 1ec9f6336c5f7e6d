"""The server's time by its own replies: this machine's clock may be wrong, and set at any moment."""

import time
from collections.abc import Awaitable, Callable

from desktop.api.request import RawReply, Request
from desktop.api.sender import Sender
from desktop.domain.errors import AppError, Sent
from desktop.workspace.token.keeper import TokenKeeper

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


class ServerTime:
    """What must be added to `clock`, this machine's, to get the server's time, in seconds.

    `ask` makes the server say something. A token taught how the clocks stand; a reply tells when either was set.
    """

    def __init__(
        self,
        sender: ClockedSender,
        tokens: TokenKeeper,
        clock: Callable[[], float],
        ask: Callable[[], Awaitable[object]],
    ) -> None:
        self._sender = sender
        self._tokens = tokens
        self._clock = clock
        self._ask = ask

    def ahead(self) -> float:
        """Return it as far as is known now."""
        now, taught = self._sender.now(), self._tokens.offset
        learned = taught if now is None else now - self._clock()
        return learned if abs(learned - taught) > _SURE else taught

    async def offset(self) -> float:
        """Return it when the server has said something since the start.

        Raises AppError, whose `sent` tells of the edit that waits for it: NO.
        """
        await self._tokens.token()
        if self._sender.now() is None:
            # What a kept token taught is wrong when the clock was set while the program did not run.
            try:
                await self._ask()
            except AppError as error:
                error.sent = Sent.NO
                raise
        return self.ahead()
