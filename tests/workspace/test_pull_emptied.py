"""A server that suddenly answers empty lists: nothing is forgotten, and it is told until it is believed."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import SuddenlyEmpty, SuddenlyFewer
from desktop.domain.words.lists import LISTS_EN, LISTS_ZH
from desktop.domain.words.say import say
from desktop.workspace.account import Account
from desktop.workspace.child.errorjson import error_from_json, error_to_json
from desktop.workspace.pull.dictionaries import SMALL
from desktop.workspace.pull.emptied import CUSTOMERS, MEMBERS, PATIENCE, Emptied
from tests.demo_control import DemoHandle
from tests.workspace.pullrig import PullRig, pulls
from tests.workspace.rig import KEY, profile_of

LISTS = {
    "*/label_group/list": {"tag", "tag_group"},
    "*/label/list": {"tag"},
    "*/user_stage/query_list_by_type": {"stage"},
    "*/query_black_list": {"blacklist"},
    "*/user_dynamic/getsource": {"source"},
    "*/user/user_list": {"agent", "department"},
    "*/custom_field/custom_fieid_info_list": {"custom_field"},
    "*/custom_field/get_vip_level_data_list": {"vip_level"},
    "*/enterprise/query_custom_field_list": {"enterprise_field"},
    "*/user/get_country": {"country"},
    "*/user/get_timezone": {"time_zone"},
    "*/user/get_language": {"language"},
}
"""What is told when a call answers with an empty list."""


def held(file: CacheFile) -> Mapping[str, Any]:
    """Return all that a pull brings, to compare."""
    kinds = ("tag_group", "tag", "stage", "agent", "department", "source", "vip_level", "custom_field", "country")
    tables = {kind: (file.dictionary(kind, "zh") or ((), 0))[0] for kind in kinds}
    bans = {one.customer_id: one for one in file.bans.all()[0]}
    customers = {one.id: one for one in file.customers(file.unseen(10**9))}
    return {**tables, "bans": bans, "customers": customers}


async def told(rig: PullRig, *, full: bool = True) -> set[str]:
    error = await rig.pull(full=full)
    assert error is None or isinstance(error, SuddenlyEmpty)
    return set(str(error.details["lists"]).split(",")) if error else set()


async def test_lists_that_suddenly_are_empty_are_kept_and_named(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    async with pulls(demo_server, tmp_path) as rig:
        assert await told(rig) == set()
        before = await rig.ask(held)
        assert all(before.values())
        for path, named in LISTS.items():
            demo_server.misbehave("emptied", path)
            assert await told(rig) == named, path
            assert await rig.ask(held) == before, path
            demo_server.behave()
        assert await told(rig) == set()


async def test_a_server_that_has_nothing_at_all_any_more_takes_nothing_away(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        before = await rig.ask(held)
        demo_server.misbehave("emptied", "*")
        assert isinstance(await rig.pull(full=True), SuddenlyFewer)
        assert isinstance(await rig.pull(), SuddenlyEmpty), "until it is over each pull tells"
        assert await rig.ask(held) == before
        demo_server.behave()
        assert await rig.pull(full=True) is None
        assert await rig.ask(held) == before


async def test_a_list_that_stays_empty_for_a_day_is_believed(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        demo_server.misbehave("emptied", "*/label_group/list")
        assert await told(rig) == {"tag", "tag_group"}
        demo_server.move_clock(PATIENCE / 2)
        assert await told(rig) == {"tag", "tag_group"}
        demo_server.move_clock(PATIENCE + 60)
        await rig.pull()
        assert await told(rig) == set()
        assert not (await rig.ask(held))["tag_group"]


async def test_the_last_one_may_go_and_a_group_may_lose_its_last_tag(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    assert Emptied(5).is_believed("tag_group", 1, 0)
    emptied = Emptied(5)
    assert not emptied.is_believed("tag_group", 2, 0)
    assert not emptied.is_believed("stage", 1, 0), "not where the server has lost another list"
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        tags = (await rig.ask(held))["tag"]
        group = tags[0].group_id
        with demo_server.client() as http:
            for tag in [one for one in tags if one.group_id == group][1:]:
                assert http.get(f"/label/remove/{tag.id}").json()["ret_code"] == "000000"
            assert await told(rig) == set()
            assert http.get(f"/label/remove/{tags[0].id}").json()["ret_code"] == "000000"
        assert await told(rig) == set()
        assert group not in {one.group_id for one in (await rig.ask(held))["tag"]}


async def test_nobody_leaves_a_stage_that_is_suddenly_empty(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    async with pulls(demo_server, tmp_path) as rig:
        await rig.pull()
        before = await rig.stages()
        stage = max(before.values(), key=list(before.values()).count)
        members = [one for one in before if before[one] == stage]
        for one in members:
            demo_server.change(one, stage="")
        assert await told(rig) == {"members"}
        assert await rig.stages() == before
        assert await told(rig, full=False) == set(), "told once: the next pulls do not read it whole"
        demo_server.move_clock(PATIENCE + 60)
        await rig.pull()
        assert await told(rig) == set()
        assert await rig.stages() == await rig.server_stages()


async def test_a_person_who_fetches_the_blacklist_is_told_too(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=200, tokens="many", token_seconds=10_000_000)
    post = asyncio.get_running_loop().call_soon_threadsafe
    account = Account.open(profile_of(demo_server), tmp_path, KEY, post=post)
    try:
        await account.connect(demo_server.app_key, pulls=False)
        await account.blacklist.refresh()
        before = dict(account.blacklist.bans)
        assert len(before) > 1
        demo_server.misbehave("emptied", "*/query_black_list")
        with pytest.raises(SuddenlyEmpty):
            await account.blacklist.refresh()
        assert account.blacklist.bans == before
    finally:
        await account.close()


def test_it_is_said_in_plain_words() -> None:
    error = SuddenlyEmpty(lists="stage,tag_group")
    assert say(error, "en").what == "The server suddenly lists nothing of: stages, tag groups."
    assert say(error, "zh").what == "服务器突然不再列出：跟进阶段、标签组。"
    assert error_from_json(error_to_json(error)).details == error.details


def test_every_list_has_a_name_in_both_languages() -> None:
    assert LISTS_EN.keys() == LISTS_ZH.keys() >= {*SMALL, *set().union(*LISTS.values()), CUSTOMERS, MEMBERS}
