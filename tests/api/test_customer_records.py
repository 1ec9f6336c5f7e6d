"""A customer record on its way in and out again."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from desktop.api.request import RawReply
from desktop.api.wire import customers
from desktop.api.wire.customer import decode_customer, encode_customer
from desktop.api.wire.customer_fields import ALIASES, WIRE
from desktop.api.wire.reply import read_reply
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELDS
from desktop.domain.filters import CustomerFilter
from tests.demo_control import DemoHandle

ID = "6738912701e74e02ae20f5a6c40c1d14"


def page_of(*records: Any) -> Any:
    body = json.dumps({"ret_code": "000000", "items": records, "total_count": str(len(records))}).encode()
    return customers.list_by_page(CustomerFilter(), 1, 100).decode(read_reply(RawReply(200, body)))


def test_every_field_of_the_catalogue_has_a_wire_name_of_its_own() -> None:
    assert list(WIRE) == [field.name for field in FIELDS]
    assert len({wire for wire, _ in WIRE.values()}) == len(WIRE)
    assert set(ALIASES.values()) <= WIRE.keys()
    assert not ALIASES.keys() & {wire for wire, _ in WIRE.values()}


@pytest.mark.parametrize(
    ("wire", "value", "name", "held"),
    [
        ("sex", "2", "gender", 2),
        ("sex", 2.0, "gender", 2),
        ("is_vip", "1", "is_vip", 1),
        ("source", 9, "source", "9"),
        ("create_time", "1629860308", "created", 1629860308),
        ("create_time", 1629860308000, "created", 1629860308),
        ("biz_label", " a, b,,c ", "tags", ("a", "b", "c")),
        ("biz_label", "", "tags", ()),
        ("biz_label", ["a", "b "], "tags", ("a", "b")),
        ("wx_openids", ["o1"], "wechat_open_ids", ("o1",)),
        ("wx_openids", "o1", "wechat_open_ids", ("o1",)),
        ("proviceId", "130000", "province_id", "130000"),
        ("provinceid", "130000", "province_id", "130000"),
        ("wxOpenIds", ["o1"], "wechat_open_ids", ("o1",)),
        ("updateTime", "1636516394", "updated", 1636516394),
        ("tel", 13214599999, "phone", "13214599999"),
        ("ex_field_str", "", "custom_fields", ()),
    ],
)
def test_values_are_read_in_every_form_they_come_in(wire: str, value: Any, name: str, held: Any) -> None:
    customer = decode_customer({"id": ID, wire: value})
    assert customer.fields == {name: held}
    assert customer.extra == {}


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("sex", "male"),
        ("sex", True),
        ("sex", 10**30),
        ("tel", {"a": 1}),
        ("create_time", "2021-07-14 05 :00: 00"),
        ("biz_label", {"a": 1}),
        ("ex_field_str", "not JSON"),
        ("ex_field_str", '[{"field_value":"no id"}]'),
        ("brand_new", {"deep": [1, "zwei"]}),
        ("brand_new", None),
    ],
)
def test_what_cannot_be_read_goes_round_untouched(wire: str, value: Any) -> None:
    customer = decode_customer({"id": ID, wire: value})
    assert customer.extra == {wire: value}
    assert encode_customer(customer) == {"id": ID, wire: value}


def test_null_is_absent() -> None:
    assert decode_customer({"id": ID, "tel": None, "sex": None}) == Customer(ID, {})


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"nick": "x"}, "id_missing"),
        ({"id": None}, "id_missing"),
        ({"id": " "}, "id_missing"),
        ({"id": {"x": 1}}, "id_missing"),
        ({"id": "../etc"}, "id_not_allowed"),
        ({"id": "x" * 65}, "id_not_allowed"),
        ("text", "not_an_object"),
        (None, "not_an_object"),
        ([1], "not_an_object"),
    ],
)
def test_a_bad_record_never_costs_its_page(record: Any, reason: str) -> None:
    page = page_of({"id": ID, "nick": "good"}, record, {"id": ID + " "})
    assert [customer.id for customer in page.items] == [ID, ID]
    (bad,) = page.quarantined
    assert bad.reason == reason
    assert json.loads(bad.record) == record


def test_lone_surrogates_and_nuls_are_cleaned_and_pairs_kept() -> None:
    page = page_of({"id": ID, "nick": "a\ud83db", "remark": "x\x00y", "new": ["\udc00"], "uname": "🙂"})
    (customer,) = page.items
    assert customer.fields == {"nickname": "a�b", "note": "x�y", "real_name": "🙂"}
    assert customer.extra == {"new": ["�"]}


def test_long_texts_and_markup_stay_text() -> None:
    texts = {"nick": "<img src=x>", "remark": "é" * 1_000_000, "uname": "\u202eabc\u2066"}
    (customer,) = page_of({"id": ID, **texts}).items
    assert customer.text("nickname") == "<img src=x>"
    assert len(customer.text("note")) == 1_000_000
    assert customer.text("real_name") == "\u202eabc\u2066"


def test_encoding_uses_the_documents_names_and_types() -> None:
    customer = Customer(
        ID,
        {
            "nickname": "n",
            "gender": 1,
            "is_vip": 0,
            "tags": ("a", "b"),
            "line_ids": ("l",),
            "province_name": "Hebei",
            "custom_fields": (CustomValue("f", "v", "t", 9, {"field_params": "p"}),),
            "fixed_fields": {"a": 1},
        },
        {"brand_new": 1},
    )
    assert encode_customer(customer) == {
        "id": ID,
        "nick": "n",
        "sex": 1,
        "is_vip": "0",
        "biz_label": "a,b",
        "lineids": ["l"],
        "provice_name": "Hebei",
        "ex_field_str": '[{"fieldid":"f","field_value":"v","field_text":"t","field_type":"9","field_params":"p"}]',
        "fixed_fields": {"a": 1},
        "brand_new": 1,
    }
    assert decode_customer(encode_customer(customer)) == customer


def test_every_record_of_the_demo_server_goes_round(demo_server: DemoHandle) -> None:
    for id_ in demo_server.ids()[:100]:
        customer = decode_customer(demo_server.customer(id_))
        assert decode_customer(encode_customer(customer)) == customer


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from([wire for wire, _ in WIRE.values()] + list(ALIASES)) | st.text(max_size=6)


@given(st.dictionaries(names, json_values, max_size=12))
@example({"createTime": 1e14})
@example({"createTime": -1e14})
@example({"createTime": 99_999_999_999_999})
def test_what_went_round_once_stays_as_it_is(raw: dict[str, Any]) -> None:
    assume(not any(alias in raw and WIRE[name][0] in raw for alias, name in ALIASES.items()))
    once = decode_customer({**raw, "id": ID})
    assert decode_customer(encode_customer(once)) == once


def test_records_are_read_without_httpx() -> None:
    code = (
        "import sys, desktop.api.wire.customers, desktop.api.wire.push, desktop.api.page;"
        "sys.exit(any(name.split('.')[0] in {'httpx', 'pydantic', 'asyncio'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
