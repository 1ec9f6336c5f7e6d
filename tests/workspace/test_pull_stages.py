"""Stages of customers who change while they are read: the cache ends with what the server has."""

import asyncio
from pathlib import Path

import pytest

from desktop.domain.change import Change
from tests.demo_control import DemoHandle
from tests.workspace.pullrig import PullRig, pulls


def other_stage(rig: PullRig, who: str) -> str:
    with rig.demo.client() as http:
        stages = [one["id"] for one in http.get("/user_stage/query_list_by_type").json()["items"]]
    return next(one for one in stages if one != rig.demo.stage(who))


@pytest.mark.parametrize("customers", [60, 1500])
async def test_who_changed_a_moment_before_a_complete_pull_keeps_the_stage(
    customers: int, demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=customers, tokens="many")
    async with pulls(demo_server, tmp_path) as rig:
        who = [one for one in demo_server.ids() if demo_server.stage(one)][:5]
        for one in who[:3]:
            demo_server.change(one, remark="just now")
        for one in who[3:]:
            demo_server.change(one, stage=other_stage(rig, one))
        await rig.pull()
        held = await rig.stages()
        assert {one: held.get(one, "") for one in who} == {one: demo_server.stage(one) for one in who}


async def test_who_changed_a_moment_before_a_later_pull_has_the_new_stage(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=60, tokens="many")
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        for one in demo_server.ids()[:4]:
            demo_server.change(one, stage=other_stage(rig, one))
        await rig.pull()
        assert await rig.stages() == await rig.server_stages()


async def test_a_pull_that_ended_between_customers_and_their_stages_leaves_these_to_the_next(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=60, tokens="many")
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        who = next(one for one in demo_server.ids() if demo_server.stage(one))
        demo_server.change(who, stage=other_stage(rig, who))
        pulling = asyncio.ensure_future(rig.pull())

        def end(_change: Change) -> None:
            pulling.cancel()

        rig.at_change = end
        with pytest.raises(asyncio.CancelledError):
            await pulling
        assert (await rig.stages()).get(who) != demo_server.stage(who)
        rig.at_change = lambda _change: None
        await rig.pull()
        assert await rig.stages() == await rig.server_stages()
