"""Every province, city and district that is here, to be found by its name."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop.domain.dictionaries import Region
from desktop.domain.placenames import stem
from desktop.qt.choices import Choice
from desktop.qt.searching import OTHERS
from desktop.ui.fields.spelling import Spelling
from desktop.ui.lookup import Regions


class HasRegions(Protocol):
    """The collections, as far as places go."""

    @property
    def regions(self) -> Regions:
        """The tree as it is now; another object when it changed."""


class PlaceIndex:
    """Makes choices of the places, once for each state of the tree and of what is known of its spellings."""

    def __init__(self, collections: HasRegions, spelling: Spelling) -> None:
        self._of = collections
        self._spelling = spelling
        self._tree: Regions | None = None
        self._made: Sequence[Choice] | None = None
        spelling.learned.connect(self._forget)

    def places(self) -> Sequence[Choice]:
        """Return districts, cities and provinces; typing "北京朝阳" or "beijing chaoyang" finds them too."""
        tree = self._of.regions
        if self._made is None or tree is not self._tree:
            self._tree = tree
            self._spelling.learn(region.name for path in _paths(tree) for region in path[-1:])
            self._made = [self._choice(path) for path in _paths(tree)]
        return self._made

    def below(self, region_id: str) -> Sequence[Choice]:
        """Return what lies directly in a region; "" gives the provinces."""
        inside = self._of.regions.children(region_id)
        self._spelling.learn(region.name for region in inside)
        return [Choice(one.id, one.name or one.id, keywords=self._spelling.of(one.name)) for one in inside]

    def path(self, region_id: str) -> tuple[Region, ...]:
        """Return the regions from the province down to this one, () when it is not known."""
        found: list[Region] = []
        region = self._of.regions.get(region_id)
        while region is not None and region not in found:
            found.insert(0, region)
            region = self._of.regions.get(region.parent_id)
        return tuple(found)

    def _choice(self, path: tuple[Region, ...]) -> Choice:
        *above, own = path
        others = [self._spelling.of(region.name) for region in above]
        if above and not own.name.isascii():
            others += ["".join(stem(region.name) for region in path), "".join(region.name for region in path)]
        return Choice(
            own.id,
            own.name or own.id,
            detail=" ".join(region.name for region in above),
            keywords=f"{self._spelling.of(own.name)}{OTHERS}{' '.join(others)}",
        )

    def _forget(self) -> None:
        self._made = None


def _paths(tree: Regions, above: tuple[Region, ...] = ()) -> Iterator[tuple[Region, ...]]:
    """Yield the way to every region, the larger before what lies in it."""
    for region in tree.children(above[-1].id if above else ""):
        if region in above:
            continue
        path = (*above, region)
        yield path
        if len(path) < _LEVELS:
            yield from _paths(tree, path)


_LEVELS = 3
