from collections import Counter

import httpx
import pytest

from tests.demo.asking import GOOD, get, post
from tests.demo_control import DemoHandle

TABLES = {
    "/user/get_timezone": {"id", "language", "timezone_value", "timezoneid"},
    "/user/get_language": {"id", "language", "language_value", "language_code"},
    "/user/get_country": {"countryid", "country_name"},
    "/user_stage/query_list_by_type": {"id", "name", "sortnum"},
    "/user_dynamic/getsource": {"value", "label"},
    "/user/user_list": {"id", "name", "image", "path", "type", "manager_flag", "sub_list"},
    "/user_dynamic/provice": {"provinceid", "province_name"},
    "/user_dynamic/city/440000": {"provinceid", "cityid", "city_name"},
    "/user_dynamic/area/440300": {"cityid", "areaid", "area_name"},
    "/custom_field/custom_fieid_info_list": {
        "field_id",
        "field_name",
        "field_variable",
        "field_type",
        "fill_flag",
        "field_status",
        "field_remark",
        "operate_type",
        "cus_field_data_info_list",
    },
    "/custom_field/get_vip_level_data_list": {"data_value", "data_name"},
    "/enterprise/query_custom_field_list": {
        "field_id",
        "field_name",
        "field_variable",
        "field_type",
        "fill_flag",
        "field_status",
        "field_remark",
        "operate_type",
        "field_params",
        "cus_field_data_info_list",
    },
}
QUERIED = {"/user/get_timezone", "/user/get_language", "/user/get_country"}


@pytest.mark.parametrize("path", TABLES)
def test_the_items_hold_what_the_document_says(demo_server: DemoHandle, path: str) -> None:
    names: list[set[str]] = []
    for language in ("zh", "en"):
        with demo_server.client(language) as http:
            reply = get(http, path, **({"language": language} if path in QUERIED else {}))
        assert reply["ret_code"] == GOOD
        assert all(set(item) == TABLES[path] for item in reply["items"])
        names.append({str(value) for item in reply["items"] for key, value in item.items() if "id" not in key})
    assert names[0] != names[1], "the names are the same in both languages"


def test_agents_stand_in_a_tree_of_departments(http: httpx.Client) -> None:
    tree = get(http, "/user/user_list")["items"]
    seen: Counter[int] = Counter()

    def walk(nodes: list[dict[str, object]], path: str) -> None:
        for node in nodes:
            seen[node["type"]] += 1  # type: ignore[index]
            if node["type"] == 1:
                assert str(node["path"]).startswith(path)
                assert str(node["path"]).endswith(str(node["id"]))
                walk(node["sub_list"], str(node["path"]))  # type: ignore[arg-type]

    walk(tree, "")
    assert seen == {1: 10, 2: 46}


def test_all_nine_kinds_of_custom_fields_are_there(http: httpx.Client) -> None:
    fields = get(http, "/custom_field/custom_fieid_info_list")["items"]
    assert {field["field_type"] for field in fields} == set(range(1, 10))
    for field in fields:
        options = field["cus_field_data_info_list"]
        assert (options is not None) == (field["field_type"] >= 6)
        assert all(
            set(option) == {"data_id", "data_value", "data_name", "data_params"} for option in options or ()
        )


def test_regions_fit_into_each_other(http: httpx.Client) -> None:
    provinces = get(http, "/user_dynamic/provice")["items"]
    assert len(provinces) == 34
    cities = [
        city for each in provinces for city in get(http, f"/user_dynamic/city/{each['provinceid']}")["items"]
    ]
    assert 330 < len(cities) < 380
    assert all(city["cityid"][:2] == city["provinceid"][:2] for city in cities)
    districts = [item for city in cities for item in get(http, f"/user_dynamic/area/{city['cityid']}")["items"]]
    assert 2800 < len(districts) < 3500
    assert all(item["areaid"][:4] == item["cityid"][:4] for item in districts)
    assert len({item["areaid"] for item in districts}) == len(districts)
    assert get(http, "/user_dynamic/area/999999")["items"] == []


def test_region_names_are_the_real_ones(demo_server: DemoHandle) -> None:
    with demo_server.client("en") as http:
        provinces = {
            each["provinceid"]: each["province_name"] for each in get(http, "/user_dynamic/provice")["items"]
        }
        cities = {each["cityid"]: each["city_name"] for each in get(http, "/user_dynamic/city/130000")["items"]}
        districts = {each["areaid"]: each["area_name"] for each in get(http, "/user_dynamic/area/130300")["items"]}
    assert (provinces["110000"], provinces["130000"]) == ("Beijing", "Hebei Province")
    assert provinces["150000"] == "Inner Mongolia Autonomous Region"
    assert cities["130100"] == "Shijiazhuang City"
    assert districts["130303"] == "Shanhaiguan District"


def test_multilingual_content_with_and_without_markup(http: httpx.Client) -> None:
    path = "/user/get_multilingual_content_detail"
    item = post(http, path, {"placeholder": "{dc_test}", "lang_type": ["en"]})["item"]
    assert item["lang_list"] == [{"lang_value": "The English", "lang_type": "en"}]
    assert set(item) >= {
        "companyid",
        "catalogid",
        "placeholderid",
        "name",
        "default_value",
        "status",
        "create_time",
    }
    rich = post(http, path, {"placeholder": "{dc_test}", "rich_text_flag": 1})["item"]["lang_list"]
    assert [each["lang_value"] for each in rich] == ["<p>中文</p>", "<p>The <b>English</b></p>"]
    assert post(http, path, {"placeholder": "{none}"})["ret_code"] == "500002"
