import time
from typing import Any

import httpx
import pytest

from desktop.demo.clock import Clock
from desktop.demo.ledger import Ledger
from desktop.demo.options import Options
from desktop.demo.people import day_start
from desktop.demo.world import World
from tests.demo.asking import GOOD, get, page, post
from tests.demo_control import DemoHandle


def rows(http: httpx.Client, **filters: str | int) -> list[dict[str, Any]]:
    reply = get(http, "/user/query_black_list", **{"page_no": 1, "page_size": 1000, **filters})
    assert reply["ret_code"] == GOOD
    return list(reply["items"])


def add(http: httpx.Client, id_: str, kind: int, reason: str = "骚扰") -> str:
    body = {"user_id": id_, "black_type": kind, "black_reason": reason}
    return str(post(http, "/user/add_black_list", body)["ret_code"])


@pytest.mark.parametrize("hour", [0, 12, 23])
def test_an_account_starts_with_bans_that_hold_whatever_hour_it_is(hour: int) -> None:
    clock = Clock()
    clock.offset = day_start() + hour * 3600 - time.time()
    blacklist = World(Options(customers=5000), clock, Ledger()).blacklist
    blacklist.expire(clock.now())
    assert {entry.kind for entry in blacklist.entries()} == {-1, 24, 48, 72}


def test_an_account_starts_with_a_blacklist(demo_server: DemoHandle) -> None:
    demo_server.reset(customers=5000)
    with demo_server.client() as http:
        entries = rows(http)
        black = {entry["user_id"] for entry in entries if entry["is_black"]}
        assert len(black) > 10
        listed = get(http, "/user/list_by_page", isblack="1", page_no=1, page_size=100)["items"]
        assert {row["id"] for row in listed} == black
        assert {entry["black_type"] for entry in entries} <= {-1, 0, 24, 48, 72}
        assert any("black_reason" not in entry for entry in entries)


def test_forever_lasts_a_thousand_days_on_paper(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    assert add(http, id_, -1) == GOOD
    [entry] = rows(http, user_id=id_)
    assert entry["black_end_time"] - entry["black_time"] == 86_400_000
    assert (entry["black_type"], entry["black_reason"], entry["is_black"], entry["user_status"]) == (
        -1,
        "骚扰",
        1,
        1,
    )
    demo_server.move_clock(86_400_000 + 100)
    with demo_server.client() as later:
        assert rows(later, user_id=id_)[0]["is_black"] == 1


def test_the_clock_ends_a_timed_entry(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    add(http, id_, 24)
    end = rows(http, user_id=id_)[0]["black_end_time"]
    assert abs(end - time.time() - 86400) < 30
    demo_server.move_clock(86400 - 60)
    assert page(http, isblack="1")["items"][0]["id"] == id_
    demo_server.move_clock(86400 + 60)
    with demo_server.client() as later:
        assert id_ not in {row["id"] for row in page(later, isblack="1")["items"]}
        [entry] = rows(later, user_id=id_)
        assert (entry["black_type"], entry["is_black"], entry["black_end_time"]) == (0, 0, 0)
        assert demo_server.customer(id_)["update_time"] == end


def test_adding_again_starts_the_time_anew(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    add(http, id_, 24)
    demo_server.move_clock(80_000)
    add(http, id_, 24)
    demo_server.move_clock(90_000)
    with demo_server.client() as later:
        assert rows(later, user_id=id_)[0]["is_black"] == 1
    assert len(demo_server.ledger("user/add_black_list")) == 2


def test_removing_may_be_repeated(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    add(http, id_, 72)
    for _ in range(2):
        assert post(http, "/user/remove_black_list", {"user_id": id_})["ret_code"] == GOOD
        assert rows(http, user_id=id_)[0]["is_black"] == 0
        assert demo_server.customer(id_)["user_status"] == 0


def test_filters_by_kind_and_time(http: httpx.Client, demo_server: DemoHandle) -> None:
    ids = demo_server.ids()[:3]
    now = int(time.time())
    for id_, kind in zip(ids, (24, 48, -1), strict=True):
        add(http, id_, kind)
    assert {entry["user_id"] for entry in rows(http, start_time=now - 5, end_time=now + 60)} == set(ids)
    assert ids[1] in {entry["user_id"] for entry in rows(http, black_type=48)}
    assert rows(http, black_type=48, end_time=100) == []
    without_page = get(http, "/user/query_black_list")
    assert without_page["page_size"] == 15


def test_strangers_are_refused(http: httpx.Client) -> None:
    assert add(http, "f" * 32, 24) == "500001"
    assert post(http, "/user/remove_black_list", {"user_id": "f" * 32})["ret_code"] == "500001"
