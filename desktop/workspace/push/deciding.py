"""What to do next with an edit, given what happened: pure decisions.

A call whose answer was lost is never sent again before two readings say that it had no effect: at the first, the
lost call may still be under way, and could arrive after what is sent next.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.domain.errors import (
    AppError,
    Busy,
    Conflict,
    ConnectFailed,
    CredentialError,
    InvalidInput,
    LeftBehind,
    ProxyFailed,
    Rejected,
    Sent,
    Stopped,
    TlsFailed,
    TokenRefused,
)
from desktop.domain.intents import (
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.json import Json
from desktop.domain.outbox import Clash, Entry, State

NO_GROUP, GROUP_EXISTS, TAG_EXISTS, NO_TAG = "510001", "510002", "510003", "510004"
"""Return codes of 003; 510004 is "no such tag" on removing and "parameter name exists" on saving."""

ABSENCES = 2
"""Readings that must miss what a lost call should have done before it is sent again."""

LOOKS = 5
"""Readings for the id of something the server said it made."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Done. `ids` are the server's, by the local ones."""

    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Park:
    """Refused, or in conflict: a person is asked."""

    error: AppError
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Send:
    """Send it now; of an update only `changes`, under the `name` the server wants with each."""

    changes: Mapping[str, Json] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Read what the server has. `made` is the id it said (""): the call went well and only ids are to be learned.

    `refusal` is what a second try met: the first one may have done it.
    """

    sure: bool = False
    made: str = ""
    refusal: Rejected | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """Leave it for a while; `unknown` says that the call may have taken effect, `all` that nobody gets through."""

    error: AppError | None
    unknown: bool = False
    all: bool = False


Step: TypeAlias = Settle | Park | Send | Look | Rest


@dataclass(frozen=True, slots=True)
class Applied:
    """The server has what was wanted."""

    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absent:
    """The server does not have what was wanted."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The server lacks these changes, and nobody else touched their fields."""

    changes: Mapping[str, Json]
    name: str


@dataclass(frozen=True, slots=True)
class Clashing:
    """Somebody else changed the same fields."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """It can never be done: what it is about is gone, or its name is taken by another."""

    error: AppError


Finding: TypeAlias = Applied | Absent | Differs | Clashing | Refused


def begin(entry: Entry, *, left_behind: bool = False) -> Step:
    """Return the first step. `left_behind`: what the edit speaks of will never be made."""
    if left_behind:
        return Settle() if isinstance(entry.intent, RemoveTag | RemoveTagGroup) else Park(LeftBehind())
    if entry.state is not State.QUEUED or isinstance(entry.intent, UpdateTag | UpdateTagGroup):
        return Look()
    return Send()


def after_send(entry: Entry, error: AppError | None, made: str = "") -> Step:
    """Return the step after a call; `entry` as before it, `error` what it met, `made` the id the server gave."""
    if error is None:
        return Look(sure=True, made=made) if _makes(entry.intent) else Settle()
    if isinstance(error, Rejected):
        return _after_refusal(entry, error)
    if isinstance(error, InvalidInput):
        return Park(error)
    if error.sent is Sent.NO:
        return Rest(error, all=_is_for_all(error))
    return Rest(error, unknown=True)


def after_look(entry: Entry, look: Look, finding: Finding | AppError, *, absences: int) -> Step:
    """Return the step after a reading; `absences` counts the readings, this one too, that missed it."""
    match finding:
        case Applied(ids):
            return Settle(ids)
        case Differs(changes, name):
            return _again(entry, absences) or Send(changes, name)
        case Clashing(clashes):
            return Park(Conflict(), clashes)
        case Refused(error):
            return Park(error)
        case Absent():
            return _after_absence(entry, look, absences)
        case Rejected():
            return Park(finding)
        case _:
            unknown = look.sure or entry.state is not State.QUEUED
            return Rest(finding, unknown=unknown, all=_is_for_all(finding))


def _after_absence(entry: Entry, look: Look, absences: int) -> Step:
    if look.refusal is not None:
        return Park(look.refusal)
    if look.sure:
        return Rest(None, unknown=True) if absences < LOOKS else Settle()
    return _again(entry, absences) or Send()


def _again(entry: Entry, absences: int) -> Rest | None:
    doubtful = entry.state is not State.QUEUED
    return Rest(None, unknown=True) if doubtful and absences < ABSENCES else None


def _after_refusal(entry: Entry, error: Rejected) -> Step:
    code = error.ret_code
    match entry.intent:
        case RemoveTagGroup() if code == NO_GROUP:
            return Settle()
        case RemoveTag() if code == NO_TAG:
            return Settle()
        case CreateTagGroup() if code == GROUP_EXISTS and entry.sent:
            return Look(refusal=error)
        case CreateTag() if code in {TAG_EXISTS, NO_TAG} and entry.sent:
            return Look(refusal=error)
        case _:
            return Park(error)


def _makes(intent: Intent) -> bool:
    return isinstance(intent, CreateTagGroup | CreateTag)


def _is_for_all(error: AppError) -> bool:
    if isinstance(error, Busy):
        return error.sent is Sent.NO
    return isinstance(error, ConnectFailed | TlsFailed | ProxyFailed | TokenRefused | Stopped | CredentialError)
