"""Provinces, cities and districts that are not in the cache yet: one request a level, when someone asks for it."""

from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Protocol

from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Region
from desktop.domain.errors import ConnectFailed
from desktop.workspace.files import AccountFiles
from desktop.workspace.lookups.collections import Collections

if TYPE_CHECKING:
    import asyncio

_UNFINISHED = 0
"""When the regions were fetched, as long as not all of them were: the pull brings the rest."""


class PlaceServer(Protocol):
    """What asks the server: `client.dictionaries`. Raises AppError."""

    async def provinces(self) -> tuple[Region, ...]:
        """Return the provinces."""

    async def cities(self, province_id: str) -> tuple[Region, ...]:
        """Return the cities of a province."""

    async def districts(self, city_id: str) -> tuple[Region, ...]:
        """Return the districts of a city."""


class Places:
    """Brings levels of the region tree that are missing. `server` is None while there is no network."""

    def __init__(self, files: AccountFiles, collections: Collections) -> None:
        self.server: PlaceServer | None = None
        self._files = files
        self._collections = collections
        self._barren: set[str] = set()
        self._flights: dict[str, asyncio.Future[None]] = {}

    @property
    def reachable(self) -> bool:
        """Whether there is a network to ask."""
        return self.server is not None

    def known(self, parent_id: str) -> bool:
        """Say whether what lies in a region ("": the country) is known, be it nothing."""
        whole = bool(self._collections.fetched("region"))
        return whole or parent_id in self._barren or bool(self._collections.regions.children(parent_id))

    async def fetch(self, parent_id: str) -> None:
        """Bring what lies in a region ("": the provinces) into the cache and the collections, by one request.

        Several who ask at once share it. Raises AppError.
        """
        # The first screen needs no event loop.
        import asyncio  # noqa: PLC0415

        if self.known(parent_id):
            return
        flight = self._flights.get(parent_id)
        if flight is None:
            flight = asyncio.ensure_future(self._fetch(parent_id))
            self._flights[parent_id] = flight
            flight.add_done_callback(lambda done: self._landed(parent_id, done))
        await asyncio.shield(flight)

    async def _fetch(self, parent_id: str) -> None:
        import asyncio  # noqa: PLC0415 - as above

        if self.server is None:
            raise ConnectFailed(reason="not_connected")
        found = await self._ask(self.server, parent_id)
        if not found:
            self._barren.add(parent_id)
            return
        language = self._collections.language
        merged = await asyncio.wrap_future(self._files.write.submit(_merge, language, found))
        self._collections.take("region", merged)

    def _ask(self, server: PlaceServer, parent_id: str) -> Awaitable[tuple[Region, ...]]:
        if not parent_id:
            return server.provinces()
        parent = self._collections.regions.get(parent_id)
        lies_in_province = parent is not None and bool(parent.parent_id)
        return server.districts(parent_id) if lies_in_province else server.cities(parent_id)

    def _landed(self, parent_id: str, done: "asyncio.Future[None]") -> None:
        del self._flights[parent_id]
        if not done.cancelled():
            # Whoever still waits is told; a failure nobody waits for is no bug.
            done.exception()


def _merge(file: CacheFile, language: str, found: Sequence[Region]) -> tuple[list[Region], int]:
    kept = file.dictionary("region", language)
    known = {region.id: region for region in (kept[0] if kept else ())} | {region.id: region for region in found}
    fetched = kept[1] if kept else _UNFINISHED
    file.put_dictionary("region", language, list(known.values()), fetched)
    return list(known.values()), fetched
