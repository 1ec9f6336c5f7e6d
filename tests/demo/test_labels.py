from typing import Any

import httpx
import pytest

from tests.demo.asking import GOOD, get, post
from tests.demo_control import DemoHandle


def group_of(http: httpx.Client, *, multiple: bool) -> list[str]:
    """Return the ids of the tags of a group that allows several tags, or one."""
    groups = get(http, "/label_group/list", page_no=1, page_size=100)["items"]
    group = next(each["id"] for each in groups if each["is_multiple_choice"] == multiple)
    return [tag["id"] for tag in get(http, "/label/list", groupid=group, page_no=1, page_size=100)["items"]]


def held(http: httpx.Client, id_: str) -> list[str]:
    [item] = post(http, "/label/userlabels", [id_])["items"]
    return [label["id"] for label in item["label_set"]]


@pytest.fixture
def bare(demo_server: DemoHandle) -> str:
    """A customer without tags."""
    id_ = demo_server.ids()[0]
    demo_server.change(id_, biz_label=None)
    return id_


def test_tags_of_customers_in_batch(http: httpx.Client, demo_server: DemoHandle) -> None:
    ids = demo_server.ids()[:50]
    items = post(http, "/label/userlabels", [*ids, "f" * 32])["items"]
    assert [item["userid"] for item in items] == ids
    for item in items:
        record = demo_server.customer(item["userid"])
        assert ",".join(label["id"] for label in item["label_set"]) == record.get("biz_label", "")
        assert all(set(label) == {"id", "name", "color_value"} for label in item["label_set"])


def test_deltas_add_and_remove(http: httpx.Client, demo_server: DemoHandle, bare: str) -> None:
    first, second, third = group_of(http, multiple=True)[:3]
    assert post(http, "/label/update_biz_label", {"userid": bare, "add_tag": [first, second]})["ret_code"] == GOOD
    change = {"userid": bare, "add_tag": [third, third], "remove_tag": [first]}
    for _ in range(2):
        assert post(http, "/label/update_biz_label", change)["ret_code"] == GOOD
        assert held(http, bare) == [second, third]
    assert demo_server.ids()[0] == bare, "a change of tags is a change of the customer"
    assert [entry.params["userid"] for entry in demo_server.ledger("label/update_biz_label")] == [bare] * 3


def test_single_choice_groups_hold_one_tag(http: httpx.Client, bare: str) -> None:
    first, second = group_of(http, multiple=False)[:2]
    other = group_of(http, multiple=True)[0]
    post(http, "/label/update_biz_label", {"userid": bare, "add_tag": [first, other]})
    post(http, "/label/update_biz_label", {"userid": bare, "add_tag": [second]})
    assert held(http, bare) == [other, second]
    post(http, f"/label/update_userlabel/{bare}", [{"id": second, "name": "b"}, {"id": first, "name": "a"}])
    assert held(http, bare) == [first]


def test_the_whole_list_replaces_all(http: httpx.Client, bare: str) -> None:
    first, second, third = group_of(http, multiple=True)[:3]
    for wanted in ([first, second], [third], []):
        body = [{"id": id_, "name": "n"} for id_ in wanted]
        assert post(http, f"/label/update_userlabel/{bare}", body)["ret_code"] == GOOD
        assert held(http, bare) == wanted


def test_customers_are_found_by_wecom_ids(http: httpx.Client, demo_server: DemoHandle) -> None:
    tag = group_of(http, multiple=True)[0]
    for name, field in (("unionid", "wx_build_unionid"), ("external_userid", "external_userid")):
        record = next(each for id_ in demo_server.ids() if field in (each := demo_server.customer(id_)))
        demo_server.change(record["id"], biz_label=None)
        post(http, "/label/update_biz_label", {name: record[field], "add_tag": [tag]})
        assert held(http, record["id"]) == [tag]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"userid": "f" * 32, "add_tag": ["x"]}, "500001"),
        ({"unionid": "nobody", "add_tag": ["x"]}, "500001"),
        ({"add_tag": ["none"]}, "510004"),
        ({"remove_tag": ["none"]}, GOOD),
    ],
)
def test_refusals(http: httpx.Client, bare: str, change: dict[str, Any], code: str) -> None:
    body = change if len(change) > 1 else {"userid": bare, **change}
    assert post(http, "/label/update_biz_label", body)["ret_code"] == code
    assert held(http, bare) == []
    assert post(http, "/label/update_userlabel/" + "f" * 32, [])["ret_code"] == "500001"
