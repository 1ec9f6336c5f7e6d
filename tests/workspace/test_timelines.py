"""A customer's history: at once from the cache, brought up to date page by page, readable with no server."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.token import Token
from desktop.domain.errors import Offline
from desktop.workspace.account import Account
from desktop.workspace.timeline import fetching as timelinefetch
from desktop.workspace.timeline.fetching import HistoryFetch
from desktop.workspace.timeline.timelines import Timeline
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import TokenKeeper
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, MemoryTokens, profile_of


class Reader:
    """An account whose histories come from the demo server, and one history that is open."""

    def __init__(self, demo: DemoHandle, folder: Path) -> None:
        self.demo = demo
        post = asyncio.get_running_loop().call_soon_threadsafe
        self.account = Account.open(profile_of(demo), folder, KEY, post=post)
        tokens = TokenKeeper(MemoryTokens(), self._mint, FileLock(folder / "token.lock"))
        self.client = SobotClient(demo.url, tokens)
        self.told = 0
        self.now = 1000.0

    def go_online(self) -> None:
        self.account.timelines.server = HistoryFetch(
            self.client.follow_up, self.account.files.write, lambda: self.now
        )

    async def open(self, customer: str) -> Timeline:
        """Open a history and wait for what the cache holds of it."""
        timeline = self.account.timelines.open(customer, self._hear)
        async with asyncio.timeout(10):
            while not timeline.loaded:  # noqa: ASYNC110 - told by a callback
                await asyncio.sleep(0.005)
        return timeline

    def write(self, customer: str, *texts: str) -> None:
        """Write records as a colleague would."""
        with self.demo.client() as http:
            for text in texts:
                reply = http.post("/user_stage/record_save", json={"userid": customer, "content": text})
                assert reply.json()["ret_code"] == "000000"

    async def close(self) -> None:
        await self.client.aclose()
        await self.account.close()

    def _hear(self) -> None:
        self.told += 1

    async def _mint(self, offset: float) -> Token:
        return await mint(self.demo.url, self.demo.appid, self.demo.app_key, clock_offset=offset)


@pytest.fixture
async def reader(demo_server: DemoHandle, tmp_path: Path) -> AsyncIterator[Reader]:
    demo_server.reset(customers=10, tokens="many")
    made = Reader(demo_server, tmp_path)
    made.go_online()
    yield made
    await made.close()


def server(demo: DemoHandle, customer: str) -> list[dict[str, Any]]:
    """Return a history as a client without any of ours reads it."""
    with demo.client() as http:
        params = {"userid": customer, "page_no": 1, "page_size": 1000}
        return list(http.get("/user_dynamic/list_by_page", params=params).json()["items"])


def notes(timeline: Timeline) -> list[str]:
    return [one.note for one in timeline.entries]


async def test_what_was_fetched_is_there_without_a_server(reader: Reader, tmp_path: Path) -> None:
    customer = reader.demo.ids()[0]
    reader.write(customer, "called", "called again")
    timeline = await reader.open(customer)
    assert not timeline.entries
    assert timeline.state.fetched is None
    await reader.account.timelines.refresh(timeline)
    assert {one.id for one in timeline.entries} == {str(one["id"]) for one in server(reader.demo, customer)}
    assert timeline.state.complete
    assert timeline.state.fetched == 1000
    assert reader.told > 2
    await reader.account.close()

    again = Reader(reader.demo, tmp_path)
    offline = await again.open(customer)
    assert offline.entries == timeline.entries
    assert (offline.state.complete, offline.state.fetched) == (True, 1000)
    await again.account.timelines.refresh(offline)
    assert offline.error is None
    await again.close()


async def test_an_answer_that_does_not_come_leaves_what_is_here_and_says_why(reader: Reader) -> None:
    customer = reader.demo.ids()[0]
    reader.write(customer, "called")
    timeline = await reader.open(customer)
    await reader.account.timelines.refresh(timeline)
    before = list(timeline.entries)
    await reader.client.aclose()
    reader.client = SobotClient("http://127.0.0.1:9", MemoryTokenSource())
    reader.go_online()
    await reader.account.timelines.refresh(timeline)
    assert isinstance(timeline.error, Offline)
    assert timeline.entries == before
    assert not timeline.asking


class MemoryTokenSource:
    """A token that nobody asked for."""

    async def token(self) -> str:
        return "token"

    async def refused(self, token: str) -> None:
        raise AssertionError(token)


async def test_a_long_history_comes_page_by_page_and_goes_on_after_a_restart(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timelinefetch, "SIZE", 10)
    customer = reader.demo.ids()[1]
    reader.write(customer, *(f"note {number}" for number in range(35)))
    timelines = reader.account.timelines
    timeline = await reader.open(customer)
    await timelines.refresh(timeline)
    assert len(timeline.entries) == 10
    assert timeline.has_more
    await timelines.older(timeline)
    assert len(timeline.entries) == 20
    await reader.account.close()

    # Eleven more were written meanwhile: all of them come at once, no page of the old ones is asked for again.
    reader.write(customer, *(f"later {number}" for number in range(11)))
    again = Reader(reader.demo, tmp_path)
    again.go_online()
    timeline = await again.open(customer)
    await again.account.timelines.refresh(timeline)
    assert sum("later" in one for one in notes(timeline)) == 11
    asked = len(reader.demo.requests("user_dynamic/list_by_page"))
    while timeline.has_more:
        await again.account.timelines.older(timeline)
    truth = {str(one["id"]) for one in server(reader.demo, customer)}
    assert {one.id for one in timeline.entries} == truth
    pages = len(reader.demo.requests("user_dynamic/list_by_page")) - asked
    assert pages <= 1 + len(truth) // 10
    await again.close()


async def test_spoiled_entries_cost_only_themselves(reader: Reader) -> None:
    customer = reader.demo.ids()[2]
    reader.write(customer, *(f"note {number}" for number in range(30)))
    truth = {str(one["id"]) for one in server(reader.demo, customer)}
    for kind in ("bad_records", "wrong_types", "surrogates"):
        reader.demo.misbehave(kind, path="*user_dynamic/list_by_page", share=0.3)
        timeline = await reader.open(customer)
        await reader.account.timelines.refresh(timeline)
        # One of the bad records has an id and so counts as an entry.
        assert truth <= {one.id for one in timeline.entries}
        assert len(timeline.entries) <= len(truth) + 2
        assert timeline.state.complete
        reader.demo.behave()


async def test_the_cache_is_read_in_pieces(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.workspace.timeline.timelines.BLOCK", 5)
    customer = reader.demo.ids()[3]
    reader.write(customer, *(f"note {number}" for number in range(12)))
    first = await reader.open(customer)
    await reader.account.timelines.refresh(first)
    timeline = await reader.open(customer)
    assert len(timeline.entries) == 5
    async with asyncio.timeout(10):
        while not timeline.is_read:
            timeline.read_on()
            await asyncio.sleep(0.005)
    assert timeline.entries == first.entries
    assert not timeline.has_more
