"""A customer record: from the wire and back (003 "Query Customer List", "Query Customer Details")."""

from collections.abc import Mapping, Sequence

from desktop.api.request import is_id
from desktop.api.wire.custom_values import read_custom, write_custom
from desktop.api.wire.customer_fields import ALIASES, READERS, TEXTS, WIRE, Reader
from desktop.api.wire.record import RecordUnreadable
from desktop.api.wire.values import text
from desktop.domain.customer import Customer, CustomValue, FieldValue
from desktop.domain.fields import FIELD, Kind
from desktop.domain.json import Json


def _reader(name: str) -> tuple[str, Reader]:
    kind = FIELD[name].kind
    return name, read_custom if kind is Kind.CUSTOM else READERS[kind]


_OTHERS: Mapping[str, tuple[str, Reader]] = {wire: _reader(name) for name, (wire, _) in WIRE.items()} | {
    alias: _reader(name) for alias, name in ALIASES.items()
}


def decode_customer(raw: Mapping[str, Json]) -> Customer:
    """Return the customer of a record.

    What is null is absent; what is unknown or cannot be read stays in `extra` under its wire name. Raises
    RecordUnreadable ("id_missing", "id_not_allowed") for a record that nothing can address.
    """
    fields: dict[str, FieldValue] = {}
    extra: dict[str, Json] = {}
    texts = TEXTS
    others = _OTHERS
    for key, value in raw.items():
        # The short path of three values in four; it decides the speed of a page.
        if key in texts and type(value) is str:
            fields[texts[key]] = value
        elif key in others:
            if value is not None:
                name, read = others[key]
                result = read(value)
                if result is None or (key in ALIASES and name in fields):
                    extra[key] = value
                else:
                    fields[name] = result
        elif key != "id":
            extra[key] = value
    return Customer(_id(raw), fields, extra)


def _id(raw: Mapping[str, Json]) -> str:
    identity = (text(raw.get("id")) or "").strip()
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
