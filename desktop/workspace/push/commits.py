"""Changes of entries that come while a commit runs go into the next one together: syncing a disk takes time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.domain.edits.outbox import Entry


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry that takes the place of another, and the ids the server gave with it, by the local ones."""

    old: Entry
    new: Entry
    ids: Mapping[str, str] = field(default_factory=dict)


Commit: TypeAlias = Callable[[Sequence[Wanted]], Awaitable[frozenset[str]]]
"""Commits changes; returns the ids of entries that somebody else had changed. Raises StorageError."""


class Commits:
    """Gathers what is wanted and hands it to `commit`, one call at a time."""

    def __init__(self, commit: Commit) -> None:
        self._commit = commit
        self._waiting: list[tuple[Wanted, asyncio.Future[bool]]] = []
        self._running: asyncio.Task[None] | None = None

    async def put(self, wanted: Wanted) -> bool:
        """Return once it is committed; False when somebody else had changed the entry. Raises StorageError."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((wanted, future))
        if self._running is None:
            self._running = asyncio.ensure_future(self._run())
        return await future

    async def settled(self) -> None:
        """Return when nothing is being committed."""
        while self._running is not None:
            await asyncio.wait([self._running])

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            (outcome,) = await asyncio.gather(
                self._commit([wanted for wanted, _ in batch]), return_exceptions=True
            )
            for wanted, future in batch:
                if future.done():
                    continue
                if isinstance(outcome, BaseException):
                    future.set_exception(outcome)
                else:
                    future.set_result(wanted.old.id not in outcome)
        self._running = None
