"""Answers that somebody waits for."""

from collections.abc import Callable


class Awaited:
    """Waits for `answers`; those who asked `when_read` are called after the last of them."""

    def __init__(self, answers: int) -> None:
        self._left = answers
        self._waiting: list[Callable[[], None]] = []

    def when_read(self, then: Callable[[], None]) -> None:
        """Call `then` when every answer has come: now, if they have."""
        if self._left:
            self._waiting.append(then)
        else:
            then()

    def _came(self) -> None:
        """Count one answer."""
        self._left -= 1
        if not self._left:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()
