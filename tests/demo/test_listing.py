from typing import Any

import httpx
import pytest

from tests.demo.asking import GOOD, get, listed, page, post
from tests.demo_control import DemoHandle

STATUS_OF_MODULE = {"2": 1, "3": 2, "4": 3, "5": 4}
MYSELF = "agent"


def test_every_customer_is_listed_once_the_last_updated_first(http: httpx.Client, demo_server: DemoHandle) -> None:
    rows = listed(http)
    assert [row["id"] for row in rows] == demo_server.ids()
    assert len({row["id"] for row in rows}) == 500
    times = [row["update_time"] for row in rows]
    assert times == sorted(times, reverse=True)


def test_counters_are_right_and_pages_are_capped(http: httpx.Client) -> None:
    reply = page(http, 2, 15)
    assert {name: reply[name] for name in ("page_count", "total_count", "page_size")} == {
        "page_count": 34,
        "total_count": 500,
        "page_size": 15,
    }
    assert "page_no" not in reply
    large = page(http, 1, 5000)
    assert (len(large["items"]), large["page_size"]) == (100, 100)
    assert page(http, 6)["items"] == []


@pytest.mark.parametrize(
    ("kind", "field"), [("1", "nick"), ("2", "uname"), ("3", "enterprise_name"), ("4", "tel"), ("5", "email")]
)
def test_searching_finds_what_contains_the_text(http: httpx.Client, kind: str, field: str) -> None:
    rows = listed(http)
    text = next(row[field] for row in rows if len(row.get(field, "")) > 3)[1:4]
    found = listed(http, search_type=kind, search_value=text)
    wanted = [row["id"] for row in rows if text.casefold() in row.get(field, "").casefold()]
    assert [row["id"] for row in found] == wanted != []


@pytest.mark.parametrize("module", STATUS_OF_MODULE)
def test_modules_are_statuses(http: httpx.Client, module: str) -> None:
    rows = listed(http)
    status = STATUS_OF_MODULE[module]
    wanted = [row["id"] for row in rows if row["crm_status"] == status]
    assert [row["id"] for row in listed(http, module_type=module)] == wanted != []


def test_agents_and_my_own_customers(http: httpx.Client) -> None:
    rows = listed(http)
    agent = next(row["liable_serviceid"] for row in rows if "liable_serviceid" in row)
    found = listed(http, liable_serviceid=agent)
    assert [row["id"] for row in found] == [row["id"] for row in rows if row.get("liable_serviceid") == agent]
    mine = listed(http, module_type="6")
    assert len({row["liable_serviceid"] for row in mine}) == 1
    assert all(row["crm_status"] == 3 for row in rows if "liable_serviceid" in row)


@pytest.mark.parametrize("field", ["create", "update"])
def test_times_bound_both_ends(http: httpx.Client, field: str) -> None:
    rows = listed(http)
    times = sorted(row[f"{field}_time"] for row in rows)
    low, high = times[100], times[400]
    found = listed(http, **{f"{field}_start_time": str(low), f"{field}_end_time": str(high)})
    assert [row["id"] for row in found] == [row["id"] for row in rows if low <= row[f"{field}_time"] <= high]
    assert 301 <= len(found) < 500
    assert listed(http, **{f"{field}_start_time": str(times[-1] + 1)}) == []


def test_a_slice_of_one_second_is_paged_whole(demo_server: DemoHandle) -> None:
    demo_server.reset(customers=12_000)
    with demo_server.client() as http:
        rows = listed(http)
        times = [row["update_time"] for row in rows]
        burst = max(set(times), key=times.count)
        assert times.count(burst) > 100
        found = listed(http, update_start_time=str(burst), update_end_time=str(burst))
    assert [row["id"] for row in found] == [row["id"] for row in rows if row["update_time"] == burst]


def test_tags_of_both_kinds(http: httpx.Client) -> None:
    rows = listed(http)
    business = next(row["biz_label"].split(",")[0] for row in rows if "biz_label" in row)
    wecom = next(row["user_label"] for row in rows if "user_label" in row)
    for tags in ([business], [wecom], [business, wecom]):
        found = listed(http, user_label=",".join(tags))
        assert [row["id"] for row in found] == [row["id"] for row in rows if labels(row) & set(tags)] != []


def labels(row: dict[str, Any]) -> set[str]:
    return {*row.get("biz_label", "").split(","), *row.get("user_label", "").split(",")} - {""}


def test_blacklist_wecom_and_unionid_filters(http: httpx.Client) -> None:
    rows = listed(http)
    post(http, "/user/add_black_list", {"user_id": rows[7]["id"], "black_type": 24, "black_reason": "x"})
    black = listed(http, isblack="1")
    assert rows[7]["id"] in {row["id"] for row in black}
    assert all(row["user_status"] == 1 for row in black)
    assert len(black) + len(listed(http, isblack="0")) == 500
    external = next(row["external_userid"] for row in rows if "external_userid" in row)
    union = next(row["wx_build_unionid"] for row in rows if "wx_build_unionid" in row)
    assert all(row["external_userid"] == external for row in listed(http, external_userid=external))
    assert all(row["wx_build_unionid"] == union for row in listed(http, wx_build_unionId=union))


def test_filters_add_up_and_follow_changes(http: httpx.Client, demo_server: DemoHandle) -> None:
    stage = get(http, "/user_stage/query_list_by_type")["items"][0]["id"]
    members = [row["id"] for row in listed(http, stageid=stage)]
    assert members == [id_ for id_ in demo_server.ids() if demo_server.stage(id_) == stage] != []
    agent = demo_server.customer(members[0])["liable_serviceid"]
    both = listed(http, stageid=stage, liable_serviceid=agent)
    assert members[0] in {row["id"] for row in both}
    assert len(both) < len(members)
    demo_server.change(members[0], stage="")
    assert len(listed(http, stageid=stage)) == len(members) - 1


def test_detail_holds_more_than_the_row_and_all_of_it_as_text(http: httpx.Client, demo_server: DemoHandle) -> None:
    for id_ in demo_server.ids()[:60]:
        record = demo_server.customer(id_)
        item = post(http, "/user/detail", {"id": f"{id_} "})["item"]
        assert item == {name: str(value) if isinstance(value, int) else value for name, value in record.items()}
    assert post(http, "/user/detail", {"id": "0" * 32})["item"] is None


def test_the_ways_a_customer_can_be_gone(demo_server: DemoHandle) -> None:
    for gone, expected in (("null", (GOOD, None)), ("refused", ("500001", None)), ("status", (GOOD, "9"))):
        demo_server.reset(gone=gone)
        id_ = demo_server.ids()[3]
        demo_server.remove(id_)
        with demo_server.client() as http:
            reply = post(http, "/user/detail", {"id": id_})
            assert (reply["ret_code"], (reply.get("item") or {}).get("status")) == expected
            assert id_ not in {row["id"] for row in listed(http)}
            assert page(http)["total_count"] == 499
