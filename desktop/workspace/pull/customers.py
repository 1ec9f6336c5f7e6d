"""All customers: the complete pull, what changed since, and the comparison with the server's own count."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.slices import BUDGET, Axis, Seen, Slice, cut, cut_by_age
from desktop.workspace.pull.source import Rows, Source
from desktop.workspace.pull.state import PullState
from desktop.workspace.pull.store import Store
from desktop.workspace.pull.sweep import Sweep
from desktop.workspace.status import Phase

MARGIN = 2
"""Seconds between the server's time and a frozen bound: no change under way lands below it."""

OVERLAP = 120
"""Seconds before the last complete time that are asked for again: servers index late."""

_RECHECK = 5
"""The same from round to round within one pull."""

_ROUNDS = 20
_COMPARISONS = 4
_DAY = 86_400
_FOUNDED = 1_325_376_000
"""2012: few customers are older, so that cutting time evenly need not cut the years before."""


class CustomerPull:
    """Pulls customers from `source` into `store`. `seen` tells how many customers of a sweep the cache holds."""

    def __init__(self, source: Source, store: Store, meter: Meter, seen: Callable[[int], Awaitable[int]]) -> None:
        self._source = source
        self._store = store
        self._meter = meter
        self._seen = seen
        self._sweep = Sweep(source, store, lambda state: meter.step(state.done, state.total))

    async def complete(self, state: PullState) -> PullState:
        """Bring everything, or the rest of it when a complete pull was broken off; then what changed meanwhile."""
        if state.doing == "changes":
            state = await self._finished(state)
        if state.doing == "idle":
            state = await self._begin(state)
        return await self.changes(state)

    async def changes(self, state: PullState) -> PullState:
        """Finish what was broken off, then bring what changed since, until nothing more does."""
        self._source.widen = state.widen
        if state.doing != "idle":
            state = await self._finished(state)
        state = await self._until_quiet(state)
        return await self._audited(state) if state.audit else state

    async def _begin(self, state: PullState) -> PullState:
        bound = await self._source.now() - MARGIN
        self._source.widen = 0
        first = await self._source.page(Slice(1, bound), 1)
        state = replace(
            state,
            doing="sweep",
            sweep=state.sweep + 1,
            bound=bound,
            todo=_slices(bound, first, "updated"),
            done=0,
            total=first.total,
            widen=await self._left_out(first),
            audit=False,
            missing=False,
        )
        self._source.widen = state.widen
        await self._keep(state)
        return state

    async def _left_out(self, first: Rows) -> int:
        """Ask for the very second of one customer: is an end of a slice part of it?"""
        customer = next((one for one in first.customers if one.number("updated")), None)
        updated = customer.number("updated") if customer else None
        if customer is None or not updated:
            return 1
        page = await self._source.page(Slice(updated, updated), 1)
        return 0 if any(one.id == customer.id for one in page.customers) else 1

    async def _finished(self, state: PullState) -> PullState:
        """Take the slices left over and note what that completes."""
        self._source.widen = state.widen
        phase: Phase = "changes" if state.doing == "changes" else "customers"
        self._meter.begin(phase, done=state.done, total=state.total)
        state = await self._sweep.run(state)
        match state.doing:
            case "sweep":
                state = replace(state, since=state.bound, audit=True, missing=state.sweep > 1)
            case "changes":
                state = replace(state, since=max(state.since, state.bound))
        state = replace(state, doing="idle", done=0, total=0)
        await self._keep(state)
        return state

    async def _until_quiet(self, state: PullState) -> PullState:
        overlap = OVERLAP
        for _ in range(_ROUNDS):
            bound = await self._source.now() - MARGIN
            low = max(1, state.since - overlap)
            # One page is one moment: it may reach into the future and is whole all the same.
            page = await self._source.page(Slice(low, bound + _DAY), 1)
            if page.seen.is_all:
                came = bool(page.customers) or state.unstaged
                state = replace(state, since=max(state.since, bound), unstaged=came)
                await self._store.add(page.customers, page.quarantined, sweep=state.stamp, state=state)
                await self._store.flush()
                break
            if bound <= state.since and overlap == _RECHECK:
                # More changes a second than fit a page: take what is there, the next pull looks back far enough.
                return await self._finished(_changing(state, Slice(low, bound + _DAY), page.seen, bound))
            state = await self._finished(_changing(state, Slice(low, max(low, bound)), page.seen, bound))
            overlap = _RECHECK
        return state

    async def _audited(self, state: PullState) -> PullState:
        """Compare with the server's count; customers without an update time are found by their creation."""
        expected = await self._source.all_of_them()
        state = await self._until_quiet(state)
        if await self._some_untimed() or await self._seen(state.sweep) < expected:
            bound = await self._source.now() - MARGIN
            first = await self._source.page(Slice(1, bound, axis="created"), 1)
            todo = _slices(bound, first, "created")
            state = replace(state, doing="created", audit=False, bound=bound, todo=todo, total=first.total)
            state = await self._finished(state)
        state = replace(state, audit=False)
        await self._keep(state)
        return state

    async def _some_untimed(self) -> bool:
        """Say whether the server counts more customers than have an update time; arrivals between are no proof."""
        for _ in range(_COMPARISONS):
            timed = await self._source.page(Slice(1, await self._source.now() + _DAY), 1)
            if await self._source.all_of_them() <= timed.total:
                return False
        return True

    async def _keep(self, state: PullState) -> None:
        await self._store.add((), sweep=state.stamp, state=state)
        await self._store.flush()


def _slices(bound: int, first: Rows, axis: Axis) -> tuple[Slice, ...]:
    whole = Slice(1, bound, axis=axis)
    rows = max(1, first.seen.rows)
    if first.total <= rows * BUDGET or bound <= _FOUNDED + 1:
        return (whole,)
    young = cut_by_age(replace(whole, low=_FOUNDED), first.total, rows * BUDGET)
    return (*young, replace(whole, high=_FOUNDED - 1))


def _changing(state: PullState, whole: Slice, first: Seen, bound: int) -> PullState:
    todo = cut(whole, first.total, first.rows * BUDGET) or (whole,)
    return replace(state, doing="changes", bound=bound, todo=todo, total=first.total)
