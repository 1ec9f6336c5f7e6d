"""How far a pull is and how long it takes, told a few times a second."""

import time
from collections.abc import Callable

from desktop.workspace.status import Phase, Progress

INTERVAL = 0.25
"""Seconds between two tellings at least."""


class Meter:
    """Turns counts into `Progress`. `clock` is monotonic, in seconds."""

    def __init__(self, tell: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._phase: Phase = "dictionaries"
        self._began = (0, 0.0)
        self._told = 0.0
        self._full = False

    def begin(self, phase: Phase, *, done: int = 0, total: int = 0) -> None:
        """Start a phase; `done` of `total` were done before (by an earlier run)."""
        self._phase = phase
        self._began = (done, self._clock())
        self._told = self._clock()
        self._full = False
        self._tell(Progress(phase, done, total))

    def step(self, done: int, total: int) -> None:
        """Tell how far the phase is, unless it was told a moment ago."""
        now = self._clock()
        just_full = done >= total and not self._full
        if now - self._told < INTERVAL and not just_full:
            return
        self._full = done >= total
        self._told = now
        self._tell(progress(self._phase, done, total, done - self._began[0], now - self._began[1]))


def progress(phase: Phase, done: int, total: int, fresh: int, seconds: float) -> Progress:
    """Return the progress after `fresh` items in `seconds`."""
    rate = fresh / seconds if seconds > 0 else 0.0
    left = round(max(0, total - done) / rate) if rate > 0 and total else None
    return Progress(phase, min(done, total) if total else done, total, round(rate, 1), left)
