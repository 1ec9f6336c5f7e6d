"""Edits of fields in the cache: tables, filters, sorting and search see them, the server's record stays beside."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE
from desktop.cache.pending import PendingEdit
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.edits.fold import TagDelta
from desktop.domain.json import Json
from desktop.domain.query import Condition, Filled, OneOf, Order, Query
from tests.cache.conftest import KEY

ANN = Customer(
    "a",
    {
        "nickname": "Ann",
        "status": 1,
        "updated": 100,
        "tags": ("t",),
        "wechat_open_ids": ("w",),
        "custom_fields": (CustomValue("f", "1", "one", 6), CustomValue("g", "2", "two", 6)),
    },
)
BEN = Customer("b", {"nickname": "Ben", "status": 2, "updated": 100})


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[CacheFile]:
    file = CacheFile.open(tmp_path / "cache.db", KEY)
    file.write_page([ANN, BEN])
    yield file
    file.close()


def edit(entry: str, who: str = "a", seq: int = 1, /, **fields: Json) -> PendingEdit:
    return PendingEdit(entry, who, seq, TagDelta(), fields)


def found(file: CacheFile, query: Query) -> list[str]:
    return file.ids(list(file.keys(query)))


def shown(file: CacheFile, customer_id: str = "a") -> Customer:
    (customer,) = file.customers([customer_id])
    return customer


def text(words: str) -> Query:
    return Query(words)


def only(condition: Condition) -> Query:
    return Query(where=(condition,))


def test_tables_filters_order_and_search_see_an_edit_of_fields(cache: CacheFile) -> None:
    assert cache.edits.hold([edit("1", nickname="Zoe", status=4, note="quiet")]) == Change(updated=("a",))
    assert shown(cache).fields == {**ANN.fields, "nickname": "Zoe", "status": 4, "note": "quiet"}
    assert cache.bases(["a"]) == [ANN]
    key = cache.key_of("a")
    assert key is not None
    assert cache.rows([key], ("nickname", "note", "status"))[0].values == ("Zoe", "quiet", 4)
    assert found(cache, text("zoe")) == found(cache, text("quiet")) == ["a"]
    assert found(cache, text("ann")) == []
    assert found(cache, only(OneOf("status", (4,)))) == ["a"]
    assert found(cache, only(Filled("note", yes=True))) == ["a"]
    assert found(cache, Query(order=Order("nickname", descending=False))) == ["b", "a"]
    assert cache.edits.hold([], drop=["1"]) == Change(updated=("a",))
    assert shown(cache) == ANN
    assert found(cache, text("ann")) == ["a"]
    assert found(cache, text("zoe")) == found(cache, only(Filled("note", yes=True))) == []
    assert cache.check() == []


def test_edits_go_over_each_other_in_their_order_and_none_takes_a_field_away(cache: CacheFile) -> None:
    cache.edits.hold([edit("2", "a", 2, nickname="Second"), edit("1", "a", 1, nickname="First", status=None)])
    assert shown(cache).text("nickname") == "Second"
    assert shown(cache).number("status") is None
    cache.edits.hold([], drop=["2"])
    assert shown(cache).text("nickname") == "First"


def test_custom_fields_change_one_by_one_and_lists_are_lists(cache: CacheFile) -> None:
    change: Json = {"g": {"value": "3", "text": "three"}, "h": {"value": "x", "text": "x", "type": 1}}
    cache.edits.hold([edit("1", custom_fields=change, wechat_open_ids=["v", "w"])])
    assert shown(cache).fields["custom_fields"] == (
        CustomValue("f", "1", "one", 6),
        CustomValue("g", "3", "three", 6),
        CustomValue("h", "x", "x", 1),
    )
    assert shown(cache).ids("wechat_open_ids") == ("v", "w")


def test_what_arrives_is_the_new_base_under_the_edit(cache: CacheFile) -> None:
    cache.edits.hold([edit("1", nickname="Zoe")])
    arriving = Customer("a", {**ANN.fields, "nickname": "Anna", "phone": "123", "updated": 150})
    cache.write_page([arriving])
    assert shown(cache).text("nickname") == "Zoe"
    assert shown(cache).text("phone") == "123"
    assert cache.bases(["a"]) == [arriving]
    cache.edits.hold([], drop=["1"])
    assert shown(cache) == arriving
    assert found(cache, text("anna")) == ["a"]


def test_a_settled_edit_covers_what_is_older_and_yields_to_what_is_newer(cache: CacheFile) -> None:
    cache.edits.hold([edit("1", nickname="Zoe")])
    cache.edits.settle(["1"], 200, int(time.time()) + GRACE)
    assert cache.bases(["a"])[0].text("nickname") == "Zoe"
    cache.write_page([Customer("a", {**ANN.fields, "phone": "1", "updated": 199})])
    assert shown(cache).text("nickname") == "Zoe"
    newer = Customer("a", {**ANN.fields, "nickname": "Anna", "updated": 200})
    cache.write_page([newer])
    assert shown(cache) == newer
    assert found(cache, text("zoe")) == []


def test_an_older_edit_whose_time_is_up_leaves_the_newer_one_in_the_record(cache: CacheFile) -> None:
    now = int(time.time())
    cache.edits.hold([edit("1", note="first")])
    cache.edits.settle(["1"], 200, now + 10)
    cache.edits.hold([edit("2", "a", 2, note="second")])
    cache.edits.settle(["2"], 210, now + 40)
    cache.edits.expire(now + 20)
    assert cache.bases(["a"])[0].text("note") == "second"
    assert shown(cache).text("note") == "second"
    cache.edits.expire(now + 60)
    assert cache.bases(["a"])[0].text("note") == "second"


def test_the_stage_of_an_edit_holds_while_lists_of_stages_come(cache: CacheFile) -> None:
    cache.set_stage_members("s1", ["a", "b"], complete=True)
    cache.edits.hold([edit("1", stage_id="s2")])
    assert shown(cache).text("stage_id") == "s2"
    assert found(cache, only(OneOf("stage_id", ("s2",)))) == ["a"]
    cache.set_stage_members("s1", ["a", "b"], complete=True)
    cache.set_stage_members("s3", ["a"], complete=False)
    assert shown(cache).text("stage_id") == "s2"
    assert cache.bases(["a"])[0].text("stage_id") == "s3"
    cache.write_page([replace(ANN, fields={**ANN.fields, "updated": 300})])
    assert shown(cache).text("stage_id") == "s2"
    cache.edits.hold([], drop=["1"])
    assert shown(cache).text("stage_id") == "s3"
    cache.edits.hold([edit("2", note="n")])
    cache.set_stage_members("s1", ["a", "b"], complete=True)
    assert found(cache, only(OneOf("stage_id", ("s1",)))) == ["a", "b"]


def test_a_settled_stage_outlives_a_list_that_was_asked_for_before(cache: CacheFile) -> None:
    cache.set_stage_members("s1", ["a"], complete=True)
    cache.edits.hold([edit("1", stage_id="s2")])
    cache.edits.settle(["1"], 200, int(time.time()) + GRACE)
    cache.write_page([replace(ANN, fields={**ANN.fields, "updated": 300})])
    cache.set_stage_members("s1", ["a"], complete=True)
    assert shown(cache).text("stage_id") == "s2"
    cache.edits.hold_only([], now=4_000_000_001)
    assert shown(cache).text("stage_id") == "s2"


def test_an_edit_settled_while_the_clock_was_a_day_ahead_covers_nothing_once_it_is_right(cache: CacheFile) -> None:
    ahead = int(time.time()) + 86_400
    cache.set_stage_members("s1", ["a", "b"], complete=True)
    cache.edits.hold([edit("1", stage_id="s2"), edit("2", "b", 2, nickname="Bob")])
    cache.edits.settle(["1", "2"], ahead, ahead + GRACE)
    cache.set_stage_members("s3", ["a"], complete=False)
    assert shown(cache).text("stage_id") == "s3"
    cache.write_page([Customer("b", {"nickname": "Ben", "updated": 300})])
    assert shown(cache, "b").text("nickname") == "Ben"


def test_an_edit_that_learns_whose_it_is_leaves_no_customer_behind(cache: CacheFile) -> None:
    cache.edits.hold([edit("1", "local-x", status=4)])
    assert found(cache, only(OneOf("status", (4,)))) == ["local-x"]
    cache.edits.hold([edit("1", "a", status=4)])
    assert found(cache, only(OneOf("status", (4,)))) == ["a"]
    assert cache.counts().total == 2
    assert sum(cache.standings.counts().values()) == 2


def test_at_the_start_only_what_waits_is_shown(cache: CacheFile) -> None:
    cache.edits.hold([edit("1", nickname="Zoe"), edit("2", "b", 2, nickname="Bob")])
    cache.edits.hold_only([edit("2", "b", 2, nickname="Bob")], now=1)
    assert shown(cache) == ANN
    assert shown(cache, "b").text("nickname") == "Bob"


def test_nothing_is_left_of_an_edited_customer_who_goes(cache: CacheFile) -> None:
    cache.edits.hold([edit("1", nickname="Zoe")])
    cache.remove(["a"])
    cache.edits.hold([], drop=["1"])
    cache.write_page([ANN])
    assert shown(cache) == ANN
    assert cache.check() == []
