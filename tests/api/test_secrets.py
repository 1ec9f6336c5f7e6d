"""Canaries: the app key, the signature and the token are told to nobody but the server."""

import asyncio
import logging
import traceback
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs

import pytest

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.sender import Sender
from desktop.api.token import FixedToken, Token
from desktop.api.wire.token import get_token
from desktop.domain.errors import AppError
from tests.api.conftest import Minting
from tests.demo_control import DemoHandle

KEY = "canary-app-key-5a61"


class Everything(logging.Handler):
    """Keeps every record of every logger at every level."""

    def __init__(self) -> None:
        super().__init__(level=0)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {record.getMessage()} {record.args!r} {record.exc_text}")


@pytest.fixture
def heard() -> Iterator[Everything]:
    """Listen to all loggers there are, libraries turned up as loud as they go."""
    everything = Everything()
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    before = [(logger, logger.level) for logger in loggers]
    for logger in loggers:
        logger.setLevel(1)
        logger.addHandler(everything)
    yield everything
    for logger, level in before:
        logger.setLevel(level)
        logger.removeHandler(everything)


def told(error: BaseException) -> str:
    """Return all that an error could tell a log or a crash report, what it was caused by included."""
    parts = [repr(error), str(error), repr(vars(error))]
    parts += traceback.format_exception(error)
    for cause in (error.__cause__, error.__context__):
        if cause is not None:
            parts.append(told(cause))
    request = getattr(error, "_request", None)
    return " ".join([*parts, repr(getattr(request, "url", "")), repr(getattr(request, "headers", ""))])


@pytest.fixture
def server(demo_server: DemoHandle) -> Iterator[DemoHandle]:
    """The demo server with a key that is easily recognised."""
    demo_server.reset(app_key=KEY)
    before = demo_server.app_key
    demo_server.app_key = KEY
    yield demo_server
    demo_server.app_key = before


def secrets(server: DemoHandle, tokens: Minting | None = None) -> set[str]:
    signs = {parse_qs(asked.query)["sign"][0] for asked in server.requests("get_token")}
    return {KEY, *signs, *({tokens.value} if tokens and tokens.value else ())}


def test_the_listener_hears_what_is_said_below_warning(heard: Everything) -> None:
    logging.getLogger("asyncio").debug("soft")
    assert any("soft" in line for line in heard.lines)


async def test_a_good_day_tells_nothing(
    client: SobotClient, server: DemoHandle, tokens: Minting, heard: Everything
) -> None:
    asyncio.get_running_loop().set_debug(True)
    await client.dictionaries.sources()
    await client.customers.list(size=5)
    everything = " ".join([*heard.lines, repr(client), repr(vars(client)), repr(tokens)])
    assert tokens.value
    assert [secret for secret in secrets(server, tokens) if secret in everything] == []


@pytest.mark.parametrize(
    "fault",
    ["cut_before", "cut_after", "cut_within", "error_before", "html", "redirect", "truncated", "too_many", "code"],
)
async def test_a_failed_mint_tells_nothing(server: DemoHandle, heard: Everything, fault: str) -> None:
    server.misbehave(fault, "*/get_token")
    with pytest.raises(AppError) as raised:
        await mint(server.url, server.appid, KEY)
    everything = " ".join([*heard.lines, told(raised.value)])
    assert len(secrets(server)) == 2
    assert [secret for secret in secrets(server) if secret in everything] == []


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "error_before", "html", "truncated", "code"])
async def test_a_failed_call_tells_nothing(
    client: SobotClient, server: DemoHandle, tokens: Minting, heard: Everything, fault: str
) -> None:
    server.misbehave(fault, "*/getsource", code="900002")
    with pytest.raises(AppError) as raised:
        await client.dictionaries.sources()
    used = await tokens.token()
    everything = " ".join([*heard.lines, told(raised.value)])
    assert [secret for secret in {*secrets(server, tokens), used} if secret in everything] == []


async def test_a_server_that_is_not_there_learns_and_tells_nothing(heard: Everything) -> None:
    for base in ("http://127.0.0.1:1", "https://sobot.invalid"):
        with pytest.raises(AppError) as raised:
            await mint(base, "appid", KEY, clock=lambda: 1569397773)
        signature = get_token("appid", 1569397773, KEY).request.params["sign"]
        everything = " ".join([*heard.lines, told(raised.value)])
        assert KEY not in everything
        assert signature not in everything


@pytest.mark.parametrize("token", ["canary-token\n", "canary-tökén", "canary-token\x00"])
async def test_a_token_that_is_none_is_not_quoted(server: DemoHandle, heard: Everything, token: str) -> None:
    client = SobotClient(server.url, FixedToken(token))
    with pytest.raises(AppError) as raised:
        await client.dictionaries.sources()
    await client.aclose()
    assert "canary" not in " ".join([*heard.lines, told(raised.value)])


async def test_the_credentials_of_a_proxy_are_not_quoted(heard: Everything) -> None:
    client = SobotClient("https://sobot.invalid", FixedToken("t"), proxy="http://user:canary@127.0.0.1:1")
    with pytest.raises(AppError) as raised:
        await client.dictionaries.sources()
    await client.aclose()
    assert "canary" not in " ".join([*heard.lines, told(raised.value)])


@pytest.mark.parametrize(
    "build",
    [
        lambda: Token("canary"),
        lambda: FixedToken("canary"),
        lambda: get_token("appid", 1, "canary"),
        lambda: get_token("appid", 1, "x").request.with_headers(token="canary"),
    ],
)
def test_values_that_hold_a_secret_do_not_show_it(build: Callable[[], object]) -> None:
    shown = repr(build())
    assert "canary" not in shown
    assert "sign" not in shown


async def test_a_cancelled_mint_tells_nothing(server: DemoHandle, heard: Everything) -> None:
    server.misbehave("latency", "*/get_token", seconds=0.2)
    task = asyncio.ensure_future(mint(server.url, server.appid, KEY))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as raised:
        await task
    everything = " ".join([*heard.lines, told(raised.value)])
    assert [secret for secret in secrets(server) if secret in everything] == []


async def test_a_request_shows_its_path_only() -> None:
    sender = Sender("http://127.0.0.1:1")
    call = get_token("appid", 1, KEY)
    assert repr(call.request) == "Request(method='GET', path='/api/get_token', repeatable=False)"
    await sender.aclose()
