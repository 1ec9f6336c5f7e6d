"""Measures how long the GUI thread keeps the event loop waiting, and where it was meanwhile."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2
_FRAME_MS = 16.0
_KEPT = 200


@dataclass(frozen=True, slots=True)
class Stall:
    """A gap of the event loop: milliseconds, when it began (perf_counter seconds), where the thread stood."""

    length_ms: float
    began: float
    stack: str


@dataclass(slots=True)
class Gaps:
    """The gaps measured: every one beyond the beat, in milliseconds."""

    lengths: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The longest gap in ms, 0 when none was measured."""
        return max(self.lengths, default=0.0)

    def quantile(self, share: float) -> float:
        """Return the gap that `share` (0-1) of all are no longer than, in ms."""
        ordered = sorted(self.lengths)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    @property
    def p999(self) -> float:
        """The gap that 999 of 1,000 are no longer than, in ms."""
        return self.quantile(0.999)


class StallMeter(QObject):
    """Measures the event loop of the thread it is made in, between `start` and `stop`.

    A timer of 2 ms beats in the loop; a watching thread notes the stack when a beat is more than `limit_ms`
    late. `log` is told each stall once it is over. `gaps` are the waits between two beats; `works` the time this
    thread computed in them, which no other program on the machine can lengthen. Costs some hundred wake-ups a
    second: for measuring only.
    """

    def __init__(
        self,
        *,
        limit_ms: float = _FRAME_MS,
        log: Callable[[Stall], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit_ms / 1000
        self._log = log
        self._thread_id = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._last = self._worked = 0.0
        self._stack = ""
        self._over = threading.Event()
        self._watcher: threading.Thread | None = None
        self.gaps = Gaps()
        self.works = Gaps()
        self.stalls: list[Stall] = []

    def start(self) -> None:
        """Begin to measure anew."""
        self.stop()
        self.gaps = Gaps()
        self.works = Gaps()
        self.stalls = []
        self._worked = time.thread_time()
        self._over = threading.Event()
        self._last = time.perf_counter()
        self._timer.start(_BEAT_MS)
        self._watcher = threading.Thread(target=self._watch, args=(self._over,), name="stalls", daemon=True)
        self._watcher.start()

    def stop(self) -> None:
        """End the measuring; `gaps` and `stalls` stay."""
        self._timer.stop()
        self._over.set()
        if self._watcher is not None:
            self._watcher.join()
            self._watcher = None

    def _on_beat(self) -> None:
        now = time.perf_counter()
        began, self._last = self._last, now
        late = max(0.0, (now - began) * 1000 - _BEAT_MS)
        self.gaps.lengths.append(late)
        worked, self._worked = self._worked, time.thread_time()
        self.works.lengths.append((self._worked - worked) * 1000)
        stack, self._stack = self._stack, ""
        if late > self._limit * 1000:
            stall = Stall(late, began, stack)
            self.stalls = [*self.stalls[1 - _KEPT :], stall]
            if self._log is not None:
                self._log(stall)

    def _watch(self, over: threading.Event) -> None:
        noted = 0.0
        while not over.wait(self._limit / 4):
            began = self._last
            if began != noted and time.perf_counter() - began > self._limit:
                noted = began
                frame = sys._current_frames().get(self._thread_id)
                self._stack = "".join(traceback.format_stack(frame)) if frame else ""
