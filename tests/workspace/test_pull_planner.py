"""The pull against a server that moves: nothing is missed, whatever happens between two requests."""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.workspace.pull.customers import CustomerPull
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.slices import (
    MODULES,
    Cut,
    Rest,
    Seen,
    Slice,
    Whole,
    after_all,
    after_first,
    cut,
    cut_by_age,
)
from desktop.workspace.pull.state import PullState, from_json, to_json
from desktop.workspace.pull.store import MOST, Store
from tests.workspace.moving import START, Kept, Killed, MovingServer, Record, World

SPANS = st.sampled_from([0, 1, 5, 600, 86_400 * 900])


@st.composite
def servers(draw: st.DrawFn) -> MovingServer:
    size = draw(st.integers(2, 12))
    span = draw(SPANS)
    count = draw(st.integers(0, 260))
    seed = draw(st.integers(0, 10**6))
    chance = random.Random(seed)
    without_time = draw(st.sampled_from([0, 0, 0, 3]))
    records = []
    for number in range(count):
        created = START - chance.randint(0, span)
        updated = None if number < without_time else chance.randint(created, START)
        records.append(Record(f"c{number}", created, updated, chance.randint(2, 5)))
    world = World(
        size=size,
        order=draw(st.sampled_from(["newest", "oldest", "mixed"])),
        changes=draw(st.integers(0, 2)),
        additions=draw(st.integers(0, 1)),
        busy_for=draw(st.sampled_from([0, 40, 400])),
        per_second=draw(st.sampled_from([1, 2, 10, 50])),
        open_low=draw(st.booleans()),
        open_high=draw(st.booleans()),
    )
    return MovingServer(world, records, START + 5, chance)


def pull(server: MovingServer, kept: Kept, *, full: bool) -> PullState:
    """Pull as a new process would: with nothing but what is kept."""

    async def run() -> PullState:
        store = Store(kept, lambda _change: None)
        customers = CustomerPull(server, store, Meter(lambda _progress: None), kept.seen)
        state = kept.state()
        if full or state.since == 0 or state.doing in {"sweep", "created"}:
            return await customers.complete(state)
        return await customers.changes(state)

    return asyncio.run(run())


def until_done(server: MovingServer, kept: Kept, *, full: bool) -> PullState:
    """Pull again after every kill until one comes through."""
    while True:
        try:
            return pull(server, kept, full=full)
        except Killed:
            full = False


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(servers())
def test_nothing_that_was_there_is_missed_while_the_server_moves(server: MovingServer) -> None:
    before = {one.id for one in server.records}
    kept = Kept()
    state = pull(server, kept, full=True)
    assert before <= set(kept.rows)
    assert state.todo == ()
    assert state.doing == "idle"
    server.calm_down()
    pull(server, kept, full=False)
    assert set(kept.rows) == {one.id for one in server.records}
    assert all(kept.rows[one.id].number("updated") == one.updated for one in server.records)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(servers(), st.sets(st.integers(1, 300), max_size=8))
def test_killed_at_any_request_it_goes_on_and_misses_nothing(server: MovingServer, kills: set[int]) -> None:
    server.kills = kills
    kept = Kept()
    until_done(server, kept, full=True)
    server.calm_down()
    until_done(server, kept, full=False)
    assert set(kept.rows) == {one.id for one in server.records}


def fixed_server(**world: object) -> MovingServer:
    chance = random.Random(7)
    records = [
        Record(f"c{number}", START - 10**6, START - chance.randint(0, 10**6), chance.randint(2, 5))
        for number in range(400)
    ]
    return MovingServer(replace(World(size=10), **world), records, START + 5, chance)  # type: ignore[arg-type]


def every_request(**world: object) -> Iterator[int]:
    undisturbed = fixed_server(**world)
    pull(undisturbed, Kept(), full=True)
    return iter(range(1, undisturbed.requests + 1))


def test_killed_at_each_single_request_of_a_pull() -> None:
    for number in every_request(changes=1, busy_for=60):
        server = fixed_server(changes=1, busy_for=60)
        server.kills = {number}
        kept = Kept()
        until_done(server, kept, full=True)
        server.calm_down()
        pull(server, kept, full=False)
        assert set(kept.rows) == {one.id for one in server.records}, f"killed at request {number}"


def test_after_a_kill_what_was_kept_is_not_asked_for_again() -> None:
    calm = fixed_server()
    pull(calm, Kept(), full=True)
    killed = fixed_server()
    # Every page a transaction, so that what was read before the kill counts.
    killed.kills = {calm.requests // 2}
    kept = Kept()
    until_done(killed, kept, full=True)
    assert len(kept.rows) == 400
    assert kept.state().sweep == 1
    assert killed.requests < calm.requests * 2


def test_naive_paging_misses_customers_on_the_same_server() -> None:
    server = fixed_server(changes=1)

    async def naive() -> set[str]:
        ids: set[str] = set()
        for number in range(1, 41):
            page = await server.page(Slice(1, START * 2), number)
            ids |= {one.id for one in page.customers}
        return ids

    assert len(asyncio.run(naive())) < 400


def test_a_later_pull_of_a_calm_account_asks_once() -> None:
    server, kept = fixed_server(), Kept()
    pull(server, kept, full=True)
    before = server.requests
    server.records[5].updated = server.clock
    pull(server, kept, full=False)
    assert server.requests - before == 1
    assert kept.rows["c5"].number("updated") == server.records[5].updated


def test_a_full_pull_counts_a_new_sweep_and_tells_who_was_not_seen() -> None:
    server, kept = fixed_server(), Kept()
    pull(server, kept, full=True)
    gone = server.records.pop(3)
    state = pull(server, kept, full=True)
    assert state.sweep == 2
    assert state.missing
    assert [one for one, sweep in kept.sweeps.items() if sweep != 2] == [gone.id]


def test_transactions_stay_small() -> None:
    chance = random.Random(1)
    records = [Record(f"c{n}", START, START - chance.randint(0, 10**6), 2) for n in range(4000)]
    kept = Kept()
    pull(MovingServer(World(size=100), records, START + 5, chance), kept, full=True)
    assert set(kept.rows) == {one.id for one in records}
    assert kept.largest <= MOST + 800


@given(st.integers(1, 10**9), st.integers(0, 10**8), st.integers(1, 10**6), st.integers(1, 1000))
def test_parts_cover_a_slice_without_gap_or_overlap_newest_first(
    low: int, span: int, total: int, rows: int
) -> None:
    whole = Slice(low, low + span)
    parts = cut(whole, total, rows)
    if span == 0:
        assert [part.module for part in parts] == list(MODULES)
        return
    assert len(parts) >= 2
    assert parts[0].high == whole.high
    assert parts[-1].low == whole.low
    assert all(newer.low == older.high + 1 for newer, older in pairwise(parts))


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 10**6), st.integers(1, 1000))
def test_parts_by_age_cover_a_slice_too_and_grow(low: int, span: int, total: int, rows: int) -> None:
    whole = Slice(low, low + span)
    parts = cut_by_age(whole, total, rows)
    assert len(parts) >= 2
    assert (parts[0].high, parts[-1].low) == (whole.high, whole.low)
    assert all(newer.low == older.high + 1 for newer, older in pairwise(parts))
    assert all(part.seconds >= 1 for part in parts)


def test_a_second_of_one_status_cannot_be_cut() -> None:
    assert cut(Slice(5, 5, module=3), 1000, 10) == ()


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        (Seen(0, ()), Whole()),
        (Seen(3, ("a", "b", "c")), Whole()),
        (Seen(3, ("a", "b"), unreadable=1), Whole()),
        (Seen(4, ("a", "b")), Rest(2, 2)),
        (Seen(4, ("a", "b"), unreadable=2, pages=2), Rest(2, 2)),
    ],
)
def test_the_first_page_decides(first: Seen, verdict: object) -> None:
    assert after_first(Slice(1, 100), first) == verdict


def test_a_slice_over_its_budget_is_cut_and_a_disturbed_one_is_cut_to_single_pages() -> None:
    page = Seen(90, tuple("abcdefghij"))
    over = after_first(Slice(1, 10_000), page)
    assert isinstance(over, Cut)
    assert len(over.parts) == 2
    small = Seen(40, tuple("abcdefghij"))
    disturbed = after_first(Slice(1, 10_000, tries=1), small)
    assert isinstance(disturbed, Cut)
    assert len(disturbed.parts) >= 4


def test_a_dense_second_is_read_backwards_after_a_disturbance() -> None:
    page = Seen(40, tuple("abcdefghij"))
    assert after_first(Slice(5, 5, module=2, tries=1), page) == Rest(1, 4, backwards=True)


@pytest.mark.parametrize(
    "pages",
    [
        [Seen(4, ("a", "b")), Seen(4, ("b", "c"))],
        [Seen(4, ("a", "b")), Seen(3, ("c",))],
        [Seen(4, ("a", "b")), Seen(4, ("c",))],
    ],
)
def test_a_disturbed_slice_goes_again(pages: list[Seen]) -> None:
    assert after_all(Slice(1, 100), pages) == Cut((Slice(1, 100, tries=1),))


def test_the_state_survives_json() -> None:
    state = PullState(
        doing="created",
        sweep=3,
        bound=9,
        todo=(Slice(1, 2, module=4, axis="created", tries=2),),
        done=5,
        total=6,
        since=7,
        stages_since=8,
        widen=1,
        audit=True,
        missing=True,
        staged=2,
        stages=("s1",),
        regions=("110000",),
    )
    assert from_json(to_json(state)) == state
    assert from_json({}) == PullState()
    assert from_json({"version": 99}) == PullState()
