"""Which customers are in which follow-up stage: no record says so, only the list filtered by stage does."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.query import OneOf, Query
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.customers import MARGIN, OVERLAP
from desktop.workspace.pull.emptied import CUSTOMERS, MEMBERS, Emptied
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.slices import Slice
from desktop.workspace.pull.source import Source
from desktop.workspace.pull.state import PullState
from desktop.workspace.pull.sweep import Sweep
from desktop.workspace.tasks import gathered

_AT_ONCE = 4
_DAY = 86_400


class _Members:
    """Gathers ids where a sweep of customers would write rows."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    async def add(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined] = (),  # noqa: ARG002 - the protocol's parameter
        *,
        sweep: int,  # noqa: ARG002 - the protocol's parameter
        state: PullState | None = None,  # noqa: ARG002 - the protocol's parameter
    ) -> None:
        """Take the ids of a page."""
        self.ids.update(customer.id for customer in customers)

    async def flush(self) -> None:
        """Nothing waits here."""


class StagePull:
    """Learns the stages of customers, whole after a complete pull, else of what changed since."""

    def __init__(self, source: Source, cache: CacheLane, meter: Meter, changed: Callable[[Change], None]) -> None:
        self._source = source
        self._cache = cache
        self._meter = meter
        self._changed = changed

    async def complete(self, state: PullState, emptied: Emptied) -> PullState:
        """Read the stages of `state.stages` whole, a few at once; those broken off begin anew.

        Nobody leaves a stage that is suddenly empty.
        """
        bound = await self._source.now() - MARGIN
        known = (await self._cache.do(CacheFile.counts)).total
        emptied.is_believed(CUSTOMERS, known, await self._source.all_of_them())
        total = len(state.stages)
        self._meter.begin("stages", total=total)
        while state.stages:
            batch, left = state.stages[:_AT_ONCE], state.stages[_AT_ONCE:]
            await self._note(batch, 1, bound, emptied)
            state = replace(state, stages=left)
            await self._cache.set_state(state)
            self._meter.step(total - len(left), total)
        state = replace(state, stages_since=bound, staged=state.sweep, unstaged=False)
        await self._cache.set_state(state)
        return state

    async def changes(self, state: PullState, stages: Sequence[str]) -> PullState:
        """Read who entered one of `stages` since the last time."""
        bound = await self._source.now() - MARGIN
        low = max(1, state.stages_since - OVERLAP)
        self._meter.begin("stages", total=len(stages))
        await self._note(stages, low, bound, None)
        self._meter.step(len(stages), len(stages))
        state = replace(state, stages_since=bound, unstaged=False)
        await self._cache.set_state(state)
        return state

    async def _note(self, stages: Sequence[str], low: int, bound: int, emptied: Emptied | None) -> None:
        known = (await self._cache.do(CacheFile.counts)).total
        found = await gathered(self._members(stage, low, bound, known) for stage in stages)
        for stage, ids in zip(stages, found, strict=True):
            complete = emptied is not None and await self._is_believed(stage, len(ids), emptied)
            self._changed(await self._cache.members(stage, ids, complete=complete))

    async def _is_believed(self, stage: str, came: int, emptied: Emptied) -> bool:
        held = await self._cache.do(CacheFile.count, Query(where=(OneOf("stage_id", (stage,)),)))
        return emptied.is_believed(f"{MEMBERS} {stage}", held, came)

    async def _members(self, stage: str, low: int, bound: int, known: int) -> set[str]:
        # One page is one moment: it may reach into the future and is whole all the same.
        first = await self._source.page(Slice(low, bound + _DAY, stage=stage), 1)
        if first.seen.is_all:
            return set(first.seen.ids)
        members = _Members()
        frozen, after = Slice(low, max(low, bound), stage=stage), Slice(bound + 1, bound + _DAY, stage=stage)
        # Who changed since the bound was just brought, and no later pull need bring it again.
        await Sweep(self._source, members, _unheard).run(PullState(todo=(after, frozen), total=known))
        return members.ids


def _unheard(_state: PullState) -> None:
    """Stages count as one step each."""
