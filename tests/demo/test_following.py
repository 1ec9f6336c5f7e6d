import time
from typing import Any

import httpx
import pytest

from tests.demo.asking import GOOD, get, post
from tests.demo_control import DemoHandle

DAY = 86400


def behaviours(http: httpx.Client, id_: str, **filters: str) -> list[dict[str, Any]]:
    reply = get(http, "/user_dynamic/list_by_page", userid=id_, page_no=1, page_size=100, **filters)
    assert reply["ret_code"] == GOOD
    assert reply["total_count"] == len(reply["items"])
    return list(reply["items"])


def test_every_customer_was_created_once(http: httpx.Client, demo_server: DemoHandle) -> None:
    for id_ in demo_server.ids()[:40]:
        entries = behaviours(http, id_)
        record = demo_server.customer(id_)
        assert [entry["biz_type"] for entry in entries].count("user_create") == 1
        created = entries[-1]
        assert created["biz_time"] // 1000 == record["create_time"]
        assert created["create_time"] == 0
        assert all(entry["biz_time"] < 10**11 for entry in entries[:-1])
        assert all(entry["userid"] == id_ for entry in entries)


def test_each_change_leaves_an_entry(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    before = len(behaviours(http, id_))
    stage = get(http, "/user_stage/query_list_by_type")["items"][2]
    old = demo_server.customer(id_)["nick"]
    calls: list[tuple[str, Any, str]] = [
        ("/user_stage/record_save", {"userid": id_, "content": "回访"}, "user_record"),
        (
            "/user_stage/stage_save",
            {"userid": id_, "stageid": stage["id"], "stage_name": stage["name"], "stage_type": 1},
            "user_stage_update",
        ),
        (f"/user/update/{id_}", {"nick": "新名"}, "user_update"),
        ("/label/update_biz_label", {"userid": id_, "remove_tag": ["x"]}, "user_label_update"),
        ("/user/add_black_list", {"user_id": id_, "black_type": 24, "black_reason": "r"}, "user_black"),
        ("/user/remove_black_list", {"user_id": id_}, "user_unblack"),
        ("/public_user/confirm", {"confirmids": id_, "confirm_type": 2}, "user_recycle"),
    ]
    for path, body, _ in calls:
        assert post(http, path, body)["ret_code"] == GOOD
    entries = behaviours(http, id_)
    assert [entry["biz_type"] for entry in entries[: len(calls)]] == [kind for *_, kind in reversed(calls)]
    assert len(entries) == before + len(calls)
    edit = next(entry for entry in entries if entry["biz_type"] == "user_update")
    nick = next(each for each in edit["biz_content"]["datas"] if each["field"] == "nick")
    assert (nick["value"], nick["oldValue"]) == ("新名", old)
    record = next(entry for entry in entries if entry["biz_type"] == "user_record")
    assert record["biz_content"]["remark"] == "回访"
    assert abs(record["biz_time"] - time.time()) < 60
    assert len({entry["id"] for entry in entries}) == len(entries)


def test_behaviours_are_filtered_by_group(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    post(http, "/user_stage/record_save", {"userid": id_, "content": "a"})
    post(http, "/label/update_biz_label", {"userid": id_, "remove_tag": ["x"]})
    whole = behaviours(http, id_)
    parts = {group: behaviours(http, id_, biz_type=group) for group in ("groupService", "groupUser", "groupOther")}
    assert sum(map(len, parts.values())) == len(whole)
    assert {entry["biz_type"] for entry in parts["groupService"]} == {"user_record"}
    assert parts["groupOther"][0]["biz_type"] == "user_label_update"


def test_records_double_when_sent_twice(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    for _ in range(2):
        post(http, "/user_stage/record_save", {"userid": id_, "content": "same"})
    assert len([each for each in behaviours(http, id_) if each["biz_content"].get("remark") == "same"]) == 2
    assert len(demo_server.ledger("user_stage/record_save")) == 2
    assert post(http, "/user_stage/record_save", {"userid": id_, "content": " "})["ret_code"] == "500002"
    assert post(http, "/user_stage/record_save", {"userid": "f" * 32, "content": "a"})["ret_code"] == "500001"


def test_a_stage_is_set(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[30]
    stage = get(http, "/user_stage/query_list_by_type")["items"][5]
    body = {"userid": id_, "stageid": stage["id"], "stage_name": stage["name"], "stage_type": 21, "remark": "签了"}
    assert post(http, "/user_stage/stage_save", body)["ret_code"] == GOOD
    assert demo_server.stage(id_) == stage["id"]
    found = get(http, "/user/list_by_page", stageid=stage["id"], page_no=1, page_size=1)["items"]
    assert found[0]["id"] == id_
    content = behaviours(http, id_)[0]["biz_content"]
    assert (content["stageType"], content["remark"]) == ("21", "签了")
    assert post(http, "/user_stage/stage_save", {**body, "stageid": "none"})["ret_code"] == "500002"


def of_agent(demo: DemoHandle) -> tuple[str, list[dict[str, Any]]]:
    records = [demo.customer(id_) for id_ in demo.ids()]
    agent = next(each["liable_serviceid"] for each in records if "liable_serviceid" in each)
    return agent, [each for each in records if each.get("liable_serviceid") == agent]


def test_assignment_records_of_an_agent(http: httpx.Client, demo_server: DemoHandle) -> None:
    agent, records = of_agent(demo_server)
    now = int(time.time())
    whole = {"liable_serviceid": agent, "start_time": 0, "end_time": now}
    reply = post(http, "/user/cus_distribute_records", whole)
    assert (reply["total_count"], reply["page_size"], reply["page_no"]) == (len(records), 15, 1)
    assert len(reply["items"]) == min(15, len(records))
    assert {each["userid"] for each in reply["items"]} <= {each["id"] for each in records}
    fresh = post(http, "/user/save", {"nick": "给你", "crm_status": 3, "liable_serviceid": agent})["data"][
        "userid"
    ]
    latest = post(http, "/user/cus_distribute_records", {**whole, "start_time": now - 5, "end_time": now + 60})
    assert [(each["userid"], each["nick"]) for each in latest["items"]] == [(fresh, "给你")]
    assert post(http, "/user/cus_distribute_records", {**whole, "end_time": 1})["items"] == []


def test_assignment_statistics_by_day(http: httpx.Client, demo_server: DemoHandle) -> None:
    agent, _ = of_agent(demo_server)
    china = time.gmtime(time.time() + 8 * 3600)
    today = time.strftime("%Y-%m-%d", china)
    body = {"liable_serviceid": agent, "start_date": today, "end_date": today, "timezone": "+08:00"}
    # The invented history may hold customers given today already, at some hours of the day.
    before = sum(one["assign_num"] for one in post(http, "/user/cus_distribute_statistics", body)["items"])
    for _ in range(3):
        post(http, "/user/save", {"nick": "a", "crm_status": 3, "liable_serviceid": agent})
    [day] = post(http, "/user/cus_distribute_statistics", body)["items"]
    assert (day["liable_serviceid"], day["assign_num"], day["assign_date"]) == (agent, before + 3, today)
    far = {**body, "start_date": "2020-01-01", "end_date": "2020-01-31", "timezone": "-11:30"}
    assert post(http, "/user/cus_distribute_statistics", far)["items"] == []


@pytest.mark.parametrize(
    ("start", "end", "zone", "code"),
    [
        ("2022-05-02", "2022-06-02", "+08:00", GOOD),
        ("2022-05-02", "2022-06-03", "+08:00", "500002"),
        ("2024-01-31", "2024-02-29", "+08:00", GOOD),
        ("2024-01-31", "2024-03-01", "+08:00", "500002"),
        ("2022-12-15", "2023-01-15", "+08:00", GOOD),
        ("2022-06-02", "2022-06-01", "+08:00", "500002"),
        ("20220601", "20220602", "+08:00", "500002"),
        ("2022-13-01", "2022-13-02", "+08:00", "500002"),
        ("2022-06-01", "2022-06-02", "Asia/Shanghai", "500002"),
        ("2022-06-01", "2022-06-02", "+99:00", "500002"),
    ],
)
def test_statistics_span_a_month(http: httpx.Client, start: str, end: str, zone: str, code: str) -> None:
    body = {"liable_serviceid": "a", "start_date": start, "end_date": end, "timezone": zone}
    assert post(http, "/user/cus_distribute_statistics", body)["ret_code"] == code
