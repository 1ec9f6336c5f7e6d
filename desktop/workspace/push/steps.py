"""What is done next with an edit, and what a reading found: the words the sender and the kinds of edits share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.domain.edits.outbox import Base, Clash
from desktop.domain.errors import AppError, Rejected
from desktop.domain.json import Json


@dataclass(frozen=True, slots=True)
class Made:
    """What the server said about a call that went well: the `id` it gave (""), and what is kept of its answer."""

    id: str = ""
    learned: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settle:
    """Done. `ids` are the server's, by the local ones; `learned` is kept with what the edit found."""

    ids: Mapping[str, str] = field(default_factory=dict)
    learned: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Park:
    """Refused, or in conflict: a person is asked."""

    error: AppError
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Send:
    """Send it now; of an update only `changes`, under the `name` the server wants with each.

    `held` are other values of the server's that the call needs; `found` is what the edit turned out to find, and
    is stored with it before it leaves.
    """

    changes: Mapping[str, Json] = field(default_factory=dict)
    name: str = ""
    held: Mapping[str, Json] = field(default_factory=dict)
    found: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """Read what the server has. `made` is the id it said (""): the call went well and only ids are to be learned.

    `refusal` is what a second try met: the first one may have done it. `learned` as in `Settle`.
    """

    sure: bool = False
    made: str = ""
    refusal: Rejected | None = None
    learned: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rest:
    """Leave it for a while; `unknown` says that the call may have taken effect, `all` that nobody gets through.

    `wait` are the seconds, None when the pace decides.
    """

    error: AppError | None
    unknown: bool = False
    all: bool = False
    wait: float | None = None


Step: TypeAlias = Settle | Park | Send | Look | Rest


@dataclass(frozen=True, slots=True)
class Applied:
    """The server has what was wanted. `ids` and `learned` as in `Settle`."""

    ids: Mapping[str, str] = field(default_factory=dict)
    learned: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absent:
    """The server does not have what was wanted."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The server lacks these changes, and nobody else touched their fields; the rest as in `Send`."""

    changes: Mapping[str, Json]
    name: str
    held: Mapping[str, Json] = field(default_factory=dict)
    found: Base = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clashing:
    """Somebody else changed the same fields."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A person is asked: it can never be done as it is, or nobody can tell whether it was."""

    error: AppError


Finding: TypeAlias = Applied | Absent | Differs | Clashing | Refused
