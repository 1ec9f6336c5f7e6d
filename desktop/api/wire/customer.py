"""A customer record: from the wire and back (003 "Query Customer List", "Query Customer Details")."""

from collections.abc import Mapping, Sequence

from desktop.api.wire.custom_values import read_custom, write_custom
from desktop.api.wire.customer_fields import ALIASES, NUMBERS, READERS, TEXTS, WIRE, Reader, nothing
from desktop.api.wire.record import RecordUnreadable
from desktop.api.wire.values import MILLISECONDS_FROM, text
from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.ids import is_id
from desktop.domain.json import Json


def _reader(name: str) -> tuple[str, Reader]:
    kind = FIELD[name].kind
    return name, read_custom if kind is Kind.CUSTOM else READERS[kind]


CUSTOM_WIRE = WIRE["custom_fields"][0]
_READERS: Mapping[str, tuple[str, Reader]] = {wire: _reader(name) for name, (wire, _) in WIRE.items()}
_ALIASES: Mapping[str, tuple[str, Reader]] = {alias: _reader(name) for alias, name in ALIASES.items()}
_TEXTS: Mapping[str, str] = {**TEXTS, "id": "id"}


def decode_customer(raw: Mapping[str, Json]) -> Customer:
    """Return the customer of a record.

    What is null is absent; what is unknown or cannot be read stays in `extra` under its wire name. Raises
    RecordUnreadable ("id_missing", "id_not_allowed") for a record that nothing can address.
    """
    fields: dict[str, FieldValue] = {}
    extra: dict[str, Json] = {}
    texts, numbers, readers = _TEXTS, NUMBERS, _READERS
    for key, value in raw.items():
        # First what comes in the form it is held in, four values in five: this decides the speed of a page.
        kind = type(value)
        if kind is str and key in texts:
            fields[texts[key]] = value
        elif kind is int and key in numbers and 0 <= value < MILLISECONDS_FROM:  # type: ignore[operator]
            fields[numbers[key]] = value
        elif key in readers:
            name, read = readers[key]
            result = read(value)
            if result is not None:
                fields[name] = result
            elif value is not None:
                extra[key] = value
        else:
            _unusual(key, value, fields, extra)
    return Customer(_id(fields.pop("id", extra.pop("id", None))), fields, extra)


def is_custom_unreadable(customer: Customer) -> bool:
    """Say whether the server holds custom fields for the customer that are not in the documented form."""
    return CUSTOM_WIRE in customer.extra


def _unusual(key: str, value: Json, fields: dict[str, FieldValue], extra: dict[str, Json]) -> None:
    """Read a value under another spelling of its name, or keep it."""
    name, read = _ALIASES.get(key, ("", nothing))
    result = read(value)
    if result is not None and name not in fields:
        fields[name] = result
    elif value is not None or not name:
        extra[key] = value


def _id(value: "FieldValue") -> str:
    if isinstance(value, str) and is_id(value):
        return value
    identity = (text(value) or "").strip() if isinstance(value, str | int) else ""
    if not identity:
        raise RecordUnreadable("id_missing")
    if not is_id(identity):
        raise RecordUnreadable("id_not_allowed")
    return identity


def encode_customer(customer: Customer) -> dict[str, Json]:
    """Return the record of a customer under the document's field names, `id` first, `extra` merged back."""
    raw: dict[str, Json] = {"id": customer.id}
    for name, value in customer.fields.items():
        if name in WIRE:
            wire, travel = WIRE[name]
            raw[wire] = encode_field(name, value) if travel == "string" else _plain(value)
    return {**raw, **customer.extra}


def encode_field(name: str, value: FieldValue) -> str:
    """Return a field's value as the document's String: ids joined by commas, custom fields as JSON text."""
    if FIELD[name].kind is Kind.CUSTOM and isinstance(value, Sequence):
        return write_custom([entry for entry in value if isinstance(entry, CustomValue)])
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return str(value)


def _plain(value: FieldValue) -> Json:
    """Turn tuples into the lists that JSON has."""
    if isinstance(value, tuple):
        return [part for part in value if isinstance(part, str)]
    return value
