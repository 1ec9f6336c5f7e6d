"""The quiet line at the bottom of the window: connection, pull progress, counts, the last trouble."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop.domain.errors import AppError, CorruptFile

Connection: TypeAlias = Literal["connecting", "online", "offline", "stopped"]
"""stopped: calling on is useless until a person acts (wrong key, plan without API)."""

Phase: TypeAlias = Literal["dictionaries", "customers", "changes", "stages", "missing", "regions"]
"""missing: customers a complete sweep did not bring are looked up one by one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pull is. `total` is 0 while unknown; `rate` in items a second; `seconds_left` None
    while unknown.
    """

    phase: Phase
    done: int = 0
    total: int = 0
    rate: float = 0.0
    seconds_left: int | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What the account is doing.

    `since` is when the connection took this state (seconds since the epoch); `error` the last trouble in the
    background, None when the last attempt went well; `progress` None while nothing is pulled; `as_of` the
    server's time up to which the cache is complete, None before the first complete pull. `damaged` names the file
    that was set aside when the account was opened, None for none.
    """

    connection: Connection = "offline"
    since: int = 0
    error: AppError | None = None
    progress: Progress | None = None
    as_of: int | None = None
    total: int = 0
    quarantined: int = 0
    damaged: CorruptFile | None = None
