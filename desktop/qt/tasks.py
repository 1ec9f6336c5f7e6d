"""The tasks of one page or window: none is lost, none outlives its owner."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import asyncio


class Tasks:
    """Runs coroutines for an owner.

    Keeps a strong reference to each; one started under the same key cancels its predecessor; a failure goes to
    `sink` (cancellation does not); `close` cancels all. Needs a running loop only when something is started,
    and only the first time: Qt may deliver an event while the loop stands still between two runs.
    """

    def __init__(self, sink: Callable[[BaseException], None]) -> None:
        self._sink = sink
        self._running: set[asyncio.Task[Any]] = set()
        self._keyed: dict[str, asyncio.Task[Any]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    def __len__(self) -> int:
        return len(self._running)

    def start(
        self, work: Coroutine[Any, Any, Any], key: str = "", owner: QObject | None = None
    ) -> "asyncio.Task[Any] | None":
        """Start `work`; under a non-empty `key` the former one is cancelled. None after `close`.

        It is cancelled too when Qt deletes its `owner`. What is cancelled may touch no widget
        any more: it may be gone.
        """
        if self._closed:
            work.close()
            return None
        # The loop's module is not there yet when the first row is painted.
        import asyncio  # noqa: PLC0415

        if key:
            self.cancel(key)
        self._loop = self._loop or asyncio.get_running_loop()
        task = self._loop.create_task(work, name=key or None)
        self._running.add(task)
        if key:
            self._keyed[key] = task
        task.add_done_callback(self._on_done)
        if owner is not None:
            connection = owner.destroyed.connect(lambda _gone: task.cancel())
            # An owner that lives long would keep every task it ever had.
            task.add_done_callback(lambda _done: QObject.disconnect(connection))
        return task

    def running(self, key: str) -> bool:
        """Say whether something runs under `key`."""
        return key in self._keyed

    def cancel(self, key: str) -> None:
        """Cancel what runs under `key`."""
        task = self._keyed.pop(key, None)
        if task is not None:
            task.cancel()

    async def close(self, deadline: float = 2.0) -> None:
        """Cancel all and wait until they have ended, `deadline` seconds at most; nothing starts any more."""
        import asyncio  # noqa: PLC0415

        self._closed = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running, timeout=deadline)

    def _on_done(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        if self._keyed.get(task.get_name()) is task:
            del self._keyed[task.get_name()]
        if not task.cancelled() and (error := task.exception()) is not None:
            self._sink(error)
