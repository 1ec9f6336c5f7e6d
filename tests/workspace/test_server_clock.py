"""The server's time is told by its replies: what is noted of a call is right however this clock is set."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from desktop.api.client import SobotClient
from desktop.api.token import Token
from desktop.domain.edits.outbox import State
from desktop.domain.errors import AppError, Sent
from desktop.domain.intents.following import AddRecord
from desktop.workspace.push.kinds import records
from desktop.workspace.serverclock import ClockedSender, ServerTime
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import TokenKeeper
from desktop.workspace.token.rules import Kept
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import pushing
from tests.workspace.rig import MemoryTokens

DAY = 86_400.0


@asynccontextmanager
async def server_time(
    demo: DemoHandle, folder: Path, clock: Callable[[], float], taught: float
) -> AsyncIterator[ServerTime]:
    """Tell the server's time to somebody who holds a token that taught `taught`."""
    now = clock()
    tokens = TokenKeeper(
        MemoryTokens(Kept(demo.token(), now, now + DAY, taught)), _never, FileLock(folder / "lock"), clock=clock
    )
    sender = ClockedSender(demo.url)
    client = SobotClient(demo.url, tokens, sender=sender)
    try:
        yield ServerTime(sender, tokens, clock, client.follow_up.stages)
    finally:
        await sender.aclose()


async def _never(_offset: float) -> Token:
    raise AssertionError("the token is good")


@pytest.mark.parametrize("ahead", [DAY, -DAY, 3_600.0])
async def test_a_clock_that_was_set_before_the_start_is_found_out_before_the_first_edit(
    ahead: float, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with server_time(demo_server, tmp_path, lambda: time.time() + ahead, 0.0) as of_server:
        assert abs(await of_server.offset() + ahead) < 30


async def test_a_clock_that_is_set_later_is_found_out_too(demo_server: DemoHandle, tmp_path: Path) -> None:
    ahead = 0.0
    async with server_time(demo_server, tmp_path, lambda: time.time() + ahead, 0.0) as of_server:
        assert await of_server.offset() == 0.0
        ahead = DAY
        assert abs(of_server.ahead() + ahead) < 30


async def test_what_a_token_taught_holds_while_the_clock_goes_on(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with server_time(demo_server, tmp_path, time.time, 0.25) as of_server:
        assert await of_server.offset() == 0.25


async def test_a_server_that_does_not_say_leaves_the_edit_unsent(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.misbehave("error_before", "*/user_stage/*")
    async with server_time(demo_server, tmp_path, time.time, 0.0) as of_server:
        with pytest.raises(AppError) as met:
            await of_server.offset()
        assert met.value.sent is Sent.NO


async def test_no_wait_grows_when_the_clock_is_set_back(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "WAITS", (0.5, 0.5))
    demo_server.reset(customers=10, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("cut_before", "*/user_stage/record_save", count=1)
        await rig.submit(AddRecord(customer=demo_server.ids()[0], content="call"))
        while not any(one.state is State.UNKNOWN for one in rig.account.outbox.entries()):  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        rig.clock_set = -DAY
        await rig.quiet(60)
        assert [one.params["content"] for one in demo_server.ledger("user_stage/record_save")] == ["call"]
