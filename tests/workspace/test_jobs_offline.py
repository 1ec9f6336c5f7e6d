"""What jobs do to tag groups and tags shows before anything is sent, and goes when the job is cancelled."""

import asyncio
from pathlib import Path

from desktop.domain.jobs.job import DropTags, JobState, MergeTags, MoveTags, SplitGroup
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
