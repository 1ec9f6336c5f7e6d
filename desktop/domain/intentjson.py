"""Intents as JSON and back: the lines of `kefu-desk apply`, and what the outbox stores."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, cast

from desktop.domain.errors import InvalidInput
from desktop.domain.ids import checked_id
from desktop.domain.intents import INTENTS, AddTags, CreateTagGroup, Intent, RemoveTags, UpdateTag, UpdateTagGroup
from desktop.domain.json import Json

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")

Reader: TypeAlias = Callable[[str, Json], object]
"""Reads the value of a field: its name, the value; raises InvalidInput."""


def parse(value: Json) -> Intent:
    """Return the intent of a JSON object: "op" and the fields of its class.

    Raises InvalidInput naming the field and why: unknown_op, unknown_key, missing, wrong_kind, bad_id, bad_color,
    empty, nothing_to_change.
    """
    if not isinstance(value, Mapping):
        raise InvalidInput("line", "wrong_kind")
    kind = _KINDS.get(str(value.get("op")))
    if kind is None:
        raise InvalidInput("op", "unknown_op")
    known = {field.name: field for field in dataclasses.fields(kind)}
    for name in value:
        if name not in known and name != "op":
            raise InvalidInput(name, "unknown_key")
    readers = _READERS if kind is CreateTagGroup else {**_READERS, "tags": _ids}
    given = {name: readers[name](name, one) for name, one in value.items() if name in known and one is not None}
    for name, field in known.items():
        if name not in given and field.default is dataclasses.MISSING:
            raise InvalidInput(name, "missing")
    return _with_sense(kind(**cast("dict[str, Any]", given)))


def dump(intent: Intent) -> dict[str, Json]:
    """Return the JSON object that `parse` reads as `intent`; what has its usual value is left out."""
    shown: dict[str, Json] = {"op": intent.op}
    for field in dataclasses.fields(intent):
        value = getattr(intent, field.name)
        if value != field.default:
            shown[field.name] = list(value) if isinstance(value, tuple) else value
    return shown


def _with_sense(intent: Intent) -> Intent:
    match intent:
        case AddTags() | RemoveTags() if not intent.tags:
            raise InvalidInput("tags", "empty")
        case UpdateTagGroup() if intent.name is None and intent.color is None and intent.multiple is None:
            raise InvalidInput("name", "nothing_to_change")
        case UpdateTag() if intent.name is None and intent.param_name is None:
            raise InvalidInput("name", "nothing_to_change")
        case _:
            return intent


def _text(field: str, value: Json) -> str:
    if not isinstance(value, str):
        raise InvalidInput(field, "wrong_kind")
    # A lone surrogate has no UTF-8: neither the file nor the server could hold it.
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _id(field: str, value: Json) -> str:
    return checked_id(field, _text(field, value))


def _ids(field: str, value: Json) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidInput(field, "wrong_kind")
    return tuple(dict.fromkeys(_id(field, one) for one in value))


def _names(field: str, value: Json) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidInput(field, "wrong_kind")
    return tuple(_text(field, one) for one in value)


def _flag(field: str, value: Json) -> bool:
    if not isinstance(value, bool):
        raise InvalidInput(field, "wrong_kind")
    return value


def _color(field: str, value: Json) -> str:
    text = _text(field, value)
    if not _COLOR.fullmatch(text):
        raise InvalidInput(field, "bad_color")
    return text


_KINDS: Final[Mapping[str, type[Intent]]] = {kind.op: kind for kind in INTENTS}
_READERS: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(("customer", "group", "tag", "local"), _id),
    **dict.fromkeys(("name", "param_name"), _text),
    "tags": _names,
    "multiple": _flag,
    "color": _color,
}
