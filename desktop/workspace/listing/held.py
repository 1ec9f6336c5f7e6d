"""The rows of a result that are there, by their index in it."""

from desktop.cache.rows import Row
from desktop.cache.walking import Anchor
from desktop.workspace.listing.reading import Piece

BLOCK = 128
"""So many rows are read in one go."""
_KEPT = 4_096


class HeldRows:
    """Rows by index; `anchors` are their places when the result is the whole account.

    Of too many rows the half nearest to what is seen is kept.
    """

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.anchors: dict[int, Anchor] = {}

    def put(self, piece: Piece, visible: tuple[int, int]) -> None:
        """Hold the rows of a piece; `visible` are the first and the last index in sight."""
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
