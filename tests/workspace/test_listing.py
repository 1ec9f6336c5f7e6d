import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.query import OneOf, Order, Query
from desktop.workspace.listing.events import Counted, Failed, ResultReset, RowsInserted
from tests.cache.oracle import matches
from tests.cache.people import People
from tests.workspace.listing_pump import Pump

KEY = bytes(range(32))
PEOPLE = People(5)
QUERIES = (
    Query(),
    Query(order=Order("updated", descending=False)),
    Query(order=Order("phone")),
    Query(order=Order("email", descending=False)),
    Query(order=Order("city_name")),
    Query(order=Order("qq", descending=False)),
    Query("1"),
    Query("王"),
    Query("gmail", order=Order("created")),
    Query("", (OneOf("status", (1, 2)),)),
    Query("", (OneOf("vip_level", ("",)),), Order("nickname", descending=False)),
)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheFile]:
    file = CacheFile.open(tmp_path / "cache.db", KEY)
    yield file
    file.close()


@pytest.fixture
def pump(writer: CacheFile) -> Iterator[Pump]:
    made = Pump(writer.path, KEY)
    yield made
    made.close()


def write(file: CacheFile, count: int) -> list[Customer]:
    customers = list(PEOPLE.many(0, count))
    for start in range(0, count, 1_000):
        file.write_page(customers[start : start + 1_000], sweep=1)
    return customers


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_rows_stand_in_the_result_s_order(writer: CacheFile, pump: Pump, query: Query) -> None:
    customers = write(writer, 700)
    pump.listing.show(query)
    pump.settle()
    expected = writer.ids(writer.keys(query))
    assert set(expected) == matches(query, customers)
    assert pump.ids() == expected
    assert pump.listing.exact
    assert not pump.listing.busy
    assert pump.listing.total == 700
    answers: list[list[str]] = []
    pump.listing.ids(answers.append)
    pump.settle()
    assert answers == [expected]
    places: list[int | None] = []
    pump.listing.index_of(expected[-1], places.append)
    pump.listing.index_of("nobody", places.append)
    pump.settle()
    assert places == [len(expected) - 1, None]


def test_the_first_screenful_comes_before_the_whole(writer: CacheFile, pump: Pump) -> None:
    write(writer, 4_000)
    pump.listing.show(Query("1", order=Order("nickname")))
    pump.turn()
    assert isinstance(pump.events[0], ResultReset)
    assert pump.listing.row(0) is not None
    pump.settle()
    assert pump.listing.exact
    assert pump.ids(0, 200) == writer.ids(writer.keys(Query("1", order=Order("nickname")))[:201])


@pytest.mark.parametrize("query", [Query("1"), Query("", (OneOf("status", (1, 2, 3)),))], ids=repr)
def test_how_many_are_found_is_known_before_all_of_them(writer: CacheFile, pump: Pump, query: Query) -> None:
    customers = write(writer, 4_000)
    pump.listing.show(query)
    told: list[tuple[int | None, bool]] = []
    pump.listing.subscribe(lambda _: told.append((pump.listing.found, pump.listing.exact)))
    pump.settle()
    right = len(matches(query, customers))
    assert told[0] == (None, False)
    assert (right, False) in told
    assert told[-1] == (right, True)


def test_a_newer_query_is_answered_alone(writer: CacheFile, pump: Pump) -> None:
    write(writer, 2_000)
    for text in ("1", "12", "123", "no such text", "王"):
        pump.listing.show(Query(text))
    pump.settle()
    assert sum(isinstance(event, ResultReset) for event in pump.events) <= 2
    assert pump.ids() == writer.ids(writer.keys(Query("王")))


def test_jumps_reach_any_row_of_the_whole_account(writer: CacheFile, pump: Pump) -> None:
    write(writer, 10_000)
    pump.listing.show(Query(order=Order("nickname", descending=False)))
    pump.settle()
    expected = writer.ids(writer.keys(Query(order=Order("nickname", descending=False))))
    rng = random.Random(1)
    for first in [9_990, 0, 5_000, *(rng.randrange(9_990) for _ in range(30))]:
        assert pump.ids(first, first + 9) == expected[first : first + 10]


def test_an_order_without_an_index_gets_one_when_it_is_first_asked_for(writer: CacheFile, pump: Pump) -> None:
    write(writer, 2_000)
    query = Query(order=Order("real_name", descending=False))
    assert not writer.can_walk(query.order)
    pump.listing.show(query)
    pump.settle()
    assert writer.can_walk(query.order)
    assert sum(isinstance(event, ResultReset) for event in pump.events) == 1
    assert pump.listing._keys is None
    assert pump.ids(0, 300) == writer.ids(writer.keys(query))[:301]
    assert not writer.prepare(Order("qq"))


def test_visible_rows_hold_their_place_when_others_come_above(writer: CacheFile, pump: Pump) -> None:
    write(writer, 1_000)
    pump.listing.show(Query())
    pump.settle()
    seen = pump.ids(400, 430)
    pump.listing.want(400, 430)
    change = writer.write_page(list(PEOPLE.many(1_000, 1_020)))
    moved = writer.write_page([Customer(PEOPLE.id(900), {"nickname": "新", "updated": 2_000_000_000})])
    pump.events.clear()
    pump.listing.apply(change)
    pump.listing.apply(moved)
    pump.settle()
    assert not any(isinstance(event, ResultReset) for event in pump.events)
    assert RowsInserted(0, 1) in pump.events
    first, _ = pump.listing._visible
    assert first == 401
    assert pump.ids(first, first + 30) == seen
    assert pump.listing.count == len(pump.mirror) == 1_020


def test_at_the_top_new_customers_show(writer: CacheFile, pump: Pump) -> None:
    write(writer, 300)
    pump.listing.show(Query())
    pump.settle()
    newest = Customer("newest", {"nickname": "新", "updated": 2_000_000_000})
    pump.listing.apply(writer.write_page([newest]))
    pump.settle()
    row = pump.listing.row(0)
    assert row is not None
    assert row.id == "newest"
    assert pump.listing.count == 301


def test_changes_are_followed_a_few_times_a_second(writer: CacheFile, pump: Pump) -> None:
    write(writer, 200)
    pump.listing.show(Query())
    pump.settle()
    pump.events.clear()
    for number in range(50):
        pump.listing.apply(writer.write_page([PEOPLE.one(number, version=1)]))
        pump.turn()
    assert sum(isinstance(event, Counted) for event in pump.events) == 1
    pump.settle()
    assert sum(isinstance(event, Counted) for event in pump.events) == 2
    assert pump.ids() == writer.ids(writer.keys(Query()))


def test_what_is_seen_of_a_few_changed_customers_is_read_at_once(writer: CacheFile, pump: Pump) -> None:
    write(writer, 200)
    pump.listing.show(Query())
    pump.settle()
    for number in range(3):
        place = next(place for place in range(100) if pump.listing.row(place).id == PEOPLE.id(number))  # type: ignore[union-attr]
        fresh = replace(PEOPLE.one(number), fields={**PEOPLE.one(number).fields, "nickname": f"renamed {number}"})
        pump.listing.apply(writer.write_page([fresh]))
        # Only what was asked right away is answered: nothing that waits for its time runs.
        pump.turn()
        pump.turn()
        row = pump.listing.row(place)
        assert row is not None
        assert row.values[0] == f"renamed {number}"
    assert pump.waiting


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    pump = Pump(tmp_path / "missing.db", KEY)
    pump.listing.show(Query())
    pump.settle()
    assert [type(event) for event in pump.events] == [Failed]
    assert not pump.listing.busy
    pump.close()


def test_nothing_changed_tells_nothing(writer: CacheFile, pump: Pump) -> None:
    customers = write(writer, 50)
    pump.listing.show(Query())
    pump.settle()
    pump.events.clear()
    change = writer.write_page(customers)
    assert change == Change()
    pump.listing.apply(change)
    pump.settle()
    assert pump.events == []


class UnderChanges(RuleBasedStateMachine):
    """A listing that is scrolled while customers come, change and go, against a list sorted anew each time."""

    folder: Path
    runs = 0

    @initialize(query=st.sampled_from(QUERIES), count=st.integers(0, 400))
    def begin(self, query: Query, count: int) -> None:
        UnderChanges.runs += 1
        self.file = CacheFile.open(self.folder / f"{self.runs}.db", KEY)
        self.next = count
        write(self.file, count)
        self.pump = Pump(self.file.path, KEY)
        self.pump.listing.show(query)
        self.pump.settle()

    @rule(count=st.integers(1, 30), sweep=st.booleans())
    def add(self, count: int, sweep: bool) -> None:
        customers = list(PEOPLE.many(self.next, self.next + count))
        self.next += count
        self.follow(self.file.write_page(customers, sweep=int(sweep)))

    @rule(numbers=st.sets(st.integers(0, 400), max_size=10), version=st.integers(1, 1000))
    def edit(self, numbers: set[int], version: int) -> None:
        known = [PEOPLE.one(number, version) for number in sorted(numbers) if number < self.next]
        self.follow(self.file.write_page(known))

    @rule(numbers=st.sets(st.integers(0, 400), max_size=10))
    def remove(self, numbers: set[int]) -> None:
        self.follow(self.file.remove([PEOPLE.id(number) for number in numbers]))

    @rule(share=st.floats(0, 1))
    def scroll(self, share: float) -> None:
        first = int(share * self.pump.listing.count)
        self.pump.listing.want(first, first + 20)
        self.pump.settle()

    @rule(query=st.sampled_from(QUERIES))
    def show(self, query: Query) -> None:
        self.pump.listing.show(query)
        self.pump.settle()

    def follow(self, change: Change) -> None:
        self.pump.note()
        self.pump.events.clear()
        self.pump.listing.apply(change)
        self.pump.settle()
        assert not any(isinstance(event, ResultReset) for event in self.pump.events)

    @invariant()
    def table_and_listing_agree(self) -> None:
        if not hasattr(self, "pump"):
            return
        listing = self.pump.listing
        expected = self.file.ids(self.file.keys(listing.query))
        assert listing.count == len(expected) == len(self.pump.mirror)
        first, last = listing._visible
        for index in range(first, min(last + 1, listing.count)):
            row = listing.row(index)
            if row is not None:
                assert row.id == expected[index]
                assert self.pump.mirror[index] in {None, row.id}

    def teardown(self) -> None:
        if hasattr(self, "pump"):
            self.pump.close()
            self.file.close()


def test_a_listing_under_changes_agrees_with_a_list(tmp_path: Path) -> None:
    UnderChanges.folder = tmp_path
    run_state_machine_as_test(
        UnderChanges,
        settings=settings(max_examples=60, stateful_step_count=20, suppress_health_check=list(HealthCheck)),
    )
