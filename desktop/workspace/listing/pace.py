"""How often a listing follows changes: at once, then a few times a second, less often when it costs much."""

from collections.abc import Callable

from desktop.workspace.later import Later

SHORTEST = 0.25
_SHARE = 8


class Pace:
    """Calls `work` after `ask`, not while it runs and not too often; `done` says that it has run.

    `clock` counts seconds.
    """

    def __init__(self, work: Callable[[], None], later: Later, clock: Callable[[], float]) -> None:
        self._work = work
        self._later = later
        self._clock = clock
        self._wanted = False
        self._running = False
        self._resting = False
        self._started = 0.0

    def ask(self) -> None:
        """Have the work done, now or as soon as it may."""
        self._wanted = True
        self._go()

    def done(self) -> None:
        """Say that the work was done: it rests a while, the longer the more it cost."""
        if not self._running:
            return
        self._running = False
        self._resting = True
        cost = self._clock() - self._started
        self._later(max(SHORTEST, cost * _SHARE), self._rested)

    def _rested(self) -> None:
        self._resting = False
        self._go()

    def _go(self) -> None:
        if self._wanted and not self._running and not self._resting:
            self._wanted = False
            self._running = True
            self._started = self._clock()
            self._work()
