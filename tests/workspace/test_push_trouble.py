"""Trouble that is not the edit's: everything is kept, waits as long as it must, and goes on."""

import asyncio
import socket
from pathlib import Path

import pytest

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.domain.edits.outbox import State
from desktop.domain.errors import ConnectFailed, NotConfigured, TokenContested
from desktop.domain.intents.intent import AddTags, CreateTagGroup, UpdateTagGroup
from desktop.workspace.push.deciding import Rest
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.resting import Resting
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import Rig, pushing
from tests.workspace.rig import QUICK, opened, profile_of, until


async def trouble(rig: Rig, kind: type[Exception]) -> None:
    """Wait until everything waits because of such an error, and that is noted on the disk."""
    assert rig.pusher is not None
    async with asyncio.timeout(10):
        while not any(isinstance(one, kind) for one in rig.met):  # noqa: ASYNC110 - what it waits for has no event
            await asyncio.sleep(0.01)


async def test_an_account_the_server_stopped_keeps_everything(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=3, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("code", "*label*", code="900004")
        await rig.submit(CreateTagGroup(name="One", color="#010203"))
        await trouble(rig, NotConfigured)
        asked = len(demo_server.requests())
        await rig.submit(CreateTagGroup(name="Two", color="#010203"))
        await asyncio.sleep(0.5)
        assert len(demo_server.requests()) == asked
        assert [one.state for one in rig.account.outbox.entries()] == [State.QUEUED] * 2
        demo_server.behave()
        assert rig.pusher is not None
        rig.pusher.kick()
        await rig.quiet()
        assert {"One", "Two"} <= rig.server_groups().keys()
        assert isinstance(rig.met[0], NotConfigured)
        assert rig.met[-1] is None


async def test_two_apps_on_one_appid_lose_no_write_and_take_few_tokens(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=6, tokens="one")
    async with (
        pushing(demo_server, tmp_path / "a") as one,
        pushing(demo_server, tmp_path / "b") as other,
    ):
        tag = next(iter(one.account.collections.tags))
        for number in range(4):
            for rig in (one, other):
                name = f"{number} {'one' if rig is one else 'other'}"
                await rig.submit(CreateTagGroup(name=name, color="#010203"))
        await trouble(one, TokenContested)
        taken = len(demo_server.requests("get_token"))
        await asyncio.sleep(1)
        assert len(demo_server.requests("get_token")) == taken == 2
        # Ten minutes later the one that had to wait takes its turn.
        await other.quiet()
        one.later += 700
        assert one.pusher is not None
        one.pusher.kick()
        await one.quiet()
        assert len(demo_server.requests("get_token")) == 3
        assert len(demo_server.ledger("label_group/save")) == 8
        assert tag in one.account.collections.tags


async def test_the_network_of_an_account_sends_and_comes_back_by_itself(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=30, tokens="many")
    async with opened(profile_of(demo_server), tmp_path) as account:
        await account.connect(demo_server.app_key, pace=QUICK, push_pace=PushPace(0.05, 0.5, 0.1, 0.3))
        await until(account, lambda status: status.total == 30 and status.progress is None)
        demo_server.misbehave("cut_before", "*")
        group = next(iter(account.collections.tag_groups.values()))
        account.outbox.submit(
            [UpdateTagGroup(group=group.id, name="Sent later")],
            label="",
            answer=lambda _: None,
            failed=lambda error: pytest.fail(str(error)),
        )
        await asyncio.sleep(0.5)
        assert account.collections.tag_groups[group.id].name == "Sent later"
        assert not demo_server.ledger()
        demo_server.behave()
        async with asyncio.timeout(20):
            while not demo_server.ledger():  # noqa: ASYNC110 - the server tells nothing by itself
                await asyncio.sleep(0.05)
        assert await account.pull(full=True)
        assert account.collections.tag_groups[group.id].name == "Sent later"


async def test_a_pull_that_read_before_does_not_hide_what_was_made(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=3, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        groups = [one async for one in rig.client.tag_groups.all()]
        await rig.submit(CreateTagGroup(name="Made", color="#010203"))
        await rig.quiet()
        await rig.write(CacheFile.put_dictionary, "tag_group", "zh", groups, 1)
        rig.account.note_dictionary("tag_group")
        await rig.settled_screen()
        assert "Made" in {one.name for one in rig.account.collections.tag_groups.values()}
        async with asyncio.timeout(5):
            while "Made" not in {one.name for one in rig.account.collections.tag_tables[0].values()}:  # noqa: ASYNC110
                await asyncio.sleep(0.05)


async def test_with_no_server_at_all_nothing_is_marked_sent(demo_server: DemoHandle, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{probe.getsockname()[1]}"
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        rig.client = SobotClient(nowhere, rig.tokens)
        await rig.submit(AddTags(customer="c", tags=("t",)))
        rig.connect()
        await trouble(rig, ConnectFailed)
        # The next try may be under way already.
        async with asyncio.timeout(10):
            while rig.account.outbox.entries()[0].state is not State.QUEUED:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        (waiting,) = rig.account.outbox.entries()
        assert waiting.sent == 0
        await rig.client.aclose()


async def test_what_a_person_retries_waits_no_longer(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=3, tokens="many")
    slow = PushPace(first=60.0, longest=60.0, absent=0.05, poll=0.2)
    async with pushing(demo_server, tmp_path, pace=slow) as rig:
        demo_server.misbehave("cut_before", "*label_group/save*", count=1)
        (made,) = await rig.submit(CreateTagGroup(name="Retried", color="#010203"))
        async with asyncio.timeout(5):
            while rig.account.outbox.entries()[0].state is not State.UNKNOWN:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        await rig.decide("retry", made.id)
        await rig.quiet(5)
        assert "Retried" in rig.server_groups()


def test_everything_waits_for_one_and_one_waits_for_itself() -> None:
    now = [0.0]
    resting = Resting(lambda: now[0], lambda: 0.5, PushPace(first=1.0, longest=8.0))
    resting.leave("a", Rest(ConnectFailed(), all=True))
    assert resting.is_closed
    assert resting.left() == 1.0
    now[0] = 1.5
    assert not resting.is_closed
    resting.leave("a", Rest(ConnectFailed()))
    assert "a" in resting.beside(())
    assert "b" not in resting.beside(())
    assert "lane" in resting.beside(("lane",))
    assert resting.through()
    assert resting.trouble is None
    resting.end()
    assert "a" not in resting.beside(())
