"""A query as JSON and back: how saved views are kept. What this version cannot read is None."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.domain.json import Json
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Order, Query, Tagged


def query_to_json(query: Query) -> dict[str, Json]:
    """Return the query as a JSON object."""
    return {
        "text": query.text,
        "where": [_condition_to_json(condition) for condition in query.where],
        "order": {"field": query.order.field, "descending": query.order.descending},
    }


def query_from_json(value: Json) -> Query | None:
    """Return the query, None when it is not one this version can read."""
    if not isinstance(value, Mapping):
        return None
    order, where = value.get("order", {}), value.get("where", [])
    if not isinstance(order, Mapping) or not isinstance(where, Sequence) or isinstance(where, str):
        return None
    conditions = [_condition_from_json(entry) for entry in where]
    if any(condition is None for condition in conditions):
        return None
    return Query(
        text=str(value.get("text", "")),
        where=tuple(condition for condition in conditions if condition is not None),
        order=Order(str(order.get("field", "updated")), bool(order.get("descending", True))),
    )


def _condition_to_json(condition: Condition) -> Json:
    match condition:
        case OneOf(field, values):
            return {"is": "one_of", "field": field, "values": list(values)}
        case Between(field, low, high):
            return {"is": "between", "field": field, "low": low, "high": high}
        case Tagged(mode, tags, wecom):
            return {"is": "tagged", "mode": mode, "tags": list(tags), "wecom": wecom}
        case Contains(field, text):
            return {"is": "contains", "field": field, "text": text}
        case Filled(field, yes):
            return {"is": "filled", "field": field, "yes": yes}


def _one_of(entry: Mapping[str, Any]) -> Condition:
    return OneOf(_text(entry["field"]), tuple(value for value in entry["values"] if isinstance(value, (str, int))))


def _between(entry: Mapping[str, Any]) -> Condition:
    return Between(_text(entry["field"]), _second(entry.get("low")), _second(entry.get("high")))


def _tagged(entry: Mapping[str, Any]) -> Condition:
    mode = entry["mode"]
    if mode not in {"any", "all", "none"}:
        raise ValueError(mode)
    return Tagged(mode, tuple(_text(tag) for tag in entry["tags"]), bool(entry.get("wecom", False)))


def _contains(entry: Mapping[str, Any]) -> Condition:
    return Contains(_text(entry["field"]), _text(entry["text"]))


def _filled(entry: Mapping[str, Any]) -> Condition:
    return Filled(_text(entry["field"]), bool(entry.get("yes", True)))


_READERS: dict[str, Callable[[Mapping[str, Any]], Condition]] = {
    "one_of": _one_of,
    "between": _between,
    "tagged": _tagged,
    "contains": _contains,
    "filled": _filled,
}


def _condition_from_json(entry: Json) -> Condition | None:
    if not isinstance(entry, Mapping):
        return None
    reader = _READERS.get(str(entry.get("is")))
    try:
        return None if reader is None else reader(entry)
    except (KeyError, TypeError, ValueError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _second(value: object) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError
    return value
