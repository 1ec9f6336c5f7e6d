"""What the API has no call for, as jobs: merge, move, split, rebuild, fix; each taken back again."""

from pathlib import Path

import pytest

from desktop.domain.errors import HeldBack, InvalidInput
from desktop.domain.jobs.job import DropGroup, DropTags, FixChoices, JobState, MergeTags, MoveTags, SplitGroup
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk, desk, server_tags


def names(demo: DemoHandle, ids: list[str]) -> dict[str, set[tuple[str, str]]]:
    """Return group and tag names of customers' tags: they hold over tags that are made anew."""
    by_id = {tag: (group, name) for (group, name), (tag, _) in tables(demo).items()}
    return {key: {by_id[tag] for tag in tags if tag in by_id} for key, tags in server_tags(demo, ids).items()}


def tables(demo: DemoHandle) -> dict[tuple[str, str], tuple[str, str]]:
    """Return id and parameter name by group and tag names."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    with demo.client() as client:
        for group in client.get("/label_group/list", params={"page_no": 1, "page_size": 100}).json()["items"]:
            asked = {"groupid": group["id"], "page_no": 1, "page_size": 100}
            for tag in client.get("/label/list", params=asked).json()["items"]:
                found[group["name"], tag["name"]] = (tag["id"], tag["param_name"] or "")
    return found


def params(demo: DemoHandle) -> dict[tuple[str, str], str]:
    return {name: param for name, (_, param) in tables(demo).items()}


def with_param(one: Desk) -> str:
    """Return a tag that has a parameter name and customers."""
    return next(tag.id for tag in one.account.collections.tags.values() if tag.param_name)


@pytest.fixture
def demo(demo_server: DemoHandle) -> DemoHandle:
    demo_server.reset(customers=300, tokens="many")
    return demo_server


async def test_merging_hands_customers_over_and_undo_makes_the_tag_again(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before, tags_before = names(demo, ids), params(demo)
    async with desk(demo, tmp_path) as one:
        old, into = one.tags_of(one.group(multiple=True).id)[:2]
        tags = one.account.collections.tags
        group = one.account.collections.tag_groups[tags[old].group_id].name
        old_name, new_name = (group, tags[old].name), (group, tags[into].name)
        job = await one.done(MergeTags((old,), into))
        assert (job.state, job.failed, job.error) == (JobState.DONE, 0, None)
        after = names(demo, ids)
        assert job.total == sum(old_name in held for held in before.values()) > 0
        assert all((new_name in after[key]) == bool({old_name, new_name} & before[key]) for key in ids)
        assert old_name not in params(demo)
        await one.settled(lambda: old not in one.account.collections.tags)
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, str(undone.error)) == (JobState.DONE, "None")
        assert names(demo, ids) == before
        assert params(demo) == tags_before
        made = tables(demo)[old_name][0]
        shown = await one.shown_tags(ids)
        assert {key for key in ids if made in shown[key]} == {key for key in ids if old_name in before[key]}


async def test_moving_keeps_name_parameter_and_customers(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before, tags_before = names(demo, ids), params(demo)
    async with desk(demo, tmp_path) as one:
        tag = one.account.collections.tags[with_param(one)]
        here = one.account.collections.tag_groups[tag.group_id]
        there = next(
            group
            for group in one.account.collections.tag_groups.values()
            if group.multiple and group.id != here.id
        )
        job = await one.done(MoveTags((tag.id,), there.id))
        assert (job.state, job.failed, job.error) == (JobState.DONE, 0, None)
        moved = {(here.name, tag.name): (there.name, tag.name)}
        assert names(demo, ids) == {key: {moved.get(one, one) for one in held} for key, held in before.items()}
        assert params(demo)[there.name, tag.name] == tag.param_name
        assert (here.name, tag.name) not in params(demo)
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, str(undone.error)) == (JobState.DONE, "None")
        assert names(demo, ids) == before
        assert params(demo) == tags_before
        again = await one.until(await one.undo(undone.id))
        assert (again.state, str(again.error)) == (JobState.DONE, "None")
        assert names(demo, ids) == {key: {moved.get(one, one) for one in held} for key, held in before.items()}


async def test_splitting_makes_a_group_of_some_tags(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before, tags_before = names(demo, ids), params(demo)
    async with desk(demo, tmp_path) as one:
        group = one.group(multiple=True, tags=3)
        tags = [one.account.collections.tags[key] for key in one.tags_of(group.id)[:2]]
        job = await one.done(SplitGroup(tuple(tag.id for tag in tags), "Half 一半", "#2560D6"))
        assert (job.state, job.failed, job.error) == (JobState.DONE, 0, None)
        moved = {(group.name, tag.name): ("Half 一半", tag.name) for tag in tags}
        assert names(demo, ids) == {key: {moved.get(one, one) for one in held} for key, held in before.items()}
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, str(undone.error)) == (JobState.DONE, "None")
        assert names(demo, ids) == before
        assert params(demo) == tags_before


async def test_a_removed_group_is_built_again_with_its_customers(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before, tags_before = names(demo, ids), params(demo)
    async with desk(demo, tmp_path) as one:
        group = one.group(multiple=True)
        run = await one.plan(DropGroup(group.id))
        held = [key for key in ids if any(name == group.name for name, _ in before[key])]
        assert (run.changing, run.calls) == (len(held), 1)
        job = await one.done(DropGroup(group.id))
        assert (job.state, job.done, job.error) == (JobState.DONE, len(held), None)
        assert not any(name == group.name for name, _ in params(demo))
        assert demo.ledger("label/update_biz_label") == []
        gone = set(one.tags_of(group.id))
        assert not any(gone & set(tags) for tags in (await one.shown_tags(ids)).values())
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, undone.done, undone.error) == (JobState.DONE, len(held), None)
        assert names(demo, ids) == before
        assert params(demo) == tags_before


async def test_a_removed_tag_is_built_again(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before, tags_before = names(demo, ids), params(demo)
    async with desk(demo, tmp_path) as one:
        job = await one.done(DropTags((with_param(one),)))
        assert len(params(demo)) == len(tags_before) - 1
        undone = await one.until(await one.undo(job.id))
        assert (undone.state, str(undone.error)) == (JobState.DONE, "None")
        assert names(demo, ids) == before
        assert params(demo) == tags_before


async def test_violations_of_a_single_choice_group_are_fixed(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    before = server_tags(demo, ids)
    async with desk(demo, tmp_path) as one:
        group = one.group(multiple=True)
        tags = one.tags_of(group.id)
        job = await one.done(FixChoices(group.id, (tags[1],)))
        broken = {key for key in ids if len(set(tags) & set(before[key])) > 1}
        assert job.total == len(broken) > 0
        after = server_tags(demo, ids)
        for key in broken:
            left = set(tags) & set(after[key])
            assert left == {tags[1]} if tags[1] in before[key] else len(left) == 1
        assert all(after[key] == before[key] for key in ids if key not in broken)
        await one.until(await one.undo(job.id))
        assert {key: set(held) for key, held in server_tags(demo, ids).items()} == {
            key: set(held) for key, held in before.items()
        }


async def test_the_old_tag_stays_while_customers_of_it_failed(demo: DemoHandle, tmp_path: Path) -> None:
    ids = demo.ids()
    async with desk(demo, tmp_path) as one:
        group = one.group(multiple=True)
        old, into = one.tags_of(group.id)[:2]
        holder = next(key for key, tags in server_tags(demo, ids).items() if old in tags and into not in tags)
        record = demo.customer(holder)
        demo.misbehave("code", "*update_biz_label", count=1, code="999998")
        job = await one.done(MergeTags((old,), into))
        assert job.state is JobState.STUCK
        assert isinstance(job.error, HeldBack)
        assert job.error.details == {"failed": 1}
        assert record["biz_label"]
        assert demo.ledger("label/remove") == []
        one.account.jobs.retry(job.id)
        again = await one.until(job.id)
        assert (again.state, again.failed) == (JobState.DONE, 0)
        assert len(demo.ledger("label/remove")) == 1


async def test_a_name_that_is_taken_is_refused_before_anything_is_stored(demo: DemoHandle, tmp_path: Path) -> None:
    async with desk(demo, tmp_path) as one:
        group = one.group(multiple=True)
        with pytest.raises(InvalidInput) as caught:
            await one.plan(SplitGroup((one.tags_of(group.id)[0],), group.name, "#2560D6"))
        assert caught.value.word == "group_name_taken"
