from typing import Any

import httpx
import pytest

from tests.demo.asking import GOOD, get, page, post
from tests.demo_control import DemoHandle

GROUP = {
    "name": "新组",
    "color_value": "#345454",
    "is_multiple_choice": 1,
    "label_list": [{"name": "甲"}, {"name": "乙"}],
}


def groups(http: httpx.Client) -> list[dict[str, Any]]:
    return list(get(http, "/label_group/list", page_no=1, page_size=200)["items"])


def tags(http: httpx.Client, group: str) -> list[dict[str, Any]]:
    return list(get(http, "/label/list", groupid=group, page_no=1, page_size=200)["items"])


def test_a_group_is_made_with_its_tags(http: httpx.Client, demo_server: DemoHandle) -> None:
    made = post(http, "/label_group/save", GROUP)
    assert made["ret_code"] == GOOD
    group = next(each for each in groups(http) if each["id"] == made["item"])
    assert (group["name"], group["is_multiple_choice"], group["type"], group["bizid"]) == ("新组", 1, 1, None)
    assert [tag["name"] for tag in tags(http, made["item"])] == ["甲", "乙"]
    assert demo_server.ledger("label_group/save")[0].params == GROUP


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "510005"),
        ({"name": "组" * 31}, "510007"),
        ({"name": "组" * 30}, GOOD),
        ({"name": "客户类型"}, "510002"),
        ({"label_list": [{"name": ""}]}, "510006"),
        ({"label_list": [{"name": "甲"}, {"name": "甲"}]}, "510003"),
        ({"label_list": [{"name": "标" * 31}]}, "510007"),
        ({"label_list": []}, GOOD),
    ],
)
def test_a_group_is_refused(
    http: httpx.Client, demo_server: DemoHandle, changes: dict[str, Any], code: str
) -> None:
    before = len(groups(http))
    assert post(http, "/label_group/save", {**GROUP, **changes})["ret_code"] == code
    assert len(groups(http)) == before + (code == GOOD)
    assert len(demo_server.ledger()) == (code == GOOD)


def test_a_group_is_changed(http: httpx.Client) -> None:
    own, other = groups(http)[:2]
    change = {"id": f"{own['id']} ", "name": "改名", "color_value": "#23432", "is_multiple_choice": 1}
    assert post(http, "/label_group/update", change)["ret_code"] == GOOD
    changed = groups(http)[0]
    assert (changed["name"], changed["color_value"], changed["is_multiple_choice"]) == ("改名", "#23432", 1)
    assert changed["update_time_ms"] > changed["create_time_ms"] == own["create_time_ms"]
    assert post(http, "/label_group/update", {"id": own["id"], "name": "改名"})["ret_code"] == GOOD
    assert post(http, "/label_group/update", {"id": own["id"], "name": other["name"]})["ret_code"] == "510002"
    assert post(http, "/label_group/update", {"id": own["id"], "name": ""})["ret_code"] == "510005"
    assert post(http, "/label_group/update", {"id": "nothing", "name": "x"})["ret_code"] == "510001"


def test_a_group_goes_with_its_tags_from_every_customer(http: httpx.Client, demo_server: DemoHandle) -> None:
    group = groups(http)[0]["id"]
    gone = {tag["id"] for tag in tags(http, group)}
    having = page(http, user_label=",".join(gone))["total_count"]
    assert having > 20
    assert get(http, f"/label_group/remove/{group}")["ret_code"] == GOOD
    assert page(http, user_label=",".join(gone))["total_count"] == 0
    rows = [row for number in range(1, 6) for row in page(http, number)["items"]]
    assert gone.isdisjoint({tag for row in rows for tag in row.get("biz_label", "").split(",")})
    assert get(http, "/label/list", groupid=group, page_no=1, page_size=10)["ret_code"] == "510001"
    assert get(http, f"/label_group/remove/{group}")["ret_code"] == "510001"
    assert len(demo_server.ledger("label_group/remove")) == 1


def test_a_tag_is_made_changed_and_removed(http: httpx.Client) -> None:
    group = groups(http)[0]["id"]
    count = len(tags(http, group))
    made = post(http, "/label/save", {"name": "新标签", "groupid": group, "param_name": "fresh"})
    assert made == {"ret_code": GOOD, "ret_msg": "操作成功"}
    tag = tags(http, group)[-1]
    assert (tag["name"], tag["param_name"], tag["groupid"], tag["status"]) == ("新标签", "fresh", group, 1)
    assert post(http, "/label/update", {"id": tag["id"], "name": "旧标签"})["ret_code"] == GOOD
    assert (tags(http, group)[-1]["name"], tags(http, group)[-1]["param_name"]) == ("旧标签", "fresh")
    assert get(http, f"/label/remove/{tag['id']}")["ret_code"] == GOOD
    assert len(tags(http, group)) == count
    assert get(http, f"/label/remove/{tag['id']}")["ret_code"] == "510004"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": ""}, "510006"),
        ({"name": "标" * 31}, "510007"),
        ({"name": "个人"}, "510003"),
        ({"param_name": "p" * 31}, "510008"),
        ({"param_name": "tag_0_0"}, "510004"),
        ({"groupid": "none"}, "510001"),
    ],
)
def test_a_tag_is_refused(http: httpx.Client, changes: dict[str, str], code: str) -> None:
    group = groups(http)[0]["id"]
    assert post(http, "/label/save", {"name": "新", "groupid": group, **changes})["ret_code"] == code


def test_the_same_tag_name_is_free_in_another_group(http: httpx.Client) -> None:
    assert post(http, "/label/save", {"name": "个人", "groupid": groups(http)[1]["id"]})["ret_code"] == GOOD


def test_a_tag_s_change_is_refused(http: httpx.Client) -> None:
    first, second = tags(http, groups(http)[0]["id"])[:2]
    assert post(http, "/label/update", {"id": first["id"], "name": second["name"]})["ret_code"] == "510003"
    assert post(http, "/label/update", {"id": "none", "name": "x"})["ret_code"] == "510004"
    assert (
        post(http, "/label/update", {"id": second["id"], "name": "x", "param_name": "tag_0_0"})["ret_code"]
        == "510004"
    )


def test_lists_are_paged(http: httpx.Client) -> None:
    first = get(http, "/label_group/list", page_no=1, page_size=20)
    second = get(http, "/label_group/list", page_no=2, page_size=20)
    assert (len(first["items"]), len(second["items"])) == (20, 10)
    counters = {"page_no": 2, "page_count": 2, "total_count": 30, "page_size": 20}
    assert {name: second[name] for name in counters} == counters


def test_odd_times_and_colours_can_be_switched_off(demo_server: DemoHandle, http: httpx.Client) -> None:
    odd = groups(http)
    assert any(" :" in group["create_time"] for group in odd)
    assert {"#gt5433", "#23432", ""} <= {group["color_value"] for group in odd}
    demo_server.reset(colours="valid", blanks=False)
    with demo_server.client() as plain:
        assert all(len(group["create_time"]) == 19 and len(group["color_value"]) == 7 for group in groups(plain))
