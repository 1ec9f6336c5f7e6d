"""The parameter tables of the API document ("CRM Product API"), typed row by row.

The tables are normative, not the request examples (they hold `lable/...` and POST on GET calls). Rows whose
name was lost in the tables are `email` and `qq`. Conditions are what no single
row can hold.
"""

from desktop.demo.documented import Call, Param, Travels, rows

_USER = """
    nick String! <=50
    uname String <=50
    email String
    tel String
    qq String
    wx String
    partnerid String
    sex Integer in 0|1|2
    liable_serviceid String
    liable_service_name String
    countryid String
    proviceid String
    provice_name String
    cityid String
    city_name String
    areaid String
    area_name String
    remark String
    enterpriseid String
    enterprise_name String
    is_vip String in 0|1
    ex_field_str Json of field
    wx_build_unionid String
    visitorids String
    wx_external_userids List
    wx_unionids List
    wx_openids List
    whatsappids List
    faceBookids List
    instagramids List
    lineids List
    telegramids List
    discordids List
    timezoneid String
    language String
"""

_PAGE = """
    page_no Integer!
    page_size Integer!
"""

_LANGUAGE = "language String! in zh|en"

SHAPES: dict[str, dict[str, Param]] = {
    name: {param.name: param for param in rows("body", text)}
    for name, text in {
        "field": "fieldid String\nfield_value String!\nfield_params String",
        "label": "name String!",
        "tag": "id String!\nname String!",
        "liable": "liable_serviceid String!\nliable_service_name String!\nliable_departmentid String",
    }.items()
}
"""The "... set" tables: what the objects of a list hold."""


def _get(section: str, path: str, query: str = "", id_row: str = "", *shown: str, writes: bool = False) -> Call:
    return Call(section, "GET", (path, *shown), (*_rows("query", query), *_rows("path", id_row)), writes)


def _post(section: str, path: str, body: str, id_row: str = "", *, writes: bool, conditions: str = "") -> Call:
    params = (*_rows("body", body), *_rows("path", id_row))
    return Call(section, "POST", (path,), params, writes, conditions=tuple(conditions.split()))


def _rows(travels: Travels, text: str) -> tuple[Param, ...]:
    return rows(travels, text) if text.strip() else ()


_API = "/api/scrm/5"

CALLS: tuple[Call, ...] = (
    Call(
        "Get the Access Token Code",
        "GET",
        ("/api/get_token",),
        rows("query", "appid String!\ncreate_time String!\nsign String!"),
        token=False,
    ),
    _get("Search Time Zone", f"{_API}/user/get_timezone", _LANGUAGE),
    _get("Search language", f"{_API}/user/get_language", _LANGUAGE),
    _get("Search country", f"{_API}/user/get_country", _LANGUAGE),
    _post(
        "Query multilingual content detail",
        f"{_API}/user/get_multilingual_content_detail",
        "lang_type List\nplaceholder String!\nrich_text_flag Integer in 0|1",
        writes=False,
    ),
    _post(
        "Create Tag Group Info",
        f"{_API}/label_group/save",
        "name String!\ncolor_value String!\nis_multiple_choice Integer! in 0|1\nlabel_list List! of label",
        writes=True,
    ),
    _post(
        "Edit Tag Group Info",
        f"{_API}/label_group/update",
        "id String!\nname String!\ncolor_value String\nis_multiple_choice Integer in 0|1",
        writes=True,
    ),
    _get("Query Tag Group List", f"{_API}/label_group/list", _PAGE),
    _get(
        "Delete Tag Group Info",
        f"{_API}/label_group/remove/{{id}}",
        "",
        "id String!",
        f"{_API}/label_group/remove",
        writes=True,
    ),
    _post(
        "Create Tag Info",
        f"{_API}/label/save",
        "name String!\ngroupid String!\nparam_name String",
        writes=True,
    ),
    _post("Edit Tag Info", f"{_API}/label/update", "id String!\nname String!\nparam_name String", writes=True),
    _get("Query Tag List", f"{_API}/label/list", f"groupid String!\n{_PAGE.strip()}"),
    _get("Delete Tag Info", f"{_API}/label/remove/{{id}}", "", "id String!", f"{_API}/label/remove", writes=True),
    _post("Query Customer Tags in Batch", f"{_API}/label/userlabels", "ids Ids!", writes=False),
    _post(
        "Modify Customer Tag",
        f"{_API}/label/update_userlabel/{{id}}",
        "list Ids! of tag",
        "id String!",
        writes=True,
    ),
    _post(
        "Tag the Business",
        f"{_API}/label/update_biz_label",
        "userid String\nunionid String\nexternal_userid String\nadd_tag List\nremove_tag List",
        writes=True,
        conditions="userid|unionid|external_userid add_tag|remove_tag",
    ),
    _post(
        "Create Customer",
        f"{_API}/user/save",
        f"crm_status Integer! in 1|2|3|4\n{_USER.strip()}",
        writes=True,
        conditions="crm_status=3:liable_serviceid",
    ),
    _post(
        "Edit Customer Info",
        f"{_API}/user/update/{{id}}",
        f"vip_level String\nupset_ex_field_str Integer in 0|1\n{_USER.strip()}",
        "id String!",
        writes=True,
    ),
    _post(
        "Create Enterprise",
        f"{_API}/enterprise/save",
        """
        enterprise_name String!
        proviceid String
        provice_name String
        cityid String
        city_name String
        areaid String
        area_name String
        enterprise_domains List
        extend_fields List of field
        """,
        writes=True,
    ),
    _post(
        "Assign Customer",
        f"{_API}/public_user/assign",
        "confirmids String!\nliable_list List! of liable\nassign_biz_type String! in 1|2|3|4|5",
        writes=True,
    ),
    _post(
        "Recycle to Customer Pool",
        f"{_API}/public_user/confirm",
        "confirmids String!\nconfirm_type Integer! in 1|2",
        writes=True,
    ),
    _get(
        "Query Customer List",
        f"{_API}/user/list_by_page",
        f"""
        search_type String in 1|2|3|4|5
        search_value String
        wx_build_unionId String
        stageid String
        create_start_time String
        create_end_time String
        user_label List
        isblack String in 0|1
        module_type String in 1|2|3|4|5|6
        external_userid String
        development_mode Integer in 1|2
        update_start_time String
        update_end_time String
        liable_serviceid String
        {_PAGE.strip()}
        """,
    ),
    _post("Query Customer Details", f"{_API}/user/detail", "id String!", writes=False),
    _get(
        "Query All Customer Behaviors",
        f"{_API}/user_dynamic/list_by_page",
        f"userid String!\nbiz_type String in groupService|groupUser|groupOther\n{_PAGE.strip()}",
    ),
    _post(
        "Add Follow-up Record",
        f"{_API}/user_stage/record_save",
        "userid String!\ncontent String!",
        writes=True,
    ),
    _get("Query Follow-up Stage", f"{_API}/user_stage/query_list_by_type"),
    _post(
        "Set Customer Stage",
        f"{_API}/user_stage/stage_save",
        # The remark stands in the call's example only, and comes back in the behaviour.
        "userid String!\nstageid String!\nstage_name String!\nstage_type Integer! in 1|2|21|22|23\nremark String",
        writes=True,
    ),
    _post(
        "Customer Assignment Records",
        f"{_API}/user/cus_distribute_records",
        "liable_serviceid String!\nstart_time Long!\nend_time Long!",
        writes=False,
    ),
    _post(
        "Customer Assignment Statistics",
        f"{_API}/user/cus_distribute_statistics",
        "liable_serviceid String!\nstart_date String!\nend_date String!\ntimezone String",
        writes=False,
    ),
    _get("Query Customer Source", f"{_API}/user_dynamic/getsource"),
    _get("Query Agent List", f"{_API}/user/user_list"),
    _get("Query Province", f"{_API}/user_dynamic/provice"),
    _get("Query City", f"{_API}/user_dynamic/city/{{provinceid}}", "", "provinceid String!"),
    _get("Query District and County", f"{_API}/user_dynamic/area/{{cityid}}", "", "cityid String!"),
    _get("Query Customer Custom Field", f"{_API}/custom_field/custom_fieid_info_list"),
    _get("Query Customer Level", f"{_API}/custom_field/get_vip_level_data_list"),
    _get("Query Enterprise Custom Field", f"{_API}/enterprise/query_custom_field_list"),
    _get(
        "Query the customer list on the blacklist",
        f"{_API}/user/query_black_list",
        "user_id String\nblack_type Integer in -1|24|48|72\nstart_time Long\nend_time Long\n"
        "page_no Integer\npage_size Integer",
    ),
    _post(
        "Add to customer blacklist",
        f"{_API}/user/add_black_list",
        "user_id String!\nblack_type Integer! in -1|24|48|72\nblack_reason String!",
        writes=True,
    ),
    _post("Remove from customer blacklist", f"{_API}/user/remove_black_list", "user_id String!", writes=True),
)
"""Every call of the document, in its order."""
