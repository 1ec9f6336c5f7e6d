"""A pull in the process of the test: real files, the demo server over a socket, no child to wait for."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.token import Token
from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.domain.apperror import AppError
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.dictionaries import Region
from desktop.workspace.pull.apisource import ApiSource
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.meter import Meter
from desktop.workspace.pull.pull import Listeners, Pull
from desktop.workspace.serverclock import ClockedSender
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import TokenKeeper
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, MemoryTokens

T = TypeVar("T")
_YEARS = 10 * 365 * 86_400


@dataclass
class PullRig:
    """One cache and the client that fills it; `heard` are the changes told, `kinds` the small tables."""

    demo: DemoHandle
    lane: Lane[CacheFile]
    client: SobotClient
    sender: ClockedSender
    heard: list[Change] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    at_change: Callable[[Change], None] = lambda _change: None

    async def pull(self, *, full: bool = False) -> AppError | None:
        """Pull as the child does; return what a person should know."""

        def changed(change: Change) -> None:
            self.heard.append(change)
            self.at_change(change)

        tell = Listeners(changed, self.kinds.append)
        source = ApiSource(self.client, self.sender)
        pull = Pull(self.client, source, CacheLane(self.lane), Meter(lambda _: None), "zh", tell)
        return await pull.run(full=full)

    async def ask(self, function: Callable[[CacheFile], T]) -> T:
        """Ask the cache something."""
        return await asyncio.wrap_future(self.lane.submit(function))

    async def customers(self, *ids: str) -> Sequence[Customer]:
        """Return customers as the cache shows them."""
        return await self.ask(lambda file: file.customers(ids))

    async def ids(self) -> set[str]:
        """Return whom the cache holds."""
        return set(await self.ask(lambda file: file.unseen(10**9)))

    async def stages(self) -> dict[str, str]:
        """Return the stages of all customers, as far as they have one."""
        customers = await self.customers(*await self.ids())
        return {one.id: stage for one in customers if (stage := one.text("stage_id"))}

    async def server_stages(self) -> dict[str, str]:
        """Return the same as the server has it."""
        return {one: stage for one in self.demo.ids() if (stage := self.demo.stage(one))}


@asynccontextmanager
async def pulls(demo: DemoHandle, folder: Path) -> AsyncIterator[PullRig]:
    """Open a cache in `folder`; the regions are there already, their hundreds of calls tell nothing."""

    async def token(offset: float) -> Token:
        return await mint(demo.url, demo.appid, demo.app_key, clock_offset=offset)

    post = asyncio.get_running_loop().call_soon_threadsafe
    lane = Lane(lambda: CacheFile.open(folder / "cache.db", KEY), post)
    sender = ClockedSender(demo.url)
    client = SobotClient(demo.url, TokenKeeper(MemoryTokens(), token, FileLock(folder / "lock")), sender=sender)
    rig = PullRig(demo, lane, client, sender)
    try:
        await rig.ask(
            lambda file: file.put_dictionary("region", "zh", [Region("1", "R")], int(time.time()) + _YEARS)
        )
        yield rig
    finally:
        lane.close()
        await sender.aclose()
