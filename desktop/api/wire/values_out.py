"""Field values as they are sent."""

from collections.abc import Mapping

from desktop.api.checks import optional_id
from desktop.api.wire.custom_values import submit_custom
from desktop.api.wire.customer_fields import WIRE
from desktop.api.wire.parse import to_json
from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.values import CREATABLE, EDITABLE, ID_FIELDS, LONGEST
from desktop.domain.errors import InvalidInput
from desktop.domain.json import Json

NICKNAME_LONGEST = LONGEST["nickname"]
_REAL_NAME_LONGEST = LONGEST["real_name"]

CREATE = CREATABLE - {"nickname", "status"}
"""Fields that can be given when creating (003 "Create Customer"), besides nickname and status."""
EDIT = EDITABLE - {"nickname"}
"""Fields that can be changed (003 "Edit Customer Info"), besides the nickname."""


def write_fields(fields: Mapping[str, FieldValue], allowed: frozenset[str]) -> dict[str, Json]:
    """Return the parameters of these fields, by wire name and in the document's types.

    Raises InvalidInput: "not_editable" for a field the call does not take, "wrong_kind" for a value of another
    form than the field's kind, "too_long" for a real name over 50 characters, "bad_id".
    """
    return {WIRE[name][0]: _written(name, value, allowed) for name, value in fields.items()}


def _written(name: str, value: FieldValue, allowed: frozenset[str]) -> Json:
    if name not in allowed:
        raise InvalidInput(name, "not_editable")
    written = _WRITERS[FIELD[name].kind](value)
    if written is None:
        raise InvalidInput(name, "wrong_kind")
    if name == "real_name" and isinstance(written, str) and len(written) > _REAL_NAME_LONGEST:
        raise InvalidInput(name, "too_long", limit=_REAL_NAME_LONGEST)
    if name in ID_FIELDS and isinstance(written, str):
        return optional_id(name, written)
    return str(written) if WIRE[name][1] == "string" else written


def _text(value: FieldValue) -> Json:
    return value if isinstance(value, str) else None


def _code(value: FieldValue) -> Json:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _list(value: FieldValue) -> Json:
    if not isinstance(value, tuple):
        return None
    texts = [part for part in value if isinstance(part, str)]
    return texts if len(texts) == len(value) else None


def _custom(value: FieldValue) -> Json:
    if not isinstance(value, tuple):
        return None
    entries = [part for part in value if isinstance(part, CustomValue)]
    return to_json(submit_custom(entries)) if len(entries) == len(value) else None


_WRITERS = {Kind.TEXT: _text, Kind.CODE: _code, Kind.LIST: _list, Kind.CUSTOM: _custom}
