"""Figures: the demo server's own numbers, in any zone, kept with their age, asked for where they are missing."""

import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.cache import figurestore
from desktop.domain.dictionaries import Agent
from desktop.domain.errors import InvalidInput, Offline
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.figures import (
    DayCount,
    Range,
    Statistics,
    checked_range,
    lacking,
    months,
    zone_of,
    zone_text,
)
from desktop.workspace.figures import Figures, Given
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import Rig, pushing

TODAY = datetime.now(zone_of("+08:00")).date()
YEARS = checked_range(TODAY - timedelta(days=730), TODAY, "+08:00")


def figures_of(rig: Rig) -> Figures:
    return Figures(rig.account.files, client=lambda: rig.client, clock=time.time)


async def statistics(rig: Rig, agents: list[str], asked: Range) -> Statistics:
    got: list[Statistics] = []
    figures_of(rig).statistics(agents, asked, got.append, pytest.fail)
    await rig.settled_screen()
    return got[0]


async def given(rig: Rig, agent: str, asked: Range) -> Given:
    got: list[Given] = []
    figures_of(rig).given(agent, asked, got.append, pytest.fail)
    await rig.settled_screen()
    return got[0]


def truth(demo: DemoHandle, agent: str, zone: str) -> Counter[date]:
    """Return an agent's customers by the day they were assigned, from the server's records alone."""
    counts: Counter[date] = Counter()
    for one in demo.ids():
        record = demo.customer(one)
        if record.get("liable_serviceid") == agent:
            at = (record["create_time"] + record["update_time"]) // 2
            counts[datetime.fromtimestamp(at, zone_of(zone)).date()] += 1
    return counts


async def test_numbers_are_the_servers_over_two_years_and_in_each_zone(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=60, tokens="many")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        agent = next(a for one in demo_server.ids() if (a := demo_server.customer(one).get("liable_serviceid")))
        told: list[tuple[int, int]] = []
        for zone in ("+08:00", "-03:30"):
            asked = checked_range(YEARS.first, YEARS.last, zone)
            await figures_of(rig).fetch_statistics([agent], asked, lambda done, of: told.append((done, of)))
            found = await statistics(rig, [agent], asked)
            expected = truth(demo_server, agent, zone)
            (row,) = found.agents
            shown = {day: count for day, count in zip(asked.days(), row.counts, strict=True) if count}
            assert shown == {day: count for day, count in expected.items() if asked.first <= day <= asked.last}
            assert shown
            assert found.complete
        assert told[0] == (0, 27)
        assert told[-1] == (27, 27)
        asked_before = len(demo_server.requests("cus_distribute_statistics"))
        await figures_of(rig).fetch_statistics([agent], YEARS, lambda _done, _of: None)
        # Only the piece that today belongs to may still change.
        assert len(demo_server.requests("cus_distribute_statistics")) == asked_before + 1


async def test_offline_the_days_that_are_here_are_shown_with_their_age(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    week = checked_range(TODAY - timedelta(days=6), TODAY, "+08:00")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await figures_of(rig).fetch_statistics(["gone-agent"], week, lambda _done, _of: None)
    demo_server.misbehave("cut_before")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        found = await statistics(rig, ["gone-agent", "never-asked"], week)
        assert [row.counts for row in found.agents] == [(0,) * 7, (None,) * 7]
        assert found.fetched is not None
        assert not found.complete
        with pytest.raises(Offline):
            await figures_of(rig).fetch_statistics(["never-asked"], week, lambda _done, _of: None)


async def test_all_assignment_records_come_though_the_call_has_no_pages(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=400, tokens="many")
    owners = Counter(demo_server.customer(one).get("liable_serviceid", "") for one in demo_server.ids())
    del owners[""]
    agent, count = owners.most_common(1)[0]
    assert count > 5
    async with pushing(demo_server, tmp_path, online=False) as rig:
        given_away = demo_server.ids()[:20]
        for one in given_away:
            demo_server.change(one, crm_status=3)
        # More than fifteen of one second nobody can be told.
        for number, some in enumerate((given_away[:10], given_away[10:])):
            demo_server.move_clock(5 * number)
            await rig.client.assignment.assign(some, [Agent(agent, "Agent")], AssignKind.CHANGE_AGENT)
        asked = checked_range(TODAY - timedelta(days=700), TODAY + timedelta(days=1), "+08:00")
        await figures_of(rig).fetch_given(agent, asked, lambda _done, _of: None)
        found = await given(rig, agent, asked)
    start, end = asked.seconds()
    with demo_server.client() as http:
        body = {"liable_serviceid": agent, "start_time": start, "end_time": end}
        total = int(http.post("/user/cus_distribute_records", json=body).json()["total_count"])
    assert found.total == total > 15
    assert len(found.records) == total
    assert [one.assigned for one in found.records] == sorted((one.assigned for one in found.records), reverse=True)


async def test_customers_are_counted_by_day(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figurestore, "_ROWS", 7)
    demo_server.reset(customers=50, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        figures = figures_of(rig)
        figures.count(pytest.fail)
        for _ in range(12):
            await rig.settled_screen()
        got: list[object] = []
        near = TODAY - timedelta(days=2), TODAY + timedelta(days=2)
        figures.census("province_id", *near, got.append, pytest.fail)
        figures.census("source", *near, got.append, pytest.fail)
        figures.census("tags", *near, got.append, pytest.fail)
        await rig.settled_screen()
        provinces, sources, tags = got
    records = [demo_server.customer(one) for one in demo_server.ids()]
    for census, name in ((sources, "source"), (provinces, "proviceid")):
        expected = Counter(str(one.get(name, "")) for one in records)
        counted = {value: list(counts) for value, counts in census.counts.items()}  # type: ignore[attr-defined]
        assert counted == {value: [count] for value, count in expected.items()}
    held = Counter(tag for one in records for tag in one.get("biz_label", "").split(",") if tag)
    assert {value: counts[0] for value, counts in tags.counts.items()} == held  # type: ignore[attr-defined]


def test_ranges_are_split_and_bad_ones_refused_in_plain_words() -> None:
    pieces = list(months(date(2024, 1, 31), date(2026, 1, 30)))
    assert all((last - first).days < 28 for first, last in pieces)
    assert [day for piece in pieces for day in Range(*piece, "+00:00").days()] == Range(
        date(2024, 1, 31), date(2026, 1, 30), "+00:00"
    ).days()
    for first, last, zone, reason in (
        (date(2024, 1, 1), date(2026, 1, 1), "+08:00", "longer_than_two_years"),
        (date(2024, 1, 2), date(2024, 1, 1), "+08:00", "range_reversed"),
        (date(2024, 1, 1), date(2024, 1, 1), "Asia/Shanghai", "time_zone"),
        (date(2024, 1, 1), date(2024, 1, 1), "+8:00", "time_zone"),
    ):
        with pytest.raises(InvalidInput) as refused:
            checked_range(first, last, zone)
        assert refused.value.word == reason
    assert [zone_text(timedelta(minutes=one)) for one in (480, -210, 0)] == ["+08:00", "-03:30", "+00:00"]


def test_only_days_that_may_have_changed_are_asked_for_again() -> None:
    asked = Range(date(2024, 1, 1), date(2024, 2, 20), "+08:00")
    told = int(datetime(2024, 2, 20, 12, tzinfo=UTC).timestamp())
    known = {day: DayCount(day, 1, told) for day in asked.days()}
    assert lacking(asked, known) == [(date(2024, 1, 29), date(2024, 2, 20))]
    del known[date(2024, 1, 3)]
    assert len(lacking(asked, known)) == 2
