"""The parts an account is made of, each alone: views, collections, regions, events, pace, progress."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.domain.dictionaries import Agent, Language, Region, Source, Stage, Tag, VipLevel
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    ConnectFailed,
    DiskFull,
    NoSecret,
    PlanWithoutApi,
    TokenContested,
)
from desktop.domain.query import OneOf, Query
from desktop.workspace.child.process import child_environment
from desktop.workspace.events import CollectionChanged, Subscribers, ViewsChanged
from desktop.workspace.files import AccountFiles
from desktop.workspace.listing.views import BUILTIN, Views
from desktop.workspace.lookups.collections import KINDS, Collections
from desktop.workspace.lookups.regions import RegionTree
from desktop.workspace.pace import Pace, connection_after
from desktop.workspace.pull.meter import Meter, progress
from desktop.workspace.pull.missing import too_many
from desktop.workspace.status import Progress
from tests.workspace.rig import KEY


def outbox(folder: Path) -> Lane[OutboxFile]:
    return Lane(lambda: OutboxFile.open(folder / "outbox.db", KEY), lambda run: run())


def settled(lane: Lane[OutboxFile]) -> None:
    lane.submit(lambda _file: None).result()


def views_of(lane: Lane[OutboxFile]) -> tuple[Views, list[AppError]]:
    errors: list[AppError] = []
    views = Views(lane, errors.append)
    views.load()
    settled(lane)
    return views, errors


def test_views_are_saved_changed_moved_removed_and_there_after_a_restart(tmp_path: Path) -> None:
    lane = outbox(tmp_path)
    views, errors = views_of(lane)
    assert views.all == BUILTIN
    told: list[ViewsChanged] = []
    views.events.subscribe(told.append)
    vip = views.save(" VIP 客户 ", Query(where=(OneOf("is_vip", (1,)),)), ("nickname", "phone"))
    pool = views.save("pool", Query(text="x"))
    gone = views.save("gone", Query())
    views.change(vip.id, name="Very important")
    views.change(pool.id, query=Query(text="y"), columns=("phone",))
    views.move(pool.id, 0)
    views.remove(gone.id)
    views.remove("all")
    views.change("all", name="mine")
    views.move("nobody", 3)
    assert len(told) == 7
    settled(lane)
    lane.close()
    lane = outbox(tmp_path)
    again, _ = views_of(lane)
    assert again.all == views.all
    assert [view.name for view in again.all[len(BUILTIN) :]] == ["pool", "Very important"]
    assert again.get(pool.id) == views.get(pool.id)
    assert again.get("nobody") is None
    assert errors == []
    lane.close()


def test_a_view_saved_in_the_last_moment_is_there_after_a_restart(tmp_path: Path) -> None:
    files = AccountFiles.open(tmp_path, KEY, lambda run: run())
    files.outbox.submit(lambda _file: time.sleep(0.1))
    Views(files.outbox, pytest.fail).save("kept", Query(text="x"))
    files.close()
    lane = outbox(tmp_path)
    views, _ = views_of(lane)
    assert [view.name for view in views.all[len(BUILTIN) :]] == ["kept"]
    lane.close()


def test_a_view_of_a_newer_version_is_left_stored_and_not_shown(tmp_path: Path) -> None:
    lane = outbox(tmp_path)
    for number, body in enumerate(["", "[]", "{}", '{"name": "n", "query": {"where": [{"is": "newer"}]}}']):
        lane.submit(OutboxFile.put_view, StoredView(str(number), number, body)).result()
    views, errors = views_of(lane)
    assert views.all == BUILTIN
    assert errors == []
    assert len(lane.submit(OutboxFile.views).result()) == 4
    lane.close()


def test_collections_hold_by_key_in_order_and_tell_only_what_is_new() -> None:
    held = Collections("zh")
    told: list[CollectionChanged] = []
    held.events.subscribe(told.append)
    held.take("tag", None)
    assert held.fetched("tag") is None
    assert held.tags == {}
    held.take("tag", ([Tag("t1", "g", "甲"), Tag("t2", "h", "乙"), Tag("t3", "g", "丙")], 5))
    held.take("tag", ([Tag("t1", "g", "甲"), Tag("t2", "h", "乙"), Tag("t3", "g", "丙")], 9))
    assert told == [CollectionChanged("tag")]
    assert held.fetched("tag") == 9
    assert [tag.id for tag in held.tags_of("g")] == ["t1", "t3"]
    held.take("stage", ([Stage("b", "B", 2), Stage("a", "A", 1)], 5))
    assert list(held.stages) == ["a", "b"]
    held.take("source", ([Source("9", "WeCom")], 5))
    held.take("vip_level", ([VipLevel("1", "Gold")], 5))
    held.take("language", ([Language("zh", "中文")], 5))
    held.take("agent", ([Agent("x", "X")], 5))
    assert [*held.sources, *held.vip_levels, *held.languages, *held.agents] == ["9", "1", "zh", "x"]
    everything = (
        held.tag_groups,
        held.departments,
        held.custom_fields,
        held.enterprise_fields,
        held.countries,
        held.time_zones,
    )
    assert not any(everything)
    assert len(set(KINDS)) == 13


def test_regions_are_a_tree() -> None:
    tree = RegionTree([Region("1", "省"), Region("2", "市", "1"), Region("3", "区", "2"), Region("4", "省")])
    assert len(tree) == 4
    assert [one.id for one in tree.children()] == ["1", "4"]
    assert [one.id for one in tree.children("1")] == ["2"]
    assert [one.id for one in tree.path("3")] == ["1", "2", "3"]
    assert tree.path("nowhere") == ()
    assert tree.get("9") is None
    circle = RegionTree([Region("a", "A", "b"), Region("b", "B", "a")])
    assert len(circle.path("a")) == 2


def test_listeners_can_leave_and_join_while_they_are_told() -> None:
    events: Subscribers[int] = Subscribers()
    heard: list[str] = []

    def second(number: int) -> None:
        heard.append(f"second {number}")

    def first(number: int) -> None:
        heard.append(f"first {number}")
        leave()
        events.subscribe(second)

    stop = events.subscribe(first)
    leave = events.subscribe(second)
    events.tell(1)
    stop()
    stop()
    events.tell(2)
    assert heard == ["first 1", "second 2"]
    events.clear()
    events.tell(3)
    assert len(heard) == 2


PACE = Pace()


def test_waits_double_from_five_seconds_to_two_minutes_with_jitter() -> None:
    waits = [PACE.wait(ConnectFailed(), failures, 0.5) for failures in range(1, 9)]
    assert waits == [5, 10, 20, 40, 80, 120, 120, 120]
    assert PACE.wait(None, 0, 0.5) == 180
    assert PACE.wait(ConnectFailed(), 1, 0.0) != PACE.wait(ConnectFailed(), 1, 0.9)
    assert PACE.wait(ConnectFailed(), 5_000, 0.5) == 120


def test_what_needs_a_person_waits_for_one_and_what_names_a_time_gets_it() -> None:
    for error in (BadSign(), PlanWithoutApi(), NoSecret()):
        assert PACE.wait(error, 1, 0.5) is None
    assert PACE.wait(TokenContested(wait=200), 1, 0.5) == 201
    assert PACE.wait(Busy(retry_after=90), 1, 0.5) == 90
    assert PACE.wait(Busy(), 1, 0.5) == 5


@pytest.mark.parametrize(
    ("error", "before", "after"),
    [
        (None, "offline", "online"),
        (ConnectFailed(), "online", "offline"),
        (BadSign(), "online", "stopped"),
        (NoSecret(), "connecting", "stopped"),
        (TokenContested(wait=30), "online", "connecting"),
        (BadReply(), "connecting", "offline"),
        (BadReply(), "online", "online"),
        (DiskFull(), "online", "online"),
    ],
)
def test_an_attempt_ends_in_a_connection(error: AppError | None, before: str, after: str) -> None:
    assert connection_after(error, before) == after  # type: ignore[arg-type]


def test_progress_tells_rate_and_time_left() -> None:
    assert progress("customers", 600, 1000, 500, 2.0) == Progress("customers", 600, 1000, 250.0, 2)
    assert progress("customers", 5, 0, 5, 0.0) == Progress("customers", 5, 0, 0.0, None)
    assert progress("changes", 1200, 1000, 1200, 2.0).done == 1000


def test_the_meter_tells_a_few_times_a_second_and_the_end_once() -> None:
    now = 0.0
    told: list[Progress] = []
    meter = Meter(told.append, clock=lambda: now)
    meter.begin("customers", total=1000)
    for done in range(1, 1001):
        now += 0.001
        meter.step(done, 1000)
    meter.step(1000, 1000)
    assert len(told) == 5
    assert told[-1].done == 1000


def test_a_great_part_missing_is_a_fault_a_few_are_a_clean_up() -> None:
    assert not too_many(50, 60)
    assert too_many(51, 60)
    assert not too_many(2_000, 10_000)
    assert too_many(2_001, 10_000)


FIRST_SCREEN = """
import sys
import desktop.workspace.account

later = {"asyncio", "httpx", "pydantic", "qasync", "keyring", "starlette", "desktop.api"}
print(*sorted(later & set(sys.modules)))
"""


def test_the_first_screen_needs_neither_asyncio_nor_the_network() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN], check=True, capture_output=True, text=True, env=child_environment()
    )
    assert done.stdout.strip() == ""
