"""The cache as a pull uses it: each call runs in the writer lane and is awaited here."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.workspace.pull.state import PullState, from_json, to_json

R = TypeVar("R")


class CacheLane:
    """Awaitable calls to the cache file of one lane. Every method raises StorageError."""

    def __init__(self, lane: Lane[CacheFile]) -> None:
        self._lane = lane

    async def do(self, function: Callable[..., R], *arguments: object) -> R:
        """Run `function(file, *arguments)` in the lane and return its result."""
        return await asyncio.wrap_future(self._lane.submit(function, *arguments))

    async def state(self) -> PullState:
        """Return where the last pull stopped."""
        return from_json(await self.do(CacheFile.pull_state))

    async def set_state(self, state: PullState) -> None:
        """Keep where the pull stands."""
        await self.do(CacheFile.set_pull_state, to_json(state))

    async def write(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined],
        sweep: int,
        state: PullState | None,
    ) -> Change:
        """Commit rows and the state they lead to in one transaction."""

        def commit(file: CacheFile) -> Change:
            kept = None if state is None else to_json(state)
            return file.write_page(customers, sweep=sweep, quarantined=quarantined, state=kept)

        return await self.do(commit)

    async def members(self, stage_id: str, ids: Collection[str], *, complete: bool) -> Change:
        """Note which customers are in a stage; `complete`: no others are."""
        return await self.do(lambda file: file.set_stage_members(stage_id, ids, complete=complete))

    async def put(self, kind: str, language: str, entries: Sequence[Any], fetched: int) -> None:
        """Replace a dictionary; `fetched` 0 marks one that is not whole yet."""
        await self.do(CacheFile.put_dictionary, kind, language, entries, fetched)

    async def get(self, kind: str, language: str) -> tuple[Sequence[Any], int] | None:
        """Return a dictionary and when it was fetched, None when it never was."""
        return await self.do(CacheFile.dictionary, kind, language)
