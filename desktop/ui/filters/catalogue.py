"""Every filter there is, and the condition each makes. Pure: no widgets."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Tagged
from desktop.ui.wording.names import field_label
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP


class Shape(Enum):
    """How a filter is edited and which condition it makes."""

    TEXT = "text"
    CHOICE = "choice"
    TIME = "time"
    TAGS = "tags"
    YES_NO = "yes_no"
    FILLED = "filled"


class Part(Enum):
    """The section of the filter list; the value is its English heading."""

    PEOPLE = QT_TRANSLATE_NOOP("Filters", "Customer")
    WORK = QT_TRANSLATE_NOOP("Filters", "Follow-up")
    TAGS = QT_TRANSLATE_NOOP("Filters", "Tags")
    PLACE = QT_TRANSLATE_NOOP("Filters", "Place")
    TIME = QT_TRANSLATE_NOOP("Filters", "Time")
    ORIGIN = QT_TRANSLATE_NOOP("Filters", "Origin")


@dataclass(frozen=True, slots=True)
class Filter:
    """One entry of the filter list. `label` is English when the field's own label would not say it."""

    key: str
    field: str
    shape: Shape
    part: Part
    label: str = ""

    @property
    def title(self) -> str:
        """Return what the filter is called in the language shown."""
        return QCoreApplication.translate("Filters", self.label) if self.label else field_label(self.field)


def _of(shape: Shape, part: Part, *fields: str) -> tuple[Filter, ...]:
    return tuple(Filter(field, field, shape, part) for field in fields)


FILTERS: tuple[Filter, ...] = (
    *_of(Shape.TEXT, Part.PEOPLE, "nickname", "real_name", "enterprise_name", "phone", "email"),
    Filter("has_phone", "phone", Shape.FILLED, Part.PEOPLE, QT_TRANSLATE_NOOP("Filters", "Has a phone number")),
    Filter("has_email", "email", Shape.FILLED, Part.PEOPLE, QT_TRANSLATE_NOOP("Filters", "Has an e-mail address")),
    *_of(Shape.CHOICE, Part.PEOPLE, "gender"),
    *_of(Shape.YES_NO, Part.PEOPLE, "is_vip"),
    *_of(Shape.CHOICE, Part.PEOPLE, "vip_level"),
    *_of(Shape.YES_NO, Part.PEOPLE, "blacklisted"),
    *_of(Shape.TEXT, Part.PEOPLE, "note", "qq", "wechat"),
    *_of(Shape.CHOICE, Part.WORK, "status", "stage_id"),
    Filter("agent_id", "agent_id", Shape.CHOICE, Part.WORK, QT_TRANSLATE_NOOP("Filters", "Agent")),
    *_of(Shape.TAGS, Part.TAGS, "tags", "wecom_tags"),
    Filter("province_id", "province_id", Shape.CHOICE, Part.PLACE, QT_TRANSLATE_NOOP("Filters", "Province")),
    Filter("city_id", "city_id", Shape.CHOICE, Part.PLACE, QT_TRANSLATE_NOOP("Filters", "City")),
    Filter("district_id", "district_id", Shape.CHOICE, Part.PLACE, QT_TRANSLATE_NOOP("Filters", "District")),
    *_of(Shape.TIME, Part.TIME, "created", "updated"),
    *_of(Shape.CHOICE, Part.ORIGIN, "source", "created_by_kind", "development_mode"),
    *_of(Shape.TEXT, Part.ORIGIN, "external_user_id", "app_union_id", "docking_id"),
)

_BY_KEY: dict[str, Filter] = {entry.key: entry for entry in FILTERS}


def filter_of(condition: Condition) -> Filter | None:
    """Return the filter that makes such a condition, None for one that no filter of the list makes."""
    if isinstance(condition, Tagged):
        return _BY_KEY["wecom_tags" if condition.wecom else "tags"]
    if isinstance(condition, Filled):
        return _BY_KEY.get(f"has_{condition.field}")
    found = _BY_KEY.get(condition.field)
    return found if found and isinstance(condition, _MADE_BY[found.shape]) else None


_MADE_BY: dict[Shape, type[Condition]] = {
    Shape.TEXT: Contains,
    Shape.CHOICE: OneOf,
    Shape.YES_NO: OneOf,
    Shape.TIME: Between,
    Shape.TAGS: Tagged,
    Shape.FILLED: Filled,
}


def put(where: Iterable[Condition], old: Condition | None, new: Condition | None) -> tuple[Condition, ...]:
    """Return the conditions with `old` replaced by `new`; None appends, or removes."""
    result = [new if condition == old else condition for condition in where]
    if old is None or old not in tuple(where):
        result.append(new)
    return tuple(dict.fromkeys(condition for condition in result if condition is not None))


def existing(where: Iterable[Condition], wanted: Filter) -> Condition | None:
    """Return the condition to edit when `wanted` is chosen again; tag filters may stand several times."""
    if wanted.shape is Shape.TAGS:
        return None
    return next((condition for condition in where if filter_of(condition) is wanted), None)
