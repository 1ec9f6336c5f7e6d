"""Sending the rows of a large job in a child process, out of the way of the window."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from desktop.api.token import TokenSource
from desktop.domain.change import Change
from desktop.domain.errors import AppError, Interrupted
from desktop.workspace.child.errorjson import error_from_json
from desktop.workspace.child.messages import StartJob
from desktop.workspace.child.process import PullHearers, PullProcess, WorkerBroken
from desktop.workspace.jobs.tally import Tally

MANY = 300
"""Rows beyond which a child is worth its start."""


class ChildSweep:
    """A sweep in a process of its own; it can be killed at any moment, what it announced is found out about."""

    def __init__(
        self,
        tokens: TokenSource,
        start: StartJob,
        *,
        changed: Callable[[Change], None],
        learned: Callable[[Mapping[str, str]], None],
        hear: Callable[[Tally], None],
        waits: Callable[[AppError | None], None],
    ) -> None:
        self._start = start
        self._learned = learned
        self._hear = hear
        self._waits = waits
        self.process = PullProcess(
            tokens, PullHearers(lambda _progress: None, changed, lambda _kind: None, self._heard)
        )

    async def run(self) -> bool:
        """Send until no row is open (True) or `stop` was called (False).

        Raises AppError, Interrupted when the child dies.
        """
        try:
            end = await self.process.run(self._start)
        except WorkerBroken as bug:
            asyncio.get_running_loop().call_exception_handler({"message": "the job broke", "exception": bug})
            raise Interrupted(reason="worker_broken") from None
        return not end.cancelled

    def stop(self) -> None:
        """Send no more."""
        self.process.cancel()

    def _heard(self, message: Mapping[str, Any]) -> None:
        if message["say"] == "tally":
            self._hear(Tally(**{name: value for name, value in message.items() if name != "say"}))
        elif message["say"] == "ids":
            self._learned(message["ids"])
        else:
            error = message["error"]
            self._waits(None if error is None else error_from_json(error))
