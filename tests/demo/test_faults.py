import gzip
import json
import socket
import struct
import time
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.demo.asking import GOOD, get, page, post
from tests.demo_control import DemoHandle

LIST = "*/user/list_by_page"
RECORD = "*/record_save"


def note(http: httpx.Client, id_: str) -> dict[str, Any]:
    return post(http, "/user_stage/record_save", {"userid": id_, "content": "一次"})


def written(demo: DemoHandle) -> int:
    return len(demo.ledger("user_stage/record_save"))


@pytest.mark.parametrize(("kind", "applied"), [("cut_before", 0), ("cut_after", 1), ("cut_within", 1)])
def test_a_cut_connection_before_and_after_the_effect(
    demo_server: DemoHandle, http: httpx.Client, kind: str, applied: int
) -> None:
    demo_server.misbehave(kind, RECORD, count=1)
    with pytest.raises(httpx.RemoteProtocolError if kind != "cut_before" else httpx.TransportError):
        note(http, demo_server.ids()[0])
    assert written(demo_server) == applied
    assert note(http, demo_server.ids()[0])["ret_code"] == GOOD
    assert written(demo_server) == applied + 1


def test_a_cut_sends_not_one_byte(demo_server: DemoHandle) -> None:
    demo_server.misbehave("cut_before", "/api/get_token")
    parts = urlsplit(demo_server.url)
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as plain:
        plain.sendall(f"GET /api/get_token HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        try:
            assert plain.recv(100) == b""
        except ConnectionResetError:
            return


@pytest.mark.parametrize(("kind", "applied"), [("error_before", 0), ("error_after", 1)])
def test_errors_before_and_after_the_effect(
    demo_server: DemoHandle, http: httpx.Client, kind: str, applied: int
) -> None:
    demo_server.misbehave(kind, RECORD, count=1, status=503)
    body = {"userid": demo_server.ids()[0], "content": "a"}
    assert http.post("/user_stage/record_save", json=body).status_code == 503
    assert written(demo_server) == applied


def test_too_many_says_how_long_to_wait(demo_server: DemoHandle, http: httpx.Client) -> None:
    demo_server.misbehave("too_many", LIST, count=2, seconds=3)
    replies = [http.get("/user/list_by_page", params={"page_no": 1, "page_size": 1}) for _ in range(3)]
    assert [reply.status_code for reply in replies] == [429, 429, 200]
    assert replies[0].headers["retry-after"] == "3"


@pytest.mark.parametrize("code", ["900002", "999999", "700046"])
def test_return_codes_on_demand(demo_server: DemoHandle, http: httpx.Client, code: str) -> None:
    demo_server.misbehave("code", LIST, code=code, count=1)
    reply = page(http)
    assert (reply["ret_code"], "items" in reply) == (code, False)
    assert page(http)["ret_code"] == GOOD


def test_forgotten_tokens_stay_dead(demo_server: DemoHandle, http: httpx.Client) -> None:
    demo_server.misbehave("forget_tokens", LIST, count=1)
    assert [page(http)["ret_code"] for _ in range(2)] == ["900002", "900002"]
    with demo_server.client() as fresh:
        assert page(fresh)["ret_code"] == GOOD


def test_bodies_that_are_not_the_api_s(demo_server: DemoHandle, http: httpx.Client) -> None:
    query = {"page_no": 1, "page_size": 50}
    whole = http.get("/user/list_by_page", params=query)
    replies = {}
    for kind in ("html", "truncated", "empty_body", "redirect"):
        demo_server.behave()
        demo_server.misbehave(kind, LIST)
        replies[kind] = http.get("/user/list_by_page", params=query)
    assert replies["html"].status_code == 200
    assert replies["html"].headers["content-type"].startswith("text/html")
    assert replies["truncated"].content == whole.content[: len(whole.content) * 2 // 3]
    assert replies["empty_body"].content == b""
    assert (replies["redirect"].status_code, replies["redirect"].headers["location"]) == (302, "/_demo/redirected")


def test_bodies_that_are_too_much(demo_server: DemoHandle, http: httpx.Client) -> None:
    demo_server.misbehave("big", "*/getsource", size=10)
    assert len(http.get("/user_dynamic/getsource").content) > 10 << 20
    demo_server.misbehave("gzip_bomb", "*/provice", size=64)
    with http.stream("GET", "/user_dynamic/provice") as reply:
        raw = b"".join(reply.iter_raw())
    assert reply.headers["content-encoding"] == "gzip"
    assert len(raw) < 100_000
    assert len(gzip.decompress(raw)) == 64 << 20


def test_a_drip_takes_its_time(demo_server: DemoHandle, http: httpx.Client) -> None:
    demo_server.misbehave("drip", "*/getsource", size=5, seconds=0.05)
    start = time.monotonic()
    assert get(http, "/user_dynamic/getsource")["ret_code"] == GOOD
    assert time.monotonic() - start >= 0.2


def test_latency_delays_and_lets_through(demo_server: DemoHandle, http: httpx.Client) -> None:
    demo_server.misbehave("latency", LIST, seconds=0.15, count=1)
    start = time.monotonic()
    assert page(http)["ret_code"] == GOOD
    assert time.monotonic() - start >= 0.15
    assert demo_server.most_in_flight() == 1


def test_records_are_spoiled_within_a_good_page(demo_server: DemoHandle, http: httpx.Client) -> None:
    good = {row["id"]: row for row in page(http)["items"]}
    demo_server.misbehave("bad_records", LIST, count=1, share=0.1)
    items = page(http)["items"]
    assert len(items) == 110
    assert [each for each in items if each in good.values()] == list(good.values())
    demo_server.misbehave("wrong_types", LIST, count=1, share=0.2)
    changed = [row for row in page(http)["items"] if row != good[row["id"]]]
    assert 10 <= len(changed) <= 20
    demo_server.misbehave("surrogates", LIST, count=1, share=0.03)
    raw = http.get("/user/list_by_page", params={"page_no": 1, "page_size": 100}).content
    assert raw.count(rb"\ud83d\"") == 3 or raw.count(rb'\ud83d"') == 3
    assert sum("\ud83d" in row["nick"] for row in json.loads(raw)["items"]) == 3
    demo_server.misbehave("empty_list", LIST, count=1)
    empty = page(http)
    assert (empty["items"], empty["total_count"]) == ([], 500)
    assert page(http)["items"] == list(good.values())


def test_chance_can_be_repeated_and_skipped(demo_server: DemoHandle, http: httpx.Client) -> None:
    runs = []
    for _ in range(2):
        demo_server.behave()
        demo_server.misbehave("code", LIST, probability=0.4, seed=7)
        runs.append([page(http, size=1)["ret_code"] for _ in range(30)])
    assert runs[0] == runs[1]
    assert 5 < runs[0].count("999999") < 20
    demo_server.behave()
    demo_server.misbehave("code", LIST, skip=3, count=2)
    assert [page(http, size=1)["ret_code"] != GOOD for _ in range(7)] == [False] * 3 + [True] * 2 + [False] * 2


def test_faults_that_do_not_exist_are_refused(demo_server: DemoHandle, http: httpx.Client) -> None:
    for values in (
        {"kind": "nothing"},
        {"kind": "html", "often": 1},
        {"kind": "html", "count": "x"},
        {},
        {"kind": 1},
    ):
        assert demo_server._http.post("/misbehave", json=values).status_code == 400
    assert page(http)["ret_code"] == GOOD


def test_a_request_whose_sender_dies_halfway_was_never_made(demo_server: DemoHandle, http: httpx.Client) -> None:
    head = (
        "POST /api/scrm/5/label/userlabels HTTP/1.1\r\nHost: 127.0.0.1\r\ntoken: x\r\nlanguage: en\r\n"
        "Content-Type: application/json\r\nContent-Length: 60\r\n\r\n"
    )
    address = urlsplit(demo_server.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=5) as half:
        half.sendall(head.encode() + b'["only-the-first')
        half.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert get(http, "/label_group/list", page_no=1, page_size=1)["ret_code"] == GOOD
    assert not demo_server.broken()
