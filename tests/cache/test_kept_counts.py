"""What is kept up to date instead of counted says the same as counting."""

import random

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.shaping import DIGITS
from desktop.domain.query import OneOf, Order, Query, Tagged
from tests.cache.people import People

COUNT = 800
PEOPLE = People(13)


@pytest.fixture
def changed(cache: CacheFile) -> CacheFile:
    """A cache in which customers have come, changed, moved and gone."""
    for first in range(0, COUNT, 200):
        cache.write_page(list(PEOPLE.many(first, first + 200)), sweep=1)
    rng = random.Random(2)
    for stage in PEOPLE.stages[:3]:
        cache.set_stage_members(stage, [PEOPLE.id(rng.randrange(COUNT)) for _ in range(150)], complete=True)
    cache.write_page([PEOPLE.one(number, 1) for number in rng.sample(range(COUNT), 300)])
    cache.remove([PEOPLE.id(number) for number in rng.sample(range(COUNT), 100)])
    return cache


def conditions(file: CacheFile) -> list[OneOf | Tagged]:
    """Return what is kept for conditions, of every value there is."""
    fields = ("status", "agent_id", "stage_id")
    keys = file.keys(Query())
    found: dict[str, set[str | int]] = {
        field: {row.values[0] for row in file.rows(keys, (field,)) if isinstance(row.values[0], (str, int))}
        for field in fields
    }
    each: list[OneOf | Tagged] = [OneOf(field, (value,)) for field in fields for value in found[field]]
    several: list[OneOf | Tagged] = [OneOf(field, tuple(found[field])) for field in fields]
    tags = [Tagged(mode, (tag,)) for tag in file.tag_counts() for mode in ("any", "all")]
    return [*each, *several, *tags, OneOf("tags", (next(iter(file.tag_counts())),)), Tagged("any", ("nobody",))]


def test_what_is_kept_is_what_is_found(changed: CacheFile) -> None:
    every = [Query(where=(one,)) for one in conditions(changed)]
    every += [Query(digits) for digits in sorted(DIGITS)[::7]]
    every += [Query(), Query(" "), Query("１")]
    for query in every:
        assert changed._finder._kept.of(query) is not None
        assert changed.count(query) == len(changed.keys(query)), query
        assert changed.count(query, 20) == min(20, len(changed.keys(query)))
    assert {changed.count(query) for query in every} - {0, COUNT}


def test_what_is_not_kept_is_counted(changed: CacheFile) -> None:
    every = [
        Query("1", (OneOf("status", (1,)),)),
        Query("张"),
        Query(where=(OneOf("stage_id", ("", PEOPLE.stages[0])),)),
        Query(where=(OneOf("status", (0,)),)),
        Query(where=(OneOf("source", ("1",)),)),
        Query(where=(Tagged("none", ("x",)),)),
        Query(where=(Tagged("any", tuple(changed.tag_counts())[:2]),)),
    ]
    for query in every:
        assert changed._finder._kept.of(query) is None
        assert changed.count(query) == len(changed.keys(query)), query


def test_nothing_is_left_of_customers_that_are_gone(changed: CacheFile) -> None:
    changed.remove(changed.ids(changed.keys(Query())))
    assert changed.tag_counts() == {}
    for table in ("staged", "standing", "digits", "tag"):
        assert changed._connection.execute(f"SELECT ifnull(sum(customers), 0) FROM {table}").get == 0  # noqa: S608


def test_rows_below_zero_are_found_sorted_and_counted_like_others(cache: CacheFile) -> None:
    # As after so many late arrivals that the numbers before the first sweep are used up.
    cache._meta.put("low", 100)
    cache.write_page(list(PEOPLE.many(0, 200)))
    keys = cache.keys(Query())
    assert min(keys) < 0 < max(keys)
    assert len(keys) == cache.count(Query()) == 200
    assert sum(cache.figures.count_provinces(None)[0].values()) == 200
    for order in (Order("nickname"), Order("province_name", descending=True), Order("updated")):
        assert set(cache.keys(Query(order=order))) == set(keys)
    wanted = PEOPLE.one(150)
    assert wanted.id in cache.ids(cache.keys(Query(str(wanted.fields["phone"]))))
    assert cache.check() == []
