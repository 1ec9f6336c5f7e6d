import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cache import grams
from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Order, Query, Tagged
from tests.cache.oracle import matches
from tests.cache.people import NEWEST, People
from tests.cache.queries import CLASSES

COUNT = 1_500
PEOPLE = People(7)


class World:
    """A filled cache and what it must hold."""

    def __init__(self, file: CacheFile, everyone: list[Customer]) -> None:
        self.file = file
        self.everyone = everyone


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    file = CacheFile.open(tmp_path_factory.mktemp("search") / "cache.db", bytes(32))
    everyone = {customer.id: customer for customer in PEOPLE.many(0, COUNT)}
    customers = list(everyone.values())
    for start in range(0, COUNT, 500):
        file.write_page(customers[start : start + 500], sweep=1)
    while file.index_next():
        pass
    file.set_stage_members(PEOPLE.stages[0], [customer.id for customer in customers[:90]], complete=True)
    rng = random.Random(3)
    for number in rng.sample(range(COUNT), 200):
        everyone[PEOPLE.id(number)] = PEOPLE.one(number, version=1)
        file.write_page([PEOPLE.one(number, version=1)])
    gone = [PEOPLE.id(number) for number in rng.sample(range(COUNT), 100)]
    file.remove(gone)
    for key in gone:
        del everyone[key]
    fresh = list(PEOPLE.many(COUNT, COUNT + 100))
    file.write_page(fresh)
    everyone |= {customer.id: customer for customer in fresh}
    yield World(file, list(everyone.values()))
    file.close()


def answer(file: CacheFile, query: Query) -> list[str]:
    return file.ids(file.keys(query))


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_search_finds_exactly_what_the_oracle_finds(filled: World, name: str) -> None:
    file, everyone = filled.file, filled.everyone
    rng = random.Random(name)
    for _ in range(25):
        query = Query(CLASSES[name](rng, everyone))
        found = answer(file, query)
        assert len(found) == len(set(found))
        assert set(found) == matches(query, everyone), query
        assert file.count(query) == len(found)
        assert file.count(query, 10) == min(10, len(found))


CONDITIONS: list[Condition] = [
    OneOf("status", (1, 3)),
    OneOf("source", ("1", "9")),
    OneOf("vip_level", ("", "2")),
    OneOf("agent_id", (PEOPLE.agents[0][0], PEOPLE.agents[1][0])),
    OneOf("province_name", ("广东省",)),
    OneOf("qq", ("",)),
    OneOf("tags", (PEOPLE.tags[0], PEOPLE.tags[1], "")),
    OneOf("status", ()),
    Between("created", NEWEST - 5_000_000, NEWEST - 2_000_000),
    Between("updated", None, NEWEST - 3_000),
    Between("updated"),
    Tagged("any", tuple(PEOPLE.tags[:5])),
    Tagged("all", tuple(PEOPLE.tags[2:4])),
    Tagged("all", (PEOPLE.tags[2], "no such tag")),
    Tagged("none", tuple(PEOPLE.tags[:60])),
    Tagged("any", tuple(PEOPLE.wecom[:5]), wecom=True),
    Contains("nickname", "张"),
    Contains("note", "CALL"),
    Contains("enterprise_name", "科技"),
    Contains("email", ""),
    Filled("real_name"),
    Filled("wechat", yes=False),
    Filled("tags", yes=False),
    Filled("custom_fields"),
    Filled("wechat_open_ids"),
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=repr)
def test_every_condition_holds_as_the_oracle_says(filled: World, condition: Condition) -> None:
    file, everyone = filled.file, filled.everyone
    for text in ("", "1", "张", "gmail"):
        query = Query(text, (condition,))
        assert set(answer(file, query)) == matches(query, everyone)


FIELDS = (
    "nickname",
    "phone",
    "email",
    "created",
    "updated",
    "agent_name",
    "city_name",
    "qq",
    "vip_level",
    "status",
    "tags",
)


@settings(max_examples=150)
@given(
    text=st.sampled_from(["", "", "王", "138", "wx", "com 1"]),
    where=st.lists(st.sampled_from(CONDITIONS), max_size=4).map(tuple),
    field=st.sampled_from(FIELDS),
    descending=st.booleans(),
)
def test_results_are_exact_and_in_order(
    filled: World, text: str, where: tuple[Condition, ...], field: str, descending: bool
) -> None:
    file, everyone = filled.file, filled.everyone
    query = Query(text, where, Order(field, descending))
    keys = file.keys(query)
    assert set(file.ids(keys)) == matches(query, everyone)
    values = [row.values[0] for row in file.rows(keys, (field,))]
    empty = [value in (None, ()) for value in values]
    assert empty == sorted(empty)
    if field in {"phone", "email", "created", "updated", "qq", "vip_level", "status"}:
        known = [value for value in values if value is not None]
        assert known == sorted(known, reverse=descending)
    first = file.first(query, 20)
    assert set(first.keys) <= set(keys)
    assert list(first.keys) == list(keys) if first.complete else len(first.keys) == 20


@pytest.mark.parametrize("text", ["13812345678", "138 1234 5678", "+86 138-1234-5678", "123-4567", "1234 138"])
def test_a_phone_is_found_however_it_is_written(cache: CacheFile, text: str) -> None:
    phones = (
        "13812345678",
        "+86 138-1234-5678",
        "+8613812345678",
        "138 1234 5678",
        "+86 138-1234-0000",
        "12345678",
    )
    people = [Customer(f"{place:02}", {"phone": phone}) for place, phone in enumerate(phones)]
    cache.write_page(people)
    found = cache.ids(cache.keys(Query(text)))
    assert set(found) == matches(Query(text), people)
    assert {"00", "01", "02", "03"} <= set(found)


def test_a_frequent_character_beside_rare_words_is_proved_too(
    cache: CacheFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grams, "_COMMON", 0)
    people = [
        Customer(f"{place:04}", {"nickname": "a", "phone": str(13_000_000_000 + place)}) for place in range(640)
    ]
    people += [
        Customer(f"x{place}", {"nickname": "bc", "phone": str(13_500_000_000 + place)}) for place in range(9)
    ]
    cache.write_page(people)
    for text in ("a 13000000", "a 135000", "b 1350000", "c 13000", "a b"):
        assert set(cache.ids(cache.keys(Query(text)))) == matches(Query(text), people), text


@pytest.mark.parametrize("text", ["8888", "哈哈哈哈", "aaaaa", "8888 999"])
def test_a_character_again_and_again_is_counted(cache: CacheFile, text: str) -> None:
    whole = Customer("01", {"nickname": "哈哈哈哈 aaaaa", "phone": "13888889990"})
    short = Customer("02", {"nickname": "哈哈哈 aaa", "phone": "13788819990"})
    cache.write_page([whole, short])
    assert cache.ids(cache.keys(Query(text))) == ["01"]


def test_names_sort_by_pinyin_and_surnames_as_surnames(cache: CacheFile) -> None:
    names = ["张伟", "阿明", "Zed", "单小明", "曾一", "安娜", "adam", "查理", "陈单"]
    cache.write_page([Customer(str(place), {"nickname": name}) for place, name in enumerate(names)])
    keys = cache.keys(Query(order=Order("nickname", descending=False)))
    assert [row.values[0] for row in cache.rows(keys, ("nickname",))] == [
        "阿明", "adam", "安娜", "陈单", "单小明", "Zed", "曾一", "查理", "张伟",
    ]  # fmt: skip
    assert cache.count(Query("shanxiaoming")) == cache.count(Query("sxm")) == 1
    assert cache.count(Query("chendan")) == 1
