from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.columns import SORTABLE
from desktop.cache.dictionarystore import KINDS, kind_of
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.change import Change
from desktop.domain.customers.customer import Quarantined
from desktop.domain.dictionaries import Agent, CustomField, FieldOption, Region, Tag, TagGroup
from desktop.domain.query import OneOf, Order, Query
from tests.cache.conftest import KEY
from tests.cache.people import People

PEOPLE = People(3)


def test_a_page_tells_what_it_added_and_changed(cache: CacheFile) -> None:
    first = list(PEOPLE.many(0, 5))
    assert cache.write_page(first) == Change(added=tuple(one.id for one in first))
    assert cache.write_page(first) == Change()
    edited = PEOPLE.one(2, version=1)
    assert cache.write_page([first[0], edited, PEOPLE.one(9)]) == Change((PEOPLE.id(9),), (edited.id,))
    assert cache.customer(edited.id) == edited
    assert cache.counts().total == 6


def test_the_last_of_two_records_of_one_customer_counts(cache: CacheFile) -> None:
    change = cache.write_page([PEOPLE.one(1), PEOPLE.one(1, version=4)])
    assert change == Change((PEOPLE.id(1),))
    assert cache.customer(PEOPLE.id(1)) == PEOPLE.one(1, version=4)


def test_rows_keep_their_number_for_life(cache: CacheFile) -> None:
    cache.write_page(list(PEOPLE.many(0, 10)), sweep=1)
    key = cache.key_of(PEOPLE.id(4))
    cache.write_page([PEOPLE.one(4, version=1)])
    cache.remove([PEOPLE.id(3)])
    cache.write_page(list(PEOPLE.many(10, 20)))
    assert cache.key_of(PEOPLE.id(4)) == key
    keys = [cache.key_of(PEOPLE.id(number)) for number in (*range(10, 20), 0, 1, 2, 4)]
    assert keys == sorted(key for key in keys if key is not None)


def test_page_quarantine_and_state_are_one_write(cache: CacheFile) -> None:
    bad = Quarantined("no id", '{"nick": "x"}')
    cache.write_page([PEOPLE.one(0)], sweep=3, quarantined=[bad, bad], state={"as_of": 17, "slice": [1, 2]})
    assert cache.pull_state() == {"as_of": 17, "slice": [1, 2]}
    counts = cache.counts()
    assert (counts.total, counts.quarantined, counts.as_of) == (1, 1, 17)
    with pytest.raises(TypeError):
        cache.write_page([PEOPLE.one(1)], state={"not json": object()})  # type: ignore[dict-item]
    assert cache.counts().total == 1
    assert cache.customer(PEOPLE.id(1)) is None
    cache.set_pull_state({})
    assert cache.counts().as_of is None


def test_a_write_that_was_taken_back_leaves_nothing_behind(cache: CacheFile) -> None:
    with pytest.raises(TypeError):
        cache.write_page(list(PEOPLE.many(0, 200)), state={"not json": object()})  # type: ignore[dict-item]
    cache.write_page(list(PEOPLE.many(0, 100)))
    assert cache.customers([PEOPLE.id(7)]) == [PEOPLE.one(7)]
    assert [row.values[0] for row in cache.rows(cache.keys(Query()), ("tags",))].count(()) < 100
    assert cache.check() == []


def test_a_sweep_finds_who_was_not_in_it(cache: CacheFile) -> None:
    cache.write_page(list(PEOPLE.many(0, 50)), sweep=1)
    assert cache.unseen(1) == []
    cache.write_page(list(PEOPLE.many(0, 20)), sweep=2)
    cache.write_page([PEOPLE.one(number, version=1) for number in range(20, 40)], sweep=2)
    assert set(cache.unseen(2)) == {PEOPLE.id(number) for number in range(40, 50)}
    cache.write_page([PEOPLE.one(45, version=1)])
    assert PEOPLE.id(45) in cache.unseen(2)


def test_removing_leaves_no_trace(cache: CacheFile) -> None:
    cache.write_page(list(PEOPLE.many(0, 30)))
    gone = [PEOPLE.id(number) for number in range(10)]
    assert set(cache.remove([*gone, "nobody"]).removed) == set(gone)
    assert cache.remove(gone) == Change()
    assert cache.counts().total == 20
    assert cache.customers(gone) == []
    assert cache.count(Query(PEOPLE.one(3).text("phone"))) == 0
    for table in ("customer", "record", "found"):
        assert cache._connection.execute("SELECT count(*) FROM " + table).get == 20  # noqa: S608
    assert cache.check() == []


def test_the_stage_outlives_page_writes(cache: CacheFile) -> None:
    cache.write_page(list(PEOPLE.many(0, 6)))
    ids = [PEOPLE.id(number) for number in range(6)]
    one, two = PEOPLE.stages[:2]
    assert set(cache.set_stage_members(one, ids[:4], complete=True).updated) == set(ids[:4])
    assert cache.set_stage_members(one, ids[:4], complete=True) == Change()
    assert cache.set_stage_members(two, [ids[3], "nobody"], complete=False).updated == (ids[3],)
    cache.write_page([PEOPLE.one(0, version=1)])
    assert cache.customers([ids[0]])[0].text("stage_id") == one
    assert set(cache.set_stage_members(one, ids[:2], complete=True).updated) == {ids[2]}
    assert set(cache.ids(cache.keys(Query("", (OneOf("stage_id", (one,)),))))) == set(ids[:2])
    assert cache.count(Query("", (OneOf("stage_id", ("",)),))) == 3


def test_rows_hold_what_records_say(cache: CacheFile) -> None:
    people = list(PEOPLE.many(0, 40))
    cache.write_page(people)
    columns = ("nickname", "tags", "wecom_tags", "agent_id", "qq", "custom_fields", "updated", "gender", "note")
    rows = {row.id: row.values for row in cache.rows(cache.keys(Query()), columns)}
    for one in people:
        expected = tuple(one.fields.get(name, () if name in {"tags", "wecom_tags"} else None) for name in columns)
        assert rows[one.id] == expected


@pytest.mark.parametrize(
    ("kind", "entries"),
    [
        ("tag_group", [TagGroup("1", "等级", "#gt5433", multiple=False, extra={"raw": [1]})]),
        ("tag", [Tag("a", "1", "VIP"), Tag("b", "1", "新")]),
        ("agent", [Agent("x", "张三", manager=True)]),
        ("custom_field", [CustomField("f", "尺码", options=(FieldOption("1", "大"), FieldOption("2", "小")))]),
        ("enterprise_field", [CustomField("g", "行业")]),
        ("region", []),
    ],
)
def test_small_tables_go_round(cache: CacheFile, kind: str, entries: list[object]) -> None:
    assert cache.dictionary(kind, "zh") is None
    cache.put_dictionary(kind, "zh", [], 1)
    cache.put_dictionary(kind, "zh", entries, 99)  # type: ignore[arg-type]
    assert cache.dictionary(kind, "zh") == (entries, 99)
    assert cache.dictionary(kind, "en") is None


def test_small_tables_are_kept_apart(cache: CacheFile) -> None:
    with pytest.raises(KeyError):
        cache.put_dictionary("no such kind", "zh", [], 0)
    with pytest.raises(TypeError):
        cache.put_dictionary("tag", "zh", [Region("1", "广东")], 0)
    assert kind_of(TagGroup) == "tag_group"
    assert set(KINDS) == {
        "tag_group", "tag", "stage", "source", "vip_level", "department", "agent", "custom_field",
        "enterprise_field", "region", "country", "time_zone", "language",
    }  # fmt: skip


def test_the_outbox_keeps_secrets_views_and_drafts(tmp_path: Path) -> None:
    files = ProfileFiles(tmp_path)
    outbox = OutboxFile.open(files.outbox, KEY)
    outbox.set_secret("token", "one")
    outbox.set_secret("token", "two")
    outbox.set_secret("gone", "x")
    outbox.set_secret("gone", None)
    outbox.put_view(StoredView("b", 1, "B"))
    outbox.put_view(StoredView("a", 2, "A"))
    outbox.put_view(StoredView("a", 0, "A2"))
    outbox.put_view(StoredView("c", 3, "C"))
    outbox.remove_view("c")
    outbox.remove_view("never")
    outbox.set_draft("note", "half a sen")
    outbox.close()
    outbox = OutboxFile.open(files.outbox, KEY)
    assert (outbox.secret("token"), outbox.secret("gone"), outbox.secret("never")) == ("two", None, None)
    assert outbox.views() == [StoredView("a", 0, "A2"), StoredView("b", 1, "B")]
    assert (outbox.draft("note"), dict(outbox.drafts())) == ("half a sen", {"note": "half a sen"})
    assert outbox.check() == []
    assert outbox._connection.pragma("synchronous") == 2
    outbox.close()


def test_the_usual_sorts_get_their_indexes_one_by_one(cache: CacheFile) -> None:
    cache.write_page(list(PEOPLE.many(0, 50)))
    order = Order("phone", descending=False)
    before = cache.keys(Query(order=order))
    assert not cache.can_walk(order)
    made = 0
    while cache.index_next():
        made += 1
    assert made == len(SORTABLE)
    assert all(cache.can_walk(Order(name)) for name in (*SORTABLE, "updated"))
    assert not cache.index_next()
    assert cache.keys(Query(order=order)) == before
    assert cache.check() == []


def test_what_the_first_customers_leave_behind_is_packed_once(cache: CacheFile) -> None:
    for first in range(0, 2_000, 100):
        cache.write_page(list(PEOPLE.many(first, first + 100)), sweep=1)
    pieces = "SELECT count(DISTINCT segid) FROM gram_idx"
    pages = "SELECT count(*) FROM dbstat WHERE name = 'by_updated'"
    found, before = cache.keys(Query("王")), cache._connection.execute(pages).get
    assert cache._connection.execute(pieces).get > 1
    while cache.index_next():
        pass
    assert cache._connection.execute(pieces).get == 1
    assert cache._connection.execute(pages).get < 0.8 * before
    assert cache.keys(Query("王")) == found
    assert len(found) > 0
    assert cache.check() == []
    cache.write_page(list(PEOPLE.many(2_000, 2_100)))
    assert not cache.index_next()
