"""Which customers are in which follow-up stage: no record says so, only the list filtered by stage does."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.change import Change
from desktop.domain.customer import Customer, Quarantined
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.customers import MARGIN, OVERLAP
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.slices import Slice
from desktop.workspace.pull.source import Source
from desktop.workspace.pull.state import PullState
from desktop.workspace.pull.sweep import Sweep


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

    async def complete(self, state: PullState) -> PullState:
        """Read the stages of `state.stages` whole, one after the other; a stage broken off begins anew."""
        bound = await self._source.now() - MARGIN
        self._meter.begin("stages", total=len(state.stages))
        done, total = 0, len(state.stages)
        while state.stages:
            stage, *left = state.stages
            ids = await self._members(stage, 1, bound)
            self._changed(await self._cache.members(stage, ids, complete=True))
            state = replace(state, stages=tuple(left))
            if not left:
                state = replace(state, stages_since=bound, staged=state.sweep)
            await self._cache.set_state(state)
            done += 1
            self._meter.step(done, total)
        return state

    async def changes(self, state: PullState, stages: Sequence[str]) -> PullState:
        """Read who entered one of `stages` since the last time."""
        bound = await self._source.now() - MARGIN
        low = max(1, state.stages_since - OVERLAP)
        self._meter.begin("stages", total=len(stages))
        for done, stage in enumerate(stages, start=1):
            ids = await self._members(stage, low, bound)
            self._changed(await self._cache.members(stage, ids, complete=False))
            self._meter.step(done, len(stages))
        state = replace(state, stages_since=bound)
        await self._cache.set_state(state)
        return state

    async def _members(self, stage: str, low: int, bound: int) -> set[str]:
        members = _Members()
        whole = Slice(low, max(low, bound), stage=stage)
        first = await self._source.page(whole, 1)
        sweep = Sweep(self._source, members, _unheard)
        await sweep.run(PullState(todo=(whole,), total=first.total))
        return members.ids


def _unheard(_state: PullState) -> None:
    """Stages count as one step each."""
