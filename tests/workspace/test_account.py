"""An account over real files and the demo server: offline first, online by itself, closed in time."""

import asyncio
import logging
import queue
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import ConnectFailed, NoSecret, Offline, TokenContested, WrongKey
from desktop.domain.profile import Profile
from desktop.domain.query import Query
from desktop.workspace.account import Account
from desktop.workspace.events import AccountEvent, CollectionChanged, CustomersChanged, StatusChanged
from desktop.workspace.pace import Pace
from tests.demo_control import DemoHandle, start
from tests.workspace.rig import KEY, QUICK, opened, profile_of, until

NOWHERE = Profile("p", "P", "http://127.0.0.1:9", "demo")


def drained(account: Account, posts: "queue.Queue[Callable[[], None]]", enough: Callable[[], bool]) -> None:
    """Run what was posted, as a loop without asyncio would."""
    ends = time.monotonic() + 5
    while not enough() and time.monotonic() < ends:
        posts.get(timeout=5)()
    assert enough(), account.status


async def test_what_was_pulled_is_there_with_no_network_and_no_event_loop(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=300)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        assert await account.pull()
    await asyncio.to_thread(offline_without_a_loop, tmp_path, demo_server.ids()[0])


def offline_without_a_loop(folder: Path, customer_id: str) -> None:
    posts: queue.Queue[Callable[[], None]] = queue.Queue()
    account = Account.open(NOWHERE, folder, KEY, post=posts.put)
    events: list[AccountEvent] = []
    account.subscribe(events.append)
    found: list[Customer | None] = []
    account.customer(customer_id, found.append)
    account.customer("nobody", found.append)
    listing = account.listing(("nickname", "phone"))
    listing.show(Query())
    drained(account, posts, lambda: len(found) == 2 and account.status.total == 300 and listing.count > 0)
    drained(account, posts, lambda: CollectionChanged("region") in events)
    assert account.status.connection == "offline"
    assert account.status.as_of is not None
    assert found[0] is not None
    assert found[0].id == customer_id
    assert found[1] is None
    assert account.collections.tags
    assert account.collections.stages
    province = account.collections.regions.children()[0]
    assert account.collections.regions.children(province.id)
    account.close_files()
    account.close_files()


async def test_offline_at_start_it_comes_online_by_itself_and_says_so(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    profile = replace(NOWHERE, base_url=f"http://127.0.0.1:{port}")
    async with opened(profile, tmp_path, "demo-key") as account:
        seen: list[str] = []
        account.subscribe(
            lambda event: seen.append(event.status.connection) if isinstance(event, StatusChanged) else None
        )
        status = await until(account, lambda status: status.connection == "offline")
        assert isinstance(status.error, ConnectFailed)
        assert status.since > 0
        server = await asyncio.to_thread(start, "--port", str(port), "--customers", "200")
        try:
            status = await until(account, lambda status: status.total == 200 and status.progress is None)
            assert status.connection == "online"
            assert status.error is None
        finally:
            await asyncio.to_thread(server.stop)
        with pytest.raises(Offline):
            await account.refresh_customer("x" * 32)
        status = await until(account, lambda status: status.connection == "offline")
        assert [*dict.fromkeys(seen)] == ["offline", "online"]
        assert status.total == 200


async def test_a_click_tries_at_once_however_long_the_wait(tmp_path: Path, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=100)
    demo_server.misbehave("cut_before", "*")
    slow = Pace(pull=600, first=600, longest=600)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key, pace=slow) as account:
        await until(account, lambda status: status.connection == "offline")
        demo_server.behave()
        assert await account.pull()
        assert account.status.connection == "online"
    assert account.status.error is None


async def test_it_pulls_again_every_so_often_and_tells_what_changed(
    tmp_path: Path, demo_server: DemoHandle
) -> None:
    demo_server.reset(customers=100)
    often = replace(QUICK, pull=0.3)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key, pace=often) as account:
        await until(account, lambda status: status.total == 100 and status.progress is None)
        changed: asyncio.Future[CustomersChanged] = asyncio.get_running_loop().create_future()

        def hear(event: AccountEvent) -> None:
            if isinstance(event, CustomersChanged) and event.change.updated and not changed.done():
                changed.set_result(event)

        account.subscribe(hear)
        one = demo_server.ids()[50]
        demo_server.change(one, nick="Renamed Lately")
        event = await asyncio.wait_for(changed, 10)
        assert one in event.change.updated
        found: asyncio.Future[Customer | None] = asyncio.get_running_loop().create_future()
        account.customer(one, found.set_result)
        customer = await found
        assert customer is not None
        assert customer.name == "Renamed Lately"


async def test_a_refreshed_customer_is_written_announced_and_keeps_what_detail_leaves_out(
    tmp_path: Path, demo_server: DemoHandle
) -> None:
    demo_server.reset(customers=50)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        await account.pull()
        one = demo_server.ids()[3]
        before: asyncio.Future[Customer | None] = asyncio.get_running_loop().create_future()
        account.customer(one, before.set_result)
        old = await before
        demo_server.change(one, remark="called back")
        events: list[AccountEvent] = []
        account.subscribe(events.append)
        fresh = await account.refresh_customer(one)
        assert fresh is not None
        assert old is not None
        assert fresh.text("note") == "called back"
        assert set(old.fields) <= set(fresh.fields)
        assert [event.change.updated for event in events if isinstance(event, CustomersChanged)] == [(one,)]
        assert await account.refresh_customer("0" * 32) is None


async def test_without_a_key_it_is_stopped_and_asks(tmp_path: Path, demo_server: DemoHandle) -> None:
    async with opened(profile_of(demo_server), tmp_path) as account:
        await account.connect("", pace=QUICK)
        status = await until(account, lambda status: status.connection == "stopped")
        assert isinstance(status.error, NoSecret)
        await account.connect(demo_server.app_key, pace=QUICK)
        await until(account, lambda status: status.connection == "online")


async def test_a_wrong_sign_stops_and_is_not_tried_again(tmp_path: Path, demo_server: DemoHandle) -> None:
    async with opened(profile_of(demo_server), tmp_path, "wrong") as account:
        status = await until(account, lambda status: status.connection == "stopped")
        assert status.error is not None
        assert status.error.code == "bad_sign"
        calls = len(demo_server.requests())
        await asyncio.sleep(0.6)
        assert len(demo_server.requests()) == calls


async def test_a_contested_token_shows_and_is_waited_for(tmp_path: Path, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=50)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        await account.pull()
        demo_server.forget_tokens()
        with pytest.raises(TokenContested):
            await account.pull()
        assert account.status.connection == "connecting"
        assert isinstance(account.status.error, TokenContested)
        assert account.status.total == 50


async def test_a_cancelled_pull_says_so_to_who_waits(tmp_path: Path, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=3000)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        pulling = asyncio.ensure_future(account.pull())
        await until(account, lambda status: status.progress is not None and status.progress.phase == "customers")
        account.cancel_pull()
        assert await pulling is False
        assert account.status.progress is None


async def test_a_damaged_cache_is_set_aside_named_and_pulled_again(
    tmp_path: Path, demo_server: DemoHandle
) -> None:
    demo_server.reset(customers=50)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        await account.pull()
        account.views.save("kept", Query(text="x"))
    damage(tmp_path / "cache.db")
    async with opened(profile_of(demo_server), tmp_path) as account:
        error = account.status.damaged
        assert error is not None
        assert error.code == "corrupt_file"
        assert exists(tmp_path / str(error.details["kept_as"]))
        await account.connect(demo_server.app_key, pace=QUICK)
        await until(account, lambda status: status.total == 50)
        # It stays told until somebody has seen it.
        assert account.status.damaged is error
        assert [view.name for view in account.views.all if view.builtin is None] == ["kept"]


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    content[100:200] = bytes(100)
    path.write_bytes(content)


def exists(path: Path) -> bool:
    return path.exists()


async def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    async with opened(NOWHERE, tmp_path):
        pass
    with pytest.raises(WrongKey):
        Account.open(NOWHERE, tmp_path, bytes(32), post=lambda run: run())
    async with opened(NOWHERE, tmp_path) as account:
        assert account.status.error is None


async def test_no_secret_reaches_a_log_a_repr_or_the_disk(
    tmp_path: Path, demo_server: DemoHandle, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    demo_server.reset(customers=200, app_key="canary-app-key")
    async with opened(profile_of(demo_server), tmp_path, "canary-app-key") as account:
        await account.pull()
        token = await asyncio.wrap_future(account.files.outbox.submit(any_token))
        assert len(token) >= 16
        shown = (
            repr(account) + repr(account.files) + repr(account.status) + caplog.text + "".join(capfd.readouterr())
        )
    for secret in (token, "canary-app-key", KEY.hex()):
        assert secret not in shown
        assert secret.encode() not in everything_in(tmp_path)


def any_token(file: OutboxFile) -> str:
    name = next(iter(file._connection.execute("SELECT value FROM secret")))[0]
    return str(name).split('"value": "')[1].split('"')[0]


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_names_of_customers_are_not_in_the_clear_on_the_disk(
    tmp_path: Path, demo_server: DemoHandle
) -> None:
    demo_server.reset(customers=100)
    async with opened(profile_of(demo_server), tmp_path, demo_server.app_key) as account:
        await account.pull()
        ids = await asyncio.wrap_future(account.files.look_up.submit(CacheFile.unseen, 10**9))
        one = demo_server.customer(ids[0])
    assert str(one["nick"]).encode() not in everything_in(tmp_path)
