"""When the background tries again: pure decisions."""

from dataclasses import dataclass

from desktop.domain.errors import AppError, Busy, CredentialError, InvalidInput, Offline, Stopped, TokenContested
from desktop.workspace.status import Connection


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between pulls while all is well, and bounds of the wait after failures, which doubles."""

    pull: float = 180.0
    first: float = 5.0
    longest: float = 120.0

    def wait(self, error: AppError | None, failures: int, random: float) -> float | None:
        """Return the seconds until the next try after `failures` in a row; None: when a person asks.

        `random` from [0, 1) spreads desktops that lost the same server.
        """
        if error is None:
            return self.pull
        if needs_person(error):
            return None
        return doubled(error, failures, random, self.first, self.longest)


def doubled(error: AppError, failures: int, random: float, first: float, longest: float) -> float:
    """Return the seconds to wait after `failures` in a row: `first` doubled up to `longest`, or what is asked.

    `random` from [0, 1) makes it a quarter shorter or longer.
    """
    # No float holds 2 to as many failures as two days without a network bring.
    wait = min(longest, first * 2.0 ** min(30, max(0, failures - 1))) * (0.75 + random / 2)
    asked = 0.0
    if isinstance(error, TokenContested):
        asked = float(error.details.get("wait", 0)) + 1
    elif isinstance(error, Busy):
        asked = error.retry_after or 0.0
    return max(wait, asked)


def needs_person(error: AppError) -> bool:
    """Say whether trying again is useless until a person acts."""
    return isinstance(error, (Stopped, CredentialError, InvalidInput))


def connection_after(error: AppError | None, before: Connection) -> Connection:
    """Return the state of the connection after an attempt that ended so."""
    if error is None:
        return "online"
    if needs_person(error):
        return "stopped"
    if isinstance(error, TokenContested):
        return "connecting"
    if isinstance(error, Offline) or before == "connecting":
        return "offline"
    return before
