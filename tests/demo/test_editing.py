import json
from typing import Any

import httpx
import pytest

from tests.demo.asking import GOOD, get, page, post
from tests.demo_control import DemoHandle


def fields_by_type(http: httpx.Client) -> dict[int, dict[str, Any]]:
    return {each["field_type"]: each for each in get(http, "/custom_field/custom_fieid_info_list")["items"]}


def answers(record: dict[str, Any]) -> dict[str, str]:
    return {each["fieldid"]: each["field_value"] for each in json.loads(record.get("ex_field_str") or "[]")}


def agents(http: httpx.Client) -> list[tuple[str, str]]:
    tree = get(http, "/user/user_list")["items"]
    inside = [agent for each in tree for agent in each["sub_list"] if agent["type"] == 2]
    deeper = [agent for each in tree for one in each["sub_list"] if one["type"] == 1 for agent in one["sub_list"]]
    return [(agent["id"], agent["name"]) for agent in inside + deeper]


def test_somebody_new_is_added(http: httpx.Client, demo_server: DemoHandle) -> None:
    body = {
        "nick": "新客户😀",
        "crm_status": 2,
        "tel": "13900001111",
        "email": "new@example.cn",
        "provice_name": "河北省",
    }
    reply = post(http, "/user/save", body)
    assert (reply["ret_code"], reply["action"]) == (GOOD, "add")
    id_ = reply["data"]["userid"]
    record = demo_server.customer(id_)
    assert {name: record[name] for name in body} == body
    assert page(http, size=1)["items"][0]["id"] == id_
    assert page(http, size=1)["total_count"] == 501
    [entry] = demo_server.ledger("user/save")
    assert entry.params == body


@pytest.mark.parametrize("by", ["tel", "email"])
def test_somebody_known_is_updated(http: httpx.Client, demo_server: DemoHandle, by: str) -> None:
    known = next(
        record
        for id_ in demo_server.ids()
        if by in (record := demo_server.customer(id_)) and record["crm_status"] == 3 and "," not in record[by]
    )
    body = {"nick": "改了", "crm_status": 1, by: known[by].upper()}
    reply = post(http, "/user/save", body)
    assert (reply["action"], reply["data"]["userid"]) == ("update", known["id"])
    after = demo_server.customer(known["id"])
    assert (after["nick"], after["crm_status"]) == ("改了", 3)
    assert after["liable_serviceid"] == known["liable_serviceid"]
    assert after.get("ex_field_str") == known.get("ex_field_str")
    assert page(http, size=1)["total_count"] == 500


def test_one_of_two_phones_is_enough(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[5]
    demo_server.change(id_, tel="13811112222,13933334444")
    assert post(http, "/user/save", {"nick": "x", "crm_status": 1, "tel": "13933334444"})["data"]["userid"] == id_


def test_neither_phone_nor_mail_always_adds(http: httpx.Client) -> None:
    body = {"nick": "无名", "crm_status": 1, "tel": ""}
    assert [post(http, "/user/save", body)["action"] for _ in range(2)] == ["add", "add"]


def test_an_update_changes_what_is_sent(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[9]
    before = demo_server.customer(id_)
    change = {"nick": "张三", "remark": "note", "vip_level": "655779656428072", "wx_openids": ["a", "b"], "sex": 2}
    assert post(http, f"/user/update/{id_}", change)["ret_code"] == GOOD
    after = demo_server.customer(id_)
    assert {name: after[name] for name in change} == change
    kept = set(before) - set(change) - {"update_time", "update_user_id", "update_user_name", "ex_field_str"}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert after["update_time"] > before["update_time"]
    assert demo_server.ledger("user/update")[0].params == {**change, "/id": id_}


def test_custom_fields_are_wiped_or_merged(http: httpx.Client, demo_server: DemoHandle) -> None:
    fields = fields_by_type(http)
    text, drop = fields[2], fields[6]
    option = drop["cus_field_data_info_list"][1]
    id_ = next(each for each in demo_server.ids() if len(answers(demo_server.customer(each))) > 3)
    held = answers(demo_server.customer(id_))
    sent = json.dumps(
        [
            {"fieldid": text["field_id"], "field_value": "新地址"},
            {"fieldid": drop["field_id"], "field_value": option["data_value"]},
        ]
    )
    post(http, f"/user/update/{id_}", {"nick": "a", "upset_ex_field_str": 1, "ex_field_str": sent})
    now = demo_server.customer(id_)
    assert answers(now) == {**held, text["field_id"]: "新地址", drop["field_id"]: option["data_value"]}
    chosen = next(each for each in json.loads(now["ex_field_str"]) if each["fieldid"] == drop["field_id"])
    assert (chosen["field_text"], chosen["field_type"]) == ("香蕉", "6")
    assert chosen["data_params"] == option["data_params"]
    post(http, f"/user/update/{id_}", {"nick": "a", "upset_ex_field_str": 1})
    assert answers(demo_server.customer(id_)) == answers(now)
    post(http, f"/user/update/{id_}", {"nick": "a", "ex_field_str": sent})
    assert set(answers(demo_server.customer(id_))) == {text["field_id"], drop["field_id"]}
    post(http, f"/user/update/{id_}", {"nick": "a"})
    assert answers(demo_server.customer(id_)) == {}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"nick": " "}, "500002"),
        ({"nick": "a", "liable_serviceid": "nobody"}, "500002"),
        ({"nick": "a", "ex_field_str": '[{"fieldid":"none","field_value":"1"}]'}, "500002"),
    ],
)
def test_changes_are_refused(
    http: httpx.Client, demo_server: DemoHandle, change: dict[str, str], code: str
) -> None:
    id_ = demo_server.ids()[0]
    before = demo_server.customer(id_)
    assert post(http, f"/user/update/{id_}", change)["ret_code"] == code
    assert post(http, "/user/save", {**change, "crm_status": 1})["ret_code"] == code
    assert demo_server.customer(id_) == before
    assert demo_server.ledger() == []
    assert post(http, "/user/update/" + "f" * 32, {"nick": "a"})["ret_code"] == "500001"


def test_enterprises_are_made(http: httpx.Client, demo_server: DemoHandle) -> None:
    body = {
        "enterprise_name": "新公司",
        "enterprise_domains": ["sobot.io"],
        "extend_fields": [{"fieldid": "a", "field_value": "1"}],
    }
    first, second = (post(http, "/enterprise/save", body) for _ in range(2))
    assert first["ret_code"] == GOOD
    assert first["item"] != second["item"]
    assert len(demo_server.ledger("enterprise/save")) == 2
    assert post(http, "/enterprise/save", {"enterprise_name": ""})["ret_code"] == "500002"


def of_status(demo: DemoHandle, status: int, count: int) -> list[str]:
    found = (id_ for id_ in demo.ids() if demo.customer(id_)["crm_status"] == status)
    return [next(found) for _ in range(count)]


@pytest.mark.parametrize(("kind", "status"), [("1", 2), ("2", 4), ("3", 4), ("4", 3), ("5", 3)])
def test_assigning_moves_to_follow_up(http: httpx.Client, demo_server: DemoHandle, kind: str, status: int) -> None:
    ids = of_status(demo_server, status, 3)
    two = agents(http)[4:6]
    body = {
        "confirmids": ",".join(ids),
        "assign_biz_type": kind,
        "liable_list": [{"liable_serviceid": id_, "liable_service_name": name} for id_, name in two],
    }
    assert post(http, "/public_user/assign", body)["ret_code"] == GOOD
    records = [demo_server.customer(id_) for id_ in ids]
    assert {record["crm_status"] for record in records} == {3}
    given = [(record["liable_serviceid"], record["liable_service_name"]) for record in records]
    assert given == [two[0], two[1], two[0]]


def test_assigning_is_refused(http: httpx.Client, demo_server: DemoHandle) -> None:
    (pool,) = of_status(demo_server, 4, 1)
    id_, name = agents(http)[0]
    liable = {"liable_serviceid": id_, "liable_service_name": name}
    body = {"confirmids": pool, "assign_biz_type": "1", "liable_list": [liable]}
    assert post(http, "/public_user/assign", body)["ret_code"] == "500003"
    assert post(http, "/public_user/assign", {**body, "liable_list": []})["ret_code"] == "500002"
    wrong = {**liable, "liable_serviceid": "nobody"}
    assert post(http, "/public_user/assign", {**body, "liable_list": [wrong]})["ret_code"] == "500002"
    assert post(http, "/public_user/assign", {**body, "confirmids": f"{pool},{'f' * 32}"})["ret_code"] == "500001"
    assert demo_server.customer(pool)["crm_status"] == 4


def test_recycling_takes_agent_and_stage(http: httpx.Client, demo_server: DemoHandle) -> None:
    ids = of_status(demo_server, 3, 2)
    for _ in range(2):
        body = {"confirmids": ",".join(ids), "confirm_type": 1}
        assert post(http, "/public_user/confirm", body)["ret_code"] == GOOD
        for id_ in ids:
            record = demo_server.customer(id_)
            assert record["crm_status"] == 4
            assert "liable_serviceid" not in record
            assert demo_server.stage(id_) == ""
    assert post(http, "/public_user/confirm", {"confirmids": " ", "confirm_type": 1})["ret_code"] == "500002"


@pytest.mark.parametrize(
    "nick",
    [
        "<img src=x onerror=alert(1)>",
        "\u202eabc",
        "a\u0000b",
        "\ud83d",
        "e\u0301" * 20,
        "'; DROP TABLE--",
        "𠮷野家👨‍👩‍👧",
    ],
)
def test_odd_names_go_round_unchanged(http: httpx.Client, demo_server: DemoHandle, nick: str) -> None:
    content = json.dumps({"nick": nick, "crm_status": 1}).encode()
    reply = http.post("/user/save", content=content, headers={"content-type": "application/json"}).json()
    id_ = reply["data"]["userid"]
    assert page(http, size=1)["items"][0]["nick"] == nick
    assert post(http, "/user/detail", {"id": id_})["item"]["nick"] == nick
    assert demo_server.customer(id_)["nick"] == nick


def test_a_megabyte_goes_round(http: httpx.Client, demo_server: DemoHandle) -> None:
    id_ = demo_server.ids()[0]
    demo_server.change(id_, remark="长" * (1 << 20))
    assert page(http, size=1)["items"][0]["remark"] == "长" * (1 << 20)
