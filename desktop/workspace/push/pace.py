"""How long an edit waits before the next try: pure."""

from dataclasses import dataclass

from desktop.domain.errors import AppError, CredentialError, Stopped
from desktop.workspace.pace import doubled


@dataclass(frozen=True, slots=True)
class PushPace:
    """Seconds: bounds of the wait after failures, which doubles; between two readings; between two looks around.

    `absent` passes before something that is not there is looked for again, `poll` before the outbox is asked what
    other processes put into it.
    """

    first: float = 0.5
    longest: float = 60.0
    absent: float = 1.0
    poll: float = 2.0

    def wait(self, error: AppError | None, failures: int, random: float) -> float | None:
        """Return how long to wait after so many failures in a row; None: until a person acts.

        `random` from [0, 1) spreads desktops that lost the same server.
        """
        if error is None:
            return self.absent
        if isinstance(error, Stopped | CredentialError):
            return None
        return doubled(error, failures, random, self.first, self.longest)
