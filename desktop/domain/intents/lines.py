"""Intents as JSON and back: the lines of `kefu-desk apply`, and what the outbox stores."""

import dataclasses
from collections.abc import Mapping
from typing import Any, cast

from desktop.domain.edits.table import INTENTS, RULES
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json


def parse(value: Json) -> Intent:
    """Return the intent of a JSON object: "op" and the fields of its class.

    Raises InvalidInput naming the field and why: unknown_op, unknown_key, missing, wrong_kind, bad_id, bad_color,
    empty, nothing_to_change.
    """
    if not isinstance(value, Mapping):
        raise InvalidInput("line", "wrong_kind")
    kind = INTENTS.get(str(value.get("op")))
    if kind is None:
        raise InvalidInput("op", "unknown_op")
    known = {field.name: field for field in dataclasses.fields(kind)}
    for name in value:
        if name not in known and name != "op":
            raise InvalidInput(name, "unknown_key")
    rules = RULES[kind]
    given = {
        name: rules.readers[name](name, one) for name, one in value.items() if name in known and one is not None
    }
    for name, field in known.items():
        if name not in given and field.default is dataclasses.MISSING:
            raise InvalidInput(name, "missing")
    intent = kind(**cast("dict[str, Any]", given))
    rules.make_sense(intent)
    return intent


def dump(intent: Intent) -> dict[str, Json]:
    """Return the JSON object that `parse` reads as `intent`; what has its usual value is left out."""
    shown: dict[str, Json] = {"op": intent.op}
    for field in dataclasses.fields(intent):
        value = getattr(intent, field.name)
        if value != field.default:
            shown[field.name] = _plain(value)
    return shown


def _plain(value: object) -> Json:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else cast("Json", value)
