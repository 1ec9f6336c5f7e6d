"""Ten thousand spoiled replies: an error of the tree or a quarantine, never another exception."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.api.page import Page
from desktop.api.request import RawReply
from desktop.api.wire.customer import encode_customer
from desktop.api.wire.push import decode_push
from desktop.api.wire.reply import read_reply
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from tests.api.calls import EXAMPLES, ROWS

JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 9, 3.5, 1e308, float("nan"), 10**11, 10**30, -(10**12), "", " ", "x", "0", "-7",
    "1.5", "٣", "²", "99999999999999999999", "900001", "\x00", "a\x00b", "\ud83d", "\ud83d\ude00", "../x", "a/b",
    "é" * 70, "x" * 3000, "[", "[1,2]", '{"a":', '[{"fieldid":1}]', '[{"fieldid":"a","field_value":{}}]',
    '"\\ud83d"', "2022-13-45", [], [None], [[]], [{}], ["a", 1], {}, {"": None}, {"id": "x"},
    {"id": ["x"], "sub_list": [{}]},
)  # fmt: skip

STATUSES = (200, 200, 200, 200, 204, 302, 400, 404, 429, 500, 503)
EXTRAS = [
    json.loads((EXAMPLES / f"{name}_customer.json").read_text("utf-8")) for name in ("add", "update", "combine")
]
CALLS = [(row.build(), row.example) for row in ROWS]

spot = st.integers(0, 400)
mutation = st.tuples(st.sampled_from(("set", "drop", "add", "rename", "repeat")), spot, st.sampled_from(JUNK))
mutations = st.lists(mutation, min_size=1, max_size=5)
cut = st.one_of(st.just(0), st.just(0), st.just(0), st.integers(1, 3000))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container and key of a JSON value."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def mutated(example: Any, changes: list[tuple[str, int, Any]]) -> Any:
    value = json.loads(json.dumps(example))
    for kind, number, thrown in changes:
        junk = deepcopy(thrown)
        found = list(places(value))
        if not found:
            return value
        container, key = found[number % len(found)]
        if kind == "drop":
            del container[key]
        elif kind == "repeat" and isinstance(container, list):
            container.append(container[key])
        elif kind in {"add", "rename"} and isinstance(container, dict):
            container["createTime" if kind == "rename" else "unknown_key"] = junk
        else:
            container[key] = junk
    return value


def body_of(value: Any, cut_at: int) -> bytes:
    text = json.dumps(value, ensure_ascii=True).encode()
    return text[:-cut_at] if cut_at and cut_at < len(text) else text


def stays_usable(result: Any) -> None:
    """What was read can be written again and stored: no lone surrogate and no NUL is left anywhere."""
    items = result.items if isinstance(result, Page) else (result,)
    for item in items:
        if isinstance(item, Customer):
            text = json.dumps(encode_customer(item), ensure_ascii=False)
            text.encode("utf-8")
            assert "\\u0000" not in text


@settings(max_examples=9_000, phases=(Phase.generate, Phase.shrink))
@given(st.sampled_from(CALLS), mutations, cut, st.sampled_from(STATUSES))
def test_spoiled_replies(call: Any, changes: Any, cut_at: int, status: int) -> None:
    built, example = call
    try:
        result = built.decode(read_reply(RawReply(status, body_of(mutated(example, changes), cut_at))))
    except AppError:
        return
    stays_usable(result)


@settings(max_examples=1_000, phases=(Phase.generate, Phase.shrink))
@given(st.sampled_from(EXTRAS), mutations, cut)
def test_spoiled_pushes(example: Any, changes: Any, cut_at: int) -> None:
    value = mutated(example, changes)
    try:
        pushed = decode_push(body_of(value, cut_at))
    except AppError:
        return
    entries = value.get("content") if isinstance(value, dict) else None
    if isinstance(entries, list):
        assert len(pushed.messages) + len(pushed.quarantined) == len(entries)


@settings(max_examples=500, phases=(Phase.generate, Phase.shrink))
@given(st.binary(max_size=200), st.sampled_from(STATUSES))
def test_any_bytes(body: bytes, status: int) -> None:
    for built, _ in CALLS[:3]:
        try:
            built.decode(read_reply(RawReply(status, body)))
        except AppError:
            continue
        raise AssertionError("no reply of the API, and yet it was read")


def test_deep_nesting_ends_in_an_error_of_the_tree() -> None:
    for body in (b"[" * 100_000, b'{"ret_code":"000000","items":' + b"[" * 500 + b"]" * 500 + b"}"):
        try:
            CALLS[1][0].decode(read_reply(RawReply(200, body)))
        except AppError:
            continue
        raise AssertionError("nested beyond reason, and yet it was read")
