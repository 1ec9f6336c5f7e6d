"""Callers that leave: their requests go on to their end, and no connection is lost."""

import asyncio
from typing import Any

import pytest

from desktop.api.client import SobotClient
from tests.attacks import callers
from tests.demo_control import DemoHandle


async def test_cancelled_callers_leak_no_connection(client: SobotClient, demo_server: DemoHandle) -> None:
    row = await callers.attack(client, demo_server, callers.SHORT, seed=7)
    assert row.held, row


async def test_a_request_goes_on_when_its_caller_leaves(client: SobotClient, demo_server: DemoHandle) -> None:
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/label_group/save", seconds=0.2)
    caller = asyncio.ensure_future(client.tag_groups.save("left behind", "#112233", ["a"]))
    await asyncio.sleep(0.1)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await client.aclose()
    assert [entry.params["name"] for entry in demo_server.ledger("label_group/save")] == ["left behind"]


async def test_who_leaves_while_waiting_sends_nothing(client: SobotClient, demo_server: DemoHandle) -> None:
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/provice", seconds=0.3)
    busy = [asyncio.ensure_future(client.dictionaries.provinces()) for _ in range(4)]
    await asyncio.sleep(0.05)
    waiting = asyncio.ensure_future(client.dictionaries.countries())
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.gather(*busy)
    assert demo_server.requests("get_country") == []


async def test_a_failure_after_the_caller_left_disturbs_nobody(
    client: SobotClient, demo_server: DemoHandle
) -> None:
    await client.dictionaries.sources()
    unhandled: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: unhandled.append(context))
    demo_server.misbehave("cut_after", "*/provice")
    demo_server.misbehave("latency", "*/provice", seconds=0.1)
    caller = asyncio.ensure_future(client.dictionaries.provinces())
    await asyncio.sleep(0.05)
    caller.cancel()
    await asyncio.sleep(0.3)
    assert unhandled == []
    assert await client.dictionaries.sources()
