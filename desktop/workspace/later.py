"""Functions that run in the owner's thread after a while."""

import heapq
import threading
import time
from collections.abc import Callable
from itertools import count
from typing import TypeAlias

from desktop.cache.lane import Post

Later: TypeAlias = Callable[[float, Callable[[], None]], None]
"""Runs a function in the owner's thread after some seconds."""


class Alarm:
    """A `Later` that waits in one thread for all of them, until `close`.

    A thread for each would keep the caller waiting until it runs: 100 ms were seen on a busy machine.
    """

    def __init__(self, post: Post) -> None:
        self._post = post
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._number = count()
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def __call__(self, seconds: float, function: Callable[[], None]) -> None:
        """Post `function` after so many seconds."""
        with self._wake:
            if self._closed:
                return
            heapq.heappush(self._due, (time.monotonic() + seconds, next(self._number), function))
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="later", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Forget what has not run yet."""
        with self._wake:
            self._closed = True
            self._due.clear()
            self._wake.notify()

    def _run(self) -> None:
        while (function := self._next()) is not None:
            self._post(function)

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            while not self._closed:
                left = self._due[0][0] - time.monotonic() if self._due else None
                if left is not None and left <= 0:
                    return heapq.heappop(self._due)[2]
                self._wake.wait(left)
        return None
