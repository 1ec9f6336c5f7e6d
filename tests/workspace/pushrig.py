"""An account whose outbox is sent to the demo server, by a client with a deadline and tokens of the test's own."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.sender import Sender
from desktop.api.token import Token
from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.workspace.account import Account
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.pusher import Pusher, PushTimes
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import TokenKeeper
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, MemoryTokens, profile_of

PACE = PushPace(first=0.03, longest=0.3, absent=0.05, poll=0.2)


@dataclass
class Rig:
    """One account and what sends its edits; `later` ages the token, `clock_set` is added to the pusher's clock."""

    demo: DemoHandle
    account: Account
    tokens: TokenKeeper
    client: SobotClient
    pusher: Pusher | None = None
    later: float = 0.0
    clock_set: float = 0.0
    met: list[AppError | None] = field(default_factory=list)

    def connect(self, pace: PushPace = PACE) -> Pusher:
        """Begin to send."""
        self.pusher = Pusher(
            self.account.outbox,
            self.account.files,
            self.client,
            PushTimes(lambda: time.time() + self.clock_set, self._offset),
            language="zh",
            tables_changed=self._tables_changed,
            met=self.met.append,
            pace=pace,
        )
        self.pusher.start()
        return self.pusher

    async def fetch(self) -> None:
        """Put tags and some customers of the server into the cache, as a pull would."""
        groups = [group async for group in self.client.tag_groups.all()]
        tags = [tag for group in groups async for tag in self.client.tags.all(group.id)]
        page = await self.client.customers.list(number=1, size=100)
        now = int(time.time())
        for kind, entries in (("tag_group", groups), ("tag", tags)):
            await self.write(CacheFile.put_dictionary, kind, "zh", entries, now)
            self.account.note_dictionary(kind)
        await self.write(CacheFile.write_page, page.items)
        await self.settled_screen()

    async def write(self, function: object, *arguments: object) -> object:
        return await asyncio.wrap_future(self.account.files.write.submit(function, *arguments))  # type: ignore[arg-type]

    async def submit(self, *intents: Intent, label: str = "edit") -> Sequence[Entry]:
        """Store edits as one gesture."""
        stored: asyncio.Future[Sequence[Entry]] = asyncio.get_running_loop().create_future()
        self.account.outbox.submit(intents, label=label, answer=stored.set_result, failed=stored.set_exception)
        return await stored

    async def decide(self, method: str, *arguments: object) -> None:
        """Call retry, replace, resolve or discard, and wait until it is done."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        function = getattr(self.account.outbox, method)
        function(*arguments, answer=lambda: done.set_result(None), failed=done.set_exception)
        await done

    async def turn(self, method: str) -> str | None:
        """Call undo or redo; return the label."""
        done: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        getattr(self.account.outbox, method)(answer=done.set_result, failed=done.set_exception)
        return await done

    async def quiet(self, seconds: float = 20.0) -> None:
        """Wait until nothing waits that settles by itself."""
        assert self.pusher is not None
        await self.pusher.ready()
        async with asyncio.timeout(seconds):
            while not self.pusher.is_quiet:  # noqa: ASYNC110 - what it waits for has no event
                await asyncio.sleep(0.01)
        await self.settled_screen()

    async def settled_screen(self) -> None:
        """Wait until what was asked of the cache so far is shown."""
        await self.write(lambda _: None)
        await asyncio.wrap_future(self.account.files.look_up.submit(lambda _: None))
        for _ in range(5):
            await asyncio.sleep(0)

    async def customer(self, customer_id: str) -> Customer:
        """Return a customer as it is shown."""
        found: asyncio.Future[Customer | None] = asyncio.get_running_loop().create_future()
        self.account.customer(customer_id, found.set_result)
        customer = await found
        assert customer is not None
        return customer

    async def shown_tags(self, customer_id: str) -> tuple[str, ...]:
        return (await self.customer(customer_id)).ids("tags")

    def server_tags(self, customer_id: str) -> tuple[str, ...]:
        return tuple(one for one in self.demo.customer(customer_id).get("biz_label", "").split(",") if one)

    def server_groups(self) -> dict[str, dict[str, object]]:
        """Return the server's groups by name, as a client without any of ours reads them."""
        with self.demo.client() as http:
            items = http.get("/label_group/list", params={"page_no": 1, "page_size": 1000}).json()["items"]
        return {item["name"]: item for item in items}

    def server_names(self, group_id: str) -> list[str]:
        """Return the names of the tags of a group on the server."""
        with self.demo.client() as http:
            params = {"groupid": group_id, "page_no": "1", "page_size": "1000"}
            reply = http.get("/label/list", params=params).json()
        return [item["name"] for item in reply.get("items") or ()]

    async def close(self) -> None:
        if self.pusher is not None:
            await self.pusher.close()
        await self.account.close()

    def _tables_changed(self) -> None:
        for kind in ("tag_group", "tag"):
            self.account.note_dictionary(kind)

    async def _offset(self) -> float:
        await self.tokens.token()
        return self.tokens.offset


@asynccontextmanager
async def pushing(
    demo: DemoHandle, folder: Path, *, online: bool = True, deadline: float = 10.0, pace: PushPace = PACE
) -> AsyncIterator[Rig]:
    """Open an account in `folder`, with the server's tags and customers in its cache, and send when `online`."""

    async def token(offset: float) -> Token:
        return await mint(demo.url, demo.appid, demo.app_key, clock_offset=offset)

    account = Account.open(profile_of(demo), folder, KEY, post=asyncio.get_running_loop().call_soon_threadsafe)
    tokens = TokenKeeper(
        MemoryTokens(), token, FileLock(folder / "token.lock"), clock=lambda: time.time() + rig.later
    )
    sender = Sender(demo.url, deadline=deadline)
    client = SobotClient(demo.url, tokens, sender=sender)
    rig = Rig(demo, account, tokens, client)
    try:
        if online:
            await rig.fetch()
            rig.connect(pace)
        yield rig
    finally:
        await rig.close()
        await sender.aclose()


def multiple_tags(rig: Rig) -> list[str]:
    """Return the tags of groups that allow several."""
    tables = rig.account.collections
    return [tag.id for tag in tables.tags.values() if tables.tag_groups[tag.group_id].multiple]
