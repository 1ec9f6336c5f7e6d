"""What is left alone for a while: single entries, or everything while nobody gets through."""

import math
from collections.abc import Callable, Container
from dataclasses import dataclass

from desktop.domain.errors import AppError
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.steps import Look, Rest


@dataclass(slots=True)
class _Course:
    """How it went with an entry so far: failures in a row, readings that missed it, what was to be looked for."""

    until: float = 0.0
    failures: int = 0
    absences: int = 0
    look: Look | None = None
    firm: bool = False
    """Whether its wait keeps a lost call from being repeated: nobody ends it."""


class _Beside:
    def __init__(self, lanes: Container[str], courses: dict[str, _Course], now: float) -> None:
        self._lanes = lanes
        self._courses = courses
        self._now = now

    def __contains__(self, one: object) -> bool:
        if one in self._lanes:
            return True
        course = self._courses.get(str(one))
        return course is not None and course.until > self._now


class Resting:
    """The waits of a pusher, in memory: after a start everything is tried at once."""

    def __init__(self, clock: Callable[[], float], random: Callable[[], float], pace: PushPace) -> None:
        self._clock = clock
        self._random = random
        self._pace = pace
        self._courses: dict[str, _Course] = {}
        self._closed_until = 0.0
        self._failures = 0
        self.trouble: AppError | None = None

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent now."""
        return self._closed_until > self._clock()

    def beside(self, lanes: Container[str]) -> Container[str]:
        """Return what is to be left alone: these lanes and the entries that rest."""
        return _Beside(lanes, self._courses, self._clock())

    def left(self) -> float:
        """Return the seconds until the first wait is over, infinity when nothing waits."""
        now = self._clock()
        if self._closed_until > now:
            return self._closed_until - now
        return min((one.until - now for one in self._courses.values() if one.until > now), default=math.inf)

    def leave(self, entry_id: str, rest: Rest) -> None:
        """Leave an entry, or everything, for as long as the pace says."""
        if rest.all:
            self._failures += 1
            self.trouble = rest.error
            wait = self._pace.wait(rest.error, self._failures, self._random())
            self._closed_until = math.inf if wait is None else self._clock() + wait
            return
        course = self._courses.setdefault(entry_id, _Course())
        course.failures += rest.error is not None
        course.firm = rest.wait is not None
        wait = self._pace.wait(rest.error, course.failures, self._random()) or 0.0
        self.put(entry_id, wait if rest.wait is None else rest.wait)

    def put(self, entry_id: str, seconds: float) -> None:
        """Leave an entry for so many seconds."""
        self._courses.setdefault(entry_id, _Course()).until = self._clock() + seconds

    def look_of(self, entry_id: str, look: Look) -> Look:
        """Return what to look for: what a call just said is remembered until the entry is forgotten."""
        course = self._courses.setdefault(entry_id, _Course())
        if look.sure or look.refusal is not None or course.look is None:
            if look != course.look:
                course.absences = 0
            course.look = look
        return course.look

    def sent(self, entry_id: str) -> None:
        """Note that an entry is sent now: what was read before counts no more."""
        course = self._courses.get(entry_id)
        if course is not None:
            course.absences, course.look = 0, None

    def absence(self, entry_id: str) -> int:
        """Return how many readings have missed an entry, this one counted too."""
        course = self._courses.setdefault(entry_id, _Course())
        course.absences += 1
        return course.absences

    def forget(self, entry_id: str) -> None:
        """Forget an entry that is settled."""
        self._courses.pop(entry_id, None)

    def through(self) -> bool:
        """Note that a call went through; return whether there was trouble before."""
        had, self.trouble = self.trouble is not None, None
        self._failures = 0
        self._closed_until = 0.0
        return had

    def end(self) -> None:
        """End all waits but those that keep a lost call from being repeated too soon."""
        self._closed_until = 0.0
        for course in self._courses.values():
            if not course.firm:
                course.until = 0.0
