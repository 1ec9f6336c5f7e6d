"""Measures how long the GUI thread keeps the event loop waiting, and where it was meanwhile."""

import faulthandler
import os
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2
_FRAME_MS = 16.0
_KEPT = 200
_STEPS_A_MS = 10
_DEEPEST = 14
"""Frames of a stack that are kept, those nearest to where the thread stood."""
_PARTS = 3
"""Parts of a file's path that are kept: a whole one names the user's home."""
_WAITS = frozenset({"wait", "acquire", "_recv", "recv_bytes", "select", "poll", "readinto", "get", "_watch"})
_THREADS = re.compile(r"^(?:Current thread|Thread) (?=0x)", re.MULTILINE)
_LINE = re.compile(r'^  File "(.*)", line (\d+|\?\?\?) in (.*)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stall:
    """A gap of the event loop: its ms, those the thread itself computed, when it began (perf_counter seconds).

    `stack` is where the thread stood, the innermost place last; `beside` where others stood that did not wait: one
    of them may have held the interpreter. Places in the code only, no values. `queued_ms` it was ready while no
    core was free (0.0 where the system does not tell); the rest it waited for the interpreter, disk or display.
    """

    length_ms: float
    worked_ms: float
    began: float
    stack: str
    beside: str = ""
    queued_ms: float = 0.0

    @property
    def cause(self) -> str:
        """What most of it went into: "own work", "waited for a core", "waited for the interpreter"."""
        parts = {
            "own work": self.worked_ms,
            "waited for a core": self.queued_ms,
            "waited for the interpreter": self.length_ms - self.worked_ms - self.queued_ms,
        }
        return max(parts, key=lambda name: parts[name])


def told(stall: Stall) -> str:
    """Return a stall as lines: its ms, those of own work, those without a core; then where it and others stood."""
    lines = [f"stall {stall.length_ms:.1f} {stall.worked_ms:.1f} {stall.queued_ms:.1f}"]
    lines += [f"    {line}" for line in stall.stack.splitlines()]
    lines += [f"    beside {line}" for line in stall.beside.splitlines()]
    return "\n".join(lines)


class Gaps:
    """How long gaps were, in ms: counted by tenths, so that a day of them needs no memory."""

    def __init__(self, lengths: Iterable[float] = ()) -> None:
        self.count = 0
        self.longest = 0.0
        self._steps: Counter[int] = Counter()
        for length in lengths:
            self.add(length)

    def add(self, length: float) -> None:
        """Count one more."""
        self.count += 1
        self.longest = max(self.longest, length)
        self._steps[int(length * _STEPS_A_MS)] += 1

    def quantile(self, share: float) -> float:
        """Return the gap that `share` (0-1) of all are no longer than, in whole tenths; 0 of none."""
        left = min(self.count - 1, int(share * self.count))
        for step in sorted(self._steps):
            left -= self._steps[step]
            if left < 0:
                return step / _STEPS_A_MS
        return 0.0

    @property
    def p999(self) -> float:
        """The gap that 999 of 1,000 are no longer than, in ms."""
        return self.quantile(0.999)


class StallMeter(QObject):
    """Measures the event loop of the thread it is made in, between `start` and `stop`.

    A timer of 2 ms beats in the loop; a watching thread notes the stack when a beat is more than `limit_ms`
    late. `log` is told each stall once it is over. `gaps` are the waits between two beats; `works` the time this
    thread computed in them, which no other program on the machine can lengthen. Costs nothing while it is stopped,
    some hundred wake-ups a second while it runs.
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
        self._last = self._worked = self._queued = 0.0
        self._queue: _Queue | None = None
        self._seen = ("", "")
        self._over = threading.Event()
        self._watcher: threading.Thread | None = None
        self.gaps = Gaps()
        self.works = Gaps()
        self.stalls: list[Stall] = []

    @property
    def running(self) -> bool:
        """Whether it measures now."""
        return self._watcher is not None

    def start(self) -> None:
        """Begin to measure anew."""
        self.stop()
        self.gaps = Gaps()
        self.works = Gaps()
        self.stalls = []
        self._worked = time.thread_time()
        self._queue = _Queue()
        self._queued = self._queue.seconds()
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
        if self._queue is not None:
            self._queue.close()
            self._queue = None

    def _on_beat(self) -> None:
        now = time.perf_counter()
        began, self._last = self._last, now
        late = max(0.0, (now - began) * 1000 - _BEAT_MS)
        self.gaps.add(late)
        before, self._worked = self._worked, time.thread_time()
        worked = (self._worked - before) * 1000
        self.works.add(worked)
        queued, self._queued = self._queued, self._queue.seconds() if self._queue else 0.0
        (stack, beside), self._seen = self._seen, ("", "")
        if late > self._limit * 1000:
            stall = Stall(late, worked, began, stack, beside, (self._queued - queued) * 1000)
            self.stalls = [*self.stalls[1 - _KEPT :], stall]
            if self._log is not None:
                self._log(stall)

    def _watch(self, over: threading.Event) -> None:
        noted = 0.0
        while not over.wait(self._limit / 4):
            began = self._last
            if began != noted and time.perf_counter() - began > self._limit:
                noted = began
                self._seen = _places(self._thread_id)


class _Queue:
    """How long the thread that makes it was ready while no core was free, as Linux tells it."""

    def __init__(self) -> None:
        try:
            self._file = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
        except OSError:
            self._file = -1

    def seconds(self) -> float:
        """Return the seconds so far, 0.0 where nobody tells."""
        return int(os.pread(self._file, 80, 0).split()[1]) / 1e9 if self._file >= 0 else 0.0

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _places(thread: int) -> tuple[str, str]:
    """Return where a thread stands, and where those stand that do not wait.

    Read from the text of `faulthandler`, which makes no frame objects: one that is held while its function ends
    has the last reference to what that function held, such as a painter, which would then go in the wrong thread.
    """
    with TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        stacks = dict(_stacks(file.read().decode("utf-8", "replace")))
    own = stacks.pop(thread, [])
    stacks.pop(threading.get_ident(), None)
    names = {one.ident: one.name for one in threading.enumerate()}
    others = [
        f"{names.get(ident, '?')}: {stack[0]}"
        for ident, stack in stacks.items()
        if stack and stack[0].rpartition(" ")[2] not in _WAITS
    ]
    return "\n".join(reversed(own[:_DEEPEST])), "\n".join(others)


def _stacks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each thread with its places, the innermost first."""
    for part in _THREADS.split(text)[1:]:
        head, _, lines = part.partition(" ")
        yield int(head, 16), [_place(*found) for found in _LINE.findall(lines)]


def _place(path: str, line: str, function: str) -> str:
    return f"{'/'.join(path.replace(os.sep, '/').split('/')[-_PARTS:])}:{line} {function}"
