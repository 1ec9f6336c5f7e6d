"""The small tables of an account: tags, stages, agents, levels, fields, regions. Names are per language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.json import Json


@dataclass(frozen=True, slots=True)
class TagGroup:
    """A group of business tags (003 "Query Tag Group List"). `color` is as the server sent it, valid or not."""

    id: str
    name: str
    color: str = ""
    multiple: bool = True
    status: int = 1
    created_ms: int = 0
    updated_ms: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tag:
    """A business tag (003 "Query Tag List")."""

    id: str
    group_id: str
    name: str
    param_name: str = ""
    status: int = 1
    created_ms: int = 0
    updated_ms: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """A follow-up stage (003 "Query Follow-up Stage"), in the order of `position`."""

    id: str
    name: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where a customer came from (003 "Query Customer Source")."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class VipLevel:
    """A VIP level (003 "Query Customer Level")."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Department:
    """A department of the agent tree (003 "Query Agent List", type 1). `parent_id` is "" at the top."""

    id: str
    name: str
    parent_id: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """A support agent (003 "Query Agent List", type 2) and the department it stands in."""

    id: str
    name: str
    department_id: str = ""
    department_path: str = ""
    manager: bool = False
    avatar: str = ""


@dataclass(frozen=True, slots=True)
class FieldOption:
    """A choice of a custom field; `value` is what is submitted."""

    value: str
    name: str
    id: str = ""
    param_name: str = ""


@dataclass(frozen=True, slots=True)
class CustomField:
    """A custom field of customers or enterprises (003 "Query Customer Custom Field").

    `type`: 1 text, 2 multi-line, 3 date, 4 time, 5 number, 6 drop-down, 7 check boxes, 8 radio, 9 cascade.
    """

    id: str
    name: str
    variable: str = ""
    type: int = 1
    required: bool = False
    status: int = 1
    remark: str = ""
    operate_type: int = 0
    options: tuple[FieldOption, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Region:
    """A province, city or district; `parent_id` is "" for a province."""

    id: str
    name: str
    parent_id: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country (003 "Search country")."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone (003 "Search Time Zone"), e.g. id "US/Samoa"."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Language:
    """A customer's language (003 "Search language"), e.g. code "zh"."""

    code: str
    name: str
