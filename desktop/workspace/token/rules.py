"""When a token is used, renewed, or left alone because someone else uses the same appid: pure decisions."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

EARLY = 300.0
"""Seconds before its end a token is renewed."""

YOUNG = 600.0
"""A token refused within so many seconds was ended by someone else's."""

GAP = 60.0
"""Seconds between two new tokens at least."""

HOLD = (30.0, 300.0)
"""Bounds of the wait, in seconds, before a contested token is taken back."""

_CLOCK_STEP = 60.0


@dataclass(frozen=True, slots=True)
class Kept:
    """The token of a profile as it is kept. Times are this machine's, in seconds; `offset` leads to the server's.

    `hold_until` is set while the token is known to be refused and must not be renewed.
    """

    value: str = field(repr=False)
    minted: float
    expires: float
    offset: float = 0.0
    hold_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Use:
    """Send this token."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Renew:
    """Take a new token."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Send nothing for so many seconds."""

    seconds: float


Decision: TypeAlias = Use | Renew | Hold


def decide(kept: Kept | None, now: float, *, refused: str | None, clicked: bool) -> Decision:
    """Decide what to do when a token is wanted.

    `refused` is the token the server would not take, None when none was tried. `clicked`: a person asked, the
    wait for others is passed over; the bound of one token a minute is not.
    """
    if kept is None:
        return Renew()
    if kept.value == refused or kept.hold_until:
        return _after_refusal(kept, now, clicked=clicked)
    # A clock set back makes the ages meaningless: better one token too many than a dead one.
    if now >= kept.expires - EARLY or kept.minted > now + _CLOCK_STEP:
        return Renew()
    return Use(kept.value)


def _after_refusal(kept: Kept, now: float, *, clicked: bool) -> Decision:
    age = now - kept.minted
    if 0 <= age < GAP:
        return Hold(max(GAP - age, 0.0 if clicked else kept.hold_until - now))
    if clicked or not 0 <= age < YOUNG:
        return Renew()
    if kept.hold_until and now >= kept.hold_until:
        return Renew()
    return Hold(max(kept.hold_until - now, 0.0))


def contested(kept: Kept, now: float, random: float) -> Kept:
    """Return the token on hold; `random` from [0, 1) sets for how long. A wait that runs goes on."""
    if kept.hold_until:
        return kept
    low, high = HOLD
    return replace(kept, hold_until=now + low + (high - low) * random)
