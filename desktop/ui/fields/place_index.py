"""Every province, city and district that is here, to be found by its name."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from desktop.domain.customers.placenames import stem
from desktop.domain.dictionaries import Region
from desktop.qt.choices import Choice
from desktop.qt.searching import OTHERS, Searchable
from desktop.ui.wording.lookup import Regions
from desktop.ui.wording.spelling import Spelling

_LEVELS = 3
_AT_ONCE = 100
"""Places made in one go: about a millisecond."""


class HasRegions(Protocol):
    """The collections, as far as places go."""

    @property
    def regions(self) -> Regions:
        """The tree as it is now; another object when it changed."""


class PlaceIndex(QObject):
    """Makes choices of the places, once for each state of the tree and of what is known of its spellings.

    All of China takes longer than a frame: `prepare` makes it piece by piece while nothing else is done.
    """

    def __init__(self, collections: HasRegions, spelling: Spelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of = collections
        self._spelling = spelling
        self._tree: Regions | None = None
        self._made = Searchable()
        self._left: Iterator[tuple[Region, ...]] = iter(())
        self._unspelled = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._make_some)
        spelling.learned.connect(self._on_learned)

    def prepare(self) -> None:
        """Begin to make the index, unless it is there."""
        if self._of.regions is not self._tree:
            self._tree = self._of.regions
            self._begin()

    def places(self) -> Sequence[Choice]:
        """Return provinces, cities and districts; typing "北京朝阳" or "beijing chaoyang" finds them too."""
        self.prepare()
        while self._make_some():
            pass
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

    def _begin(self) -> None:
        self._made = Searchable()
        self._unspelled = False
        paths = _paths(self._of.regions)
        self._left = iter(paths)
        self._idle.start()
        self._spelling.learn(path[-1].name for path in paths)

    def _make_some(self) -> bool:
        """Make a few more; False when all are made."""
        paths = list(islice(self._left, _AT_ONCE))
        self._made.add(map(self._choice, paths))
        if not paths:
            self._idle.stop()
        return bool(paths)

    def _choice(self, path: tuple[Region, ...]) -> Choice:
        *above, own = path
        self._unspelled |= not self._spelling.knows(own.name)
        others = [self._spelling.of(region.name) for region in above]
        if above and not own.name.isascii():
            others += ["".join(stem(region.name) for region in path), "".join(region.name for region in path)]
        return Choice(
            own.id,
            own.name or own.id,
            detail=" ".join(region.name for region in above),
            keywords=f"{self._spelling.of(own.name)}{OTHERS}{' '.join(others)}",
        )

    def _on_learned(self) -> None:
        if self._unspelled:
            self._begin()


def _paths(tree: Regions) -> list[tuple[Region, ...]]:
    """Return the way to every region: provinces first, then cities, then districts."""
    found: list[tuple[Region, ...]] = []
    level: list[tuple[Region, ...]] = [(region,) for region in tree.children()]
    for _ in range(_LEVELS):
        found += level
        level = [(*path, one) for path in level for one in tree.children(path[-1].id) if one not in path]
    return found
