"""Finds provinces, cities and districts in the text of an address."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from desktop.domain.customers.placenames import plain, stem
from desktop.domain.dictionaries import Region

Path: TypeAlias = tuple[Region, ...]
"""A region and what it lies in, the province first."""

_LEVELS = 3
_CITY = 2
_SHORTEST = 2
_BETWEEN = re.compile(r"[\s,，、/·\-]*")
_STREET = re.compile(r"[东西南北中]?[一二三四五六七八九十]?(?:路|街|大道|大街|道|巷|弄|村|胡同|酒店|大厦)")
_HOME = re.compile(r"(?:中国|china)[\s,，]*")


class Tree(Protocol):
    """The regions of one language."""

    def children(self, region_id: str = "") -> tuple[Region, ...]:
        """Return what lies directly in a region; "" gives the provinces."""


@dataclass(frozen=True, slots=True)
class Place:
    """A region found in a text, from `start` up to `end`."""

    path: Path
    start: int
    end: int


class PlaceFinder:
    """Every name of a tree, whole and without the kind of place. Made once for many texts."""

    def __init__(self, tree: Tree) -> None:
        self._paths: dict[str, list[Path]] = {}
        self._whole: set[str] = set()
        for path in _paths(tree):
            name = plain(path[-1].name)
            self._whole.add(name)
            for spelling in {name, stem(path[-1].name)}:
                if len(spelling) >= _SHORTEST:
                    self._paths.setdefault(spelling, []).append(path)
        self._longest = max(map(len, self._paths), default=0)

    def find(self, text: str, starts: Iterable[int]) -> Place | None:
        """Return the finest place that begins at one of `starts`, the first of equals; `text` is folded."""
        best: Place | None = None
        for start in starts:
            found = self.at(text, start)
            if found is not None and (best is None or len(found.path) > len(best.path)):
                best = found
        return best

    def at(self, text: str, start: int) -> Place | None:
        """Return the place that a folded text names from `start` on: "浙江杭州西湖区", "杭州西湖"."""
        home = _HOME.match(text, start)
        begin = position = home.end() if home else start
        path: Path = ()
        end = start
        while len(path) < _LEVELS:
            step = self._step(text, position, path)
            if step is None:
                break
            path, end = step
            between = _BETWEEN.match(text, end)
            position = between.end() if between else end
        return Place(path, begin, end) if path else None

    def whole_names(self, text: str) -> list[int]:
        """Return where in a folded text a province or city is called by its whole name."""
        found = []
        for start in range(len(text)):
            spelling = self._spelled(text, start)
            if spelling in self._whole and any(len(path) <= _CITY for path in self._paths[spelling]):
                found.append(start)
        return found

    def meeting(self, parts: Iterable[str]) -> tuple[Path, tuple[str, ...]]:
        """Return the finest place whose levels are named by parts of a text, in any order, and these parts.

        ("Chaoyang District", "Beijing") is one place; () when nothing, or no single place, is meant.
        """
        named = {part: self._paths[key] for part in parts if (key := self._key(part)) in self._paths}
        best: list[tuple[Path, tuple[str, ...]]] = []
        for path in {one for paths in named.values() for one in paths}:
            hit = tuple(part for part, paths in named.items() if any(path[: len(one)] == one for one in paths))
            if not best or len(hit) > len(best[0][1]):
                best = [(path, hit)]
            elif len(hit) == len(best[0][1]):
                best.append((path, hit))
        return _only(best)

    def _key(self, part: str) -> str:
        name = plain(part)
        return name if name in self._paths else stem(part)

    def _spelled(self, text: str, start: int) -> str:
        """Return the longest name that begins here, "" for none."""
        for size in range(min(self._longest, len(text) - start), _SHORTEST - 1, -1):
            if text[start : start + size] in self._paths:
                return text[start : start + size]
        return ""

    def _step(self, text: str, start: int, above: Path) -> tuple[Path, int] | None:
        for size in range(min(self._longest, len(text) - start), _SHORTEST - 1, -1):
            spelling = text[start : start + size]
            inside = self._inside(spelling, above)
            if not inside or (spelling not in self._whole and _STREET.match(text, start + size)):
                continue
            nearest = min(map(len, inside))
            first = [path for path in inside if len(path) == nearest]
            # A name that several places have says nothing; a shorter one would say something else.
            return (first[0], start + size) if len(first) == 1 else None
        return None

    def _inside(self, spelling: str, above: Path) -> list[Path]:
        """Return the places of this name in `above`; a district alone must be called by its whole name."""
        if spelling not in self._paths:
            return []
        depth = len(above)
        inside = [path for path in self._paths[spelling] if len(path) > depth and path[:depth] == above]
        if not above and spelling not in self._whole:
            inside = [path for path in inside if len(path) <= _CITY]
        return inside


def _only(best: list[tuple[Path, tuple[str, ...]]]) -> tuple[Path, tuple[str, ...]]:
    """Return the coarsest of equals when all the others lie in it, else nothing."""
    if not best:
        return (), ()
    best.sort(key=lambda entry: len(entry[0]))
    path, hit = best[0]
    return (path, hit) if all(other[: len(path)] == path for other, _ in best) else ((), ())


def _paths(tree: Tree, above: Path = ()) -> Iterator[Path]:
    for region in tree.children(above[-1].id if above else ""):
        if region in above:
            continue
        path = (*above, region)
        yield path
        if len(path) < _LEVELS:
            yield from _paths(tree, path)
