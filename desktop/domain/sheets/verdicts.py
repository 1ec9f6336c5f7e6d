"""What becomes of a row: whom it makes or changes and how, or why it cannot be imported."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from desktop.domain.errors import InvalidInput
from desktop.domain.jobs.job import OwnEdit

Claim: TypeAlias = tuple[str, str]
"""A thing that one row of a file may have: a customer, a phone, an address, by what it is and its key."""


class Kind(Enum):
    """What importing a row does."""

    CREATE = "create"
    UPDATE = "update"
    SAME = "unchanged"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class CellChange:
    """A column that would be changed: what is there, what would be there, as people read it."""

    target: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row cannot be imported; `target` is the column it is about, "" for the whole row."""

    target: str
    error: InvalidInput


@dataclass(frozen=True, slots=True)
class Verdict:
    """What importing a row does.

    `customer` is the id of who is meant, a local one for who would be made, "" when nobody is; `by` is the column
    that told. `claims` are what no further row may be about.
    """

    kind: Kind
    customer: str = ""
    name: str = ""
    by: str = ""
    changes: tuple[CellChange, ...] = ()
    reasons: tuple[Reason, ...] = ()
    edits: tuple[OwnEdit, ...] = ()
    claims: tuple[Claim, ...] = ()
