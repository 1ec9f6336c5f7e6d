"""The look for a newer version: when, how often, and that it can be switched off."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from desktop.app.updates import Updates
from desktop.domain.errors import AppError
from desktop.domain.releases import ASKED_EVERY, Release
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import Preferences

NOW = 1_700_000_000


class Feed:
    """A release feed on loopback that counts the questions."""

    def __init__(self) -> None:
        self.version = "2.0.0"
        self.asked = 0
        self.address = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        body = f'{{"tag_name": "v{self.version}"}}'.encode()
        writer.write(b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()
        writer.close()


@pytest.fixture
async def feed() -> AsyncIterator[Feed]:
    made = Feed()
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/latest"
        yield made


@pytest.fixture
def preferences(tmp_path: Path) -> Iterator[LivePreferences]:
    def failed(error: AppError) -> None:
        raise error

    made = LivePreferences(tmp_path / "preferences.json", Preferences(), failed)
    yield made
    made.close()


class Desk:
    """The look with a clock that is set by hand, and what it told."""

    def __init__(self, preferences: LivePreferences) -> None:
        self.now = NOW
        self.told: list[str] = []
        self.updates = Updates(
            preferences, lambda release: self.told.append(release.version), clock=lambda: self.now, present="1.0.0"
        )


async def test_it_asks_once_a_day_and_tells_each_version_once(preferences: LivePreferences, feed: Feed) -> None:
    desk = Desk(preferences)
    preferences.change(update_address=feed.address)
    for _ in range(3):
        await desk.updates.look_when_due()
    assert (feed.asked, desk.told) == (1, ["2.0.0"])
    desk.now += ASKED_EVERY
    await desk.updates.look_when_due()
    assert (feed.asked, desk.told) == (2, ["2.0.0"])
    assert desk.updates.newer == Release("2.0.0")
    # A program that is started again the same day does not ask either.
    again = Desk(preferences)
    again.now = desk.now + 1
    await again.updates.look_when_due()
    assert feed.asked == 2


async def test_it_asks_nobody_without_an_address_or_when_switched_off(
    preferences: LivePreferences, feed: Feed
) -> None:
    desk = Desk(preferences)
    assert preferences.current.update_address == ""
    await desk.updates.look_when_due()
    preferences.change(update_address=feed.address, update_check=False)
    await desk.updates.look_when_due()
    assert (feed.asked, preferences.current.update_asked) == (0, 0)


async def test_the_same_or_an_older_version_is_no_news(preferences: LivePreferences, feed: Feed) -> None:
    desk = Desk(preferences)
    for version in ("1.0.0", "0.9.9"):
        feed.version = version
        assert await desk.updates.look(feed.address) is None
    assert desk.updates.newer is None


async def test_a_failure_is_silent_and_waits_for_the_next_day(preferences: LivePreferences, feed: Feed) -> None:
    desk = Desk(preferences)
    feed.version = "no version"
    preferences.change(update_address=feed.address)
    await desk.updates.look_when_due()
    await desk.updates.look_when_due()
    assert (feed.asked, desk.told) == (1, [])


async def test_it_goes_on_looking_while_the_program_runs(preferences: LivePreferences, feed: Feed) -> None:
    desk = Desk(preferences)
    preferences.change(update_address=feed.address)
    running = asyncio.create_task(desk.updates.run(first=0, again=0.01))
    while feed.asked < 2:
        desk.now += ASKED_EVERY
        await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert desk.told == ["2.0.0"]
