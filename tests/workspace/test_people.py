"""Who has whom: counts that follow the cache, agents under their departments, and which of them the user is."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.dictionaries import Agent, Department
from desktop.domain.following.assigning import FOLLOWED, POOL, Standing
from desktop.domain.profile import Profile
from desktop.domain.query import OneOf, Query
from desktop.workspace.account import Account
from tests.workspace.rig import KEY

HOSTILE = "<b>\u202eX</b>" + "很" * 300
DEPARTMENTS = [
    Department("top", "公司"),
    Department("sales", "Sales", "top"),
    Department("round", "Round", "round"),
    Department("orphan", "Orphan", "gone"),
]
AGENTS = [
    Agent("a", "李雷", "sales"),
    Agent("b", HOSTILE, "round"),
    Agent("c", "韩梅梅", "gone"),
    Agent("d", "Grace", "sales"),
    Agent("e", "Tom", "orphan"),
]


def customer(key: str, status: int, agent: str = "") -> Customer:
    return Customer(key, {"nickname": key, "status": status, "agent_id": agent})


@pytest.fixture
async def account(tmp_path: Path) -> AsyncIterator[Account]:
    account = opened(tmp_path)
    yield account
    await account.close()


def opened(folder: Path) -> Account:
    profile = Profile("p", "P", "http://127.0.0.1:9", "demo")
    return Account.open(profile, folder, KEY, post=asyncio.get_running_loop().call_soon_threadsafe)


async def write(account: Account, function: Callable[..., Any], *arguments: object) -> None:
    change = await asyncio.wrap_future(account.files.write.submit(function, *arguments))
    if change is not None:
        account.note_change(change)
    await settled(account)


async def settled(account: Account) -> None:
    for _ in range(3):
        await asyncio.wrap_future(account.files.look_up.submit(lambda _file: None))
        await asyncio.wrap_future(account.files.outbox.submit(lambda _file: None))
        await asyncio.sleep(0)


async def test_counts_follow_the_cache_and_tell_only_when_they_differ(account: Account) -> None:
    told: list[object] = []
    account.people.events.subscribe(told.append)
    page = [customer("x", FOLLOWED, "a"), customer("y", FOLLOWED, "left"), customer("z", POOL), customer("w", 1)]
    await write(account, CacheFile.write_page, page)
    people = account.people
    assert people.loads == {"a": 1, "left": 1}
    assert [people.count(), people.count(FOLLOWED), people.count(FOLLOWED, "a"), people.count(POOL)] == [
        4,
        2,
        1,
        1,
    ]
    assert len(told) == 1
    await write(account, CacheFile.write_page, [Customer("x", {**page[0].fields, "note": "other"})])
    assert len(told) == 1
    await write(account, CacheFile.write_page, [customer("z", FOLLOWED, "a")])
    await write(account, CacheFile.remove, ["y"])
    assert people.loads == {"a": 2}
    assert people.count(POOL) == 0


async def test_agents_stand_under_their_departments_whatever_the_tree_looks_like(account: Account) -> None:
    await write(account, CacheFile.write_page, [customer("x", FOLLOWED, "c")])
    for kind, entries in (("department", DEPARTMENTS), ("agent", AGENTS)):
        await write(account, CacheFile.put_dictionary, kind, "zh", entries, 1)
        account.note_dictionary(kind)
    await settled(account)
    desks = {desk.agent.id: desk for desk in account.people.desks()}
    assert list(desks) == ["a", "d", "b", "e", "c"]
    assert desks["a"].departments == ("公司", "Sales")
    assert desks["e"].departments == ("Orphan",)
    assert desks["c"].departments == ()
    assert set(desks["b"].departments) == {"Round"}
    assert desks["c"].load == 1


async def test_who_the_user_is_outlives_the_program_and_the_agent(account: Account, tmp_path: Path) -> None:
    account.people.set_me("a")
    await settled(account)
    again = opened(tmp_path)
    await settled(again)
    assert again.people.me == "a"
    assert again.people.myself is None
    again.people.set_me("")
    await settled(again)
    await again.close()
    third = opened(tmp_path)
    await settled(third)
    assert third.people.me == ""
    await third.close()


@pytest.mark.parametrize("everything", [False, True])
async def test_where_a_selection_stands(account: Account, everything: bool) -> None:
    page = [customer("x", FOLLOWED, "a"), customer("y", POOL), customer("z", POOL)]
    await write(account, CacheFile.write_page, page)
    found: asyncio.Future[Sequence[tuple[str, Standing]]] = asyncio.get_running_loop().create_future()
    query = Query(where=(OneOf("status", (POOL,)),))
    account.people.standings(query, ["y", "nobody"], everything, found.set_result)
    wanted = [("z", Standing(POOL))] if everything else [("y", Standing(POOL))]
    assert list(await found) == wanted
