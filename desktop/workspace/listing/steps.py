"""From two windows of a result, before and after a change, to the steps a table follows without a reset."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from desktop.workspace.listing.events import RowsInserted, RowsRemoved
from desktop.workspace.listing.held import Window

Step: TypeAlias = RowsInserted | RowsRemoved


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
    for tag, low, high, start, end in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag in {"replace", "delete"}:
            yield RowsRemoved(first + low, high - low)
        if tag in {"replace", "insert"}:
            yield RowsInserted(first + low, end - start)
