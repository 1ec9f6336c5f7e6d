"""A client on the demo server, with a token source that mints when it is refused."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from tests.demo_control import DemoHandle


class Minting:
    """A token source of the plainest kind: one token, a new one when it was refused."""

    def __init__(self, server: DemoHandle) -> None:
        self.server = server
        self.minted = 0
        self.value = ""

    async def token(self) -> str:
        if not self.value:
            minted = await mint(self.server.url, self.server.appid, self.server.app_key)
            self.minted += 1
            self.value = minted.value
        return self.value

    async def refused(self, token: str) -> None:
        if token == self.value:
            self.value = ""


class Slept:
    """A sleep that only notes how long it was to be."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)


Clients = Callable[..., SobotClient]


@pytest.fixture
def tokens(demo_server: DemoHandle) -> Minting:
    return Minting(demo_server)


@pytest.fixture
def slept() -> Slept:
    return Slept()


@pytest.fixture
async def clients(demo_server: DemoHandle, tokens: Minting, slept: Slept) -> AsyncIterator[Clients]:
    """Build clients on the demo server that are closed at the end."""
    async with AsyncExitStack() as stack:

        def build(**given: Any) -> SobotClient:
            client = SobotClient(
                demo_server.url, tokens, **{"language": "en", "sleep": slept, "random": lambda: 0.0, **given}
            )
            stack.push_async_callback(client.aclose)
            return client

        yield build


@pytest.fixture
def client(clients: Clients) -> SobotClient:
    return clients()
