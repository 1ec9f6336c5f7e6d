"""What goes wrong on the way becomes the right error, and says whether a write may have taken effect."""

import asyncio
import gzip
import socket
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.api.backoff import NO_REPEATS
from desktop.api.client import SobotClient
from desktop.api.request import get
from desktop.api.sender import Sender
from desktop.api.token import FixedToken
from desktop.domain.errors import (
    AppError,
    BadReply,
    Busy,
    ConnectFailed,
    Interrupted,
    InvalidInput,
    Offline,
    ProxyFailed,
    Sent,
    TimedOut,
    TlsFailed,
)
from desktop.domain.following.behaviour import FollowUpRecord
from tests.api.calls import ID
from tests.api.loopback import answering, http
from tests.demo_control import DemoHandle


async def arrived(server: DemoHandle, path: str, count: int) -> None:
    """Return once so many requests came to `path`."""
    for _ in range(1000):
        if len(server.requests(path)) >= count:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{path} was not asked {count} times")


GOOD = b'{"ret_code":"000000","items":[]}'


async def failing(client: SobotClient) -> AppError:
    with pytest.raises(AppError) as raised:
        await client.follow_up.add_record(FollowUpRecord(ID, "x"))
    return raised.value


@pytest.mark.parametrize(
    ("fault", "kind", "sent"),
    [
        ({"kind": "cut_before"}, Interrupted, Sent.UNKNOWN),
        ({"kind": "cut_after"}, Interrupted, Sent.UNKNOWN),
        ({"kind": "cut_within"}, Interrupted, Sent.UNKNOWN),
        ({"kind": "error_before", "status": 502}, Busy, Sent.UNKNOWN),
        ({"kind": "error_after", "status": 500}, Busy, Sent.UNKNOWN),
        ({"kind": "too_many", "seconds": 7}, Busy, Sent.NO),
        ({"kind": "code", "code": "999999"}, Busy, Sent.UNKNOWN),
        ({"kind": "html"}, BadReply, Sent.UNKNOWN),
        ({"kind": "redirect"}, BadReply, Sent.UNKNOWN),
        ({"kind": "truncated"}, BadReply, Sent.UNKNOWN),
        ({"kind": "empty_body"}, BadReply, Sent.UNKNOWN),
        ({"kind": "gzip_bomb", "size": 64}, BadReply, Sent.UNKNOWN),
        ({"kind": "big", "size": 20}, BadReply, Sent.UNKNOWN),
    ],
    ids=lambda value: value.get("kind") if isinstance(value, dict) else "",
)
async def test_a_write_that_fails(
    client: SobotClient, demo_server: DemoHandle, fault: dict[str, str | float], kind: type[AppError], sent: Sent
) -> None:
    values = dict(fault)
    demo_server.misbehave(str(values.pop("kind")), "*/record_save", **values)
    error = await failing(client)
    assert (type(error), error.sent) == (kind, sent)
    assert len(demo_server.requests("record_save")) == 1
    assert not demo_server.requests("redirected")
    if fault["kind"] == "too_many":
        assert isinstance(error, Busy)
        assert error.retry_after == 7


async def test_a_refused_connection_is_unsent() -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        client = SobotClient(f"http://127.0.0.1:{unheard.getsockname()[1]}", FixedToken("t"))
        error = await failing(client)
        await client.aclose()
    assert (type(error), error.sent) == (ConnectFailed, Sent.NO)


@pytest.mark.parametrize("drip", [0.05, 30.0], ids=["byte by byte", "nothing"])
async def test_the_deadline_holds_for_the_whole_reply(drip: float) -> None:
    async with answering(http(GOOD), drip=drip) as server:
        sender = Sender(f"http://{server}", deadline=0.3)
        with pytest.raises(TimedOut) as raised:
            await sender.send(get("/api/x"))
        assert raised.value.sent is Sent.UNKNOWN
        await sender.aclose()


async def test_a_good_reply_may_be_compressed() -> None:
    body = gzip.compress(GOOD)
    async with answering(http(body, headers="content-encoding: gzip\r\n")) as server:
        sender = Sender(f"http://{server}")
        assert (await sender.send(get("/api/x"))).body == GOOD
        await sender.aclose()


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(GOOD, mtime=0)[:-9], "gzip", "cut"),
        (b"not gzip at all", "gzip", "not_gzip"),
        (GOOD, "br", "unknown_encoding"),
    ],
)
async def test_a_body_that_is_not_what_its_encoding_says(body: bytes, encoding: str, reason: str) -> None:
    async with answering(http(body, headers=f"content-encoding: {encoding}\r\n")) as server:
        sender = Sender(f"http://{server}")
        with pytest.raises(BadReply) as raised:
            await sender.send(get("/api/x"))
        assert raised.value.details["reason"] == reason
        await sender.aclose()


@pytest.fixture
def untrusted(tmp_path: Path) -> ssl.SSLContext:
    """A certificate that nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
         "/CN=localhost", "-days", "1", "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def test_a_certificate_nobody_vouches_for(untrusted: ssl.SSLContext) -> None:
    async with answering(http(GOOD), tls=untrusted) as server:
        client = SobotClient(f"https://{server}", FixedToken("t"))
        error = await failing(client)
        assert (type(error), error.sent) == (TlsFailed, Sent.NO)
        await client.aclose()


async def test_a_proxy_that_wants_a_login() -> None:
    async with answering(http(b"", status="407 Proxy Authentication Required")) as proxy:
        for base in ("https://sobot.invalid", "http://127.0.0.1:9"):
            client = SobotClient(base, FixedToken("t"), proxy=f"http://{proxy}")
            error = await failing(client)
            assert (type(error), error.sent) == (ProxyFailed, Sent.NO)
            await client.aclose()


async def test_proxies_of_the_environment_are_not_asked(
    client: SobotClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert await client.dictionaries.sources()


@pytest.mark.parametrize(
    "base_url",
    [
        "http://sg.sobot.io",
        "ftp://sg.sobot.io",
        "sg.sobot.io",
        "",
        "https://[::1",
        "https://a:99999",
        "https://a b",
        "https://user@sg.sobot.io",
        "https://sg.sobot.io/?x=1",
        "https://sg.sobot.io/#x",
        "http://127.0.0.1.evil.com",
    ],
)
async def test_addresses_that_are_not_taken(base_url: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        SobotClient(base_url, FixedToken("t"))
    assert raised.value.field == "base_url"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "127.0.0.1:3128", "http://", "http://[::1"])
async def test_proxies_that_are_not_taken(proxy: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        SobotClient("https://sg.sobot.io", FixedToken("t"), proxy=proxy)
    assert (raised.value.field, raised.value.reason) == ("proxy", "proxy_address")


async def test_closing_cuts_what_does_not_end(client: SobotClient, demo_server: DemoHandle) -> None:
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/getsource", seconds=30)
    caller = asyncio.ensure_future(client.dictionaries.sources())
    await arrived(demo_server, "getsource", 2)
    await client.aclose(within=0.1)
    with pytest.raises(Offline):
        await caller
    with pytest.raises(Offline):
        await client.dictionaries.sources()


async def test_closing_lets_a_request_end(clients: Callable[..., SobotClient], demo_server: DemoHandle) -> None:
    client = clients(backoff=NO_REPEATS)
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/getsource", seconds=0.3)
    caller = asyncio.ensure_future(client.dictionaries.sources())
    await arrived(demo_server, "getsource", 2)
    await client.aclose(within=5)
    assert await caller
