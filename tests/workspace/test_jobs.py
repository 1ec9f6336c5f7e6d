"""Bulk jobs against the demo server, over real encrypted files."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from desktop.domain.errors import InvalidInput, OneOnly, Rejected
from desktop.domain.jobs.job import JobState, TagCustomers
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import desk, server_tags, writes


async def test_a_thousand_customers_get_a_tag_once_each_and_lose_it_again(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=1000)
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        request = TagCustomers(tuple(ids), add=(tag,))
        run = await one.plan(request)
        have = sum(tag in tags for tags in before.values())
        assert (run.total, run.already, run.changing, run.unknown) == (1000, have, 1000 - have, 0)
        job = await one.done(request)
        assert (job.state, job.done, job.failed, job.total) == (JobState.DONE, 1000 - have, 0, 1000 - have)
        assert Counter(writes(demo_server)) == Counter(key for key in ids if tag not in before[key])
        assert all(tag in tags for tags in server_tags(demo_server, ids).values())
        assert all(tag in tags for tags in (await one.shown_tags(ids)).values())
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, undone.done, undone.undoes) == (JobState.DONE, 1000 - have, job.id)
        assert one.view(job.id).undone
        assert {key: set(tags) for key, tags in server_tags(demo_server, ids).items()} == {
            key: set(tags) for key, tags in before.items()
        }
        assert max(Counter(writes(demo_server)).values()) == 2


async def test_a_single_choice_group_displaces_and_undo_brings_back(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        group = one.tags_of(one.group(multiple=False).id)
        request = TagCustomers((*ids, "nobody-here"), add=(group[0],))
        run = await one.plan(request)
        others = set(group[1:])
        displacing = sum(bool(others & set(tags)) for tags in before.values())
        assert (run.displacing, run.unknown, run.total) == (displacing, 1, 501)
        assert displacing > 0
        assert set(run.displaced) <= others
        job = await one.done(request)
        assert (job.state, job.failed) == (JobState.DONE, 0)
        after = server_tags(demo_server, ids)
        assert all(group[0] in tags and not others & set(tags) for tags in after.values())
        await one.until(await one.undo(job.id))
        assert {key: set(tags) for key, tags in server_tags(demo_server, ids).items()} == {
            key: set(tags) for key, tags in before.items()
        }


async def test_faults_in_the_middle_lose_nothing_and_double_nothing(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        # A token that is not fresh any more may be replaced at once.
        one.clock.offset = 1200
        path = "*update_biz_label"
        demo_server.misbehave("cut_after", path, skip=20, count=5)
        demo_server.misbehave("cut_before", path, skip=40, count=5)
        demo_server.misbehave("error_after", path, skip=60, count=5)
        demo_server.misbehave("too_many", path, skip=80, count=3, seconds=1)
        demo_server.misbehave("code", path, skip=100, count=1, code="900002")
        demo_server.misbehave("html", path, skip=120, count=3)
        demo_server.misbehave("truncated", path, skip=140, count=3)
        job = await one.done(TagCustomers(tuple(ids), add=(tag,)))
        assert (job.state, job.failed) == (JobState.DONE, 0)
        assert Counter(writes(demo_server)) == Counter(key for key in ids if tag not in before[key])
        assert all(tag in tags for tags in server_tags(demo_server, ids).values())


async def test_a_refused_customer_is_listed_and_the_rest_is_done(demo_server: DemoHandle, tmp_path: Path) -> None:
    ids = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        group = one.group(multiple=True)
        tag = one.tags_of(group.id)[0]
        before = server_tags(demo_server, ids)
        gone = [key for key in ids if tag not in before[key]][:3]
        for key in gone:
            demo_server.remove(key)
        job = await one.done(TagCustomers(tuple(ids), add=(tag,)))
        assert (job.state, job.failed) == (JobState.DONE, 3)
        failures = await one.failures(job.id)
        assert {failure.customer for failure in failures} == set(gone)
        assert all(isinstance(failure.error, Rejected) for failure in failures)
        shown = await one.shown_tags(gone)
        assert not any(tag in tags for tags in shown.values())
        demo_server.misbehave("code", "*update_biz_label", code="999998")
        one.account.jobs.retry(job.id)
        again = await one.until(job.id)
        assert (again.state, again.failed) == (JobState.DONE, 3)


async def test_a_group_that_becomes_single_choice_costs_nobody_a_tag(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(tokens="many")
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        group = one.group(multiple=True)
        tags = one.tags_of(group.id)
        demo_server.misbehave("latency", "*update_biz_label", seconds=0.01)
        job_id = await one.start(TagCustomers(tuple(ids), add=(tags[0],)))
        await one.until(job_id, lambda job: job.done > 60)
        with demo_server.client() as colleague:
            edit = {"id": group.id, "name": group.name, "is_multiple_choice": 0}
            assert colleague.post("/label_group/update", json=edit).json()["ret_code"] == "000000"
        switched = len(writes(demo_server))
        job = await one.until(job_id)
        failures = await one.failures(job_id)
        assert failures
        assert all(isinstance(failure.error, OneOnly) for failure in failures)
        refused = {failure.customer for failure in failures}
        after = server_tags(demo_server, ids)
        assert all(after[key] == before[key] for key in refused)
        assert job.done + job.failed == job.total
        assert all(tags[0] in after[key] for key in ids if key not in refused)
        assert switched < job.total
        others = set(tags[1:])
        lost = [key for key in ids if others & set(before[key]) and not others & set(after[key])]
        # Only those whose batch was checked just before.
        assert len(lost) <= 100
        await one.until(await one.undo(job_id))
        assert server_tags(demo_server, lost) == {key: before[key] for key in lost} or all(
            set(server_tags(demo_server, [key])[key]) <= set(before[key]) for key in lost
        )


async def test_a_tag_that_a_colleague_deletes_fails_the_rest_with_the_reason(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(tokens="many")
    ids = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        demo_server.misbehave("latency", "*update_biz_label", seconds=0.01)
        job_id = await one.start(TagCustomers(tuple(ids), add=(tag,)))
        await one.until(job_id, lambda job: job.done > 60)
        with demo_server.client() as colleague:
            assert colleague.get(f"/label/remove/{tag}").json()["ret_code"] == "000000"
        job = await one.until(job_id)
        failures = await one.failures(job_id)
        assert job.state is JobState.DONE
        assert job.done >= 60
        assert job.done + job.failed == job.total
        assert {getattr(failure.error, "ret_code", "") for failure in failures} == {"510004"}


async def test_pause_holds_and_resume_goes_on(demo_server: DemoHandle, tmp_path: Path) -> None:
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        demo_server.misbehave("latency", "*update_biz_label", seconds=0.01)
        job_id = await one.start(TagCustomers(tuple(ids), add=(tag,)))
        await one.until(job_id, lambda job: job.done > 30)
        one.account.jobs.pause(job_id)
        await one.settled(lambda: one.account.jobs.due() is None)
        await one.until(job_id, lambda job: job.state is JobState.PAUSED)
        await asyncio.sleep(0.3)
        held = len(writes(demo_server))
        assert held < len(ids)
        await asyncio.sleep(0.3)
        assert len(writes(demo_server)) == held
        one.account.jobs.resume(job_id)
        job = await one.until(job_id, lambda job: job.state is JobState.DONE)
        assert job.failed == 0
        assert Counter(writes(demo_server)) == Counter(key for key in ids if tag not in before[key])


async def test_cancel_sends_no_more_and_undo_takes_back_what_was_sent(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    ids = demo_server.ids()
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        demo_server.misbehave("latency", "*update_biz_label", seconds=0.01)
        job_id = await one.start(TagCustomers(tuple(ids), add=(tag,)))
        await one.until(job_id, lambda job: job.done > 30)
        one.account.jobs.cancel(job_id)
        await one.until(job_id, lambda job: job.state is JobState.CANCELLED and job.done + job.failed < job.total)
        sent = len(writes(demo_server))
        assert sent < len(ids)
        truth = {key for key, tags in server_tags(demo_server, ids).items() if tag in tags}
        async with asyncio.timeout(10):
            while {  # noqa: ASYNC110 - the cache follows without a word
                key for key, tags in (await one.shown_tags(ids)).items() if tag in tags
            } != truth:
                await asyncio.sleep(0.1)
        await one.until(await one.undo(job_id))
        assert {key: set(tags) for key, tags in server_tags(demo_server, ids).items()} == {
            key: set(tags) for key, tags in before.items()
        }


async def test_ctrl_z_takes_a_job_back_and_redo_brings_it_again(demo_server: DemoHandle, tmp_path: Path) -> None:
    ids = demo_server.ids()[:40]
    before = server_tags(demo_server, ids)
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
        await one.done(TagCustomers(tuple(ids), add=(tag,)))
        labels: list[str | None] = []
        one.account.outbox.undo(answer=labels.append, failed=_raise)
        await one.settled(lambda: len(one.account.jobs.shown) == 2)
        await one.until(one.account.jobs.shown[-1].id)
        assert len(labels) == 1
        undone = server_tags(demo_server, ids)
        assert {key: set(tags) for key, tags in undone.items()} == {key: set(tags) for key, tags in before.items()}
        one.account.outbox.redo(answer=labels.append, failed=_raise)
        await one.settled(lambda: len(one.account.jobs.shown) == 3)
        await one.until(one.account.jobs.shown[-1].id)
        assert all(tag in tags for tags in server_tags(demo_server, ids).values())


async def test_a_tag_that_is_not_there_is_refused_before_anything_is_stored(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with desk(demo_server, tmp_path) as one:
        with pytest.raises(InvalidInput) as caught:
            await one.start(TagCustomers(("a",), add=("never-made",)))
        assert caught.value.word == "gone"
        assert one.account.jobs.shown == ()


def _raise(error: Exception) -> None:
    raise error
