"""What jobs do to tag groups and tags shows before anything is sent, and goes when the job is cancelled."""

import asyncio
from pathlib import Path

import pytest

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import new_entry
from desktop.domain.intents.blacklist import Blacklist
from desktop.domain.jobs.job import (
    DropTags,
    EditCustomers,
    JobState,
    MergeTags,
    MoveTags,
    SplitGroup,
    TagCustomers,
)
from desktop.workspace.jobs import planning
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk, desk


def names(one: Desk) -> dict[str, set[str]]:
    """Return the names of the tags shown, by the name of their group."""
    of = one.account.collections
    return {group.name: {tag.name for tag in of.tags_of(group.id)} for group in of.tag_groups.values()}


async def test_steps_show_at_once_and_cancelling_takes_them_back(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=40, tokens="many")
    async with desk(demo_server, tmp_path) as one:
        await one.settled(lambda: bool(one.account.collections.tags))
        group = one.group(multiple=True, tags=3)
        tags = [one.account.collections.tags[key] for key in one.tags_of(group.id)]
        there = next(
            other
            for other in one.account.collections.tag_groups.values()
            if other.multiple and other.id != group.id
        )
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        before = names(one)
        jobs = [
            await one.start(DropTags((tags[0].id,))),
            await one.start(MoveTags((tags[1].id,), there.id)),
            await one.start(SplitGroup((tags[2].id,), "Fresh", "#2560D6")),
        ]
        left = {tag.name for tag in tags[3:]}
        assert names(one)[group.name] == left
        assert tags[1].name in names(one)[there.name]
        assert names(one)["Fresh"] == {tags[2].name}
        for job in reversed(jobs):
            one.account.jobs.cancel(job)
            await one.until(job, lambda view: view.state is JobState.CANCELLED)
        assert names(one) == before
        merged = await one.start(MergeTags((tags[0].id,), tags[1].id))
        assert tags[0].id not in one.account.collections.tags
        one.account.jobs.undo(merged)
        await asyncio.sleep(0)
        await one.settled(lambda: names(one) == before)


async def test_who_is_named_twice_is_changed_once_and_every_row_knows_the_ban_it_found(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "BLOCK", 50)
    demo_server.reset(customers=120, tokens="many")
    async with desk(demo_server, tmp_path):
        ids = demo_server.ids()
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        account = one.account
        held = [new_entry(key, "", BlackType.ONE_DAY, "before", 1_000) for key in ids[::2]]
        await asyncio.wrap_future(
            account.files.write.submit(lambda file: file.bans.replace(held, 1, complete=True))
        )
        account.blacklist.reread()
        await one.settled(lambda: len(account.blacklist.bans) == len(held))
        everybody = (*ids, *reversed(ids))
        job = await one.start(EditCustomers(everybody, Blacklist(customer="", kind=-1, reason="spam")))
        number = account.jobs.job(job).number
        rows = await asyncio.wrap_future(
            account.files.outbox.submit(lambda box: box.jobs.rows(number, "", -1, 2 * len(everybody)))
        )
        marked = set(ids) - {row.customer for row in rows}
        assert [row.customer for row in rows] == [key for key in ids if key not in marked]
        assert len(rows) > planning.BLOCK
        assert {row.customer for row in rows if row.base != "{}"} == set(ids[::2]) - marked
        tag = one.tags_of(one.group(multiple=True).id)[0]
        assert (await one.plan(TagCustomers(everybody, add=(tag,)))).total == len(ids)
