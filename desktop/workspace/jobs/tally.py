"""How far the customers of a job are, and how fast it goes."""

from collections import deque
from dataclasses import dataclass, replace

_WINDOW = 10.0
"""Seconds over which the rate is taken."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`done` and `failed` of `total` rows are settled.

    `rate` is rows a second, `busy` the part of the allowed parallelism that was in use so far (0-1).
    """

    total: int = 0
    done: int = 0
    failed: int = 0
    rate: float = 0.0
    busy: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this rate, None while unknown."""
        return (self.total - self.done - self.failed) / self.rate if self.rate > 0 else None


class Meter:
    """Counts settled rows; times are seconds of any steady clock. `lanes` requests may be in flight at once."""

    def __init__(self, start: Tally, lanes: int, now: float) -> None:
        self._tally = start
        self._lanes = lanes
        self._marks: deque[tuple[float, int]] = deque([(now, start.done + start.failed)])
        self._worked = 0.0
        self._sending = 0.0
        self._began: float | None = None

    def settled(self, now: float, *, done: int = 0, failed: int = 0) -> None:
        """Count rows whose outcome is known."""
        self._tally = replace(self._tally, done=self._tally.done + done, failed=self._tally.failed + failed)
        self._marks.append((now, self._tally.done + self._tally.failed))
        while now - self._marks[0][0] > _WINDOW and len(self._marks) > 2:
            self._marks.popleft()

    def sent(self, seconds: float) -> None:
        """Count the time that one request was in flight."""
        self._worked += seconds

    def works(self, now: float) -> None:
        """Begin a stretch in which requests are wanted."""
        self._began = now

    def rests(self, now: float) -> None:
        """End it."""
        if self._began is not None:
            self._sending += now - self._began
            self._began = None

    def tally(self, now: float) -> Tally:
        """Return where things stand."""
        began, before = self._marks[0]
        passed = now - began
        settled = self._tally.done + self._tally.failed - before
        stretch = self._sending + (now - self._began if self._began is not None else 0.0)
        busy = self._worked / (stretch * self._lanes) if stretch > 0 else 0.0
        return replace(self._tally, rate=settled / passed if passed > 0 else 0.0, busy=min(1.0, busy))
