"""Taking slices: several under way at once, written in their order, until none is left."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.errors import BadReply
from desktop.workspace.pull.slices import BUDGET, Broken, Cut, Rest, Seen, Slice, Whole, after_all, after_first
from desktop.workspace.pull.source import Rows, Source
from desktop.workspace.pull.state import PullState
from desktop.workspace.tasks import ended, gathered

AHEAD = 12
"""Slices under way at once: enough to keep every request slot busy while the oldest waits for its last page."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A whole slice."""

    customers: tuple[Customer, ...]
    quarantined: tuple[Quarantined, ...]


class Takes(Protocol):
    """What whole slices are handed to: `store.Store`."""

    async def add(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined] = (),
        *,
        sweep: int,
        state: PullState | None = None,
    ) -> None:
        """Take rows and the state they lead to."""
        ...

    async def flush(self) -> None:
        """Return when everything taken is kept."""
        ...


class Sweep:
    """Takes the slices of a state. `progress` hears the state after each slice."""

    def __init__(self, source: Source, store: Takes, progress: Callable[[PullState], None]) -> None:
        self._source = source
        self._store = store
        self._progress = progress

    async def run(self, state: PullState) -> PullState:
        """Take every slice of the state, newest first, and return the state with none left.

        Cancelling loses at most what was under way. Raises AppError; BadReply when the server does not keep to
        the slices.
        """
        jobs: dict[Slice, asyncio.Task[Taken | Cut]] = {}
        try:
            while state.todo:
                for slice_ in state.todo[:AHEAD]:
                    if slice_ not in jobs:
                        jobs[slice_] = asyncio.ensure_future(self._take(slice_, state.stamp))
                await self._one_settled(state, jobs)
                state = await self._settle(state, jobs)
        finally:
            await ended(jobs.values())
        await self._store.flush()
        return state

    async def _one_settled(self, state: PullState, jobs: "dict[Slice, asyncio.Task[Taken | Cut]]") -> None:
        # Whole slices behind the first wait for it; only what can move things is waited for.
        waited = [job for job in jobs.values() if not job.done() or job is jobs[state.todo[0]]]
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)

    async def _settle(self, state: PullState, jobs: "dict[Slice, asyncio.Task[Taken | Cut]]") -> PullState:
        for slice_ in state.todo[:AHEAD]:
            job = jobs.get(slice_)
            if job is None or not job.done():
                continue
            outcome = job.result()
            if isinstance(outcome, Cut):
                del jobs[slice_]
                state = state.replaced(slice_, outcome.parts)
            elif slice_ == state.todo[0]:
                del jobs[slice_]
                state = await self._write(state, slice_, outcome)
        return state

    async def _write(self, state: PullState, slice_: Slice, taken: Taken) -> PullState:
        rows = len(taken.customers) + len(taken.quarantined)
        done, unstaged = state.done + rows, rows > 0 or state.unstaged
        state = replace(state.replaced(slice_, ()), done=done, unstaged=unstaged)
        if state.done > 3 * state.total + 10_000:
            raise BadReply(reason="time_filter_ignored")
        await self._store.add(taken.customers, taken.quarantined, sweep=state.stamp, state=state)
        self._progress(state)
        return state

    async def _take(self, slice_: Slice, sweep: int) -> Taken | Cut:
        first = await self._source.page(slice_, 1)
        match after_first(slice_, first.seen):
            case Whole():
                return Taken(first.customers, first.quarantined)
            case Rest(start, last, backwards):
                return await self._rest(slice_, first, range(start, last + 1), sweep, backwards=backwards)
            case Broken():
                raise BadReply(reason="rows_missing")
            case cut:
                return cut

    async def _rest(
        self, slice_: Slice, first: Rows, numbers: range, sweep: int, *, backwards: bool
    ) -> Taken | Cut:
        groups = [[number] for number in reversed(numbers)] if backwards else _groups(numbers)
        pages: list[Rows] = [] if backwards else [first]
        seen: list[Seen] = [page.seen for page in pages]
        for group in groups:
            fresh = await gathered(self._source.page(slice_, number) for number in group)
            pages += fresh
            seen += [page.seen for page in fresh]
            if len(groups) > 1 and len(pages) >= BUDGET:
                # Too large for one transaction: rows go ahead of the state, which still has the slice.
                await self._store.add(_customers(pages), _quarantined(pages), sweep=sweep)
                pages = []
        verdict = after_all(slice_, seen)
        return verdict if isinstance(verdict, Cut) else Taken(_customers(pages), _quarantined(pages))


def _groups(numbers: range) -> list[list[int]]:
    return [list(numbers[at : at + BUDGET]) for at in range(0, len(numbers), BUDGET)]


def _customers(pages: list[Rows]) -> tuple[Customer, ...]:
    by_id = {customer.id: customer for page in pages for customer in page.customers}
    return tuple(by_id.values())


def _quarantined(pages: list[Rows]) -> tuple[Quarantined, ...]:
    return tuple(one for page in pages for one in page.quarantined)
