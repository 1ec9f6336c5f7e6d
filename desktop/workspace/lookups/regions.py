"""Provinces, cities and districts as a tree, read from the cache."""

from collections.abc import Iterable

from desktop.domain.dictionaries import Region


class RegionTree:
    """The regions of one language; provinces stand at the top with parent ""."""

    def __init__(self, regions: Iterable[Region] = ()) -> None:
        self._by_id: dict[str, Region] = {}
        self._children: dict[str, list[Region]] = {}
        for region in regions:
            self._by_id[region.id] = region
            self._children.setdefault(region.parent_id, []).append(region)

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, region_id: str) -> Region | None:
        """Return the region with this id, None when unknown."""
        return self._by_id.get(region_id)

    def children(self, region_id: str = "") -> tuple[Region, ...]:
        """Return what stands directly below a region, in the server's order; "" gives the provinces."""
        return tuple(self._children.get(region_id, ()))

    def path(self, region_id: str) -> tuple[Region, ...]:
        """Return the regions from the province down to this one; () when unknown."""
        found: list[Region] = []
        region = self._by_id.get(region_id)
        while region is not None and region not in found:
            found.insert(0, region)
            region = self._by_id.get(region.parent_id)
        return tuple(found)
