"""When a failed read is asked for again: a pure decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.errors import (
    AppError,
    BadReply,
    Busy,
    ConnectFailed,
    Interrupted,
    ProxyFailed,
    TimedOut,
    TlsFailed,
)

_REPEATS: Mapping[type[AppError], int] = {
    Busy: 4,
    Interrupted: 3,
    ConnectFailed: 1,
    BadReply: 1,
    TimedOut: 1,
    TlsFailed: 0,
    ProxyFailed: 0,
}


@dataclass(frozen=True, slots=True)
class Backoff:
    """How often each failure is repeated, and how long the waits are, in seconds.

    A wait doubles from `first` up to `longest` and is drawn between its half and its whole, so that many desktops
    do not come back together. What the server asks for is honoured up to `patience`; beyond it the caller is told.
    """

    repeats: Mapping[type[AppError], int] = field(default_factory=lambda: _REPEATS)
    first: float = 0.5
    longest: float = 20.0
    patience: float = 60.0

    def wait(self, error: AppError, repeated: int, random: float) -> float | None:
        """Return the seconds before the next try after `repeated` ones, None to give up.

        `random` is drawn evenly from [0, 1).
        """
        if repeated >= self.repeats.get(type(error), 0):
            return None
        wait = min(self.longest, self.first * float(2**repeated)) * (1 + random) / 2
        asked = error.retry_after if isinstance(error, Busy) else None
        if asked is None:
            return wait
        return None if asked > self.patience else asked + wait


NO_REPEATS = Backoff(repeats={})
"""For questions whose answer is the failure itself, e.g. a connection test."""
