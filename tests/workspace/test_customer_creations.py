"""Customers and enterprises that are made: on the screen at once, under the server's id once it has one."""

from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile, Counts
from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import Irrevocable, Unclear
from desktop.domain.ids import is_local
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.intent import AddTags
from desktop.domain.json import Json
from desktop.workspace.events import EntrySettled
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import Rig, multiple_tags, pushing


def edit(customer: str, **values: Json) -> UpdateCustomer:
    return UpdateCustomer(customer=customer, set=values)


def creation(**values: Json) -> CreateCustomer:
    return CreateCustomer(set={"nickname": "Fresh", "status": 1, **values})


async def total(rig: Rig) -> int:
    """Return how many customers the cache holds."""
    await rig.settled_screen()
    counts = await rig.write(CacheFile.counts)
    assert isinstance(counts, Counts)
    return counts.total


async def test_a_new_customer_stands_in_the_list_at_once_and_keeps_what_was_done_to_it(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5)
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        tag = multiple_tags(rig)[0]
        (entry,) = await rig.submit(creation(phone="13900001111"))
        assert isinstance(entry.intent, CreateCustomer)
        local = entry.intent.local
        assert is_local(local)
        await rig.submit(AddTags(customer=local, tags=(tag,)))
        await rig.submit(edit(local, note="later"))
        shown = await rig.customer(local)
        assert (shown.name, shown.text("note"), shown.ids("tags")) == ("Fresh", "later", (tag,))
        heard: list[Entry] = []
        rig.account.subscribe(lambda event: heard.append(event.entry) if isinstance(event, EntrySettled) else None)
        rig.connect()
        await rig.quiet()
        own = rig.account.outbox.waiting.ids[local]
        assert heard[0].base["action"] == "add"
        record = demo_server.customer(own)
        assert (record["nick"], record["tel"], record["remark"]) == ("Fresh", "13900001111", "later")
        assert record["biz_label"] == tag
        shown = await rig.customer(own)
        assert (shown.name, shown.text("note"), shown.ids("tags")) == ("Fresh", "later", (tag,))
        assert await rig.write(lambda file: file.customers([local])) == []
        assert (await rig.customer(local)).id == own
        assert await total(rig) == 6


async def test_what_updates_an_existing_customer_says_so(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    demo_server.change(who, tel="13900001111", crm_status=4, liable_serviceid=None)
    async with pushing(demo_server, tmp_path) as rig:
        heard: list[Entry] = []
        rig.account.subscribe(lambda event: heard.append(event.entry) if isinstance(event, EntrySettled) else None)
        await rig.submit(creation(phone="13900001111", note="found"))
        await rig.quiet()
        assert heard[0].base["action"] == "update"
        shown = await rig.customer(who)
        assert (shown.name, shown.text("note"), shown.number("status")) == ("Fresh", "found", 4)
        assert await total(rig) == 5


async def test_a_new_customer_that_was_not_sent_can_be_taken_back_and_no_other(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5)
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        (entry,) = await rig.submit(creation(), label="new")
        assert isinstance(entry.intent, CreateCustomer)
        assert await rig.turn("undo") == "new"
        await rig.settled_screen()
        assert await rig.write(lambda file: file.customers([entry.intent.local])) == []
        assert rig.account.outbox.entries() == []
        await rig.submit(edit(demo_server.ids()[0], note="former"), label="note")
        await rig.submit(creation(), label="new")
        rig.connect()
        await rig.quiet()
        with pytest.raises(Irrevocable):
            await rig.turn("undo")
        assert await rig.turn("undo") == "note"


async def test_a_discarded_new_customer_leaves_no_row(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        (entry,) = await rig.submit(creation())
        await rig.decide("discard", entry.id)
        await rig.settled_screen()
        assert await total(rig) == 5


async def test_an_enterprise_is_made_and_its_id_remembered(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    async with pushing(demo_server, tmp_path) as rig:
        heard: list[Entry] = []
        rig.account.subscribe(lambda event: heard.append(event.entry) if isinstance(event, EntrySettled) else None)
        await rig.submit(SaveEnterprise(set={"name": "Fresh Ltd", "province_id": "310000"}))
        await rig.quiet()
        (made,) = demo_server.ledger("enterprise/save")
        assert made.params["enterprise_name"] == "Fresh Ltd"
        assert heard[0].base["enterprise_id"]


async def test_a_doubtful_creation_with_two_alike_is_asked_about(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    async with pushing(demo_server, tmp_path) as rig:
        for who in demo_server.ids()[:2]:
            demo_server.change(who, nick="Fresh", email="same@example.com")
        demo_server.misbehave("cut_before", "*/user/save", count=1)
        await rig.submit(creation(email="same@example.com"))
        await rig.quiet()
        (entry,) = rig.account.outbox.entries()
        assert isinstance(entry.error, Unclear)


async def test_customers_made_offline_outlive_a_restart_and_a_pull(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        (entry,) = await rig.submit(creation(phone="13900001111"))
        await rig.submit(edit(who, note="kept"))
        assert isinstance(entry.intent, CreateCustomer)
        local = entry.intent.local
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        assert (await rig.customer(local)).name == "Fresh"
        assert (await rig.customer(who)).text("note") == "kept"
        # A complete pull holds everybody the server has: whoever it cannot have yet is not looked for.
        missing = await rig.write(CacheFile.unseen, 7)
        assert isinstance(missing, list)
        assert sorted(missing) == sorted(demo_server.ids())
        rig.connect()
        await rig.quiet()
        assert await total(rig) == 6
        assert (await rig.customer(local)).text("phone") == "13900001111"
        assert demo_server.customer(who)["remark"] == "kept"
        assert len(demo_server.ledger("user/save")) == 1
