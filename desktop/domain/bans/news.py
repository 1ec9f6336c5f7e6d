"""What is worth telling of the blacklist: what somebody else did to it, what the clock will do soon. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.fold import same_ban
from desktop.domain.bans.meaning import end_of

_CLOCKS = 120
"""Seconds our clock and the server's may differ before an end counts as somebody's doing."""


class NewsKind(Enum):
    """What happened to a ban."""

    ADDED = "added"
    CHANGED = "changed"
    """It has another kind or another end."""
    LIFTED = "lifted"
    """Gone before its time."""
    ENDING = "ending"
    """Over within the hour."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened, and the ban: as it is now, or as it was when it is gone."""

    kind: NewsKind
    entry: BlacklistEntry


def news_between(
    before: Mapping[str, BlacklistEntry], now_listed: Mapping[str, BlacklistEntry], now: int
) -> list[News]:
    """Return what somebody else did between two readings of the list, by customer; `now` in seconds.

    What was done from here stands in `before` already. A ban whose time was over is no news.
    """
    news = []
    for customer in before.keys() | now_listed.keys():
        found = _between(before.get(customer), now_listed.get(customer), now)
        if found is not None:
            news.append(found)
    return sorted(news, key=lambda one: (one.kind.value, one.entry.since or 0, one.entry.customer_id))


def _between(old: BlacklistEntry | None, new: BlacklistEntry | None, now: int) -> News | None:
    was = old if old is not None and old.active else None
    fresh = new if new is not None and new.active else None
    if fresh is not None:
        if was is None:
            return News(NewsKind.ADDED, fresh)
        return None if same_ban(was, fresh) else News(NewsKind.CHANGED, fresh)
    if was is None:
        return None
    end = end_of(was)
    return None if end is not None and end <= now + _CLOCKS else News(NewsKind.LIFTED, was)
