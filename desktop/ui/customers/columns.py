"""The columns of the customers table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.fields import SEARCHED
from desktop.qt.chips import Chip
from desktop.qt.columns import Column, Kind, Mark
from desktop.ui.wording.fieldtext import FieldText
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import field_label

TABLE = "customers"

LISTED: tuple[str, ...] = (
    "nickname",
    "real_name",
    "phone",
    "email",
    "tags",
    "wecom_tags",
    "stage_id",
    "status",
    "agent_id",
    "agent_name",
    "enterprise_name",
    "source",
    "is_vip",
    "vip_level",
    "blacklisted",
    "gender",
    "province_name",
    "city_name",
    "district_name",
    "created",
    "updated",
)
"""The fields a listing for this table reads; `RowLike.values` follow this order."""


class CustomerColumns:
    """Makes the columns in the language shown."""

    def __init__(self, lookup: Lookup, texts: FieldText, formats: Formats) -> None:
        self._lookup = lookup
        self._texts = texts
        self._formats = formats

    def all(self) -> tuple[Column, ...]:
        """Return every column in its first order; the name comes first and is pinned."""
        return (
            self._name(),
            self._plain("phone", Kind.DIGITS, 132),
            self._tags(),
            self._plain("stage_id", width=124),
            self._agent(),
            self._time("updated"),
            self._plain("status", width=104),
            self._plain("email", width=184),
            self._plain("enterprise_name", width=176),
            self._plain("source", width=120),
            self._place(),
            self._time("created"),
            self._plain("real_name", width=112, hidden=True),
            self._plain("vip_level", width=96, hidden=True),
            self._plain("gender", width=80, hidden=True),
            self._plain("blacklisted", width=112, hidden=True),
        )

    def _name(self) -> Column:
        return Column(
            "nickname",
            QCoreApplication.translate("Names", "Name"),
            format=_named,
            fields=("nickname", "real_name", "phone", "is_vip", "blacklisted"),
            marks=_marks,
            sort="nickname",
            strong=True,
            searched=True,
            width=176,
        )

    def _plain(self, field: str, kind: Kind = Kind.TEXT, width: int = 140, *, hidden: bool = False) -> Column:
        return Column(
            field,
            field_label(field),
            kind,
            format=lambda value: self._texts.short(field, value),
            copied=lambda value: self._texts.copied(field, value),
            sort=field,
            tone="text",
            hidden=hidden,
            searched=field in SEARCHED,
            width=width,
        )

    def _time(self, field: str) -> Column:
        return Column(
            field,
            field_label(field),
            Kind.TIME,
            format=lambda value: self._texts.short(field, value),
            exact=lambda value: self._texts.full(field, value),
            sort=field,
            tone="secondary",
            width=116,
        )

    def _tags(self) -> Column:
        return Column(
            "tags",
            field_label("tags"),
            Kind.CHIPS,
            format=lambda tags, wecom: ", ".join(chip.text for chip in self._chips(tags, wecom)),
            fields=("tags", "wecom_tags"),
            exact=lambda tags, wecom: ", ".join(chip.text for chip in self._chips(tags, wecom)),
            chips=self._chips,
            width=220,
        )

    def _agent(self) -> Column:
        return Column(
            "agent_name",
            field_label("agent_name"),
            format=lambda name, agent: name or (self._lookup.agent(agent) if agent else ""),
            fields=("agent_name", "agent_id"),
            sort="agent_name",
            width=116,
        )

    def _place(self) -> Column:
        return Column(
            "province_name",
            QCoreApplication.translate("Names", "Place"),
            format=_joined,
            fields=("province_name", "city_name", "district_name"),
            sort="province_name",
            width=176,
        )

    def _chips(self, tags: Sequence[str] | None, wecom: Sequence[str] | None) -> tuple[Chip, ...]:
        return (
            *(Chip(tag.text, tag.color) for tag in self._lookup.tags(tags or ())),
            *(Chip(self._lookup.wecom_tag(tag), "", wecom=True) for tag in wecom or ()),
        )


def _named(nickname: str | None, real_name: str | None, phone: str | None, *_rest: object) -> str:
    named = nickname or real_name or Formats.phone(phone or "")
    return named or QCoreApplication.translate("Names", "No name")


def _marks(_nick: object, _real: object, _phone: object, vip: int | None, blacklisted: int | None) -> list[Mark]:
    marks = []
    if vip == 1:
        marks.append(Mark("vip", "warning", QCoreApplication.translate("Names", "VIP")))
    if blacklisted == 1:
        marks.append(Mark("ban", "danger", QCoreApplication.translate("Names", "Blacklisted")))
    return marks


def _joined(*parts: str | None) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))
