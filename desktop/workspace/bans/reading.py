"""What is read of the blacklist: the list as the cache holds it, and what a reading may not know yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile
from desktop.domain.bans.entry import BlacklistEntry

_CLOCKS = 120
"""Seconds our reckoning and the server's clock may differ."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The list as the cache holds it, at its turn; `reading` is the number of the server's list it holds."""

    turn: int
    reading: int
    entries: Sequence[BlacklistEntry]
    fetched: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """What an edit left at the server at `at`, by its clock; held over readings `until`, by ours."""

    entry: BlacklistEntry
    at: int
    until: float

    def is_known_to(self, held: BlacklistEntry | None) -> bool:
        """Say whether a reading tells of a time after the edit."""
        if held is None or not held.active:
            return not self.entry.active
        slack = _CLOCKS if self.entry.active else 0
        return (held.since or 0) >= self.at - slack


def stored_since(file: CacheFile, turn: int) -> Stored | None:
    """Return the list, in the cache's lane, when its turn is another than `turn`."""
    now = file.bans.turn()
    return None if now == turn else Stored(now, file.bans.reading(), *file.bans.all())


def replace_all(file: CacheFile, entries: Sequence[BlacklistEntry], fetched: int, complete: bool) -> int:
    """Hold what was fetched, in the cache's lane; return the number of this reading."""
    return file.bans.replace(entries, fetched, complete=complete)
