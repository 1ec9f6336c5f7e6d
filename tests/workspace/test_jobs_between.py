"""A program that is killed between the journal and the cache: what was done is settled at the next start."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, Outcome
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.intents.following import SetStage
from desktop.domain.jobs.job import EditCustomers, JobRequest, TagCustomers
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk, desk, server_tags

DRIVER = Path(__file__).with_name("job_driver.py")
ROOT = str(Path(__file__).parents[2])
PENDING = "job:*"


async def held(one: Desk) -> int:
    """Return how many rows of jobs the cache shows as pending."""
    return await asyncio.wrap_future(one.account.files.write.submit(lambda file: file.edits.held(PENDING)))


async def end_rows(one: Desk, states: tuple[str, ...]) -> None:
    """Note in the journal alone that the rows of the first job ended, in these states by turns."""

    def settle(box: OutboxFile) -> None:
        (job,) = box.jobs.jobs()
        rows = box.jobs.rows(job.number, QUEUED)
        box.jobs.settle(job.number, [Outcome(row.place, states[row.place % len(states)]) for row in rows])

    await asyncio.wrap_future(one.account.files.outbox.submit(settle))


def of_stage(customers: tuple[str, ...], stage: str, _tag: str) -> JobRequest:
    return EditCustomers(customers, SetStage(customer="", stage=stage))


def of_tags(customers: tuple[str, ...], _stage: str, tag: str) -> JobRequest:
    return TagCustomers(customers, add=(tag,))


def looks(record: Any, stage: str, tag: str) -> bool:
    return record.text("stage_id") == stage or tag in record.ids("tags")


@pytest.mark.parametrize("request_of", [of_stage, of_tags])
async def test_rows_that_the_journal_knows_as_over_are_settled_at_the_next_start(
    demo_server: DemoHandle, tmp_path: Path, request_of: Any
) -> None:
    demo_server.reset(customers=60, tokens="many")
    async with desk(demo_server, tmp_path) as one:
        group = one.group(multiple=True)
        tag = one.tags_of(group.id)[0]
        stage = next(iter(one.account.collections.stages))
        before = await records(one, demo_server.ids())
        people = tuple(key for key in before if not looks(before[key], stage, tag))
        assert len(people) > 10
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        await one.start(request_of(people, stage, tag))
        await until_held(one, len(people))
        await end_rows(one, (DONE, REJECTED, QUEUED))
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        left = [key for place, key in enumerate(people) if place % 3 == 2]
        await until_held(one, len(left))
        after = await records(one, people)
        assert [key for key in people if looks(after[key], stage, tag)] == [
            key for place, key in enumerate(people) if place % 3 != 1
        ]
        # What is settled stands in the record itself, and no fold outlives its grace.
        one.clock.offset += 120
        await asyncio.wrap_future(one.account.files.write.submit(lambda file: file.edits.expire(int(one.clock()))))
        assert await records(one, people) == after


async def records(one: Desk, people: Any) -> dict[str, Any]:
    found = await asyncio.wrap_future(one.account.files.look_up.submit(lambda file: file.customers(people)))
    return {customer.id: customer for customer in found}


async def until_held(one: Desk, count: int) -> None:
    async with asyncio.timeout(20):
        while await held(one) != count:  # noqa: ASYNC110 - the cache tells nobody
            await asyncio.sleep(0.02)


async def test_a_dropped_tag_leaves_nothing_pending_when_it_is_killed_between_the_two(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=80, tokens="many")
    folder = tmp_path / "p"
    async with desk(demo_server, folder) as one:
        group = one.group(multiple=True)
        tag = one.tags_of(group.id)[0]
    had = [key for key, tags in server_tags(demo_server, demo_server.ids()).items() if tag in tags]
    assert had
    command = [sys.executable, str(DRIVER), str(folder), demo_server.url, demo_server.appid, demo_server.app_key]
    nobody = tmp_path / "nobody.json"
    nobody.write_text("[]", "utf-8")
    wanted = json.dumps({"op": "remove_tag", "tag": tag})
    environment = {**os.environ, "PYTHONPATH": ROOT, "END_BETWEEN": "1"}
    # A killed client leaves half a request behind.
    demo_server.expect_broken()
    driver = await asyncio.create_subprocess_exec(*command, str(nobody), wanted, env=environment)
    assert await asyncio.wait_for(driver.wait(), 60) == -signal.SIGKILL
    async with desk(demo_server, folder, pulls=False, online=False) as one:
        await until_held(one, 0)
        shown = await one.shown_tags(had)
        assert all(tag not in tags for tags in shown.values())
