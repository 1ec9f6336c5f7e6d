"""What is read of the blacklist: the list as the cache holds it, and what a reading may not know yet."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.news import News, news_between
from desktop.domain.edits.outbox import Entry
from desktop.workspace.bans.roll import Roll

_CLOCKS = 120
"""Seconds our reckoning and the server's clock may differ."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The list as the cache holds it, at its turn; `reading` is the number of the server's list it holds.

    `roll` is the former one with the list taken in: `changed` are those of whom it says another thing, `news` what
    that means, `ending` whose bans have come to end soon, `nameless` those whose names it does not tell. It knows
    no edits of those who changed.
    """

    turn: int
    reading: int
    fetched: int | None
    roll: Roll
    changed: frozenset[str]
    news: Sequence[News]
    ending: Sequence[News]
    nameless: Sequence[str]


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


def turn_of(file: CacheFile) -> int:
    """Return the number that changes with the list, in the cache's lane."""
    return file.bans.turn()


def taken_in(file: CacheFile, roll: Roll, now: int, is_news: bool) -> Taken:
    """Take the list into `roll`, which is the lane's own from here on; `now` in seconds.

    What is in the first list of all is no news (`is_news`). Thousands of bans take a tenth of a second, which the
    owner of the list does not have.
    """
    turn, reading = file.bans.turn(), file.bans.reading()
    entries, fetched = file.bans.all()
    fresh = {entry.customer_id: entry for entry in entries}
    changed = frozenset(one for one in fresh.keys() | roll.bases.keys() if fresh.get(one) != roll.bases.get(one))
    news = news_between(roll.bases, fresh, now) if is_news else ()
    roll.bases = fresh
    ending = roll.fold(changed, _no_edits, now)
    nameless = tuple(one for one in changed if one in roll.bans and not roll.bans[one].entry.nickname)
    return Taken(turn, reading, fetched, roll, changed, news, ending, nameless)


def replace_all(file: CacheFile, entries: Sequence[BlacklistEntry], fetched: int, complete: bool) -> None:
    """Hold what was fetched, in the cache's lane."""
    file.bans.replace(entries, fetched, complete=complete)


def part(entries: Mapping[str, BlacklistEntry], customers: Iterable[str]) -> dict[str, BlacklistEntry]:
    """Return those entries that are about these customers."""
    return {one: entries[one] for one in customers if one in entries}


def but_for(customers: Collection[str], news: Iterable[News]) -> list[News]:
    """Return those news that are not about these customers."""
    return [one for one in news if one.entry.customer_id not in customers] if customers else list(news)


def _no_edits(_customer: str) -> Sequence[Entry]:
    return ()
