"""From two windows of a result, before and after a change, to the steps a table follows without a reset."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.cache.rows import Row
from desktop.cache.walking import Anchor
from desktop.workspace.listing.events import RowsInserted, RowsRemoved
from desktop.workspace.listing.reading import Mark

_Visible: TypeAlias = tuple[int, int]
Step: TypeAlias = RowsInserted | RowsRemoved


@dataclass(frozen=True, slots=True)
class Window:
    """What is known of a result of `count` rows: from row `first` on stand the customers `keys`."""

    count: int
    first: int
    keys: Sequence[int]


def steps(old: Window, new: Window) -> Iterator[Step]:
    """Return what turns the old result into the new one; only rows of the windows are told apart.

    Above and below the windows, rows come and go in one piece each: nobody sees which.
    """
    yield from _above(old.first, new.first)
    size = new.first + len(old.keys)
    for step in _within(new.first, old.keys, new.keys):
        size += step.count if isinstance(step, RowsInserted) else -step.count
        yield step
    below = (new.count - size) - (old.count - old.first - len(old.keys))
    if below > 0:
        yield RowsInserted(size, below)
    elif below < 0:
        yield RowsRemoved(size, -below)


def _above(old: int, new: int) -> Iterator[Step]:
    if new > old:
        yield RowsInserted(0, new - old)
    elif new < old:
        yield RowsRemoved(0, old - new)


def _within(first: int, old: Sequence[int], new: Sequence[int]) -> Iterator[Step]:
    """Go through the windows from their ends, so that each step leaves the places before it as they are."""
    from difflib import SequenceMatcher  # noqa: PLC0415 -- the first rows follow nothing yet

    for tag, low, high, start, end in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag in {"replace", "delete"}:
            yield RowsRemoved(first + low, high - low)
        if tag in {"replace", "insert"}:
            yield RowsInserted(first + low, end - start)


def known_places(marks: Sequence[Mark], anchors: Mapping[int, Anchor], first: int, size: int) -> Sequence[Mark]:
    """Return the known places near `size` rows from `first` on: the marks, and the rows on both sides."""
    return (*marks, *(Mark(index, anchors[index]) for index in (first - 1, first + size) if index in anchors))


def keys_of(rows: Mapping[int, Row], visible: _Visible, ids: Collection[str]) -> list[int]:
    """Return the row numbers of these customers, of those that are visible."""
    wanted = frozenset(ids)
    seen = map(rows.get, range(visible[0], visible[1] + 1) if wanted else ())
    return [row.key for row in seen if row is not None and row.id in wanted]


def renewed(rows: Mapping[int, Row], visible: _Visible, fresh: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Return the visible places whose rows look different now, with their new rows."""
    by_key = {row.key: row for row in fresh}
    for place in range(visible[0], visible[1] + 1):
        held = rows.get(place)
        new = None if held is None else by_key.get(held.key)
        if new is not None and new != held:
            yield place, new
