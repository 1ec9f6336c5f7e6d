"""A lane: one thread that owns one file and answers in the thread of its owner."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from desktop.cache.faults import Abandoned
from desktop.domain.errors import AppError, CorruptFile, StorageError

Post: TypeAlias = Callable[[Callable[[], None]], None]
"""Runs a function later in the owner's thread (the GUI thread of the window, the loop of the command line)."""


class Interruptible(Protocol):
    """What a lane may own: a file that can be stopped from another thread."""

    def interrupt(self) -> None:
        """Stop what runs now, from any thread."""

    def rearm(self) -> None:
        """Forget an earlier interrupt."""

    def close(self) -> None:
        """Let go of the file."""


F = TypeVar("F", bound=Interruptible)
R = TypeVar("R")


class Ticket:
    """A question under way; `drop()` makes sure that it is never answered, and stops it when it runs."""

    def __init__(self, drop: Callable[["Ticket"], None]) -> None:
        self.dropped = False
        self.answered = False
        self._drop = drop

    def drop(self) -> None:
        """Want no answer any more; may be called at any time, any number of times, in the owner's thread."""
        if not self.dropped:
            self.dropped = True
            self._drop(self)


class Lane(Generic[F]):
    """One daemon thread with a queue. Every function runs there and gets the file as its first argument.

    `open_file` is called in the thread, before the first function; what it raises is raised by every function
    until it succeeds. `post` runs a function later in the owner's thread; there `damaged` hears when the file is
    found damaged, whoever asked.
    """

    def __init__(
        self,
        open_file: Callable[[], F],
        post: Post,
        *,
        name: str = "cache",
        damaged: Callable[[CorruptFile], None] = lambda _error: None,
    ) -> None:
        self._open_file = open_file
        self._post = post
        self._damaged = damaged
        self._file: F | None = None
        self._queue: deque[tuple[Ticket, Callable[[F], object], Future[Any]]] = deque()
        self._running: Ticket | None = None
        self._closing = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=f"lane {name}", daemon=True)
        self._thread.start()

    def submit(self, function: Callable[..., R], *arguments: object) -> "Future[R]":
        """Run `function(file, *arguments)` in the lane; the future carries its result or error."""
        return self._enqueue(Ticket(self._drop), function, arguments)

    def ask(
        self,
        function: Callable[..., R],
        *arguments: object,
        answer: Callable[[R], None],
        failed: Callable[[AppError], None],
    ) -> Ticket:
        """Run `function(file, *arguments)` in the lane and post its result to `answer`, or its error to `failed`.

        Neither is called once the ticket is dropped. An error outside the tree is raised in the owner's thread.
        """
        ticket = Ticket(self._drop)

        def deliver(future: "Future[R]") -> None:
            self._post(lambda: _hand_over(ticket, future, answer, failed))

        self._enqueue(ticket, function, arguments).add_done_callback(deliver)
        return ticket

    def close(self, timeout: float = 2.0) -> bool:
        """Drop what waits, interrupt what runs, close the file; return whether that took less than `timeout` s."""
        with self._wake:
            self._closing = True
            waiting = list(self._queue)
            self._queue.clear()
            if self._file is not None:
                self._file.interrupt()
            self._wake.notify()
        for _, _, future in waiting:
            future.cancel()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _enqueue(self, ticket: Ticket, function: Callable[..., R], arguments: tuple[object, ...]) -> "Future[R]":
        future: Future[R] = Future()
        with self._wake:
            if self._closing:
                future.set_exception(StorageError(reason="closed"))
                return future
            self._queue.append((ticket, lambda file: function(file, *arguments), future))
            self._wake.notify()
        return future

    def _drop(self, ticket: Ticket) -> None:
        with self._wake:
            if self._running is ticket and self._file is not None:
                self._file.interrupt()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            self._answer(*job)
            # Nothing of a finished job may live on while the lane waits for the next.
            del job
        with self._wake:
            file, self._file = self._file, None
        if file is not None:
            # Nobody is left to hear of it; the next opening looks the file over.
            with suppress(AppError, Abandoned):
                file.close()

    def _next(self) -> tuple[Ticket, Callable[[F], object], "Future[Any]"] | None:
        with self._wake:
            while not self._queue and not self._closing:
                self._wake.wait()
            if self._closing:
                return None
            job = self._queue.popleft()
            self._running = job[0]
            if self._file is not None:
                self._file.rearm()
            return job

    def _answer(self, ticket: Ticket, function: Callable[[F], object], future: "Future[Any]") -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = function(self._file_for(ticket))
        except BaseException as error:  # noqa: BLE001 - every outcome belongs to the future
            self._finish()
            if isinstance(error, CorruptFile):
                self._post(partial(self._damaged, error))
            future.set_exception(error)
        else:
            self._finish()
            future.set_result(result)

    def _file_for(self, ticket: Ticket) -> F:
        if ticket.dropped:
            raise Abandoned
        if self._file is None:
            file = self._open_file()
            with self._wake:
                self._file = file
        return self._file

    def _finish(self) -> None:
        with self._wake:
            self._running = None


def _hand_over(
    ticket: Ticket,
    future: "Future[R]",
    answer: Callable[[R], None],
    failed: Callable[[AppError], None],
) -> None:
    if ticket.dropped or future.cancelled():
        return
    ticket.answered = True
    error = future.exception()
    if isinstance(error, AppError):
        failed(error)
    elif error is not None:
        if not isinstance(error, Abandoned):
            raise error
    else:
        answer(future.result())
