"""Writing a pull's rows: gathered to a few hundred a transaction, written while the next pages are fetched."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.workspace.pull.state import PullState

ROWS = 500
"""Rows that make a transaction worth its commit."""

MOST = 2_000
"""Rows that may wait for a transaction under way to end: the more one takes, the less the search index costs."""


class Sink(Protocol):
    """Where rows and the state go, in one transaction."""

    async def write(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined],
        sweep: int,
        state: PullState | None,
    ) -> Change:
        """Commit the rows and the state. Raises StorageError."""
        ...


class Store:
    """Gathers rows and the state they lead to, and commits them in the order they came.

    One transaction runs while the next is gathered: small ones while the network is the slower, large ones while
    the disk is. `changed` hears of each commit.
    """

    def __init__(self, sink: Sink, changed: Callable[[Change], None]) -> None:
        self._sink = sink
        self._changed = changed
        self._customers: list[Customer] = []
        self._quarantined: list[Quarantined] = []
        self._state: PullState | None = None
        self._sweep = 0
        self._writing: asyncio.Task[None] | None = None

    async def add(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined] = (),
        *,
        sweep: int,
        state: PullState | None = None,
    ) -> None:
        """Take rows, newest first, and the state that holds once they are written. Raises StorageError."""
        self._customers.extend(sorted(customers, key=_recency, reverse=True))
        self._quarantined.extend(quarantined)
        self._sweep = sweep
        self._state = state or self._state
        waiting = len(self._customers) + len(self._quarantined)
        if waiting >= (ROWS if self._is_idle() else MOST):
            await self._commit()

    async def flush(self) -> None:
        """Return when everything taken so far is committed. Raises StorageError."""
        if self._customers or self._quarantined or self._state is not None:
            await self._commit()
        await self._written()

    async def settled(self) -> None:
        """Return when no transaction runs; what was not yet begun is dropped, as after a kill."""
        self._customers, self._quarantined, self._state = [], [], None
        if self._writing is not None:
            await asyncio.wait([self._writing])
            self._writing = None

    async def _commit(self) -> None:
        await self._written()
        batch = (self._customers, self._quarantined, self._sweep, self._state)
        self._customers, self._quarantined, self._state = [], [], None
        self._writing = asyncio.ensure_future(self._write(*batch))

    def _is_idle(self) -> bool:
        return self._writing is None or self._writing.done()

    async def _written(self) -> None:
        if self._writing is not None:
            # A commit under way is carried through even when the pull is cancelled.
            await asyncio.shield(self._writing)
            self._writing = None

    async def _write(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined],
        sweep: int,
        state: PullState | None,
    ) -> None:
        change = await self._sink.write(customers, quarantined, sweep, state)
        if change:
            self._changed(change)


def _recency(customer: Customer) -> int:
    return customer.number("updated") or 0
