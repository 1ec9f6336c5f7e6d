"""What an entry of the blacklist means at a moment: banned, ending soon, ended, lifted; and for how long. Pure.

The server's oddities end here: a ban that is forever has no end, whatever end is given; a row may be listed
without a kind, a time or a reason; a row may say that nobody is banned.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Literal, TypeAlias

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.errors import AppError

SOON: Final = 3600
"""Seconds before its end from which a ban ends soon."""

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_CLOSE = 10 * _MINUTE

Wish: TypeAlias = Literal["", "add", "extend", "lift"]
"""What an edit on its way wants of a customer, "" when none is."""


class Standing(Enum):
    """Where an entry stands by the clock."""

    BANNED = "banned"
    ENDING = "ending"
    """Banned, and over within `SOON`."""
    ENDED = "ended"
    """Its time is over, and the server has not yet said that it knows."""
    LIFTED = "lifted"
    """On no list: the time is over by the server's word, or somebody lifted it."""


@dataclass(frozen=True, slots=True)
class Ban:
    """What is shown of one customer's place on the blacklist.

    `entry` is the server's word with what waits folded over it; `listed` says whether the server has the customer
    on the list. `wish` is what an edit `edit` of the outbox wants, `refused` why it could not be had.
    """

    entry: BlacklistEntry
    listed: bool = True
    wish: Wish = ""
    edit: str = ""
    refused: AppError | None = None

    @property
    def customer_id(self) -> str:
        """Whose it is."""
        return self.entry.customer_id

    @property
    def unfinished(self) -> bool:
        """Whether a ban was wanted and is not there: a person has to finish it."""
        return self.refused is not None and self.wish in {"add", "extend"} and not self.listed


def end_of(entry: BlacklistEntry) -> int | None:
    """Return when a ban ends, seconds since the epoch; None when it does not, or when that is not known."""
    if entry.type is BlackType.FOREVER:
        return None
    if entry.until is not None:
        return entry.until
    if entry.type is not None and entry.since is not None:
        return entry.since + int(entry.type.value) * _HOUR
    return None


def is_forever(entry: BlacklistEntry) -> bool:
    """Say whether it has no end, whatever end the server computed."""
    return entry.type is BlackType.FOREVER


def end_of_new(kind: BlackType, now: int) -> int | None:
    """Return when a ban that begins now will end, None for never."""
    return None if kind is BlackType.FOREVER else now + kind.value * _HOUR


def standing(entry: BlacklistEntry, now: int) -> Standing:
    """Return where an entry stands at `now`, seconds since the epoch."""
    if not entry.active:
        return Standing.LIFTED
    end = end_of(entry)
    if end is None or end - now > SOON:
        return Standing.BANNED
    return Standing.ENDING if end > now else Standing.ENDED


def is_banned(entry: BlacklistEntry, now: int) -> bool:
    """Say whether the customer cannot write in at `now`."""
    return standing(entry, now) in {Standing.BANNED, Standing.ENDING}


def next_turn(entry: BlacklistEntry, now: int) -> int | None:
    """Return when the standing of an entry changes next by the clock alone, None for never."""
    end = end_of(entry)
    if not entry.active or end is None or end <= now:
        return None
    return end - SOON if end - SOON > now else end


def step_of(seconds: int) -> int:
    """Return how finely a time left of so many seconds is told: its words change once in so many seconds."""
    if seconds >= _DAY:
        return _HOUR
    return _MINUTE if seconds >= _CLOSE else 1


def next_tick(end: int, now: int) -> int:
    """Return when the words of the time left until `end` change next, after `now`."""
    left = end - now
    if left <= 0:
        return end
    step = step_of(left)
    return end - (left // step * step) + 1


def new_entry(customer_id: str, nickname: str, kind: BlackType, reason: str, now: int) -> BlacklistEntry:
    """Return the entry that a ban made now will have, as far as can be known before the server says it."""
    return BlacklistEntry(
        customer_id, nickname, kind, reason, since=now, until=end_of_new(kind, now), active=True, user_status=1
    )


def lifted(entry: BlacklistEntry) -> BlacklistEntry:
    """Return the entry after it was lifted; what it was stays readable."""
    return replace(entry, active=False, user_status=0)
