"""The document's own return examples, all of them, read into what they say."""

import json
from datetime import date
from typing import Any

import pytest

from desktop.api.page import Page
from desktop.api.request import RawReply
from desktop.api.wire.reply import read_reply
from desktop.api.wire.staff import Staff
from desktop.domain.bans.entry import BlackType
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.drafts import CustomerLabels, Label, SavedCustomer
from desktop.domain.dictionaries import (
    Agent,
    Country,
    CustomField,
    Department,
    FieldOption,
    Language,
    Region,
    Source,
    Stage,
    TimeZone,
    VipLevel,
)
from desktop.domain.following.assignment import AssignmentCount
from desktop.domain.following.behaviour import FieldChange
from tests.api.calls import ROWS, Row


def answer(section: str) -> Any:
    row = next(row for row in ROWS if row.section == section)
    return row.build().decode(read_reply(RawReply(200, json.dumps(row.example).encode())))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.section)
def test_every_example_is_read_without_loss(row: Row) -> None:
    result = answer(row.section)
    items = row.example.get("items")
    if isinstance(result, Page):
        assert len(result.items) == len(items or ())
        assert result.quarantined == ()
        assert result.total == row.example["total_count"]
        assert result.count == row.example["page_count"]
        assert result.size == row.example["page_size"]
    elif isinstance(items, list):
        assert result
        assert isinstance(result, Staff) or len(result) == len(items)


def test_token() -> None:
    token = answer("Get the Access Token Code")
    assert (token.value, token.expires_in) == ("4ac37cb2e9c740dba4b75a34d5358802", 86400)


def test_places_and_languages() -> None:
    assert answer("Search Time Zone") == (TimeZone("US/Samoa", "GMT-11:00 American Samoa"),)
    assert answer("Search language") == (Language("zh", "Simplified Chinese"),)
    assert answer("Search country") == (Country("101", "China"),)
    assert answer("Query Province")[2] == Region("130000", "Hebei Province")
    assert answer("Query City")[0] == Region("130100", "Shijiazhuang City", "130000")
    assert answer("Query District and County")[1] == Region("130303", "Shanhaiguan District", "130300")


def test_multilingual_content() -> None:
    content = answer("Query multilingual content detail")
    assert content.placeholder == "{dc_test}"
    assert content.translations == {"zh": "The Chinese", "en": "The English"}
    assert (content.status, content.created_ms, content.updated_ms) == (-1, 1736425468700, 1736428321879)
    assert content.extra == {}


def test_tag_groups_keep_their_colours_right_or_wrong() -> None:
    first, _ = answer("Query Tag Group List").items
    assert (first.name, first.color, first.multiple, first.created_ms) == (
        "test32",
        "#gt5433",
        False,
        1678085323404,
    )
    assert first.extra["create_time"] == "2021-07-14 05 :00: 00"
    assert answer("Create Tag Group Info") == "221542acc9cb4e259530719eb1de21c2"


def test_tags() -> None:
    tag = answer("Query Tag List").items[0]
    assert (tag.name, tag.group_id, tag.param_name) == ("labelGroup", "164783fc76bc4b25b204dd22fa5a9927", "")
    assert answer("Query Customer Tags in Batch") == (
        CustomerLabels(
            "aead252a1e754e4f9eb1b6b7bf3ae7f7",
            (
                Label("830a1b02574643c78b0177a066f32ab6", "label1", "#76A6F1"),
                Label("62e10d5fa3534cfb97807d956db1a558", "label2", "#15C7C9"),
            ),
        ),
    )


def test_customers_of_the_list() -> None:
    page = answer("Query Customer List")
    first, second = page.items
    assert page.number == 1
    assert first.fields == {
        "company_id": "60b7e31daf15417aa0f521aa7d822ddd",
        "nickname": "admin",
        "gender": 1,
        "source": "9",
        "record_status": 8,
        "docking_id": "wmzcrEDAAAAn_GEUrwuprZYeJkv99PeA",
        "is_vip": 0,
        "blacklisted": 0,
        "extend_fields": {},
        "fixed_fields": {"userLabel": "label1,label2,www"},
        "created_by_kind": 1,
        "created": 1629860308,
        "created_day": 1629820800,
        "creator_id": "52e5ed05ee984a4f8bb0b3f921ba2b05",
        "updated": 1632369757,
        "updater_id": "5f96c8393cea49078a2c676ec6aad697",
        "updater_name": "admin1",
        "agent_id": "52e5ed05ee984a4f8bb0b3f921ba2b05",
        "agent_name": "admin1",
        "status": 3,
        "app_union_id": "or-MA51K3ISeMe_4W6_6LPNaL3MU",
    }
    assert first.extra == {}
    assert (second.text("real_name"), second.text("phone"), second.text("email")) == (
        "stedfg",
        "13014502333",
        "2344sds5234@qq.com",
    )
    assert second.fields["wecom_friends"][0]["add_way"] == 1


def test_customer_details() -> None:
    customer: Customer = answer("Query Customer Details")
    assert customer.number("updated") == 1636516394
    assert customer.ids("wecom_tags") == ("bb25cd094d44426ca3113b90d66a124c",)
    customs = customer.fields["custom_fields"]
    assert isinstance(customs, tuple)
    assert len(customs) == 10
    assert customs[-1] == CustomValue(
        "e4043f59025b454a95004e71ec7dd4b5",
        "607592500181862",
        "Banana",
        6,
        {"field_params": "xialaliebiao", "data_params": "balana"},
    )


def test_what_creating_did() -> None:
    assert answer("Create Customer") == SavedCustomer("786e7ff2c3904c90bf1f19ea547d645c", "add")
    assert answer("Create Enterprise") == "101df35399344a71a32cef0cb0afe268"


def test_behaviours_mix_seconds_and_milliseconds() -> None:
    created, paid, _, _ = answer("Query All Customer Behaviors").items
    assert (created.kind, created.at, created.recorded) == ("user_create", 1621509568, 0)
    assert created.changes[0] == FieldChange("nickname", "nick", "zhang san", "")
    assert (paid.at, paid.stage_name, paid.old_stage_name) == (1622018626, "Payment process", "intention")
    assert (paid.operator_kind, paid.operator_name) == (1, "admin4")


def test_stages_sources_levels() -> None:
    assert answer("Query Follow-up Stage")[0] == Stage(
        "15d6506f836c4340b7b36fb94bdedf31", "Preliminary Communication", 0
    )
    assert Source("9", "Enterprise WeChat") in answer("Query Customer Source")
    assert answer("Query Customer Level")[1] == VipLevel("655779656425532", "VIP1")


def test_agents_know_their_department() -> None:
    staff = answer("Query Agent List")
    department = "fa9e42241b154353ab629ed4b897ee63"
    path = f"60b7e31daf15417aa0f521aa7d822ddd|bab2c1b0a95248e4bf30ef1c2bf36946|{department}"
    assert staff.departments == (Department(department, "user1", "", path),)
    assert staff.agents == (Agent("edf5f6bbf1ee488093edc3eea29cdc63", "test2", department, path),)


def test_custom_fields() -> None:
    text, _, choice = answer("Query Customer Custom Field")
    assert isinstance(text, CustomField)
    assert (text.name, text.type, text.required, text.options) == ("Multiline text", 2, False, ())
    assert choice.options[1] == FieldOption(
        "607592500181862", "balana", "bb2f8d1b8dbc475598c71185b7f3a5f2", "balana"
    )
    box = answer("Query Enterprise Custom Field")[4]
    assert (box.name, box.type, box.required) == ("Check box", 7, True)


def test_assignments() -> None:
    record = answer("Customer Assignment Records").items[0]
    assert (record.nickname, record.assigned) == ("Li si", 1654141377)
    assert answer("Customer Assignment Statistics")[1] == AssignmentCount(
        "4d932aa0ae704968be6e37d20de31d4c", date(2022, 6, 1), 1, "60b7e31daf15417aa0f521aa7d822ddd"
    )


def test_forever_has_no_end_whatever_the_server_computed() -> None:
    timed, forever, released = answer("Query the customer list on the blacklist").items
    assert (timed.type, timed.reason, timed.until, timed.active) == (BlackType.TWO_DAYS, "", 1714471204, True)
    assert (forever.type, forever.until, forever.reason) == (BlackType.FOREVER, None, "test")
    assert (released.type, released.since, released.active) == (None, None, False)
