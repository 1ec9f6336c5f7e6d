"""Decoding one page of 100 customers, against parsing the same bytes."""

import json
import statistics
import time
from collections.abc import Callable

import pydantic_core

from desktop.api.request import RawReply
from desktop.api.wire import customers
from desktop.api.wire.reply import read_reply
from desktop.domain.filters import CustomerFilter
from tests.benchmarks.row import Bench, Figures, Goal, Row
from tests.demo_control import running

ROUNDS = 200


def page_bytes() -> bytes:
    """Return a page of the demo server as it came over the wire."""
    with running("--customers", "1000") as server, server.client() as client:
        reply = client.get("/user/list_by_page", params={"page_no": 1, "page_size": 100})
        assert len(json.loads(reply.content)["items"]) == 100
        return reply.content


def best(*works: Callable[[], object]) -> list[float]:
    """Return for each the median of its fastest tenth, in microseconds, all taken in turn."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begun)
    return [statistics.median(sorted(taken)[: ROUNDS // 10]) * 1e6 for taken in times]


def ratio(body: bytes) -> float:
    """Return how many times as long as parsing a page takes it takes to decode it."""
    decode = customers.list_by_page(CustomerFilter(), 1, 100).decode
    parsing, decoding = best(
        lambda: pydantic_core.from_json(body), lambda: decode(read_reply(RawReply(200, body)))
    )
    return decoding / parsing


def without_custom_fields(body: bytes) -> bytes:
    """Return the page with the fields the document's own example of a list has."""
    page = json.loads(body)
    for record in page["items"]:
        record.pop("ex_field_str", None)
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()


def measure(_bench: Bench) -> Figures:
    """Measure a page as in the document's example, and one with three custom fields a customer."""
    body = page_bytes()
    return {
        "page decoded, against parsing it": ratio(without_custom_fields(body)),
        "the same with three custom fields each": ratio(body),
    }


ROW = Row((Goal("page decoded, against parsing it", 3.0, unit="x"),), measure, grows=False)
