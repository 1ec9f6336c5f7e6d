"""Which fields of a customer stand in columns of their own, and in what form.

Every other field is read from the compressed record.
"""

from typing import Final

NAMED: Final = (
    "nickname",
    "real_name",
    "enterprise_name",
    "agent_name",
    "province_name",
    "city_name",
    "district_name",
)
"""Text that sorts as people read it (by pinyin): held as sort key, MARK, text."""

PLAIN: Final = (
    "phone",
    "email",
    "vip_level",
    "source",
    "country_id",
    "province_id",
    "city_id",
    "district_id",
    "language",
)
"""Text that sorts by its bytes."""

NUMBERS: Final = ("gender", "is_vip", "blacklisted", "status", "created", "updated")

HEX: Final = ("enterprise_id", "agent_id", "stage_id")
"""Ids of usually 32 hexadecimal digits, held as 16 bytes."""

SHARED: Final = (
    "stage_id",
    "enterprise_name",
    "agent_name",
    "province_name",
    "city_name",
    "district_name",
    "country_id",
    "province_id",
    "city_id",
    "district_id",
    "enterprise_id",
    "agent_id",
)
"""Columns whose values many customers have in common: rows hold their numbers in the table `shared`."""

TAGS: Final = ("tags", "wecom_tags")
"""Ids joined by commas; searched through the table `tagged`."""

LOCAL: Final = ("stage_id",)
"""Fields no record holds: a page write leaves them alone."""

WRITTEN: Final = (*NAMED, *PLAIN, "enterprise_id", "agent_id", *NUMBERS, *TAGS)
"""The columns a page write sets, in the order of the table."""

COLUMNS: Final = frozenset((*WRITTEN, *LOCAL))

INDEXED: Final = ("vip_level", "source", "status", "agent_id", "stage_id", "updated")
"""Columns with an index from the start: new rows go to few of its pages."""

SORTABLE: Final = (
    "nickname",
    "phone",
    "email",
    "enterprise_name",
    "agent_name",
    "province_name",
    "created",
)
"""Columns whose index is made when the customers are there: row by row it would touch a page for each.

So it is with every other column when it is first sorted by.
"""

MARK: Final = "\x1f"
"""Stands between the sort key and the text of a NAMED column."""

LONGEST: Final = 200
"""Characters of a text that columns hold; the record holds all of it."""


def is_named(field: str) -> bool:
    """Return whether the column of `field` holds a sort key before its text."""
    return field in NAMED
