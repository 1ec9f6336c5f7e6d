"""The rows of a result that are there, by their index in it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from desktop.cache.rows import Row
from desktop.cache.walking import Anchor
from desktop.workspace.listing.reading import Mark, Piece

BLOCK = 128
"""So many rows are read in one go."""
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Window:
    """What is known of a result of `count` rows: from row `first` on stand the customers `keys`."""

    count: int
    first: int
    keys: Sequence[int]


class HeldRows:
    """Rows by index; `anchors` are their places when the result is the whole account.

    Of too many rows the half nearest to what is seen is kept. `visible` are the first and the last index in sight.
    """

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.anchors: dict[int, Anchor] = {}

    def put(self, piece: Piece, visible: tuple[int, int]) -> None:
        """Hold the rows of a piece."""
        self.rows.update(enumerate(piece.rows, piece.first))
        self.anchors.update(enumerate(piece.anchors, piece.first))
        if len(self.rows) > _KEPT:
            far = sorted(self.rows, key=lambda index: abs(index - sum(visible) // 2))
            for index in far[_KEPT // 2 :]:
                del self.rows[index]
                self.anchors.pop(index, None)

    def clear(self) -> None:
        """Hold nothing."""
        self.rows.clear()
        self.anchors.clear()

    def has(self, first: int, last: int) -> bool:
        """Return whether all rows from `first` to `last` are there."""
        return all(index in self.rows for index in range(first, last + 1))

    def gap(self, block: int, count: int) -> range:
        """Return the part of a block from its first to its last row that is not there, of `count` rows in all."""
        span = range(block * BLOCK, min((block + 1) * BLOCK, count))
        missing = [index for index in span if index not in self.rows]
        return range(missing[0], missing[-1] + 1) if missing else range(0)

    def keys(self, first: int, size: int) -> list[int]:
        """Return the numbers of up to `size` rows from `first` on, as far as they are there."""
        found: list[int] = []
        while len(found) < size and (row := self.rows.get(first + len(found))) is not None:
            found.append(row.key)
        return found

    def places(self, marks: Sequence[Mark], first: int, size: int) -> Sequence[Mark]:
        """Return the known places near `size` rows from `first` on: the marks, and the rows on both sides."""
        sides = (first - 1, first + size)
        return (*marks, *(Mark(index, self.anchors[index]) for index in sides if index in self.anchors))

    def keys_of(self, visible: tuple[int, int], ids: Collection[str]) -> list[int]:
        """Return the row numbers of these customers, of those that are visible."""
        wanted = frozenset(ids)
        seen = map(self.rows.get, range(visible[0], visible[1] + 1) if wanted else ())
        return [row.key for row in seen if row is not None and row.id in wanted]

    def renew(self, visible: tuple[int, int], fresh: Sequence[Row]) -> Iterator[int]:
        """Take the new rows of customers that are visible and look different now; return where they stand."""
        by_key = {row.key: row for row in fresh}
        for place in range(visible[0], visible[1] + 1):
            held = self.rows.get(place)
            new = None if held is None else by_key.get(held.key)
            if new is not None and new != held:
                self.rows[place] = new
                yield place
