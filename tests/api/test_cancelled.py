"""Callers that leave: their requests go on to their end, and no connection is lost."""

import asyncio
import os
import random
from collections import Counter
from typing import Any

import httpx
import pytest

from desktop.api.client import SobotClient
from tests.demo_control import DemoHandle

CALLERS = int(os.environ.get("KEFU_CALLERS", "2000"))


def connections(client: SobotClient) -> list[Any]:
    """Return what the pool below holds: httpx has no public way to ask."""
    inner: httpx.AsyncClient = client._sender._client
    transport: Any = inner._transport
    return list(transport._pool.connections)


async def left_at_random(client: SobotClient, chance: random.Random) -> str:
    """Make a call; every second caller is cancelled somewhere on the way."""
    task = asyncio.ensure_future(client.dictionaries.sources())
    if chance.random() < 0.5:
        for _ in range(chance.randrange(0, 40)):
            await asyncio.sleep(0)
        await asyncio.sleep(chance.choice((0, 0, 0.001, 0.004)))
        task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return "cancelled"
    return "answered"


@pytest.mark.timeout(600)
async def test_cancelled_callers_leak_no_connection(client: SobotClient, demo_server: DemoHandle) -> None:
    chance = random.Random(7)
    await client.dictionaries.sources()
    ends: Counter[str] = Counter()
    for _ in range(CALLERS // 50):
        ends.update(await asyncio.gather(*(left_at_random(client, chance) for _ in range(50))))
    await asyncio.sleep(0.3)
    print(f"{CALLERS} callers: {dict(ends)}")
    assert ends["cancelled"] > CALLERS // 5
    assert [each for each in connections(client) if not each.is_idle()] == []
    assert len(connections(client)) <= 4
    assert await asyncio.wait_for(client.dictionaries.sources(), 5)
    assert demo_server.most_in_flight() <= 4


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
