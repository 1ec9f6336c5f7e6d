from dataclasses import fields

import pytest

from desktop.domain.filters import CustomerFilter
from desktop.domain.query import Between, Contains, Filled, OneOf, Tagged
from desktop.ui.filters.catalogue import FILTERS, Filter, Shape, existing, filter_of, put


def by_key(key: str) -> Filter:
    return next(entry for entry in FILTERS if entry.key == key)


CONDITIONS = {
    Shape.TEXT: lambda field: Contains(field, "x"),
    Shape.CHOICE: lambda field: OneOf(field, ("1",)),
    Shape.YES_NO: lambda field: OneOf(field, (1,)),
    Shape.TIME: lambda field: Between(field, 1, 2),
    Shape.TAGS: lambda field: Tagged("any", ("t",), wecom=field == "wecom_tags"),
    Shape.FILLED: Filled,
}


@pytest.mark.parametrize("entry", FILTERS, ids=lambda entry: entry.key)
def test_every_filter_finds_itself_from_the_condition_it_makes(entry: Filter) -> None:
    assert filter_of(CONDITIONS[entry.shape](entry.field)) is entry


def test_every_filter_of_the_customer_list_can_be_set() -> None:
    # The document's filters by our names -> the filter of the bar that covers each.
    covered = {
        "search_in": "nickname real_name enterprise_name phone email",
        "search": "nickname",
        "module": "status",
        "tags": "tags wecom_tags",
        "stage_id": "stage_id",
        "agent_id": "agent_id",
        "blacklisted": "blacklisted",
        "created_from": "created",
        "created_to": "created",
        "updated_from": "updated",
        "updated_to": "updated",
        "app_union_id": "app_union_id",
        "external_user_id": "external_user_id",
        "development_mode": "development_mode",
    }
    assert set(covered) == {field.name for field in fields(CustomerFilter)}
    keys = {entry.key for entry in FILTERS}
    assert {key for value in covered.values() for key in value.split()} <= keys


def test_a_filter_of_another_kind_of_condition_is_not_claimed() -> None:
    assert filter_of(OneOf("phone", ("138",))) is None
    assert filter_of(Contains("nowhere", "x")) is None


def test_put_adds_replaces_and_removes_keeping_the_order() -> None:
    a, b, c = Contains("phone", "1"), OneOf("gender", (1,)), Filled("email")
    assert put((a, b), None, c) == (a, b, c)
    assert put((a, b), a, c) == (c, b)
    assert put((a, b), a, None) == (b,)
    assert put((a, b), None, a) == (a, b)
    assert put((a,), c, b) == (a, b)


def test_choosing_a_filter_again_edits_it_but_tags_may_stand_several_times() -> None:
    phone, tags = Contains("phone", "1"), Tagged("any", ("t",))
    assert existing((phone, tags), by_key("phone")) == phone
    assert existing((phone, tags), by_key("has_phone")) is None
    assert existing((phone, tags), by_key("tags")) is None
