"""A customer's history as it is read: which kind an entry is, and its order. Pure."""

from enum import Enum
from typing import Final

from desktop.domain.following.behaviour import Behaviour

_NEVER = 1 << 37
"""No time a calendar could show lies after it."""


class Section(Enum):
    """What a timeline can be narrowed to."""

    RECORDS = "records"
    FOLLOW_UP = "follow_up"
    STATUS = "status"
    OTHER = "other"


RECORD: Final = "user_record"
CREATED: Final = "user_create"
EDITED: Final = "user_update"
STAGE: Final = "user_stage_update"
ASSIGNED: Final = "user_assign"
RECYCLED: Final = "user_recycle"
BLACKLISTED: Final = "user_black"
UNBLACKLISTED: Final = "user_unblack"
TAGGED: Final = "user_label_update"

SECTIONS: Final = {
    RECORD: Section.RECORDS,
    STAGE: Section.FOLLOW_UP,
    ASSIGNED: Section.FOLLOW_UP,
    RECYCLED: Section.FOLLOW_UP,
    CREATED: Section.STATUS,
    EDITED: Section.STATUS,
    BLACKLISTED: Section.STATUS,
    UNBLACKLISTED: Section.STATUS,
}
"""The business types that are known; the document lists none, its examples hold two."""


def section_of(kind: str) -> Section:
    """Return the section of a business type; what nobody has told us of is "other"."""
    return SECTIONS.get(kind, Section.OTHER)


def moment_of(behaviour: Behaviour) -> int:
    """Return when it happened, else when it was written down, in epoch seconds; 0 when no one knows."""
    return next((at for at in (behaviour.at, behaviour.recorded) if 0 < at < _NEVER), 0)


def order_of(behaviour: Behaviour) -> tuple[int, str]:
    """Return what a timeline is sorted by, descending: the newest first."""
    return moment_of(behaviour), behaviour.id
