import json
from typing import Any

import httpx
import pytest

from desktop.demo.strict import Request, Route, Routes
from desktop.demo.tables import CALLS
from tests.demo.asking import get, post
from tests.demo_control import DemoHandle

GOOD_SAVE = {"nick": "甲", "crm_status": 2}


@pytest.fixture
def loose(demo_server: DemoHandle, http: httpx.Client) -> httpx.Client:
    demo_server.expect_broken()
    return http


def departures(demo: DemoHandle) -> list[str]:
    return [each for call in demo.broken() for each in call["departures"]]


def test_the_tables_hold_forty_calls_with_distinct_endpoints() -> None:
    assert len(CALLS) == 40
    assert len({call.endpoint for call in CALLS}) == 40
    assert sum(call.writes for call in CALLS) == 17


@pytest.mark.parametrize(
    ("path", "params", "departure"),
    [
        ("/user/list_by_page", {"page_size": 5}, "page_no: required"),
        ("/user/list_by_page", {"page_no": "one", "page_size": 5}, "page_no: not of type Integer"),
        (
            "/user/list_by_page",
            {"page_no": 1, "page_size": 5, "search_type": "tel"},
            "search_type: not one of 1, 2, 3, 4, 5",
        ),
        (
            "/user/list_by_page",
            {"page_no": 1, "page_size": 5, "tag": "x"},
            "tag: not a query parameter of this call",
        ),
        ("/user/list_by_page", [("page_no", 1), ("page_no", 2), ("page_size", 5)], "page_no: sent twice"),
        ("/user/get_country", {"language": "fr"}, "language: not one of en, zh"),
        (
            "/label/list",
            {"groupId": "x", "page_no": 1, "page_size": 5},
            "groupId: not a query parameter of this call",
        ),
        ("/user_dynamic/city/13%2F0", {}, "provinceid: not an id in the path"),
        ("/user_dynamic/area/%2e%2e", {}, "cityid: not an id in the path"),
        ("/lable/list", {}, "no call of the document has this path"),
        ("/user/detail", {}, "GET: not the method of this call"),
    ],
)
def test_a_wrong_get_is_recorded(
    demo_server: DemoHandle, loose: httpx.Client, path: str, params: Any, departure: str
) -> None:
    loose.get(path, params=params)
    assert departure in departures(demo_server)


@pytest.mark.parametrize(
    ("path", "body", "departure"),
    [
        ("/user/save", {"nick": "甲"}, "crm_status: required"),
        ("/user/save", {**GOOD_SAVE, "crm_status": "2"}, "crm_status: not of type Integer"),
        ("/user/save", {**GOOD_SAVE, "crm_status": True}, "crm_status: not of type Integer"),
        ("/user/save", {**GOOD_SAVE, "crm_status": 5}, "crm_status: not one of 1, 2, 3, 4"),
        ("/user/save", {**GOOD_SAVE, "crm_status": 3}, "liable_serviceid: required when crm_status=3"),
        ("/user/save", {**GOOD_SAVE, "nick": "甲" * 51}, "nick: longer than 50"),
        ("/user/save", {**GOOD_SAVE, "tel": 13800000000}, "tel: not of type String"),
        ("/user/save", {**GOOD_SAVE, "vip_level": "1"}, "vip_level: not a parameter of this call"),
        ("/user/save", {**GOOD_SAVE, "lineids": "a"}, "lineids: not of type List"),
        ("/user/save", {**GOOD_SAVE, "lineids": [1]}, "lineids: holds something else than strings"),
        ("/user/save", {**GOOD_SAVE, "ex_field_str": [{}]}, "ex_field_str: not of type Json"),
        ("/user/save", {**GOOD_SAVE, "ex_field_str": "{"}, "ex_field_str: not a list as JSON in a string"),
        (
            "/user/save",
            {**GOOD_SAVE, "ex_field_str": '[{"fieldid":"a"}]'},
            "ex_field_str: element: field_value: required",
        ),
        (
            "/user/save",
            {**GOOD_SAVE, "ex_field_str": '[{"field_value":"a"}]'},
            "ex_field_str: element: neither fieldid nor field_params",
        ),
        ("/user/update/a%20b", {"nick": "甲"}, "id: not an id in the path"),
        ("/user/update/" + "a" * 65, {"nick": "甲"}, "id: not an id in the path"),
        ("/user/update/abc", {"nick": "甲", "crm_status": 2}, "crm_status: not a parameter of this call"),
        ("/user/update/abc", {"nick": "甲", "upset_ex_field_str": "1"}, "upset_ex_field_str: not of type Integer"),
        ("/label/userlabels", {"ids": ["a"]}, "ids: not of type Ids"),
        ("/label/update_userlabel/abc", [{"id": "a"}], "list: element: name: required"),
        ("/label/update_biz_label", {"add_tag": ["a"]}, "one of userid, unionid, external_userid is required"),
        ("/label/update_biz_label", {"userid": "a"}, "one of add_tag, remove_tag is required"),
        ("/label/save", {"name": "a", "groupId": "b"}, "groupId: not a parameter of this call"),
        ("/user_stage/stage_save", {"content": "", "stageid": "a"}, "content: not a parameter of this call"),
        ("/public_user/assign", {"confirmids": ["a"]}, "confirmids: not of type String"),
        (
            "/user/add_black_list",
            {"user_id": "a", "black_type": 12, "black_reason": ""},
            "black_type: not one of -1, 24, 48, 72",
        ),
        ("/user/add_black_list", {"user_id": "a", "black_type": 24}, "black_reason: required"),
        ("/user/get_timezone", {}, "POST: not the method of this call"),
        ("/user/detail", [], "the body is not an object"),
    ],
)
def test_a_wrong_post_is_recorded_and_changes_nothing(
    demo_server: DemoHandle, loose: httpx.Client, path: str, body: Any, departure: str
) -> None:
    assert post(loose, path, body)["ret_code"] != "000000"
    assert departure in departures(demo_server)
    assert demo_server.ledger() == []


def test_bodies_and_headers_are_checked(demo_server: DemoHandle, loose: httpx.Client) -> None:
    loose.request("GET", "/user_dynamic/getsource", content=b"{}")
    loose.post("/user/detail", content=b'{"id":"a"}', headers={"content-type": "text/plain"})
    loose.post("/user/detail", content=b"{", headers={"content-type": "application/json"})
    loose.get("/user_dynamic/getsource", headers={"language": "fr"})
    assert departures(demo_server) == [
        "a body where the tables have none",
        "content-type: not application/json",
        "the body is not JSON",
        "language: missing header, or neither zh nor en",
    ]


def test_a_right_call_is_not_recorded(demo_server: DemoHandle, http: httpx.Client) -> None:
    full = dict.fromkeys(("uname", "email", "tel", "qq", "wx", "remark", "proviceid", "cityid", "language"), "1")
    body = {**GOOD_SAVE, **full, "sex": 1, "wx_openids": ["a"], "ex_field_str": "[]", "is_vip": "1"}
    assert post(http, "/user/save", body)["ret_code"] == "000000"
    assert demo_server.broken() == []


def test_the_id_of_a_removal_may_travel_as_the_table_or_the_example_says(http: httpx.Client) -> None:
    first, second = (each["id"] for each in get(http, "/label_group/list", page_no=1, page_size=2)["items"])
    assert get(http, f"/label_group/remove/{first}")["ret_code"] == "000000"
    assert get(http, "/label_group/remove", id=second)["ret_code"] == "000000"


def test_the_record_stays_over_a_reset_and_is_emptied_on_demand(
    demo_server: DemoHandle, loose: httpx.Client
) -> None:
    loose.get("/nowhere")
    demo_server.reset()
    assert len(demo_server.broken()) == 1
    demo_server.forget_broken()
    assert demo_server.broken() == []


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.endpoint)
def test_every_required_parameter_is_missed(call: Any) -> None:
    route = Routes().find(call.method, call.paths[0].replace("{" + call.paths[0].partition("{")[2], "x1"))
    assert isinstance(route, Route)
    path = call.paths[0].partition("{")[0] + ("x1" if "{" in call.paths[0] else "")
    whole = next((param for param in call.params if param.kind == "Ids"), None)
    body = b"{}" if call.method == "POST" and whole is None else b""
    request = Request(call.method, path, "", {"content-type": "application/json"}, body)
    found = set(route.read(request).departures)
    missing = {f"{param.name}: required" for param in call.params if param.required and param.travels != "path"}
    if whole:
        assert "the body is not JSON" in found
    else:
        assert missing <= found
    assert ("token: missing header" in found) == call.token


def test_json_that_is_no_json_at_all_never_breaks_the_check() -> None:
    route = Routes().find("POST", "/api/scrm/5/user/save")
    assert isinstance(route, Route)
    for body in (b"", b"null", b"[]", b"1", b'"x"', b"\xff\xfe", json.dumps({"nick": None}).encode(), b"[" * 2000):
        request = Request("POST", "/api/scrm/5/user/save", "", {"content-type": "application/json"}, body)
        assert route.read(request).departures
