"""Edits over real files and the demo server: durable, visible at once, undone, folded over whatever arrives."""

import asyncio
import queue
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.edits.outbox import State
from desktop.domain.ids import nth_local
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.query import Query, Tagged
from desktop.workspace.account import Account
from desktop.workspace.events import AccountEvent, CustomersChanged, EntrySettled, OutboxChanged
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import Rig, multiple_tags, pushing
from tests.workspace.rig import KEY, Puller, profile_of


async def tagged(rig: Rig, tag: str) -> set[str]:
    """Return who is found by a filter on a tag."""

    def ids(file: CacheFile) -> list[str]:
        return file.ids(file.keys(Query(where=(Tagged("any", (tag,)),))))

    return set(await asyncio.wrap_future(rig.account.files.look_up.submit(ids)))


async def test_a_hundred_edits_offline_a_restart_and_the_server_equals_the_screen(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=30)
    chance = random.Random(7)
    ids = demo_server.ids()
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        tags = sorted(rig.account.collections.tags)
        for _ in range(100):
            kind = chance.choice((AddTags, RemoveTags))
            await rig.submit(kind(customer=chance.choice(ids), tags=tuple(chance.sample(tags, 2))))
        before = {one: set(await rig.shown_tags(one)) for one in ids}
        assert not demo_server.ledger()
    async with pushing(demo_server, tmp_path, online=False) as rig:
        assert len(rig.account.outbox.entries()) in {0, 100}
        assert {one: set(await rig.shown_tags(one)) for one in ids} == before
        rig.connect()
        await rig.quiet()
        assert len(demo_server.ledger()) == 100
        assert rig.account.outbox.entries() == []
        assert {one: set(await rig.shown_tags(one)) for one in ids} == before
        assert {one: set(rig.server_tags(one)) for one in ids} == before


def test_without_an_event_loop_an_edit_is_stored_and_shows(demo_server: DemoHandle, tmp_path: Path) -> None:
    posts: queue.Queue[Callable[[], None]] = queue.Queue()
    file = CacheFile.open(tmp_path / "cache.db", KEY)
    file.close()
    account = Account.open(profile_of(demo_server), tmp_path, KEY, post=posts.put)
    events: list[AccountEvent] = []
    account.subscribe(events.append)
    account.outbox.submit(
        [CreateTagGroup(name="New", color="#112233", tags=("a",))],
        label="",
        answer=lambda _: None,
        failed=lambda error: pytest.fail(str(error)),
    )
    ends = time.monotonic() + 5
    while OutboxChanged(1, 0) not in events and time.monotonic() < ends:
        posts.get(timeout=5)()
    assert [group.name for group in account.collections.tag_groups.values()] == ["New"]
    assert [tag.name for tag in account.collections.tags.values()] == ["a"]
    account.close_files()


async def test_no_pull_wipes_what_waits_and_discarding_restores_the_servers_state(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=40, tokens="many")
    ids = demo_server.ids()
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        tag = next(one for one in multiple_tags(rig) if all(one not in rig.server_tags(who) for who in ids[:3]))
        (edit, _) = await rig.submit(
            AddTags(customer=ids[0], tags=(tag,)), RemoveTags(customer=ids[1], tags=(tag,))
        )
        demo_server.change(ids[0], nick="Colleague", biz_label="")
        demo_server.change(ids[1], nick="Colleague", biz_label=tag)
        puller = Puller(demo_server, tmp_path)
        await puller.pull(full=True)
        assert await rig.shown_tags(ids[0]) == (tag,)
        assert await rig.shown_tags(ids[1]) == ()
        assert (await rig.customer(ids[0])).text("nickname") == "Colleague"
        assert ids[0] in await tagged(rig, tag)
        assert ids[1] not in await tagged(rig, tag)
        await rig.decide("discard", edit.id)
        await rig.settled_screen()
        assert await rig.shown_tags(ids[0]) == ()
        assert ids[0] not in await tagged(rig, tag)
        assert await rig.shown_tags(ids[1]) == ()


async def test_a_page_asked_for_before_an_edit_arrived_does_not_hide_it(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        page = await rig.client.customers.list(number=1, size=5)
        tag = next(one for one in multiple_tags(rig) if one not in rig.server_tags(customer))
        await rig.submit(AddTags(customer=customer, tags=(tag,)))
        await rig.quiet()
        await asyncio.sleep(1.1)
        old = [one for one in page.items if one.id == customer]
        stale = type(old[0])(customer, {**old[0].fields, "note": "as it was"}, old[0].extra)
        await rig.write(CacheFile.write_page, [stale])
        assert tag in await rig.shown_tags(customer)
        assert customer in await tagged(rig, tag)
        demo_server.change(customer, biz_label="", nick="Colleague")
        await rig.write(CacheFile.write_page, (await rig.client.customers.list(number=1, size=5)).items)
        assert await rig.shown_tags(customer) == ()
        assert customer not in await tagged(rig, tag)


async def test_things_made_offline_are_used_before_the_server_knows_them(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        (made,) = await rig.submit(CreateTagGroup(name="New", color="#112233", tags=("a", "b")))
        assert isinstance(made.intent, CreateTagGroup)
        own = made.intent.local
        (more,) = await rig.submit(CreateTag(group=own, name="c"))
        assert isinstance(more.intent, CreateTag)
        await rig.submit(
            AddTags(customer=customer, tags=(nth_local(own, 1), more.intent.local)),
            UpdateTag(tag=nth_local(own, 0), param_name="pa"),
            UpdateTagGroup(group=own, multiple=False),
        )
        assert nth_local(own, 1) in await rig.shown_tags(customer)
    async with pushing(demo_server, tmp_path) as rig:
        await rig.quiet()
        group = rig.server_groups()["New"]
        assert group["is_multiple_choice"] == 0
        assert rig.server_names(str(group["id"])) == ["a", "b", "c"]
        shown = {tag.name: tag.id for tag in rig.account.collections.tags_of(str(group["id"]))}
        assert set(shown) == {"a", "b", "c"}
        assert shown["c"] in rig.server_tags(customer)
        assert set(await rig.shown_tags(customer)) == set(rig.server_tags(customer))
        assert not [one for one in rig.account.collections.tags if one.startswith("local-")]


async def test_two_processes_share_one_outbox_and_one_of_them_sends(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer, other = demo_server.ids()[:2]
    async with pushing(demo_server, tmp_path) as window, pushing(demo_server, tmp_path) as line:
        changed: list[CustomersChanged] = []
        window.account.subscribe(lambda one: changed.append(one) if isinstance(one, CustomersChanged) else None)
        tag = next(one for one in multiple_tags(window) if one not in window.server_tags(customer))
        settled: asyncio.Future[EntrySettled] = asyncio.get_running_loop().create_future()
        line.account.subscribe(
            lambda one: settled.set_result(one) if isinstance(one, EntrySettled) and not settled.done() else None
        )
        await line.submit(AddTags(customer=customer, tags=(tag,)))
        await window.submit(AddTags(customer=other, tags=(tag,)))
        assert (await asyncio.wait_for(settled, 10)).entry.state is State.DONE
        await window.quiet()
        assert tag in window.server_tags(customer)
        assert tag in await window.shown_tags(customer)
        assert len(demo_server.ledger()) == 2
        await line.quiet()
        assert line.account.outbox.entries() == []


async def test_filters_and_listeners_follow_at_once(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=20, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        events: list[AccountEvent] = []
        rig.account.subscribe(events.append)
        tag = next(one for one in multiple_tags(rig) if one not in rig.server_tags(customer))
        await rig.submit(AddTags(customer=customer, tags=(tag,)))
        await rig.settled_screen()
        assert any(isinstance(one, CustomersChanged) and customer in one.change.updated for one in events)
        assert OutboxChanged(1, 0) in events
        assert customer in await tagged(rig, tag)
        await rig.turn("undo")
        await rig.settled_screen()
        assert customer not in await tagged(rig, tag)
