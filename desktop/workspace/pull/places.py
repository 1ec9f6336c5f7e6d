"""Provinces, cities and districts: some 375 calls, read last, once a month, one province a step."""

from dataclasses import replace

from desktop.api.client import SobotClient
from desktop.domain.dictionaries import Region
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.state import PullState
from desktop.workspace.tasks import gathered

MONTH = 30 * 86_400
_UNFINISHED = 0


class RegionPull:
    """Reads the regions in one language into the cache."""

    def __init__(self, client: SobotClient, cache: CacheLane, meter: Meter, language: str) -> None:
        self._client = client
        self._cache = cache
        self._meter = meter
        self._language = language

    async def due(self, now: int) -> bool:
        """Say whether the regions are missing, unfinished or older than a month; `now` in seconds."""
        kept = await self._cache.get("region", self._language)
        return kept is None or now - kept[1] > MONTH

    async def run(self, state: PullState, now: int) -> PullState:
        """Read the provinces left over, or all of them. Raises AppError; what was read stays."""
        kept = await self._cache.get("region", self._language)
        known = {region.id: region for region in (kept[0] if kept else ())}
        left = state.regions if kept is not None and kept[1] == _UNFINISHED else ()
        if not left:
            provinces = await self._client.dictionaries.provinces()
            known |= {region.id: region for region in provinces}
            left = tuple(region.id for region in provinces)
        total = sum(1 for region in known.values() if not region.parent_id)
        self._meter.begin("regions", done=total - len(left), total=total)
        while left:
            known |= {region.id: region for region in await self._province(left[0])}
            left = left[1:]
            await self._cache.put("region", self._language, list(known.values()), _UNFINISHED if left else now)
            state = replace(state, regions=left)
            await self._cache.set_state(state)
            self._meter.step(total - len(left), total)
        return state

    async def _province(self, province_id: str) -> list[Region]:
        cities = await self._client.dictionaries.cities(province_id)
        districts = await gathered(self._client.dictionaries.districts(city.id) for city in cities)
        return [*cities, *(district for some in districts for district in some)]
