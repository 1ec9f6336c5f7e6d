"""Columns of tables and exports: the document's names show the document's values, ours what people read."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from desktop.api.wire.customer import encode_customer
from desktop.cli.failures import WrongUsage
from desktop.cli.names import OURS, WIRE_NAMES, known, names_by_key
from desktop.cli.times import shown
from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.json import Json
from desktop.sheets.writing import Cell

Entries: TypeAlias = Callable[[str], Sequence[Any]]

LISTED = ("id", "nick", "uname", "tel", "email", "enterprise_name", "stage", "agent_name", "tag", "updated")
"""What `list` shows when nothing else is asked for."""

EXPORTED = ("id", *WIRE_NAMES, "tag", "stage", "created", "updated")
"""What `export` writes when nothing else is asked for."""


class Columns:
    """Turns customers into rows of these columns. Raises WrongUsage for a name that is none."""

    def __init__(self, names: Sequence[str], entries: Entries) -> None:
        self.names = tuple(names)
        self._entries = entries
        self._texts: dict[str, Mapping[str, str]] = {}
        self._cells = [self._cell(name) for name in self.names]

    def row(self, customer: Customer) -> list[Cell]:
        """Return the cells of a customer."""
        raw = encode_customer(customer)
        return [cell(customer, raw) for cell in self._cells]

    def _cell(self, name: str) -> Callable[[Customer, Mapping[str, Json]], Cell]:
        if name == "id" or name in WIRE_NAMES:
            return lambda _, raw: _plain(raw.get(name))
        field = {"tag": "tags", "stage": "stage_id", "agent": "agent_id"}.get(name, name)
        if field not in OURS:
            raise WrongUsage(
                f"--columns: there is no field {name!r}; there are: {known()}",
                f"--columns：没有字段 {name!r}，可用的有：{known()}",
            )
        return lambda customer, _: self._readable(field, customer.fields.get(field))

    def _readable(self, field: str, value: "FieldValue | None") -> Cell:
        if value is None:
            return ""
        if FIELD[field].kind is Kind.SECONDS and isinstance(value, int):
            return shown(value)
        table = _TABLES.get(field)
        if table is None:
            return _plain(value)
        names = self._names(table)
        parts = value if isinstance(value, tuple) else (value,)
        return ", ".join(_named(part, names) for part in parts)

    def _names(self, kind: str) -> Mapping[str, str]:
        if kind not in self._texts:
            self._texts[kind] = names_by_key(self._entries(kind))
        return self._texts[kind]


_TABLES = {
    "tags": "tag",
    "stage_id": "stage",
    "agent_id": "agent",
    "custom_fields": "custom_field",
}


def _named(part: object, names: Mapping[str, str]) -> str:
    if isinstance(part, CustomValue):
        return f"{names.get(part.field_id, part.field_id)}: {part.text or part.value}"
    return names.get(str(part), str(part))


def _plain(value: "FieldValue | None") -> Cell:
    """Return a value as the document's text or number; lists joined by commas, trees as JSON."""
    if value is None:
        return ""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return ",".join(map(str, value))
    return json.dumps(value, ensure_ascii=False)


def chosen(text: str, otherwise: Sequence[str]) -> list[str]:
    """Return the names of --columns, or the usual ones when none are given."""
    return [name for part in text.split(",") if (name := part.strip())] or list(otherwise)
