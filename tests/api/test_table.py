"""Every call sends what the document's tables say: method, path, parameter names and types."""

import json
from typing import Any

import pytest

from tests.api.calls import ID, OTHER, ROWS, Row

USER = """nick:String uname:String email:String tel:String qq:String wx:String partnerid:String sex:Integer
    liable_serviceid:String liable_service_name:String countryid:String proviceid:String provice_name:String
    cityid:String city_name:String areaid:String area_name:String remark:String enterpriseid:String
    enterprise_name:String is_vip:String ex_field_str:String wx_build_unionid:String visitorids:String
    wx_external_userids:List wx_unionids:List wx_openids:List whatsappids:List faceBookids:List instagramids:List
    lineids:List telegramids:List discordids:List timezoneid:String language:String"""

SCRM = "/api/scrm/5"
TABLE: dict[str, tuple[str, str]] = {
    "Get the Access Token Code": ("GET /api/get_token", "appid:String create_time:String sign:String"),
    "Search Time Zone": (f"GET {SCRM}/user/get_timezone", "language:String"),
    "Search language": (f"GET {SCRM}/user/get_language", "language:String"),
    "Search country": (f"GET {SCRM}/user/get_country", "language:String"),
    "Query multilingual content detail": (
        f"POST {SCRM}/user/get_multilingual_content_detail",
        "lang_type:List placeholder:String rich_text_flag:Integer",
    ),
    "Create Tag Group Info": (
        f"POST {SCRM}/label_group/save",
        "name:String color_value:String is_multiple_choice:Integer label_list:List",
    ),
    "Edit Tag Group Info": (
        f"POST {SCRM}/label_group/update",
        "id:String name:String color_value:String is_multiple_choice:Integer",
    ),
    "Query Tag Group List": (f"GET {SCRM}/label_group/list", "page_no:Integer page_size:Integer"),
    "Delete Tag Group Info": (f"GET {SCRM}/label_group/remove/{ID}", ""),
    "Create Tag Info": (f"POST {SCRM}/label/save", "name:String groupid:String param_name:String"),
    "Edit Tag Info": (f"POST {SCRM}/label/update", "id:String name:String param_name:String"),
    "Query Tag List": (f"GET {SCRM}/label/list", "groupid:String page_no:Integer page_size:Integer"),
    "Delete Tag Info": (f"GET {SCRM}/label/remove/{ID}", ""),
    "Query Customer Tags in Batch": (f"POST {SCRM}/label/userlabels", "List of String"),
    "Modify Customer Tag": (f"POST {SCRM}/label/update_userlabel/{ID}", "List of id:String name:String"),
    "Tag the Business": (
        f"POST {SCRM}/label/update_biz_label",
        "userid:String unionid:String external_userid:String add_tag:List remove_tag:List",
    ),
    "Create Customer": (f"POST {SCRM}/user/save", f"crm_status:Integer {USER}"),
    "Edit Customer Info": (
        f"POST {SCRM}/user/update/{ID}",
        f"vip_level:String upset_ex_field_str:Integer {USER}",
    ),
    "Create Enterprise": (
        f"POST {SCRM}/enterprise/save",
        (
            "enterprise_name:String proviceid:String provice_name:String cityid:String city_name:String "
            "areaid:String area_name:String enterprise_domains:List extend_fields:List"
        ),
    ),
    "Assign Customer": (
        f"POST {SCRM}/public_user/assign",
        "confirmids:String liable_list:List assign_biz_type:String",
    ),
    "Recycle to Customer Pool": (f"POST {SCRM}/public_user/confirm", "confirmids:String confirm_type:Integer"),
    "Query Customer List": (
        f"GET {SCRM}/user/list_by_page",
        (
            "search_type:String search_value:String wx_build_unionId:String stageid:String "
            "create_start_time:String create_end_time:String user_label:List isblack:String module_type:String "
            "external_userid:String development_mode:Integer update_start_time:String "
            "update_end_time:String liable_serviceid:String "
            "page_no:Integer page_size:Integer"
        ),
    ),
    "Query Customer Details": (f"POST {SCRM}/user/detail", "id:String"),
    "Query All Customer Behaviors": (
        f"GET {SCRM}/user_dynamic/list_by_page",
        "userid:String biz_type:String page_no:Integer page_size:Integer",
    ),
    "Add Follow-up Record": (f"POST {SCRM}/user_stage/record_save", "userid:String content:String"),
    "Query Follow-up Stage": (f"GET {SCRM}/user_stage/query_list_by_type", ""),
    "Set Customer Stage": (
        f"POST {SCRM}/user_stage/stage_save",
        "userid:String stageid:String stage_name:String stage_type:Integer",
    ),
    "Customer Assignment Records": (
        f"POST {SCRM}/user/cus_distribute_records",
        "liable_serviceid:String start_time:Long end_time:Long",
    ),
    "Customer Assignment Statistics": (
        f"POST {SCRM}/user/cus_distribute_statistics",
        "liable_serviceid:String start_date:String end_date:String timezone:String",
    ),
    "Query Customer Source": (f"GET {SCRM}/user_dynamic/getsource", ""),
    "Query Agent List": (f"GET {SCRM}/user/user_list", ""),
    "Query Province": (f"GET {SCRM}/user_dynamic/provice", ""),
    "Query City": (f"GET {SCRM}/user_dynamic/city/130000", ""),
    "Query District and County": (f"GET {SCRM}/user_dynamic/area/130300", ""),
    "Query Customer Custom Field": (f"GET {SCRM}/custom_field/custom_fieid_info_list", ""),
    "Query Customer Level": (f"GET {SCRM}/custom_field/get_vip_level_data_list", ""),
    "Query Enterprise Custom Field": (f"GET {SCRM}/enterprise/query_custom_field_list", ""),
    "Query the customer list on the blacklist": (
        f"GET {SCRM}/user/query_black_list",
        "user_id:String black_type:Integer start_time:Long end_time:Long page_no:Integer page_size:Integer",
    ),
    "Add to customer blacklist": (
        f"POST {SCRM}/user/add_black_list",
        "user_id:String black_type:Integer black_reason:String",
    ),
    "Remove from customer blacklist": (f"POST {SCRM}/user/remove_black_list", "user_id:String"),
}
"""Section -> request line, and the parameter table. Rows that lost their name are email and qq."""

NESTED = {
    "label_list": "name:String",
    "liable_list": "liable_serviceid:String liable_service_name:String liable_departmentid:String",
    "ex_field_str": "fieldid:String field_value:String",
    "extend_fields": "fieldid:String field_value:String",
}
"""The "... set" tables; of a custom field either fieldid or field_params is given."""


def types_of(values: dict[str, Any]) -> dict[str, str]:
    names = {str: "String", int: "Integer", list: "List"}
    return {name: names[type(value)] for name, value in values.items()}


def documented(columns: str) -> dict[str, str]:
    pairs = (pair.split(":") for pair in columns.split())
    return {name: "Integer" if kind == "Long" else kind for name, kind in pairs}


def query_types(values: dict[str, str], table: dict[str, str]) -> dict[str, str]:
    """A query holds texts: numbers must read as such, lists are joined with commas."""
    found = {}
    for name, value in values.items():
        kind = table.get(name, "String")
        if kind == "Integer":
            int(value)
        found[name] = kind
    return found


def test_every_section_of_the_document_has_its_call() -> None:
    assert [row.section for row in ROWS] == list(TABLE)
    assert len(TABLE) == 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.section)
def test_what_is_sent_equals_the_table(row: Row) -> None:
    line, columns = TABLE[row.section]
    request = row.build().request
    assert f"{request.method} {request.path}" == line
    if columns.startswith("List of"):
        assert isinstance(request.json, list)
        assert not request.params
    elif request.method == "GET":
        assert request.json is None
        assert query_types(dict(request.params), documented(columns)) == documented(columns)
    else:
        assert not request.params
        assert isinstance(request.json, dict)
        assert types_of(request.json) == documented(columns)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.section)
def test_what_lists_hold_equals_their_tables(row: Row) -> None:
    body = row.build().request.json
    for name in NESTED.keys() & (body if isinstance(body, dict) else {}).keys():
        assert isinstance(body, dict)
        elements = json.loads(body[name]) if isinstance(body[name], str) else body[name]
        assert elements
        assert all(types_of(element) == documented(NESTED[name]) for element in elements)


def test_the_two_bare_lists() -> None:
    bodies = {row.section: row.build().request.json for row in ROWS}
    assert bodies["Query Customer Tags in Batch"] == [ID, OTHER]
    assert bodies["Modify Customer Tag"] == [{"id": OTHER, "name": "label1"}]


def test_only_reads_are_repeated_by_themselves() -> None:
    repeatable = {row.section for row in ROWS if row.build().request.repeatable}
    assert repeatable == {section for section in TABLE if section.startswith(("Query", "Search", "Customer Ass"))}


def test_custom_fields_that_are_not_sent_are_kept() -> None:
    body = next(row.build().request.json for row in ROWS if row.section == "Edit Customer Info")
    assert isinstance(body, dict)
    assert body["upset_ex_field_str"] == 1
