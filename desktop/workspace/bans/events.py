"""What the blacklist of an account tells its listeners."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.bans.news import News


@dataclass(frozen=True, slots=True)
class BansChanged:
    """These customers' places on the blacklist look different: by an edit, a reading or the clock."""

    customers: frozenset[str]


@dataclass(frozen=True, slots=True)
class BansFetched:
    """The list was read; it is of this time (seconds since the epoch; None: it was never fetched)."""

    fetched: int | None


@dataclass(frozen=True, slots=True)
class BansTold:
    """Something happened that a person may want to know."""

    news: tuple[News, ...]


BanEvent: TypeAlias = BansChanged | BansFetched | BansTold
