"""What a form holds: untouched parts follow the record, touched ones keep what was entered, drafts come back."""

import json

import pytest

from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.json import Json
from desktop.ui.form.sheet import Sheet, from_set, to_set, values_of

PARTS = {
    "nickname": ("nickname",),
    "phone": ("phone",),
    "agent_id": ("agent_id", "agent_name"),
    "line_ids": ("line_ids",),
    "custom:f1": ("custom:f1",),
}
NAMES = [name for names in PARTS.values() for name in names]
CUSTOMER = Customer(
    "c1",
    {
        "nickname": "张伟",
        "phone": "13800138000",
        "agent_id": "a1",
        "agent_name": "李雷",
        "line_ids": ("l1",),
        "custom_fields": (CustomValue("f1", "10", "Small", 6), CustomValue("f9", "x")),
    },
)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(PARTS, values_of(CUSTOMER, NAMES))


def newer(**fields: Json) -> dict[str, Json]:
    return {**values_of(CUSTOMER, NAMES), **fields}


def test_an_untouched_form_changes_nothing(sheet: Sheet) -> None:
    for part in PARTS:
        sheet.put(part, sheet.base(part))
    assert sheet.touched == []
    assert sheet.changes() == {}


def test_blank_and_absent_are_the_same() -> None:
    sheet = Sheet(PARTS, values_of(None, NAMES))
    for part, value in (("nickname", None), ("line_ids", []), ("line_ids", None), ("phone", "")):
        sheet.put(part, {part: value})
    assert sheet.touched == []


def test_only_what_was_changed_is_saved(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    sheet.put("custom:f1", {"custom:f1": ""})
    assert sheet.changes() == {"phone": "139", "custom:f1": ""}
    assert to_set(sheet.changes()) == {"phone": "139", "custom_fields": {"f1": ""}}
    assert from_set(to_set(sheet.changes())) == sheet.changes()


def test_what_was_changed_back_is_no_change(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    sheet.put("phone", {"phone": "13800138000"})
    assert sheet.changes() == {}
    assert not sheet.moved("phone")


def test_the_fields_of_a_part_are_saved_together(sheet: Sheet) -> None:
    sheet.put("agent_id", {"agent_id": "a2", "agent_name": "李雷"})
    assert sheet.changes() == {"agent_id": "a2", "agent_name": "李雷"}


def test_untouched_parts_follow_and_touched_ones_stay(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    shown = sheet.follow(newer(phone="137", nickname="王芳"))
    assert shown == ["nickname"]
    assert sheet.shown("nickname") == {"nickname": "王芳"}
    assert sheet.shown("phone") == {"phone": "139"}
    assert sheet.base("phone") == {"phone": "137"}
    assert sheet.moved("phone")
    sheet.take_back("phone")
    assert sheet.shown("phone") == {"phone": "137"}
    assert not sheet.moved("phone")


def test_a_record_that_becomes_what_was_entered_settles_it(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    sheet.follow(newer(phone="139"))
    assert sheet.touched == []


def test_a_record_that_moves_back_is_no_news(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    sheet.follow(newer(phone="137"))
    sheet.follow(newer())
    assert not sheet.moved("phone")
    assert sheet.touched == ["phone"]


def test_a_draft_comes_back_over_a_record_that_changed(sheet: Sheet) -> None:
    sheet.put("phone", {"phone": "139"})
    sheet.put("nickname", {"nickname": "张伟 2"})
    kept = json.loads(json.dumps(sheet.to_json()))
    later = Sheet(PARTS, newer(phone="137", nickname="张伟 2"))
    assert later.restore(kept) == ["phone"]
    assert later.changes() == {"phone": "139"}
    assert later.moved("phone")


@pytest.mark.parametrize("kept", [None, [], {}, {"typed": 3}, {"typed": {"gone": {"gone": 1}, "phone": "x"}}])
def test_a_draft_of_another_form_is_passed_over(sheet: Sheet, kept: Json) -> None:
    assert sheet.restore(kept) == []
    assert sheet.changes() == {}
