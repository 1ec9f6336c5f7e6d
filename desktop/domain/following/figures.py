"""Figures of a time: which months to ask for, what is known of each day, how the account is made up. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from desktop.domain.errors import InvalidInput

LONGEST = 731
"""Days a range may span, two years: a call is made for each month and agent."""

DIMENSIONS = ("stage_id", "tags", "source", "province_id")
"""What the customers of a day are counted by."""

_ZONE = re.compile(r"([+-])(\d{2}):(\d{2})")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Range:
    """The days from `first` to `last`, as they begin and end in `zone` ("+08:00")."""

    first: date
    last: date
    zone: str

    def days(self) -> list[date]:
        """Return every day."""
        return [self.first + _DAY * number for number in range((self.last - self.first).days + 1)]

    def seconds(self) -> tuple[int, int]:
        """Return the first and the last second, since the epoch."""
        zone = zone_of(self.zone)
        start = datetime.combine(self.first, time(), zone)
        return int(start.timestamp()), int(datetime.combine(self.last + _DAY, time(), zone).timestamp()) - 1


def checked_range(first: date, last: date, zone: str) -> Range:
    """Return a range. Raises InvalidInput: range_reversed, longer_than_two_years, time_zone."""
    if last < first:
        raise InvalidInput("last", "range_reversed")
    if (last - first).days >= LONGEST:
        raise InvalidInput("last", "longer_than_two_years")
    zone_of(zone)
    return Range(first, last, zone)


def zone_of(text: str) -> timezone:
    """Return the zone of "+08:00". Raises InvalidInput("zone", "time_zone") for anything else."""
    match = _ZONE.fullmatch(text)
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        raise InvalidInput("zone", "time_zone")
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-offset if match[1] == "-" else offset)


def zone_text(offset: timedelta) -> str:
    """Return an offset from UTC as the document writes it: "+08:00"."""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Yield the pieces of a range, none longer than the shortest month: one call takes a month at most."""
    while first <= last:
        end = min(last, first + timedelta(days=27))
        yield first, end
        first = end + _DAY


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many customers an agent was given on a day, as told at `fetched` (seconds)."""

    day: date
    count: int
    fetched: int


def is_settled(one: DayCount, zone: str) -> bool:
    """Return whether a count was told after its day was over: then it changes no more."""
    over = datetime.combine(one.day + _DAY, time(), zone_of(zone)).timestamp()
    return one.fetched > over + 60


def lacking(asked: Range, known: Mapping[date, DayCount]) -> list[tuple[date, date]]:
    """Return the pieces to ask for: those with a day that is not known or may have changed since."""
    return [
        piece
        for piece in months(asked.first, asked.last)
        if not all(day in known and is_settled(known[day], asked.zone) for day in Range(*piece, asked.zone).days())
    ]


@dataclass(frozen=True, slots=True)
class AgentDays:
    """What is known of one agent: a count a day of the range, None where it was not fetched yet."""

    agent: str
    counts: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """The customers of all known days."""
        return sum(one for one in self.counts if one is not None)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is known of a range: a row an agent; `fetched` is when its oldest part was told, None for nothing."""

    asked: Range
    agents: tuple[AgentDays, ...] = ()
    fetched: int | None = None

    @property
    def complete(self) -> bool:
        """Whether every day of every agent is known."""
        return all(one is not None for agent in self.agents for one in agent.counts)


@dataclass(frozen=True, slots=True)
class Census:
    """How many customers had each value of a dimension at the end of each known day; "": had none."""

    days: tuple[date, ...] = ()
    counts: Mapping[str, Sequence[int]] = field(default_factory=dict)
