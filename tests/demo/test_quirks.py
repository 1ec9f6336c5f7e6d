import json

from desktop.demo.rows import _CAMEL
from tests.demo.asking import get, page, post
from tests.demo_control import DemoHandle


def test_counters_are_numbers_or_strings(demo_server: DemoHandle) -> None:
    demo_server.reset(counters="string", page_no=True)
    with demo_server.client() as http:
        reply = page(http, 2, 10)
    assert {name: reply[name] for name in ("page_no", "page_count", "total_count", "page_size")} == {
        "page_no": "2",
        "page_count": "50",
        "total_count": "500",
        "page_size": "10",
    }


def test_scalars_of_rows_are_numbers_strings_or_both(demo_server: DemoHandle) -> None:
    kinds = {}
    for scalars in ("example", "string", "mixed"):
        demo_server.reset(scalars=scalars)
        with demo_server.client() as http:
            kinds[scalars] = {type(row["create_time"]) for row in page(http)["items"]}
    assert kinds == {"example": {int}, "string": {str}, "mixed": {int, str}}


def test_detail_in_camel_case_as_the_table_says(demo_server: DemoHandle) -> None:
    demo_server.reset(detail="camel")
    seen: set[str] = set()
    with demo_server.client() as http:
        for id_ in demo_server.ids()[:150]:
            seen |= set(post(http, "/user/detail", {"id": id_})["item"])
    documented = {
        "proviceId",
        "proviceName",
        "cityId",
        "areaName",
        "enterpriseId",
        "isVip",
        "vipLevel",
        "userStatus",
    }
    assert (
        documented | {"createTime", "updateTime", "user_label", "biz_label", "ex_field_str", "partnerId"} <= seen
    )
    assert seen.isdisjoint(_CAMEL)


def test_behaviour_content_as_object_or_text(demo_server: DemoHandle) -> None:
    contents = {}
    for form in ("object", "string"):
        demo_server.reset(biz_content=form)
        with demo_server.client() as http:
            query = {"userid": demo_server.ids()[0], "page_no": 1, "page_size": 10}
            contents[form] = get(http, "/user_dynamic/list_by_page", **query)["items"][-1]["biz_content"]
    assert isinstance(contents["object"], dict)
    assert json.loads(contents["string"]) == contents["object"]


def test_names_of_zones_and_languages_follow_the_header(demo_server: DemoHandle) -> None:
    names = {}
    for language in ("zh", "en"):
        with demo_server.client(language) as http:
            rows = [row for number in range(1, 6) for row in page(http, number)["items"]]
        names[language] = {row["language_value"] for row in rows if row.get("language") == "zh"}
    assert names == {"zh": {"简体中文"}, "en": {"Simplified Chinese"}}


def test_options_that_do_not_exist_are_refused(demo_server: DemoHandle) -> None:
    before = demo_server.options()
    for options in ({"nothing": 1}, {"counters": "roman"}, {"customers": -1}, {"customers": "many"}):
        reply = demo_server._http.post("/reset", json=options)
        assert reply.status_code == 400
        assert reply.json()["error"]
    assert demo_server.options() == before


def test_rows_made_at_the_start_are_the_same_rows(demo_server: DemoHandle) -> None:
    pages = []
    for warm in ("", "zh"):
        demo_server.reset(warm=warm)
        with demo_server.client() as http:
            pages.append([page(http, number) for number in range(1, 6)])
    assert pages[0] == pages[1]
