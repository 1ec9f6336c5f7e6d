"""Customers a complete pull did not bring. Absence alone removes nobody: the server is asked about each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, detail_over
from desktop.domain.errors import Rejected, SuddenlyFewer
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.slices import Slice
from desktop.workspace.pull.source import Source
from desktop.workspace.pull.state import PullState
from desktop.workspace.tasks import gathered

LOOKUPS = 500
"""Customers looked up in one pull; the rest waits for the next."""

_AT_ONCE = 20
_FEW = 50
_SHARE = 5

# What records that no list shows carry as their status; it is not documented.
_REMOVED = (-1, 9)


def too_many(missing: int, total: int) -> bool:
    """Say whether so many of `total` customers missing is more likely a fault than a clean-up."""
    return missing > max(_FEW, total // _SHARE)


@dataclass(frozen=True, slots=True)
class Looked:
    """What the server said of one customer; `now` None: there is none."""

    id: str
    now: Customer | None


class MissingPull:
    """Looks up customers that no page of the last complete pull held."""

    def __init__(
        self,
        client: SobotClient,
        source: Source,
        cache: CacheLane,
        meter: Meter,
        changed: Callable[[Change], None],
    ) -> None:
        self._client = client
        self._source = source
        self._cache = cache
        self._meter = meter
        self._changed = changed

    async def run(self, state: PullState) -> tuple[PullState, SuddenlyFewer | None]:
        """Look up at most `LOOKUPS` of them, remove those that are gone, refresh the others.

        Where a great part of the account is missing, or the server does not know one it lists, nothing is removed
        and SuddenlyFewer is returned. Raises AppError.
        """
        missing = await self._cache.do(CacheFile.unseen, state.sweep)
        counts = await self._cache.do(CacheFile.counts)
        if too_many(len(missing), counts.total) or (missing and not await self._details_answer()):
            refused = SuddenlyFewer(missing=len(missing), total=counts.total)
            return await self._kept(replace(state, missing=False)), refused
        batch = missing[:LOOKUPS]
        self._meter.begin("missing", total=len(batch))
        for at in range(0, len(batch), _AT_ONCE):
            looked = await gathered(self._look(one) for one in batch[at : at + _AT_ONCE])
            await self._take(looked, state.sweep)
            self._meter.step(min(at + _AT_ONCE, len(batch)), len(batch))
        return await self._kept(replace(state, missing=len(missing) > len(batch))), None

    async def _details_answer(self) -> bool:
        """Look up a customer that is there: a server that knows nobody must not empty the cache."""
        page = await self._source.page(Slice(1, await self._source.now()), 1)
        return bool(page.customers) and (await self._look(page.customers[0].id)).now is not None

    async def _look(self, customer_id: str) -> Looked:
        try:
            detail = await self._client.customers.detail(customer_id)
        except Rejected:
            # The document has no code for "no such customer"; a customer no list shows was asked for.
            return Looked(customer_id, None)
        gone = detail is None or detail.number("record_status") in _REMOVED
        return Looked(customer_id, None if gone else detail)

    async def _take(self, looked: Sequence[Looked], sweep: int) -> None:
        there = [one.now for one in looked if one.now is not None]
        gone = [one.id for one in looked if one.now is None]
        records = await self._cache.do(CacheFile.bases, [one.id for one in there])
        known = {record.id: record for record in records}
        merged = [with_detail(known.get(one.id), one) for one in there]
        self._changed(await self._cache.write(merged, (), sweep, None))
        self._changed(await self._cache.do(CacheFile.remove, gone))

    async def _kept(self, state: PullState) -> PullState:
        await self._cache.set_state(state)
        return state


def with_detail(known: Customer | None, detail: Customer) -> Customer:
    """Return the known record with what the detail call says: it leaves out fields that the list has."""
    return detail if known is None else detail_over(known, detail)


def put_detail(file: CacheFile, detail: Customer) -> tuple[Customer, Change]:
    """Put the detail of a customer into a cache file; return the customer as it is shown, and what changed."""
    known = next(iter(file.bases([detail.id])), None)
    change = file.write_page([with_detail(known, detail)], detailed=True)
    return file.customer(detail.id) or detail, change
