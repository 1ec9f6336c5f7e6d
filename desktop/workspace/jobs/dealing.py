"""What is done with a row: sent, or looked for when it may have arrived."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.cache.jobstore import Outcome, StoredRow
from desktop.domain.errors import AppError, LeftBehind
from desktop.domain.ids import is_local
from desktop.workspace.jobs.deciding import breaking, found, outcome_of
from desktop.workspace.jobs.rowform import delta_of_row

PAUSE = 0.5
"""Seconds between two looks at rows that wait for something else."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """What became of a row, and the trouble it met."""

    row: StoredRow
    outcome: Outcome
    error: AppError | None = None


class Dealer(Protocol):
    """Deals with the rows of one job."""

    async def admit(self, rows: Sequence[StoredRow]) -> tuple[list[StoredRow], list[Dealt]]:
        """Return which rows may be sent, and what becomes of the others. Raises AppError."""
        ...

    async def send(self, row: StoredRow) -> Dealt:
        """Send a row that is on the disk as being sent."""
        ...

    async def look(self, rows: Sequence[StoredRow]) -> list[Dealt]:
        """Find out about rows that may have arrived; those it is too early for are left out. Raises AppError."""
        ...

    def pause(self) -> float:
        """Return the seconds until it is worth looking again."""
        ...


class Server(Protocol):
    """What is asked of the server: `server.LabelServer`. Everything raises AppError."""

    async def change(self, customer: str, add: Sequence[str], remove: Sequence[str]) -> None: ...  # noqa: D102
    async def tags_of(self, customers: Sequence[str]) -> Mapping[str, Collection[str]]: ...  # noqa: D102
    async def single_groups(self) -> Collection[str]: ...  # noqa: D102


class TagDealer:
    """Changes tags of customers. `guards` are groups that held several when the job began, with their tags."""

    def __init__(self, server: Server, guards: Mapping[str, tuple[str, ...]]) -> None:
        self._server = server
        self._guards = guards

    async def admit(self, rows: Sequence[StoredRow]) -> tuple[list[StoredRow], list[Dealt]]:
        """Hold back what would cost a tag nobody said would be lost, and whose customer was never made."""
        # What was to make its customer failed, else it would have the server's id by now.
        broken = {row.place: outcome_of(row, LeftBehind()) for row in rows if is_local(row.customer)}
        if self._guards:
            broken |= breaking(rows, await self._server.single_groups(), self._guards)
        refused = [Dealt(row, broken[row.place]) for row in rows if row.place in broken]
        return [row for row in rows if row.place not in broken], refused

    async def send(self, row: StoredRow) -> Dealt:
        """Send the tags to add and to remove."""
        delta = delta_of_row(row)
        try:
            await self._server.change(row.customer, delta.add, delta.remove)
        except AppError as error:
            return Dealt(row, outcome_of(row, error), error)
        return Dealt(row, outcome_of(row, None))

    async def look(self, rows: Sequence[StoredRow]) -> list[Dealt]:
        """Read the tags of the customers."""
        held = await self._server.tags_of([row.customer for row in rows])
        return [Dealt(row, found(row, held.get(row.customer))) for row in rows]

    def pause(self) -> float:
        """Return a moment."""
        return PAUSE
