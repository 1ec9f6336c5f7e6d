"""Spoils answers the way servers, proxies and networks do."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from desktop.demo import codes
from desktop.demo.answering import Answer
from desktop.demo.faults import ActiveFault
from desktop.demo.hostile import hostile
from desktop.demo.people import dumped

_JSON = (("content-type", "application/json;charset=UTF-8"),)
_HTML = (("content-type", "text/html; charset=utf-8"),)
_PAGE = b"<!doctype html><html><body><h1>Please sign in to the network</h1></body></html>"
_BAD_RECORDS: tuple[object, ...] = (
    None,
    "a record that is a string",
    ["a", "list"],
    {"nick": "no id"},
    {"id": "../../etc/passwd", "nick": "dots"},
    {"id": "a/b", "nick": "slash"},
    {"id": {"value": 1}, "nick": "id is an object"},
    {"id": "", "nick": "blank id"},
    {"id": "x" * 65, "nick": "long id"},
    42,
)


def instead(active: ActiveFault, language: str) -> Answer:
    """Return what is sent in place of an answer, for the faults that do not handle the call."""
    fault = active.fault
    if fault.kind == "error_before":
        return Answer(fault.status, b"upstream error", _HTML)
    if fault.kind == "too_many":
        return Answer(429, b"slow down", (*_HTML, ("retry-after", f"{fault.seconds:g}")))
    if fault.kind == "code":
        return Answer(200, dumped(codes.said(fault.code, language)))
    if fault.kind == "redirect":
        return Answer(302, b"", (("location", "/_demo/redirected"),))
    if fault.kind == "gzip_bomb":
        return Answer(200, _bomb(fault.size), (*_JSON, ("content-encoding", "gzip")))
    if fault.kind == "big":
        return Answer(200, _big(fault.size))
    return Answer(200, b"" if fault.kind == "empty_body" else _PAGE, _HTML)


@cache
def _bomb(megabytes: int) -> bytes:
    return gzip.compress(b" " * (megabytes << 20), 6)


@cache
def _big(megabytes: int) -> bytes:
    return b'{"items":["' + b"x" * (megabytes << 20) + b'"],"ret_code":"000000","ret_msg":"Success"}'


def spoiled(active: ActiveFault, answer: Answer) -> Answer:
    """Return the answer spoiled, for the faults that strike after the call took effect."""
    kind = active.fault.kind
    if kind == "error_after":
        return Answer(active.fault.status, b"upstream error", _HTML)
    if kind == "truncated":
        return replace(answer, body=answer.body[: len(answer.body) * 2 // 3])
    change = _CHANGES.get(kind)
    if change is None:
        return answer
    payload = json.loads(answer.body)
    change(active, payload)
    return replace(answer, body=json.dumps(payload, separators=(",", ":")).encode())


def _empty(_: ActiveFault, payload: dict[str, Any]) -> None:
    payload["items"] = []


def _emptied(_: ActiveFault, payload: dict[str, Any]) -> None:
    for name in payload.keys() & {"total_count", "page_count"}:
        payload[name] = type(payload[name])(0)
    payload["items"] = []


def _swollen(active: ActiveFault, payload: dict[str, Any]) -> None:
    items = payload.get("items")
    if isinstance(items, list) and items:
        size = sum(len(json.dumps(item, separators=(",", ":"))) + 1 for item in items)
        payload["items"] = items * max(1, (active.fault.size << 20) // size)


def _surrogates(active: ActiveFault, payload: dict[str, Any]) -> None:
    for record in _picked(active, payload):
        for name in ("nick", "name", "biz_type"):
            if isinstance(record, dict) and isinstance(record.get(name), str):
                record[name] += "\ud83d"


def _hostile(active: ActiveFault, payload: dict[str, Any]) -> None:
    payload.update(hostile(payload, active.fault.link))


def _wrong_types(active: ActiveFault, payload: dict[str, Any]) -> None:
    for record in _picked(active, payload):
        if isinstance(record, dict):
            for name in list(record):
                if name not in {"id", "userid", "user_id"} and active.random.random() < 0.5:
                    record[name] = active.random.choice((None, 3.5, True, [1], {"a": 1}, "x", -1, []))


def _bad_records(active: ActiveFault, payload: dict[str, Any]) -> None:
    items = payload.get("items")
    if isinstance(items, list):
        for place in _places(active, items):
            items.insert(place, active.random.choice(_BAD_RECORDS))


def _picked(active: ActiveFault, payload: dict[str, Any]) -> list[Any]:
    items = payload.get("items")
    if not isinstance(items, list):
        return [payload.get("item")]
    return [items[place] for place in _places(active, items)]


def _places(active: ActiveFault, items: list[Any]) -> list[int]:
    count = min(len(items), max(1, round(len(items) * active.fault.share)))
    return sorted(active.random.sample(range(len(items)), count), reverse=True)


_CHANGES: dict[str, Callable[[ActiveFault, dict[str, Any]], None]] = {
    "empty_list": _empty,
    "emptied": _emptied,
    "surrogates": _surrogates,
    "swollen": _swollen,
    "wrong_types": _wrong_types,
    "bad_records": _bad_records,
    "hostile": _hostile,
}
