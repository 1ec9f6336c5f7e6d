"""Where rows of a listing are read: from learned places, visible ones first, of the result there is now."""

from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.query import Query
from desktop.workspace.listing import reading
from tests.cache.people import People
from tests.workspace.listing_pump import Pump

KEY = bytes(range(32))
PEOPLE = People(5)


def test_places_learned_of_a_former_result_are_not_taken_for_the_new_one_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "EVERY", 8)
    monkeypatch.setattr(reading, "_MARKS_A_TURN", 1)
    writer = CacheFile.open(tmp_path / "cache.db", KEY)
    writer.write_page(list(PEOPLE.many(0, 600)), sweep=1)
    pump = Pump(writer.path, KEY)
    pump.listing.show(Query())
    pump.settle()
    pump.listing.want(300, 330)
    for _ in range(3):
        pump.turn()
    assert pump.listing._marks
    pump.listing.apply(writer.write_page([Customer(PEOPLE.id(500), {"nickname": "新", "updated": 2_000_000_000})]))
    pump.settle()
    pump.listing.want(100, 130)
    pump.settle()
    keys = writer.keys(Query())
    assert [mark.index for mark in pump.listing._marks] == list(range(7, 600, 8))
    assert [mark.anchor[1] for mark in pump.listing._marks] == [keys[at] for at in range(7, 600, 8)]
    pump.close()
    writer.close()


def test_rows_near_the_visible_ones_are_read_once_these_are_there(tmp_path: Path) -> None:
    writer = CacheFile.open(tmp_path / "cache.db", KEY)
    writer.write_page(list(PEOPLE.many(0, 2_000)), sweep=1)
    pump = Pump(writer.path, KEY)
    pump.listing.show(Query())
    pump.settle()
    for near in (False, True):
        pump.listing.want(1_000, 1_020)
        pump.settle()
        there = pump.listing._held.rows
        assert all(index in there for index in range(1_000, 1_021))
        assert (1_021 + 60 in there) is near
    pump.close()
    writer.close()


@pytest.mark.parametrize("query", [Query(), Query("1")], ids=repr)
def test_rows_asked_of_a_result_that_is_no_more_are_read_of_the_new_one(tmp_path: Path, query: Query) -> None:
    writer = CacheFile.open(tmp_path / "cache.db", KEY)
    writer.write_page(list(PEOPLE.many(0, 2_000)), sweep=1)
    pump = Pump(writer.path, KEY)
    pump.listing.show(query)
    pump.settle()
    pump.listing.apply(writer.remove(writer.ids(writer.keys(query)[:3])))
    pump.listing.want(600, 630)
    pump.settle()
    rows = [pump.listing.row(index) for index in range(600, 631)]
    assert [row and row.id for row in rows] == writer.ids(writer.keys(query)[600:631])
    pump.close()
    writer.close()
