"""What a field's value reads like on screen, in tooltips and in copied text."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale

from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.ui.wording.formats import Formats, listed
from desktop.ui.wording.lookup import Lookup

_NAMED = frozenset({"stage_id", "agent_id", "source", "vip_level", "province_id", "city_id", "district_id"})


class FieldText:
    """Turns raw values of `Customer.fields` into texts."""

    def __init__(self, lookup: Lookup, formats: Formats) -> None:
        self._lookup = lookup
        self._formats = formats

    def short(self, name: str, value: "FieldValue | None") -> str:
        """Return what a table cell shows: times are relative."""
        if isinstance(value, int) and _kind(name) is Kind.SECONDS and name != "created_day":
            return self._formats.relative(value)
        return self.full(name, value)

    def full(self, name: str, value: "FieldValue | None") -> str:
        """Return the whole value, times exact, names in place of ids; "" for an absent value."""
        if value is None or value in ("", ()):
            return ""
        kind = _kind(name)
        if kind is Kind.SECONDS and isinstance(value, int):
            return self._formats.day(value) if name == "created_day" else self._formats.exact(value)
        if kind is Kind.CODE and isinstance(value, int):
            return self._lookup.name(name, value)
        if name in _NAMED:
            return self._lookup.name(name, str(value))
        if name == "phone":
            return self._formats.phone(str(value))
        return self._several(name, value) if isinstance(value, tuple) else _plain(value)

    def copied(self, name: str, value: "FieldValue | None") -> str:
        """Return what is put on the clipboard: as `full`, but phones as the server has them."""
        return str(value) if name == "phone" and value else self.full(name, value)

    def custom_name(self, value: CustomValue) -> str:
        """Return the name of a custom field, its id when the definition is unknown."""
        field = self._lookup.custom_field(value.field_id)
        return field.name if field else value.field_id

    def custom_text(self, value: CustomValue) -> str:
        """Return the text of a custom value: the option's name where the value is one."""
        return self._lookup.custom_text(value)

    def _several(self, name: str, values: Sequence[object]) -> str:
        parts = [
            f"{self.custom_name(value)}: {self.custom_text(value)}"
            if isinstance(value, CustomValue)
            else self._lookup.name(name, str(value))
            for value in values
        ]
        return listed(parts)


def _kind(name: str) -> Kind:
    field = FIELD.get(name)
    return field.kind if field else Kind.TREE


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, int | float):
        return QLocale.c().toString(value) if isinstance(value, float) else str(value)
    return pretty(value)


def pretty(value: object) -> str:
    """Return JSON of any shape indented, as plain text."""
    return json.dumps(_bare(value), ensure_ascii=False, indent=2)


def _bare(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _bare(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_bare(part) for part in value]
    return value
