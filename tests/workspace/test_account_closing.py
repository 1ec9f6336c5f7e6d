"""An account is closed in the middle of what it does: in time, and nothing of it goes on."""

import asyncio
import time
from pathlib import Path

import pytest

from desktop.workspace.account import Account
from desktop.workspace.pace import Pace
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, opened, profile_of, until


async def test_it_closes_within_two_seconds_in_the_middle_of_a_pull(
    tmp_path: Path, demo_server: DemoHandle
) -> None:
    demo_server.reset(customers=3000)
    demo_server.misbehave("latency", "*/list_by_page", seconds=20, skip=3)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        pulling = asyncio.ensure_future(account.pull())
        await until(account, lambda status: status.progress is not None)
        began = time.monotonic()
        await account.close()
        assert time.monotonic() - began < 2.5
        assert await pulling is False


@pytest.mark.parametrize("turns", range(8))
async def test_a_click_in_the_moment_of_closing_leaves_nothing_running(
    tmp_path: Path, demo_server: DemoHandle, turns: int
) -> None:
    demo_server.misbehave("cut_before", "*")
    account = Account.open(
        profile_of(demo_server), tmp_path, KEY, post=asyncio.get_running_loop().call_soon_threadsafe
    )
    await account.connect(demo_server.app_key, pace=Pace(pull=600, first=600, longest=600))
    await until(account, lambda status: status.connection == "offline")
    closing = asyncio.ensure_future(account.close())
    for _ in range(turns):
        await asyncio.sleep(0)
    clicked = asyncio.ensure_future(account.pull())
    await closing
    left = asyncio.all_tasks() - {asyncio.current_task(), clicked}
    clicked.cancel()
    assert not left
