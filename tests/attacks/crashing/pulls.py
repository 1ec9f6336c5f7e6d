"""Pulls whose process is killed at a random moment while customers change and arrive."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import Interrupted
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, Puller

_LONGEST = 1.5
_LET_THROUGH = 20


async def attack(demo: DemoHandle, folder: Path, kills: int, seed: int) -> AsyncIterator[str]:
    """Kill so many pulls; yield what is wrong with the cache after each, and with what the last one brought."""
    chance = random.Random(seed)
    puller = Puller(demo, folder)
    demo.churn(changes=1, additions=1, seed=seed)
    seen: set[str] = set()
    for number in range(kills):
        pulling = asyncio.ensure_future(puller.pull(full=number % 3 == 0))
        await asyncio.wait([pulling], timeout=chance.random() * _LONGEST)
        if puller.process is not None and number % _LET_THROUGH:
            puller.process.kill()
        with suppress(Interrupted):
            await pulling
        for wrong in looked_over(folder):
            yield wrong
        ids = puller.ids() if (folder / "cache.db").exists() else set()
        if seen - ids:
            yield f"{len(seen - ids)} customers were there before the kill"
        seen = ids
    demo.churn()
    await puller.pull(full=True)
    wanted = set(demo.ids())
    if puller.ids() != wanted:
        yield f"{len(wanted - puller.ids())} customers missed, {len(puller.ids() - wanted)} too many"


def looked_over(folder: Path) -> list[str]:
    """Return what is wrong with the cache of a folder."""
    if not (folder / "cache.db").exists():
        return []
    file = CacheFile.open(folder / "cache.db", KEY)
    try:
        return file.check()
    finally:
        file.close()
