"""Who looks after a customer: assigning, recycling, and the record of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from desktop.domain.json import Json


class AssignKind(Enum):
    """Where the customers stand that are assigned."""

    TO_BE_ASSIGNED = 1
    POOL = 2
    RECEIVE_FROM_POOL = 3
    MINE = 4
    CHANGE_AGENT = 5


@dataclass(frozen=True, slots=True)
class AssignmentRecord:
    """One customer an agent was given (003 "Customer Assignment Records"); `assigned` in epoch seconds."""

    customer_id: str
    nickname: str
    assigned: int
    company_id: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AssignmentCount:
    """How many customers an agent was given on a day (003 "Customer Assignment Statistics")."""

    agent_id: str
    day: date
    count: int
    company_id: str = ""
