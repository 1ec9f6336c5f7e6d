"""Jobs of any edit over many customers, against the demo server."""

from collections import Counter
from pathlib import Path

import pytest

from desktop.domain.errors import Irrevocable
from desktop.domain.intents.following import AddRecord, Recycle, SetStage
from desktop.domain.jobs.job import EditCustomers, JobState
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk, desk

SETTING = "user_stage/stage_save"
RECORDING = "user_stage/record_save"


def written(demo: DemoHandle, endpoint: str) -> Counter[str]:
    """Return how often each customer was written."""
    return Counter(one.params["userid"] for one in demo.ledger(endpoint))


def stages(one: Desk) -> list[str]:
    return list(one.account.collections.stages)


async def test_a_stage_is_set_once_for_each_and_undone(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=60, tokens="many")
    ids = demo_server.ids()
    before = {one: demo_server.stage(one) for one in ids}
    async with desk(demo_server, tmp_path) as one:
        stage = next(key for key in stages(one) if key in before.values())
        so = [key for key in ids if before[key] == stage]
        request = EditCustomers((*ids, "nobody-here"), SetStage(customer="", stage=stage))
        run = await one.plan(request)
        assert (run.total, run.unknown, run.already, run.changing) == (61, 1, len(so), 60 - len(so))
        assert run.about == ("set_stage", one.account.collections.stages[stage].name)
        job = await one.done(request)
        assert (job.state, job.done, job.failed, job.error) == (JobState.DONE, 60 - len(so), 0, None)
        assert {demo_server.stage(key) for key in ids} == {stage}
        assert written(demo_server, SETTING) == Counter(key for key in ids if key not in so)
        back = await one.until(await one.undo(job.id))
        assert (back.state, back.failed) == (JobState.DONE, 0)
        had = [key for key in ids if before[key]]
        assert {key: demo_server.stage(key) for key in had} == {key: before[key] for key in had}


async def test_answers_that_were_lost_are_found_out(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=40, tokens="many")
    ids = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        for place, fault in enumerate(("cut_after", "cut_before", "error_after", "html", "truncated")):
            demo_server.misbehave(fault, f"*{SETTING}", skip=4 + 5 * place, count=2)
        stage = stages(one)[0]
        job = await one.done(EditCustomers(tuple(ids), SetStage(customer="", stage=stage)))
        assert (job.state, job.failed) == (JobState.DONE, 0)
        assert {demo_server.stage(key) for key in ids} == {stage}
        assert max(written(demo_server, SETTING).values()) == 1


async def test_those_the_check_refuses_are_counted_with_the_reason(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=20, tokens="many")
    async with desk(demo_server, tmp_path) as one:
        run = await one.plan(EditCustomers(tuple(demo_server.ids()), SetStage(customer="", stage="gone")))
        ((error, count),) = run.refusals
        assert (run.changing, run.refused, count, run.calls) == (0, 20, 20, 0)
        assert error.field == "stage"


async def test_a_record_is_written_once_for_each(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=30, tokens="many")
    ids = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        job = await one.done(EditCustomers(tuple(ids), AddRecord(customer="", content="called back")))
        assert (job.state, job.done, job.failed) == (JobState.DONE, 30, 0)
        assert written(demo_server, RECORDING) == Counter(ids)


async def test_what_nothing_takes_back_says_so_before_and_offers_no_undo_after(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=24, tokens="many")
    ids = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        record = EditCustomers(tuple(ids), AddRecord(customer="", content="called back"))
        run = await one.plan(record)
        assert run.lasting == run.changing == 24
        job = await one.done(record)
        assert not job.can_undo
        with pytest.raises(Irrevocable):
            await one.undo(job.id)
        assert [view.id for view in one.account.jobs.shown] == [job.id]
        followed = [key for key in ids if demo_server.customer(key)["crm_status"] == 3]
        new = [key for key in ids if demo_server.customer(key)["crm_status"] == 1]
        some = EditCustomers((followed[0], *new), Recycle(customer=""))
        run = await one.plan(some)
        assert (run.lasting, run.changing) == (len(new), len(new) + 1)
        assert (await one.done(some)).can_undo
