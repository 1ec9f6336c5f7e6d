"""The values of custom fields: JSON inside a string, `ex_field_str`."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.api.wire.parse import Unreadable, parse_json, to_json
from desktop.api.wire.values import code, text
from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.domain.json import Json

_KNOWN = frozenset({"fieldid", "field_value", "field_text", "field_type"})
_NOTHING: Mapping[str, Json] = {}
# What a named tuple's own constructor calls, without the call.
_made = tuple.__new__
_TYPES: Mapping[Json, int] = {str(number): number for number in range(10)}


def read_custom(value: Json) -> "FieldValue | None":
    """Read `ex_field_str`, a JSON list as text or as itself; None when any entry is not what it should be."""
    if value == "":
        return ()
    if isinstance(value, str):
        try:
            value = parse_json(value)
        except Unreadable:
            return None
    if not isinstance(value, list):
        return None
    try:
        return _read_plain(value)
    except (KeyError, TypeError, AttributeError):
        entries = [_read_one(item) for item in value]
        return None if None in entries else tuple(entry for entry in entries if entry is not None)


def _read_plain(items: list[Any]) -> tuple[CustomValue, ...]:
    """Read entries of the documented form, all in one loop: a third of a page's time goes here.

    Raises KeyError, TypeError or AttributeError when one has any other form.
    """
    entries = []
    for item in items:
        field_id, value = item["fieldid"], item["field_value"]
        text, type_ = item.get("field_text", ""), item.get("field_type", "0")
        if not (type(field_id) is type(value) is type(text) is str and field_id):
            raise TypeError
        extra = _NOTHING if item.keys() <= _KNOWN else {key: item[key] for key in item if key not in _KNOWN}
        entries.append(_made(CustomValue, (field_id.strip(), value, text, _TYPES[type_], extra)))
    return tuple(entries)


def _read_one(item: Json) -> CustomValue | None:
    if not isinstance(item, Mapping):
        return None
    field_id = text(item.get("fieldid"))
    content = item.get("field_value")
    value = "" if content is None else text(content)
    if not field_id or value is None:
        return None
    extra = {key: entry for key, entry in item.items() if key not in _KNOWN}
    return CustomValue(
        field_id.strip(), value, text(item.get("field_text")) or "", code(item.get("field_type")) or 0, extra
    )


def write_custom(entries: Sequence[CustomValue]) -> str:
    """Write `ex_field_str` as the server returns it, everything that was read put back."""
    return to_json([_write_one(entry) for entry in entries])


def _write_one(entry: CustomValue) -> dict[str, Json]:
    raw: dict[str, Json] = {"fieldid": entry.field_id, "field_value": entry.value}
    if entry.text:
        raw["field_text"] = entry.text
    if entry.type:
        raw["field_type"] = str(entry.type)
    return {**raw, **entry.extra}


def submit_custom(entries: Sequence[CustomValue]) -> list[Json]:
    """Write custom fields as they are submitted: the id and the option values, comma separated."""
    return [{"fieldid": entry.field_id, "field_value": entry.value} for entry in entries]
