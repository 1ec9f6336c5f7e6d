"""Frozen slices of update time: which are asked for, when one is whole, how one that is not is cut.

A list that moves cannot be paged without missing rows. Under an upper bound in the past rows only leave a slice
(a change moves a customer past the bound, where a later slice finds it), so a slice whose total stands still over
its pages and equals its distinct rows is whole, and a slice that fits one page always is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Literal, TypeAlias

PAGE = 100
"""Rows asked for on a page."""

BUDGET = 8
"""Pages a slice may have; more are cut first, so that one slice is one transaction of at most 800 rows."""

FAN = 32
"""Parts one cut makes at most; keeps the list of what is left short."""

PATIENCE = 5
"""Disturbances after which a slice that cannot be cut is taken as it is."""

MODULES = (2, 3, 4, 5)
"""Module types that part all customers by their status (003 "Query Customer List")."""

Axis: TypeAlias = Literal["updated", "created"]


@dataclass(frozen=True, slots=True)
class Slice:
    """Customers updated from `low` to `high`, both included, in the server's seconds.

    `module` 0 takes every status. `axis` "created" goes by creation time (for rows that have no update time).
    `tries` counts how often it was disturbed.
    """

    low: int
    high: int
    module: int = 0
    stage: str = ""
    axis: Axis = "updated"
    tries: int = 0

    @property
    def seconds(self) -> int:
        """How many seconds the slice spans, 1 at least."""
        return self.high - self.low + 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page of a slice held: the server's total, the ids, how many rows could not be read.

    `pages` is how many pages the server counts, 0 when it does not say.
    """

    total: int
    ids: tuple[str, ...]
    unreadable: int = 0
    pages: int = 0

    @property
    def is_all(self) -> bool:
        """Whether nothing of the list is beyond this page."""
        return len(self.ids) >= self.total or (self.rows >= self.total and self.pages <= 1)

    @property
    def rows(self) -> int:
        """Rows on the page, readable or not."""
        return len(self.ids) + self.unreadable


@dataclass(frozen=True, slots=True)
class Whole:
    """The slice is complete."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Pages `first` to `last` are to be read; `backwards` one after the other from the last, instead of page 1."""

    first: int
    last: int
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """The slice is replaced by these, newest first."""

    parts: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """The server counts rows it never shows."""


Verdict: TypeAlias = Whole | Rest | Cut | Broken


def after_first(slice_: Slice, page: Seen) -> Verdict:
    """Decide by its first page how a slice goes on."""
    if page.is_all:
        return Whole()
    if page.rows == 0:
        return Broken() if slice_.tries >= PATIENCE else Cut((replace(slice_, tries=slice_.tries + 1),))
    pages = max(page.pages, ceil(page.total / page.rows))
    allowed = BUDGET if slice_.tries == 0 else 1
    if pages > allowed:
        parts = cut(slice_, page.total, page.rows * allowed)
        if parts:
            return Cut(parts)
    return Rest(1, pages, backwards=True) if slice_.tries else Rest(2, pages)


def after_all(slice_: Slice, pages: Sequence[Seen]) -> Verdict:
    """Decide, with every page, in the order they were read, whether a slice is whole or goes again, smaller."""
    ids = {one for page in pages for one in page.ids}
    unreadable = sum(page.unreadable for page in pages)
    totals = [page.total for page in pages]
    if min(totals) == max(totals) and len(ids) <= totals[0] <= len(ids) + unreadable:
        return Whole()
    if _backwards_is_whole(slice_, totals):
        return Whole()
    return Cut((replace(slice_, tries=slice_.tries + 1),))


def _backwards_is_whole(slice_: Slice, totals: Sequence[int]) -> bool:
    # Read from the last page to the first, a row that leaves shifts the unread rows towards the unread pages: none
    # is skipped. Only slices that cannot be cut are read so; a server that contradicts itself must end some time.
    only_left = all(later <= earlier for earlier, later in pairwise(totals))
    return slice_.tries > 0 and (only_left or slice_.tries >= PATIENCE)


def cut(slice_: Slice, total: int, rows: int) -> tuple[Slice, ...]:
    """Return parts of at most about `rows` rows, newest first; () when the slice cannot be cut.

    Time is parted evenly while more than a second is left, then the status; rows of one second and one status
    stay together.
    """
    if slice_.seconds > 1:
        return _by_time(slice_, total, rows)
    if slice_.module == 0:
        return tuple(replace(slice_, module=module, tries=0) for module in MODULES)
    return ()


def cut_by_age(slice_: Slice, total: int, rows: int) -> tuple[Slice, ...]:
    """Return parts that grow with age, newest first: customers change and arrive more often of late.

    The slice must span more than a second.
    """
    count = max(2, min(ceil(2 * total / max(rows, 1)), FAN, slice_.seconds))
    ages = {slice_.seconds * (number / count) ** 3 for number in range(1, count)}
    highs = [slice_.high, *sorted({slice_.high - ceil(age) for age in ages} - {slice_.low - 1}, reverse=True)]
    lows = [*(high + 1 for high in highs[1:]), slice_.low]
    return tuple(replace(slice_, low=low, high=high, tries=0) for low, high in zip(lows, highs, strict=True))


def _by_time(slice_: Slice, total: int, rows: int) -> tuple[Slice, ...]:
    wanted = ceil(1.3 * total / max(rows, 1))
    count = max(2, min(wanted, FAN, slice_.seconds))
    width = ceil(slice_.seconds / count)
    lows = range(slice_.low, slice_.high + 1, width)
    return tuple(
        replace(slice_, low=low, high=min(low + width - 1, slice_.high), tries=0) for low in reversed(lows)
    )
