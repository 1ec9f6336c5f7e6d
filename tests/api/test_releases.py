"""The question for a newer version, over real sockets."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest

from desktop import __version__
from desktop.api.releases import latest_release
from desktop.domain.errors import AppError, InvalidInput, Offline
from desktop.domain.releases import NoRelease, Release

GOOD = b'{"tag_name": "v9.1.0", "html_url": "https://example.com/v9.1.0"}'


def reply(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return an HTTP answer."""
    head = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", "connection: close", *headers, "", ""]
    return "\r\n".join(head).encode() + body


@dataclass
class Feed:
    """A server that answers every request with the same bytes, and keeps what was asked."""

    address: str = ""
    answer: bytes = reply(GOOD)
    asked: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(self.answer)
        await writer.drain()
        writer.close()


@pytest.fixture
async def feed() -> AsyncIterator[Feed]:
    made = Feed()
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/kefu/latest"
        yield made


async def test_the_release_is_read_and_nothing_about_the_user_is_sent(feed: Feed) -> None:
    assert await latest_release(feed.address) == Release("9.1.0", "https://example.com/v9.1.0")
    (request,) = feed.asked
    line, *headers = request.strip().split("\r\n")
    assert line == "GET /kefu/latest HTTP/1.1"
    sent = {name.lower(): value for name, _, value in (header.partition(": ") for header in headers)}
    assert sent.pop("user-agent") == f"kefu-desk/{__version__}"
    assert set(sent) <= {"host", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"<html>Log in</html>"),
        reply(b"{"),
        reply(b"[]"),
        reply(b"\xff\xfe"),
        reply(b"[" * 100_000),
        reply(GOOD, "404 Not Found"),
        reply(GOOD, "500 Oops"),
        reply(b"", "302 Found", "location: https://example.com/elsewhere"),
        reply(b"not gzip", "200 OK", "content-encoding: gzip"),
        reply(json.dumps({"tag_name": "9.0", "x": "y" * 20_000_000}).encode()),
    ],
    ids=["html", "cut", "list", "bytes", "deep", "404", "500", "redirect", "gzip", "large"],
)
async def test_any_other_answer_is_no_release(feed: Feed, answer: bytes) -> None:
    feed.answer = answer
    with pytest.raises(NoRelease):
        await latest_release(feed.address)
    assert len(feed.asked) == 1


async def test_a_server_that_hangs_up_is_a_failure_of_the_network(feed: Feed) -> None:
    feed.answer = b""
    with pytest.raises(Offline):
        await latest_release(feed.address)


async def test_nobody_there_is_a_failure_of_the_network(unused_tcp_port_factory: Callable[[], int]) -> None:
    with pytest.raises(Offline):
        await latest_release(f"http://127.0.0.1:{unused_tcp_port_factory()}/")


@pytest.mark.parametrize(
    "address", ["", "http://example.com/x", "ftp://example.com", "https://a:b@example.com/", "x"]
)
async def test_only_https_is_asked(address: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        await latest_release(address)
    assert isinstance(raised.value, AppError)
