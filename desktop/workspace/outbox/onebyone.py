"""Tasks that answer later, one after the other: the next begins when the former says that it is over."""

from collections import deque
from collections.abc import Callable
from typing import ParamSpec

Arguments = ParamSpec("Arguments")


class OneByOne:
    """A queue of tasks in one thread. It begins with `next`: until then nothing runs."""

    def __init__(self) -> None:
        self._tasks: deque[Callable[[], object]] = deque()
        self._busy = True

    def add(self, task: Callable[[], object]) -> None:
        """Run the task when all former ones are over; it calls `next` when it is."""
        self._tasks.append(task)
        if not self._busy:
            self.next()

    def next(self) -> None:
        """Begin with the next task: the one before is over."""
        self._busy = bool(self._tasks)
        if self._tasks:
            self._tasks.popleft()()

    def last(self, function: Callable[Arguments, object]) -> Callable[Arguments, None]:
        """Return the function as the last one of a task: the next begins after it."""

        def called(*arguments: Arguments.args, **named: Arguments.kwargs) -> None:
            try:
                function(*arguments, **named)
            finally:
                self.next()

        return called
