"""Tokens and repetitions: when a call is made again, and when not."""

import asyncio
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.backoff import NO_REPEATS, Backoff
from desktop.api.client import SobotClient
from desktop.api.headers import retry_after, server_time
from desktop.api.minting import mint
from desktop.api.token import FixedToken
from desktop.api.width import MOST, START
from desktop.api.wire.token import sign
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    ConnectFailed,
    Interrupted,
    InvalidInput,
    NotConfigured,
    PlanWithoutApi,
    TlsFailed,
    TokenRefused,
)
from desktop.domain.following.behaviour import FollowUpRecord
from tests.api.calls import ID
from tests.api.conftest import Minting, Slept
from tests.demo_control import DemoHandle

Clients = Callable[..., SobotClient]


def test_the_documents_own_signature() -> None:
    assert sign("1", 1569397773, "2") == "258eec3118705112b2c53dc8043d4d34"


async def test_a_minted_token(demo_server: DemoHandle) -> None:
    token = await mint(demo_server.url, demo_server.appid, demo_server.app_key)
    assert token.expires_in == 86_400
    assert abs(token.server_time - time.time()) < 5
    assert token.clock_offset == 0


@pytest.mark.parametrize("skew", [-7200, 7200])
async def test_a_wrong_clock_is_learned_from_the_server(demo_server: DemoHandle, skew: int) -> None:
    token = await mint(demo_server.url, demo_server.appid, demo_server.app_key, clock=lambda: time.time() + skew)
    assert abs(token.clock_offset + skew) < 5
    assert len(demo_server.requests("get_token")) == 2
    await mint(
        demo_server.url,
        demo_server.appid,
        demo_server.app_key,
        clock=lambda: time.time() + skew,
        clock_offset=token.clock_offset,
    )
    assert len(demo_server.requests("get_token")) == 3


async def test_a_wrong_key_is_asked_for_once(demo_server: DemoHandle) -> None:
    with pytest.raises(BadSign):
        await mint(demo_server.url, demo_server.appid, "another key")
    assert len(demo_server.requests("get_token")) == 1


@pytest.mark.parametrize(("appid", "app_key", "field"), [("", "k", "appid"), ("a", "", "app_key")])
async def test_a_blank_credential_is_not_sent(
    demo_server: DemoHandle, appid: str, app_key: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as raised:
        await mint(demo_server.url, appid, app_key)
    assert raised.value.field == field
    assert demo_server.requests("get_token") == []


async def test_a_refused_token_is_replaced_and_the_call_repeated(
    client: SobotClient, demo_server: DemoHandle, tokens: Minting
) -> None:
    await client.dictionaries.sources()
    demo_server.forget_tokens()
    await client.follow_up.add_record(FollowUpRecord(demo_server.ids()[0], "once"))
    assert tokens.minted == 2
    assert len(demo_server.ledger("user_stage/record_save")) == 1


async def test_a_token_refused_again_ends_the_call(
    client: SobotClient, demo_server: DemoHandle, tokens: Minting
) -> None:
    demo_server.misbehave("code", "*/getsource", code="900001")
    with pytest.raises(TokenRefused):
        await client.dictionaries.sources()
    assert tokens.minted == 2
    assert len(demo_server.requests("getsource")) == 2


@pytest.mark.parametrize("token", ["bad\ntoken", "", "t" * 513, "tökén"])
async def test_a_token_that_cannot_stand_in_a_header_is_not_sent(demo_server: DemoHandle, token: str) -> None:
    client = SobotClient(demo_server.url, FixedToken(token))
    with pytest.raises(TokenRefused):
        await client.dictionaries.sources()
    await client.aclose()
    assert demo_server.requests("getsource") == []


@pytest.mark.parametrize(
    ("code", "kind"), [("900003", BadSign), ("900004", NotConfigured), ("700046", PlanWithoutApi)]
)
async def test_what_needs_a_person_is_not_repeated(
    client: SobotClient, demo_server: DemoHandle, slept: Slept, code: str, kind: type[AppError]
) -> None:
    demo_server.misbehave("code", "*/getsource", code=code)
    with pytest.raises(kind):
        await client.dictionaries.sources()
    assert slept.waits == []
    assert len(demo_server.requests("getsource")) == 1


async def test_a_read_is_repeated_until_it_succeeds(
    client: SobotClient, demo_server: DemoHandle, slept: Slept
) -> None:
    demo_server.misbehave("error_before", "*/getsource", count=3, status=503)
    assert await client.dictionaries.sources()
    assert slept.waits == [0.25, 0.5, 1.0]


async def test_the_servers_wish_is_honoured(client: SobotClient, demo_server: DemoHandle, slept: Slept) -> None:
    demo_server.misbehave("too_many", "*/getsource", count=1, seconds=9)
    assert await client.dictionaries.sources()
    assert slept.waits == [9.25]


async def test_a_wish_beyond_patience_is_passed_on(
    client: SobotClient, demo_server: DemoHandle, slept: Slept
) -> None:
    demo_server.misbehave("too_many", "*/getsource", count=1, seconds=3600)
    with pytest.raises(Busy) as raised:
        await client.dictionaries.sources()
    assert raised.value.retry_after == 3600
    assert slept.waits == []


@pytest.mark.parametrize("path", ["*/remove/*", "*/record_save"])
async def test_a_write_is_never_repeated(
    client: SobotClient, demo_server: DemoHandle, slept: Slept, path: str
) -> None:
    demo_server.misbehave("error_before", path, status=503)
    with pytest.raises(Busy):
        await (
            client.tags.remove(ID) if "remove" in path else client.follow_up.add_record(FollowUpRecord(ID, "x"))
        )
    assert slept.waits == []


async def test_a_question_may_want_no_repeats(clients: Clients, demo_server: DemoHandle, slept: Slept) -> None:
    demo_server.misbehave("html", "*/getsource")
    with pytest.raises(BadReply):
        await clients(backoff=NO_REPEATS).dictionaries.sources()
    assert slept.waits == []


async def test_four_are_in_flight_at_first(client: SobotClient, demo_server: DemoHandle) -> None:
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/getsource", seconds=0.05)
    await asyncio.gather(*(client.dictionaries.sources() for _ in range(8)))
    assert demo_server.most_in_flight() == START


async def test_more_are_in_flight_where_that_pays_but_never_more_than_the_cap(
    client: SobotClient, demo_server: DemoHandle
) -> None:
    await client.dictionaries.sources()
    demo_server.misbehave("latency", "*/getsource", seconds=0.2)
    await asyncio.gather(*(client.dictionaries.sources() for _ in range(60)))
    assert START < demo_server.most_in_flight() <= MOST


async def test_a_server_that_refuses_has_one_in_flight(clients: Clients, demo_server: DemoHandle) -> None:
    client = clients(backoff=NO_REPEATS)
    await client.dictionaries.sources()
    demo_server.misbehave("too_many", "*/getsource", seconds=0)
    refused = await asyncio.gather(*(client.dictionaries.sources() for _ in range(40)), return_exceptions=True)
    assert {type(one) for one in refused} == {Busy}
    demo_server.behave()
    demo_server.misbehave("latency", "*/getsource", seconds=0.05)
    before = demo_server.now()
    await asyncio.gather(*(client.dictionaries.sources() for _ in range(3)))
    began = [one.time for one in demo_server.requests("/getsource") if one.time >= before]
    assert min(after - one for one, after in pairwise(began)) > 0.04


failures = st.sampled_from(
    [
        Busy(),
        Busy(retry_after=5),
        Interrupted(),
        ConnectFailed(),
        BadReply(),
        TlsFailed(),
        InvalidInput("a", "empty"),
    ]
)


@given(failures, st.integers(0, 12), st.floats(0, 1, exclude_max=True))
def test_waits_grow_within_bounds_and_end(error: AppError, repeated: int, random: float) -> None:
    backoff = Backoff()
    wait = backoff.wait(error, repeated, random)
    if wait is None:
        assert repeated >= backoff.repeats.get(type(error), 0)
        return
    asked = error.retry_after or 0 if isinstance(error, Busy) else 0
    longest = min(backoff.longest, backoff.first * 2**repeated)
    assert longest / 2 <= wait - asked <= longest


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        (" 1.5 ", 1.5),
        ("Wed, 21 Oct 2015 07:28:30 GMT", 30),
        ("Wed, 21 Oct 2015 07:27:00 GMT", 0),
        ("soon", None),
        ("-1", None),
        ("", None),
        ("9" * 9, None),
        ("Wed, 99 Oct 2015", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str, seconds: float | None) -> None:
    now = server_time("Wed, 21 Oct 2015 07:28:00 GMT")
    assert retry_after(header, now) == seconds
