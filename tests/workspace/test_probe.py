"""The connection test tells in steps how far it comes."""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from desktop.api.token import Token
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    ConnectFailed,
    InvalidInput,
    NotConfigured,
    PlanWithoutApi,
    ProxyFailed,
    TimedOut,
    TlsFailed,
)
from desktop.workspace import probe
from desktop.workspace.probe import ProbeReport, report
from tests.demo_control import DemoHandle

TOKEN = Token("t", 86_400, 0.0, 0.0)


def outcome(report: ProbeReport) -> dict[str, bool | None]:
    return {step.name: step.ok for step in report.steps}


async def test_a_sound_connection_passes_every_step(demo_server: DemoHandle) -> None:
    found = await probe.test_connection(demo_server.url, demo_server.appid, demo_server.app_key)
    assert found.ok
    assert found.error is None
    assert set(outcome(found).values()) == {True}
    assert found.clock_offset is not None
    assert abs(found.clock_offset) < 10


async def test_a_wrong_key_fails_at_the_sign(demo_server: DemoHandle) -> None:
    found = await probe.test_connection(demo_server.url, demo_server.appid, "wrong")
    assert not found.ok
    assert isinstance(found.error, BadSign)
    assert outcome(found) == {"reachable": True, "tls": True, "clock": True, "sign": False, "plan": None}


async def test_a_clock_that_is_off_is_said_and_harms_nothing(demo_server: DemoHandle) -> None:
    demo_server.move_clock(7200)
    found = await probe.test_connection(demo_server.url, demo_server.appid, demo_server.app_key)
    assert found.ok
    assert outcome(found)["clock"] is False
    assert found.clock_offset == pytest.approx(7200, abs=10)


async def test_a_plan_without_api_fails_at_the_plan(demo_server: DemoHandle) -> None:
    demo_server.misbehave("code", "*/query_list_by_type", code="700046")
    found = await probe.test_connection(demo_server.url, demo_server.appid, demo_server.app_key)
    assert isinstance(found.error, PlanWithoutApi)
    assert outcome(found) == {"reachable": True, "tls": True, "clock": True, "sign": True, "plan": False}


async def test_nobody_there_fails_at_the_first_step() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = await probe.test_connection(f"http://127.0.0.1:{port}", "a", "k")
    assert isinstance(found.error, ConnectFailed)
    assert outcome(found) == dict.fromkeys(probe.STEPS) | {"reachable": False}


async def test_an_address_that_is_none_fails_at_the_first_step() -> None:
    found = await probe.test_connection("ftp://example", "a", "k")
    assert isinstance(found.error, InvalidInput)
    assert outcome(found)["reachable"] is False


@asynccontextmanager
async def answering(answer: Callable[[asyncio.StreamWriter], Awaitable[None]]):  # type: ignore[no-untyped-def]  # noqa: ANN201
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        await answer(writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_a_server_that_speaks_no_tls_fails_at_tls() -> None:
    async def plain(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()

    async with answering(plain) as port:
        found = await probe.test_connection(f"https://127.0.0.1:{port}", "a", "k")
    assert isinstance(found.error, TlsFailed)
    assert outcome(found)["reachable"] is True
    assert outcome(found)["tls"] is False
    assert ssl.OPENSSL_VERSION


@pytest.mark.parametrize(
    ("error", "step"),
    [
        (TimedOut(), "reachable"),
        (ProxyFailed(), "reachable"),
        (TlsFailed(), "tls"),
        (BadSign(), "sign"),
        (NotConfigured(), "sign"),
        (BadReply(), "sign"),
        (Busy(), "sign"),
        (PlanWithoutApi(), "plan"),
        (InvalidInput("app_key", "empty"), "sign"),
        (InvalidInput("proxy", "proxy_address"), "reachable"),
    ],
)
def test_each_error_belongs_to_one_step(error: AppError, step: str) -> None:
    found = report(error, None)
    assert found.error is error
    assert [one.name for one in found.steps if one.ok is False] == [step]
    assert all(one.ok for one in found.steps[: probe.STEPS.index(step)])  # type: ignore[arg-type]
    assert report(BadReply(), TOKEN).steps[-1].ok is False


async def test_neither_key_nor_token_is_in_its_report_or_the_log(
    demo_server: DemoHandle, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    demo_server.reset(app_key="canary-key")
    found = await probe.test_connection(demo_server.url, demo_server.appid, "canary-key")
    assert "canary-key" not in repr(found) + caplog.text
    assert "sign=" not in caplog.text
