"""Edits of the blacklist."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.edits.lanes import OfCustomer


@dataclass(frozen=True, slots=True, kw_only=True)
class Blacklist(OfCustomer):
    """Put a customer on the blacklist. `kind` is a value of `blacklist.BlackType`: hours, or -1 for ever."""

    op: ClassVar[str] = "blacklist"
    customer: str
    kind: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unblacklist(OfCustomer):
    """Take a customer off the blacklist."""

    op: ClassVar[str] = "unblacklist"
    customer: str
