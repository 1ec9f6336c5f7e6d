"""The document's parameters of "Create Customer" and "Edit Customer Info", given by people: as fields of ours."""

from collections.abc import Mapping, Sequence

from desktop.api.wire.customer_fields import WIRE
from desktop.api.wire.parse import Unreadable, parse_json
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.values import CREATABLE, CUSTOM, EDITABLE, LEAD
from desktop.domain.errors import InvalidInput
from desktop.domain.json import Json

_NAMES: Mapping[str, str] = {WIRE[name][0]: name for name in EDITABLE | CREATABLE}
_CUSTOM = WIRE[CUSTOM][0]
_STEERING = frozenset({"upset_ex_field_str"})
"""Parameters that are ours to set."""


def given_values(params: Json, allowed: frozenset[str]) -> dict[str, Json]:
    """Return the values of parameters by the names of `fields.FIELDS`.

    `ex_field_str` is the document's list, as JSON or as text, or a mapping of field id to value. Raises
    InvalidInput naming the parameter: unknown_key, not_editable, wrong_kind.
    """
    if not isinstance(params, Mapping):
        raise InvalidInput("set", "wrong_kind")
    return {_name(key, allowed): _value(key, value) for key, value in params.items()}


def as_given(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return values under the document's names: what `given_values` reads as them."""
    return {parameter_of(name): _given(name, value) for name, value in values.items()}


def parameter_of(field: str) -> str:
    """Return what the document calls a field, the field itself where it has no name there.

    A custom field, "custom:" and its id, is called after the parameter it stands in.
    """
    if field.startswith(LEAD):
        return f"{_CUSTOM}:{field.removeprefix(LEAD)}"
    known = WIRE.get(field)
    return field if known is None else known[0]


def _given(name: str, value: Json) -> Json:
    if name == CUSTOM and isinstance(value, Mapping):
        return [{"fieldid": key, "field_value": one} for key, one in value.items()]
    return value


def _name(key: str, allowed: frozenset[str]) -> str:
    name = _NAMES.get(key)
    if name is None or key in _STEERING:
        raise InvalidInput(key, "unknown_key")
    if name not in allowed:
        raise InvalidInput(key, "not_editable")
    return name


def _value(key: str, value: Json) -> Json:
    if key == _CUSTOM:
        return _custom(value)
    if FIELD[_NAMES[key]].kind is Kind.CODE and isinstance(value, str) and value.isdecimal():
        # The document's own type of some codes is String.
        return int(value)
    return value


def _custom(value: Json) -> Json:
    if isinstance(value, str):
        try:
            value = parse_json(value)
        except Unreadable:
            raise InvalidInput(_CUSTOM, "wrong_kind") from None
    if isinstance(value, Mapping):
        return value
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise InvalidInput(_CUSTOM, "wrong_kind")
    return dict(_entry(one) for one in value)


def _entry(value: Json) -> tuple[str, Json]:
    if not isinstance(value, Mapping):
        raise InvalidInput(_CUSTOM, "wrong_kind")
    key, held = value.get("fieldid"), value.get("field_value")
    if not isinstance(key, str) or not isinstance(held, str):
        raise InvalidInput(_CUSTOM, "wrong_kind")
    return key, held
