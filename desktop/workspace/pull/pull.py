"""A whole pull: customers, beside them small tables and blacklist; then stages, missing customers, regions."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.domain.bans import KIND as BLACKLIST
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.workspace.pull import bans
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.customers import CustomerPull
from desktop.workspace.pull.dictionaries import SMALL, fresh, judged
from desktop.workspace.pull.emptied import Emptied
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.missing import MissingPull
from desktop.workspace.pull.places import RegionPull
from desktop.workspace.pull.source import Source
from desktop.workspace.pull.stages import StagePull
from desktop.workspace.pull.state import PullState
from desktop.workspace.pull.store import Store
from desktop.workspace.tasks import ended, gathered


@dataclass(frozen=True, slots=True)
class Listeners:
    """Whom a pull tells: committed changes of customers, dictionaries replaced (by kind)."""

    changed: Callable[[Change], None]
    dictionary: Callable[[str], None]


class Pull:
    """One pull of one account. `language` is that of `client`."""

    def __init__(
        self, client: SobotClient, source: Source, cache: CacheLane, meter: Meter, language: str, tell: Listeners
    ) -> None:
        self._client = client
        self._source = source
        self._cache = cache
        self._meter = meter
        self._language = language
        self._tell = tell
        self._store = Store(cache, self._changed)
        self._customers = CustomerPull(source, self._store, meter, self._seen)
        self._stages = StagePull(source, cache, meter, self._changed)
        self._missing = MissingPull(client, source, cache, meter, self._changed)
        self._regions = RegionPull(client, cache, meter, language)
        self._brought = False
        self._emptied = Emptied(0)

    async def run(self, *, full: bool = False) -> AppError | None:
        """Pull what is new, or everything when `full`, for the first time, or broken off before.

        Goes on where a former pull stopped, however it ended. Returns what a person should know. Raises AppError.
        """
        try:
            return await self._steps(full=full)
        finally:
            await self._store.settled()

    async def _steps(self, *, full: bool) -> AppError | None:
        state = await self._cache.state()
        self._emptied = Emptied(await self._source.now(), state.emptied)
        self._brought = False
        self._meter.begin("dictionaries")
        # One call waits for the other there: over a far network the customers are the sooner here.
        beside = asyncio.ensure_future(self._small_tables(all_of_them=full))
        try:
            if full or state.since == 0 or state.doing in {"sweep", "created"}:
                state = await self._customers.complete(state)
            else:
                state = await self._customers.changes(state)
            await beside
        finally:
            await ended([beside])
        while await self._cache.do(CacheFile.index_next):
            pass
        state = await self._stage_members(state)
        state = await self._noted(state)
        refused: AppError | None = None
        if state.missing:
            state, refused = await self._missing.run(state)
        await self._places(state)
        return refused or self._emptied.told()

    async def _small_tables(self, *, all_of_them: bool) -> None:
        await self._dictionaries(all_of_them=all_of_them)
        if await bans.pull(self._client, self._cache, self._emptied):
            self._tell.dictionary(BLACKLIST)

    async def _dictionaries(self, *, all_of_them: bool) -> None:
        now = await self._source.now()
        due = [kind for kind in SMALL if all_of_them or await self._is_due(kind, now)]
        await gathered(self._renew(kind, now) for kind in due)

    async def _renew(self, kind: str, now: int) -> None:
        tables = await SMALL[kind](self._client)
        # Kept as they come: the first rows wait for the names of their tags, not for the time zones.
        for each, entries in (await judged(tables, self._known, self._emptied)).items():
            await self._cache.put(each, self._language, list(entries), now)
            self._tell.dictionary(each)

    async def _known(self, kind: str) -> Sequence[Any]:
        kept = await self._cache.get(kind, self._language)
        return kept[0] if kept else ()

    async def _is_due(self, kind: str, now: int) -> bool:
        kept = await self._cache.get(kind, self._language)
        return kept is None or now - kept[1] >= fresh(kind)

    async def _stage_members(self, state: PullState) -> PullState:
        ids = await self._stage_ids()
        if state.staged != state.sweep:
            left = state.stages if set(state.stages) <= set(ids) else ()
            return await self._stages.complete(replace(state, stages=left or tuple(ids)), self._emptied)
        # An earlier pull may have been broken off between its customers and their stages.
        return await self._stages.changes(state, ids) if self._brought or state.unstaged else state

    async def _stage_ids(self) -> list[str]:
        return [stage.id for stage in await self._known("stage")]

    async def _noted(self, state: PullState) -> PullState:
        """Keep which lists were found empty, for the pulls to come."""
        found = self._emptied.found()
        if found != state.emptied:
            state = replace(state, emptied=found)
            await self._cache.set_state(state)
        return state

    async def _places(self, state: PullState) -> None:
        now = await self._source.now()
        if await self._regions.due(now):
            await self._regions.run(state, now)
            self._tell.dictionary("region")

    async def _seen(self, sweep: int) -> int:
        counts = await self._cache.do(CacheFile.counts)
        unseen = await self._cache.do(CacheFile.unseen, sweep)
        return counts.total - len(unseen) + counts.quarantined

    def _changed(self, change: Change) -> None:
        if change:
            self._brought = True
            self._tell.changed(change)
