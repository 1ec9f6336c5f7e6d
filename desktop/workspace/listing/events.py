"""What a listing tells the table that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.errors import AppError


@dataclass(frozen=True, slots=True)
class ResultReset:
    """Another result stands in the listing; nothing of the former holds."""


@dataclass(frozen=True, slots=True)
class RowsInserted:
    """`count` rows have come in before what was row `first`."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class RowsRemoved:
    """`count` rows from `first` on are gone."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """The values of the rows `first` to `last` (included) have changed or have arrived."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counted:
    """`count`, `exact`, `found`, `total` or `busy` have changed; the rows have not."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The file could not answer; the rows shown are what was there before."""

    error: AppError


ListingEvent: TypeAlias = ResultReset | RowsInserted | RowsRemoved | RowsChanged | Counted | Failed
Listener: TypeAlias = Callable[[ListingEvent], None]
