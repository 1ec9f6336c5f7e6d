"""Which bans are listed, and in which order. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from operator import itemgetter
from typing import TypeAlias

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import Ban, Standing, end_of, is_forever, standing
from desktop.domain.folding import fold, words

Value: TypeAlias = float | str | None
_ID, _VALUE = itemgetter(0), itemgetter(1)
_FAR = float("inf")
_FIRST = -1.0
"""Where what a person has to finish stands among ends."""
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_EVENING = (18, 0)


class Show(Enum):
    """Which bans are wanted by where they stand."""

    LISTED = "listed"
    """All that are on the list, those whose end is not confirmed too, and what a person has to finish."""
    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    """On their way to the server, or refused by it."""
    LIFTED = "lifted"
    ALL = "all"


class Ends(Enum):
    """Which bans are wanted by their end."""

    ANY = "any"
    HOUR = "hour"
    SHIFT = "shift"
    TODAY = "today"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class BanFilter:
    """What is wanted. `since` and `until` bound when a ban began, seconds since the epoch; None for any."""

    text: str = ""
    show: Show = Show.LISTED
    kind: BlackType | None = None
    ends: Ends = Ends.ANY
    since: int | None = None
    until: int | None = None

    @property
    def narrows(self) -> bool:
        """Whether it leaves out anybody who is on the list."""
        return self != BanFilter()


@dataclass(frozen=True, slots=True)
class Moment:
    """The time a filter is applied at, and when the shift and the day end; seconds since the epoch."""

    now: int
    shift: int
    day: int


def moment_of(now: int, shift_ends: str) -> Moment:
    """Return when the shift ("18:00", local time, the next there is) and the day end after `now`."""
    local = datetime.fromtimestamp(now).astimezone()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    told = _CLOCK.fullmatch(shift_ends)
    hours, minutes = (int(told[1]) % 24, int(told[2]) % 60) if told else _EVENING
    end = local.replace(hour=hours, minute=minutes, second=0, microsecond=0)
    if end <= local:
        end += timedelta(days=1)
    return Moment(now, int(end.timestamp()), int((midnight + timedelta(days=1)).timestamp()))


def matcher(wanted: BanFilter, moment: Moment, name: Callable[[Ban], str]) -> Callable[[Ban], bool]:
    """Return what says whether a ban is listed; `name` is what its customer is called."""
    asked = words(wanted.text)
    tests: list[Callable[[Ban], bool]] = [_shown(wanted.show, moment.now)]
    if wanted == BanFilter():
        return tests[0]
    if wanted.kind is not None:
        tests.append(lambda ban: ban.entry.type is wanted.kind)
    if wanted.ends is not Ends.ANY:
        tests.append(lambda ban: _ends(ban, wanted.ends, moment))
    if wanted.since is not None or wanted.until is not None:
        tests.append(lambda ban: _began(ban, wanted.since, wanted.until))
    if asked:
        tests.append(lambda ban: _says(ban, asked, name(ban)))
    return lambda ban: all(test(ban) for test in tests)


def sort_value(column: str, name: Callable[[Ban], str]) -> Callable[[Ban], Value]:
    """Return what a column is ordered by, None for what is not known."""
    of: dict[str, Callable[[Ban], Value]] = {
        "customer": lambda ban: name(ban).casefold() or None,
        "reason": lambda ban: ban.entry.reason.strip().casefold() or None,
        "kind": lambda ban: None if ban.entry.type is None else ban.entry.type.value % 1_000,
        "since": lambda ban: ban.entry.since,
        "until": _end,
        "left": _end,
        "status": _status,
    }
    return of[column]


def ordered(bans: Iterable[Ban], value: Callable[[Ban], Value], *, descending: bool) -> list[Ban]:
    """Return the bans in order; those without a value stand at the end in both directions."""
    # One sort by plain texts and a stable one by plain numbers take a third of one by pairs.
    valued = sorted(((ban.entry.customer_id, value(ban), ban) for ban in bans), key=_ID, reverse=descending)
    known = sorted((one for one in valued if one[1] is not None), key=_VALUE, reverse=descending)
    return [ban for _, _, ban in known] + [ban for _, found, ban in valued if found is None]


def _shown(show: Show, now: int) -> Callable[[Ban], bool]:
    of: dict[Show, Callable[[Ban], bool]] = {
        Show.ALL: lambda _ban: True,
        Show.LIFTED: lambda ban: not ban.entry.active,
        Show.UNCONFIRMED: lambda ban: standing(ban.entry, now) is Standing.ENDED,
        Show.WAITING: lambda ban: bool(ban.wish),
        Show.LISTED: lambda ban: ban.entry.active or ban.unfinished or ban.listed,
    }
    return of[show]


def _ends(ban: Ban, ends: Ends, moment: Moment) -> bool:
    if not ban.entry.active:
        return False
    if ends is Ends.NEVER:
        return is_forever(ban.entry)
    end = end_of(ban.entry)
    if end is None or end <= moment.now:
        return False
    limit = {Ends.HOUR: moment.now + 3_600, Ends.SHIFT: moment.shift, Ends.TODAY: moment.day}[ends]
    return end <= limit


def _began(ban: Ban, since: int | None, until: int | None) -> bool:
    began = ban.entry.since
    return began is not None and (since is None or began >= since) and (until is None or began < until)


def _says(ban: Ban, asked: Sequence[str], name: str) -> bool:
    text = fold(f"{name}\n{ban.entry.reason}\n{ban.customer_id}")
    return all(word in text for word in asked)


def _end(ban: Ban) -> float | None:
    if ban.refused is not None and ban.unfinished:
        return _FIRST
    entry = ban.entry
    if not entry.active:
        return None
    return _FAR if entry.type is BlackType.FOREVER else end_of(entry)


def _status(ban: Ban) -> float:
    """Return the rank of a status: what a person has to do something about comes first."""
    if ban.refused is not None:
        return 0
    if ban.wish:
        return 1
    return 2 if ban.entry.active else 3
