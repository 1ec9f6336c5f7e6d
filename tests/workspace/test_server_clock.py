"""The server's time is told by its replies: what is noted of a call is right however this clock is set."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.api.request import Request
from desktop.domain.following_intents import AddRecord
from desktop.domain.outbox import State
from desktop.workspace.push.kinds import records
from desktop.workspace.serverclock import ClockedSender, steady
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import pushing

DAY = 86_400.0


async def learned(demo: DemoHandle, clock: Callable[[], float], known: float) -> float:
    sender = ClockedSender(demo.url)
    try:
        assert sender.offset(clock, known) == known, "nobody said anything yet"
        await sender.send(Request("GET", "/_demo/clock"))
        return sender.offset(clock, known)
    finally:
        await sender.aclose()


@pytest.mark.parametrize("ahead", [DAY, -DAY, 3_600.0])
async def test_a_clock_that_is_set_is_found_out_with_the_next_reply(ahead: float, demo_server: DemoHandle) -> None:
    began = steady()
    server = demo_server.now()

    def clock() -> float:
        return server + ahead + steady() - began

    assert abs(await learned(demo_server, clock, 0.0) + ahead) < 30


async def test_what_a_token_taught_holds_while_the_clock_goes_on(demo_server: DemoHandle) -> None:
    began = steady()
    server = demo_server.now()
    assert await learned(demo_server, lambda: server + steady() - began, 0.25) == 0.25


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
