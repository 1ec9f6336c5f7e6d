"""A customer: the fields the document knows, by our names, and what it does not know, untouched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from desktop.domain.customers.fields import DETAIL_ONLY
from desktop.domain.json import Json

_NOTHING: Mapping[str, Json] = MappingProxyType({})


class CustomValue(NamedTuple):
    """The value of one custom field of a customer. A tuple, for a page holds hundreds of them.

    `value` is what is submitted (for choices the option values, comma separated), `text` what people read.
    `type` is the field-type code of document 003 (1 text ... 9 cascade), 0 when the server left it out.
    """

    field_id: str
    value: str
    text: str = ""
    type: int = 0
    extra: Mapping[str, Json] = _NOTHING


FieldValue: TypeAlias = str | int | tuple[str, ...] | tuple[CustomValue, ...] | Json


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer as the server last described it.

    `fields` holds values by the names of `fields.FIELDS`, each in the form its `Kind` says; a field the server
    left out or sent as null is absent. `extra` holds what the catalogue does not know, and known fields whose
    value could not be read, by their wire names, so that they go round untouched.
    """

    id: str
    fields: Mapping[str, FieldValue]
    extra: Mapping[str, Json] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text field, "" when absent."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """Return a code or time field, None when absent."""
        value = self.fields.get(name)
        return value if isinstance(value, int) else None

    def ids(self, name: str) -> tuple[str, ...]:
        """Return a field of ids or of strings, () when absent."""
        value = self.fields.get(name, ())
        return tuple(part for part in value if isinstance(part, str)) if isinstance(value, tuple) else ()

    @property
    def name(self) -> str:
        """What people call this customer: nickname, else real name, else phone, else the id."""
        return self.text("nickname") or self.text("real_name") or self.text("phone") or self.id


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that could not be read: why, and what it was (kept for a later version that can)."""

    reason: str
    record: str


def listed_over(known: Customer, listed: Customer) -> Customer:
    """Return what the list says of a customer, and of the fields it never has what was known before."""
    kept = {name: value for name, value in known.fields.items() if name in DETAIL_ONLY}
    return Customer(listed.id, {**kept, **listed.fields}, listed.extra) if kept else listed


def detail_over(known: Customer, detail: Customer) -> Customer:
    """Return what the detail says of a customer, and of the fields it leaves out what the list said."""
    kept = {name: value for name, value in known.fields.items() if name not in DETAIL_ONLY}
    return Customer(detail.id, {**kept, **detail.fields}, {**known.extra, **detail.extra})
