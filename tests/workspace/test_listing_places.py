"""A listing of the whole account learns where customers stand, so that jumps are short."""

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
