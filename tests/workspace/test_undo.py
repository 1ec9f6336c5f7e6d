"""Undo and redo over real files and the demo server: edits that bring back what was found."""

from pathlib import Path

from desktop.domain.intents.intent import (
    AddTags,
    CreateTagGroup,
    RemoveTagGroup,
    RemoveTags,
    UpdateTagGroup,
)
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import multiple_tags, pushing


async def test_undo_and_redo_also_after_a_restart(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        before = set(rig.server_tags(customer))
        tags = [one for one in multiple_tags(rig) if one not in before]
        held = next(iter(before & set(rig.account.collections.tags)), tags[5])
        group = next(iter(rig.account.collections.tag_groups.values()))
        await rig.submit(AddTags(customer=customer, tags=(tags[0], held)), label="tag")
        await rig.submit(UpdateTagGroup(group=group.id, name="Other", color="#010203"), label="rename")
        await rig.submit(CreateTagGroup(name="New", color="#112233", tags=("a", "b")), label="new group")
        await rig.quiet()
        assert await rig.turn("undo") == "new group"
        await rig.quiet()
        assert "New" not in rig.server_groups()
        assert "New" not in {one.name for one in rig.account.collections.tag_groups.values()}
    async with pushing(demo_server, tmp_path) as rig:
        assert [await rig.turn("undo"), await rig.turn("undo"), await rig.turn("undo")] == ["rename", "tag", None]
        await rig.quiet()
        assert rig.server_groups()[group.name]["color_value"] == group.color
        assert set(rig.server_tags(customer)) == set(await rig.shown_tags(customer))
        assert set(rig.server_tags(customer)) - {held} == before - {held}
        assert [await rig.turn("redo"), await rig.turn("redo")] == ["tag", "rename"]
        assert await rig.turn("redo") == "new group"
        assert await rig.turn("redo") is None
        await rig.quiet()
        assert tags[0] in rig.server_tags(customer)
        assert rig.server_names(str(rig.server_groups()["New"]["id"])) == ["a", "b"]
        assert "Other" in rig.server_groups()
        assert await rig.turn("undo") == "new group"
        await rig.submit(RemoveTags(customer=customer, tags=(tags[0],)), label="untag")
        assert await rig.turn("redo") is None
        assert await rig.turn("undo") == "untag"
        await rig.quiet()
        assert tags[0] in rig.server_tags(customer)
        assert rig.account.outbox.entries() == []


async def test_a_removed_group_comes_back_with_its_tags_and_parameter_names(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        tables = rig.account.collections
        group = next(one for one in tables.tag_groups.values() if len(tables.tags_of(one.id)) > 3)
        before = [(tag.name, tag.param_name) for tag in tables.tags_of(group.id)]
        await rig.submit(RemoveTagGroup(group=group.id))
        assert group.id not in tables.tag_groups
        await rig.quiet()
        await rig.turn("undo")
        await rig.quiet()
        assert group.name in rig.server_groups()
        fresh = next(one for one in tables.tag_groups.values() if one.name == group.name)
        assert [(tag.name, tag.param_name) for tag in tables.tags_of(fresh.id)] == before
        assert (fresh.color, fresh.multiple) == (group.color, group.multiple)


async def test_a_single_choice_group_behaves_like_a_radio(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        tables = rig.account.collections
        group = next(one for one in tables.tag_groups.values() if not one.multiple)
        first, second, *_ = (tag.id for tag in tables.tags_of(group.id))
        await rig.submit(AddTags(customer=customer, tags=(first,)))
        await rig.submit(AddTags(customer=customer, tags=(second,)))
        await rig.quiet()
        for held in (await rig.shown_tags(customer), rig.server_tags(customer)):
            assert second in held
            assert first not in held
        await rig.turn("undo")
        await rig.quiet()
        for held in (await rig.shown_tags(customer), rig.server_tags(customer)):
            assert first in held
            assert second not in held
