import pytest

from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELDS, Group, Kind
from desktop.domain.dictionaries import CustomField, FieldOption, Tag
from desktop.ui.detail.record import Line, blocks_of
from desktop.ui.wording.fieldtext import FieldText
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.lookups.collections import Collections

pytestmark = pytest.mark.usefixtures("language")

SAMPLES: dict[Kind, FieldValue] = {
    Kind.TEXT: "text",
    Kind.CODE: 1,
    Kind.SECONDS: 1_700_000_000,
    Kind.IDS: ("id1",),
    Kind.LIST: ("one", "two"),
    Kind.CUSTOM: (CustomValue("f1", "10", "", 6), CustomValue("gone", "v", "words", 1)),
    Kind.TREE: {"a": [1, {"b": "甲"}]},
}


@pytest.fixture
def texts() -> FieldText:
    collections = Collections("en")
    collections.take(
        "custom_field", ([CustomField("f1", "Size", type=6, options=(FieldOption("10", "Small"),))], 1)
    )
    collections.take("tag", ([Tag("id1", "g", "Hot")], 1))
    return FieldText(Lookup(collections), Formats())


def lines(customer: Customer, texts: FieldText) -> dict[str, Line]:
    return {line.key: line for block in blocks_of(customer, texts) for line in block.lines}


def test_every_field_of_the_catalogue_is_shown_somewhere(texts: FieldText) -> None:
    full = Customer("c1", {field.name: SAMPLES[field.kind] for field in FIELDS})
    shown = lines(full, texts)
    in_header = {field.name for field in FIELDS if field.group is Group.LABELS}
    missing = [field.name for field in FIELDS if field.name not in shown and field.name not in in_header]
    assert missing == ["custom_fields"]  # shown one by one, by their own names
    assert not [line.key for line in shown.values() if line.empty]


def test_custom_fields_have_their_names_and_option_texts(texts: FieldText) -> None:
    shown = lines(Customer("c1", {"custom_fields": SAMPLES[Kind.CUSTOM]}), texts)
    assert (shown["custom.f1"].label, shown["custom.f1"].text) == ("Size", "Small")
    assert (shown["custom.gone"].label, shown["custom.gone"].text) == ("gone", "words")


def test_unknown_fields_are_listed_under_their_own_names(texts: FieldText) -> None:
    customer = Customer("c1", {}, {"face": "https://x", "score": {"n": [1, 2]}, "nothing": None})
    blocks = blocks_of(customer, texts)
    assert blocks[-1].title == "Other fields from the server"
    extra = {line.label: line.text for line in blocks[-1].lines}
    assert extra["face"] == "https://x"
    assert extra["score"] == '{\n  "n": [\n    1,\n    2\n  ]\n}'
    assert extra["nothing"] == "null"


def test_phones_are_shown_grouped_and_copied_as_received(texts: FieldText) -> None:
    line = lines(Customer("c1", {"phone": "13800138000"}), texts)["phone"]
    assert (line.text, line.copied) == ("138 0013 8000", "13800138000")


def test_a_known_code_is_named_and_an_unknown_one_is_kept(texts: FieldText) -> None:
    shown = lines(Customer("c1", {"gender": 2, "created_by_kind": 42}), texts)
    assert shown["gender"].text == "Female"
    assert shown["created_by_kind"].text == "42"


def test_empty_fields_are_empty_lines(texts: FieldText) -> None:
    shown = lines(Customer("c1", {"fixed_fields": {}, "wechat_union_ids": ()}), texts)
    assert shown["fixed_fields"].empty
    assert shown["wechat_union_ids"].empty


def test_of_tags_without_names_only_their_number_is_told() -> None:
    collections = Collections("en")
    lookup = Lookup(collections)
    assert [(one.value, one.text) for one in lookup.tags(["id1", "id2"])] == [("", "Tags: 2")]
    assert lookup.tags([]) == []
    collections.take("tag", ([Tag("id1", "g", "Hot")], 1))
    assert [(one.value, one.text) for one in lookup.tags(["id1", "id2"])] == [("id1", "Hot")]
