"""Requests of which half the callers are cancelled, somewhere on the way: no connection may be lost.

`python -m tests.attacks.callers --requests 100000` prints the row and ends with 1 when one was.
"""

import argparse
import asyncio
import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx

from desktop.api.client import SobotClient
from desktop.api.token import FixedToken
from desktop.api.width import MOST
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

SHORT, LONG = 2_000, 100_000
_AT_ONCE = 50


def connections(client: SobotClient) -> list[Any]:
    """Return what the pool below holds: httpx has no public way to ask."""
    inner: httpx.AsyncClient = client._sender._client
    transport: Any = inner._transport
    return list(transport._pool.connections)


async def attack(client: SobotClient, demo: DemoHandle, requests: int, seed: int) -> Row:
    """Make so many calls, cancel every second caller, and look what is left of the connections."""
    chance = random.Random(seed)
    await client.dictionaries.sources()
    ends: Counter[str] = Counter()
    for _ in range(requests // _AT_ONCE):
        ends.update(await asyncio.gather(*(_left_at_random(client, chance) for _ in range(_AT_ONCE))))
    busy = await _still_busy(client)
    beyond = max(0, len(connections(client)) - MOST) + max(0, demo.most_in_flight() - MOST)
    answered = await asyncio.wait_for(client.dictionaries.sources(), 30)
    return Row(
        "callers that leave",
        ends.total(),
        busy + beyond + (not answered),
        said=f"{ends['cancelled']:,} cancelled, {busy} connections leaked, {len(connections(client))} kept",
    )


async def _left_at_random(client: SobotClient, chance: random.Random) -> str:
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


async def _still_busy(client: SobotClient) -> int:
    """Return how many connections never come to rest, though their callers are gone."""
    for _ in range(500):
        busy = [each for each in connections(client) if not each.is_idle()]
        if not busy:
            return 0
        await asyncio.sleep(0.01)
    return len(busy)


async def _on(demo: DemoHandle, requests: int, seed: int) -> Row:
    client = SobotClient(demo.url, FixedToken(demo.token()))
    try:
        return await attack(client, demo, requests, seed)
    finally:
        await client.aclose()


def rows(asked: Asked) -> Iterator[Row]:
    """Attack a server of its own."""
    with running("--customers", "10") as demo:
        yield asyncio.run(_on(demo, asked.sized(SHORT, LONG), asked.seed))


def main() -> int:
    """Attack, print what came of it; 1 when a connection was lost."""
    parser = argparse.ArgumentParser(description="cancel half of all callers")
    parser.add_argument("--requests", type=int, default=LONG)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with running("--customers", "10") as demo:
        return ended([asyncio.run(_on(demo, given.requests, given.seed))])


if __name__ == "__main__":
    sys.exit(main())
