"""The fields of a customer: one catalogue that decoding, columns, the detail panel, forms and export follow."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a field's value is held in `Customer.fields`."""

    TEXT = "text"
    """A string, as the server sent it."""
    CODE = "code"
    """An integer that stands for one of a fixed set (gender, status ...)."""
    SECONDS = "seconds"
    """A point in time, integer seconds since the epoch."""
    IDS = "ids"
    """A tuple of ids that the wire joins with commas."""
    LIST = "list"
    """A tuple of strings that the wire sends as a list."""
    CUSTOM = "custom"
    """A tuple of `CustomValue`."""
    TREE = "tree"
    """JSON of any shape, kept as it came."""


class Group(Enum):
    """The section of the detail panel a field stands in."""

    IDENTITY = "identity"
    CONTACT = "contact"
    PLACE = "place"
    COMPANY = "company"
    FOLLOW_UP = "follow_up"
    LABELS = "labels"
    CUSTOM = "custom"
    SOCIAL = "social"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a customer: its name, how its value is held, where it is shown."""

    name: str
    kind: Kind
    group: Group


def _fields(group: Group, **kinds: Kind) -> tuple[Field, ...]:
    return tuple(Field(name, kind, group) for name, kind in kinds.items())


SEARCHED = (
    "nickname",
    "real_name",
    "phone",
    "email",
    "enterprise_name",
    "note",
    "qq",
    "wechat",
    "docking_id",
)
"""The fields a search text is looked for in, beside pinyin and initials of the two names."""

FIELDS: tuple[Field, ...] = (
    *_fields(
        Group.IDENTITY,
        nickname=Kind.TEXT,
        real_name=Kind.TEXT,
        gender=Kind.CODE,
        is_vip=Kind.CODE,
        vip_level=Kind.TEXT,
        blacklisted=Kind.CODE,
        language=Kind.TEXT,
        language_name=Kind.TEXT,
        timezone_id=Kind.TEXT,
        timezone_name=Kind.TEXT,
        note=Kind.TEXT,
    ),
    *_fields(
        Group.CONTACT,
        phone=Kind.TEXT,
        email=Kind.TEXT,
        qq=Kind.TEXT,
        wechat=Kind.TEXT,
        docking_id=Kind.TEXT,
        visitor_ids=Kind.TEXT,
    ),
    *_fields(
        Group.PLACE,
        country_id=Kind.TEXT,
        country_name=Kind.TEXT,
        province_id=Kind.TEXT,
        province_name=Kind.TEXT,
        city_id=Kind.TEXT,
        city_name=Kind.TEXT,
        district_id=Kind.TEXT,
        district_name=Kind.TEXT,
    ),
    *_fields(
        Group.COMPANY,
        enterprise_id=Kind.TEXT,
        enterprise_name=Kind.TEXT,
    ),
    *_fields(
        Group.FOLLOW_UP,
        status=Kind.CODE,
        stage_id=Kind.TEXT,
        agent_id=Kind.TEXT,
        agent_name=Kind.TEXT,
    ),
    *_fields(
        Group.LABELS,
        tags=Kind.IDS,
        wecom_tags=Kind.IDS,
    ),
    *_fields(
        Group.CUSTOM,
        custom_fields=Kind.CUSTOM,
        fixed_fields=Kind.TREE,
        extend_fields=Kind.TREE,
    ),
    *_fields(
        Group.SOCIAL,
        external_user_id=Kind.TEXT,
        app_union_id=Kind.TEXT,
        wechat_external_ids=Kind.LIST,
        wechat_union_ids=Kind.LIST,
        wechat_open_ids=Kind.LIST,
        whatsapp_ids=Kind.LIST,
        facebook_ids=Kind.LIST,
        instagram_ids=Kind.LIST,
        line_ids=Kind.LIST,
        telegram_ids=Kind.LIST,
        discord_ids=Kind.LIST,
        wecom_friends=Kind.TREE,
        development_mode=Kind.CODE,
    ),
    *_fields(
        Group.ORIGIN,
        source=Kind.TEXT,
        created=Kind.SECONDS,
        created_day=Kind.SECONDS,
        created_by_kind=Kind.CODE,
        creator_id=Kind.TEXT,
        creator_name=Kind.TEXT,
        updated=Kind.SECONDS,
        updater_id=Kind.TEXT,
        updater_name=Kind.TEXT,
        record_status=Kind.CODE,
        company_id=Kind.TEXT,
    ),
)
"""Every field the document names for a customer (003: "Query Customer List", "Query Customer Details").

`stage_id` is the one that neither call returns: it is learned from the list filtered by stage.
"""

FIELD: dict[str, Field] = {field.name: field for field in FIELDS}

DETAIL_ONLY = frozenset(
    {
        "country_id",
        "country_name",
        "wechat_external_ids",
        "wechat_union_ids",
        "wechat_open_ids",
        "whatsapp_ids",
        "facebook_ids",
        "instagram_ids",
        "line_ids",
        "telegram_ids",
        "discord_ids",
    }
)
"""What "Query Customer Details" has and "Query Customer List" has not: a row of the list says nothing about it."""
