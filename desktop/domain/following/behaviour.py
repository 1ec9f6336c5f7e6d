"""What happened with a customer, and the follow-up records people write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop.domain.json import Json


class BehaviourGroup(Enum):
    """The groups of behaviours that can be asked for."""

    FOLLOW_UP = "groupService"
    STATUS = "groupUser"
    OTHER = "groupOther"


class StageKind(Enum):
    """What setting a stage means: a step of the process, or how the case ended."""

    PROCESS = 1
    RESULT = 2
    ORDER_WON = 21
    ORDER_LOST = 22
    INVALID = 23


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """A note on a customer's case, as it is saved (003 "Add Follow-up Record")."""

    customer_id: str
    content: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field a behaviour changed; values as the server put them into words.

    `field` is a name of `fields.FIELDS` where it is known, else the server's; `name` what the server calls it.
    """

    field: str
    name: str
    new: str
    old: str


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One entry of a customer's history (003 "Query All Customer Behaviors").

    `kind` is the server's business type, e.g. "user_create". `at` and `recorded` are seconds since the epoch, 0
    when unknown. `operator_kind`: 1 agent, 2 collection bot, 3 reception bot, 4 voice bot, 5 telemarketing bot,
    6 trigger, 7 scheduled task, 0 unknown. `content` is all the server said, `extra` what stands beside it.
    """

    id: str
    customer_id: str
    kind: str
    at: int
    recorded: int = 0
    operator_kind: int = 0
    operator_id: str = ""
    operator_name: str = ""
    stage_id: str = ""
    stage_name: str = ""
    old_stage_name: str = ""
    note: str = ""
    changes: tuple[FieldChange, ...] = ()
    content: Mapping[str, Json] = field(default_factory=dict)
    extra: Mapping[str, Json] = field(default_factory=dict)
