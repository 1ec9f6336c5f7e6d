"""Who may not write in, why and how long."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop.domain.json import Json


class BlackType(Enum):
    """How long a customer is put on the blacklist, in hours; forever is -1."""

    FOREVER = -1
    ONE_DAY = 24
    TWO_DAYS = 48
    THREE_DAYS = 72


@dataclass(frozen=True, slots=True)
class BlacklistEntry:
    """One row of the blacklist (003 "Query the customer list on the blacklist").

    `type` is None for a row that is on no list (the server keeps such rows). `since` and `until` are seconds since
    the epoch; `until` is None when forever, whatever the server computed, and when unknown.
    """

    customer_id: str
    nickname: str
    type: BlackType | None
    reason: str = ""
    since: int | None = None
    until: int | None = None
    active: bool = False
    user_status: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)
