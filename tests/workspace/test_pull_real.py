"""The pull in a child process, over a socket, into real encrypted files."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import AppError, BadReply, Busy, Interrupted, SuddenlyFewer, TokenContested
from desktop.workspace.child.process import PullProcess
from desktop.workspace.status import Progress
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, Puller

LIST = "*/user/list_by_page"


@pytest.fixture
def puller(demo_server: DemoHandle, tmp_path: Path) -> Puller:
    return Puller(demo_server, tmp_path / "profile")


def kill_at(done: int) -> Callable[[Progress, PullProcess], None]:
    def after(progress: Progress, process: PullProcess) -> None:
        if progress.phase == "customers" and progress.done >= done and process.pid:
            os.kill(process.pid, signal.SIGKILL)

    return after


async def test_a_complete_pull_brings_exactly_the_servers_customers_and_all_that_belongs_to_them(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=2000)
    end = await puller.pull()
    # Whoever still read from the child would tell a loop that may be closed by now.
    assert "pull" not in {thread.name for thread in threading.enumerate()}
    assert end.note is None
    ids = demo_server.ids()
    assert puller.ids() == set(ids)
    assert {step.phase for step in puller.progress} == {"dictionaries", "customers", "stages", "regions"}
    assert max(step.done for step in puller.progress if step.phase == "customers") == 2000
    assert {"tag", "tag_group", "stage", "agent", "department", "region", "custom_field"} <= set(puller.kinds)
    assert puller.changes >= 1
    file = CacheFile.open(puller.folder / "cache.db", KEY)
    stages = {one.id: one.text("stage_id") for one in file.customers(ids[:300])}
    regions = file.dictionary("region", "zh")
    counts = file.counts()
    file.close()
    assert stages == {one: demo_server.stage(one) for one in ids[:300]}
    assert regions is not None
    assert len(regions[0]) > 3000
    assert counts.as_of is not None


async def test_the_names_of_tags_do_not_wait_for_slower_tables(demo_server: DemoHandle, puller: Puller) -> None:
    demo_server.reset(customers=20)
    demo_server.misbehave("latency", "*/get_timezone", seconds=3)
    demo_server.misbehave("code", "*/get_timezone", code="700001")
    with pytest.raises(AppError):
        await puller.pull()
    assert {"tag", "tag_group"} <= set(puller.kinds)
    assert "time_zone" not in puller.kinds


async def test_killed_twice_while_customers_change_and_arrive_it_ends_with_exactly_the_servers(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=6000)
    demo_server.churn(changes=1, additions=1, requests=80)
    # Progress is told four times a second: the pull must last long enough to be met in the middle.
    demo_server.misbehave("latency", LIST, seconds=0.2)
    # What is told is not all on the disk yet: up to two transactions are on their way.
    for done in (1500, 4500):
        with pytest.raises(Interrupted):
            await puller.pull(after=kill_at(done))
    held = len(puller.ids())
    assert 500 <= held < 6000
    demo_server.behave()
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())
    resumed = next(step for step in puller.progress[::-1] if step.phase == "customers" and step.rate == 0.0)
    assert resumed.done >= 500


async def test_a_cancelled_pull_keeps_what_it_brought_and_the_next_goes_on(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=3000)
    # The last pages wait: however late a busy machine hears of the first ones, it cancels before the end.
    demo_server.misbehave("latency", LIST, skip=15, seconds=2)

    def cancel(progress: Progress, process: PullProcess) -> None:
        if progress.phase == "customers" and progress.done >= 600:
            process.cancel()

    end = await puller.pull(after=cancel)
    assert end.cancelled
    assert 500 <= len(puller.ids()) < 3000
    demo_server.behave()
    assert not (await puller.pull()).cancelled
    assert puller.ids() == set(demo_server.ids())


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("cut_before", {"count": 2}),
        ("cut_within", {"count": 2}),
        ("error_before", {"count": 3, "status": 503}),
        ("too_many", {"count": 2, "seconds": 0.2}),
        ("html", {"count": 1}),
        ("truncated", {"count": 1}),
        ("code", {"count": 2, "code": "999999"}),
    ],
)
async def test_trouble_in_mid_pull_is_ridden_out(
    demo_server: DemoHandle, puller: Puller, kind: str, values: dict[str, float]
) -> None:
    demo_server.reset(customers=900)
    demo_server.misbehave(kind, LIST, skip=4, **values)
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())


@pytest.mark.parametrize(
    ("kind", "error"), [("html", BadReply), ("cut_before", Interrupted), ("error_before", Busy)]
)
async def test_lasting_trouble_is_a_plain_error_and_the_next_pull_goes_on(
    demo_server: DemoHandle, puller: Puller, kind: str, error: type[AppError]
) -> None:
    demo_server.reset(customers=1500)
    demo_server.misbehave(kind, LIST, skip=8)
    with pytest.raises(error):
        await puller.pull()
    demo_server.behave()
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())


async def test_an_old_token_that_dies_in_mid_pull_is_replaced_once(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=900)
    await puller.tokens.token()
    puller.clock += 3600
    demo_server.misbehave("forget_tokens", LIST, skip=3, count=1)
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())
    assert len(demo_server.requests("get_token")) == 2


async def test_a_young_token_that_dies_in_mid_pull_is_someone_elses_doing(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=900)
    demo_server.misbehave("forget_tokens", LIST, skip=3, count=1)
    with pytest.raises(TokenContested) as caught:
        await puller.pull()
    assert 30 <= int(caught.value.details["wait"]) <= 300
    puller.clock += 301
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())
    assert len(demo_server.requests("get_token")) == 2


async def test_records_that_cannot_be_read_are_counted_and_the_rest_is_kept(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=600)
    demo_server.misbehave("bad_records", LIST, share=0.2)
    await puller.pull()
    file = CacheFile.open(puller.folder / "cache.db", KEY)
    counts = file.counts()
    file.close()
    assert counts.quarantined > 0
    assert puller.ids() == set(demo_server.ids())


async def test_a_small_page_cap_and_strings_for_numbers_change_nothing(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=700, page_cap=30, counters="string", scalars="mixed", page_no=True)
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())


async def test_removed_customers_go_when_a_complete_pull_and_their_detail_say_so(
    demo_server: DemoHandle, puller: Puller
) -> None:
    for gone in ("null", "status", "refused"):
        demo_server.reset(customers=600, gone=gone)
        puller.clock += 100_000
        await puller.pull(full=True)
        removed = demo_server.ids()[100:130]
        for one in removed:
            demo_server.remove(one)
        await puller.pull()
        assert set(removed) <= puller.ids(), "absence alone removes nobody"
        end = await puller.pull(full=True)
        assert end.note is None
        assert puller.ids() == set(demo_server.ids()), gone


async def test_a_suddenly_empty_account_removes_nobody_and_is_told(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=600)
    await puller.pull()
    held = puller.ids()
    demo_server.reset(customers=0)
    puller.clock += 100_000
    end = await puller.pull(full=True)
    assert isinstance(end.note, SuddenlyFewer)
    assert end.note.details == {"missing": 600, "total": 600}
    assert puller.ids() == held


async def test_lists_that_come_back_empty_remove_nobody(demo_server: DemoHandle, puller: Puller) -> None:
    demo_server.reset(customers=40)
    await puller.pull()
    held = puller.ids()
    demo_server.misbehave("empty_list", LIST)
    with suppress(BadReply):
        await puller.pull(full=True)
    assert puller.ids() == held


async def test_only_one_child_pulls_a_profile_and_the_second_finds_it_done(
    demo_server: DemoHandle, puller: Puller
) -> None:
    demo_server.reset(customers=1200)
    other = Puller(demo_server, puller.folder)
    other.tokens = puller.tokens
    await asyncio.gather(puller.pull(), other.pull())
    assert puller.ids() == set(demo_server.ids())
    brought = [max((p.done for p in one.progress if p.phase == "customers"), default=0) for one in (puller, other)]
    assert sorted(brought) == [0, 1200]
