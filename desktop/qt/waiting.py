"""Something the user asked for a moment too early: it is done as soon as it can be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_LONGEST_MS = 5_000
"""Longer than any reading takes; what comes later would surprise."""


class Waiting(QObject):
    """Does one thing at once, or when `look` finds that it can be done; another one takes its place.

    `given_up` when that was never so for some seconds.
    """

    given_up = Signal()

    def __init__(self, parent: QObject | None = None, longest_ms: int = _LONGEST_MS) -> None:
        super().__init__(parent)
        self._ready: Callable[[], bool] | None = None
        self._then: Callable[[], None] | None = None
        # Who says that rows have come has others to tell: what was waited for comes after them.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._try)
        self._end = QTimer(self, singleShot=True, interval=longest_ms)
        self._end.timeout.connect(self._on_end)

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self._then is not None

    def begin(self, ready: Callable[[], bool], then: Callable[[], None]) -> None:
        """Call `then` once `ready` says so: now, if it does."""
        self.cancel()
        if ready():
            then()
            return
        self._ready, self._then = ready, then
        self._end.start()

    def look(self) -> None:
        """Learn that it may be so now."""
        if self._then is not None:
            self._soon.start()

    def cancel(self) -> None:
        """Do it no more."""
        self._ready = self._then = None
        self._soon.stop()
        self._end.stop()

    def _try(self) -> None:
        then = self._then
        if then is not None and self._ready is not None and self._ready():
            self.cancel()
            then()

    def _on_end(self) -> None:
        self.cancel()
        self.given_up.emit()
