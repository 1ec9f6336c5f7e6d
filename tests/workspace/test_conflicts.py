"""Two people change one group or tag: disjoint fields merge, the same field is asked about, nothing is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.outbox import Clash, State
from desktop.domain.errors import Conflict, Rejected
from desktop.domain.intents.intent import RemoveTag, UpdateTag, UpdateTagGroup
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import Rig, pushing


@asynccontextmanager
async def two_people(demo: DemoHandle, folder: Path) -> AsyncIterator[tuple[Rig, TagGroup, Tag]]:
    """Open an account that is offline, with a group and a tag for both to change."""
    demo.reset(customers=3, tokens="many", colours="valid")
    async with pushing(demo, folder, online=False) as rig:
        await rig.fetch()
        group = next(iter(rig.account.collections.tag_groups.values()))
        yield rig, group, rig.account.collections.tags_of(group.id)[0]


async def test_disjoint_fields_merge_by_themselves(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, tag):
        await rig.submit(UpdateTagGroup(group=group.id, color="#010203", multiple=not group.multiple))
        await rig.submit(UpdateTag(tag=tag.id, param_name="mine"))
        await rig.client.tag_groups.update(group.id, "Colleague")
        await rig.client.tags.update(tag.id, "colleague")
        rig.connect()
        await rig.quiet()
        assert rig.account.outbox.entries() == []
        held = rig.server_groups()["Colleague"]
        assert (held["color_value"], held["is_multiple_choice"]) == ("#010203", int(not group.multiple))
        assert "colleague" in rig.server_names(group.id)
        await rig.fetch()
        assert rig.account.collections.tags[tag.id].param_name == "mine"


async def test_what_a_colleague_did_the_same_is_done(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, _tag):
        await rig.submit(UpdateTagGroup(group=group.id, name="Same"))
        await rig.client.tag_groups.update(group.id, "Same")
        written = len(demo_server.ledger())
        rig.connect()
        await rig.quiet()
        assert rig.account.outbox.entries() == []
        assert len(demo_server.ledger()) == written


@pytest.mark.parametrize(("choice", "ends"), [("yours", "Mine"), ("server", "Colleague")])
async def test_the_same_field_is_parked_with_three_values_and_decided(
    choice: str, ends: str, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, _tag):
        await rig.submit(UpdateTagGroup(group=group.id, name="Mine", color="#010203"))
        await rig.client.tag_groups.update(group.id, "Colleague")
        rig.connect()
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert parked.state is State.REJECTED
        assert isinstance(parked.error, Conflict)
        assert parked.clashes == (Clash("name", group.name, "Mine", "Colleague"),)
        assert rig.server_groups()["Colleague"]["color_value"] == group.color
        assert rig.account.collections.tag_groups[group.id].name == group.name
    async with pushing(demo_server, tmp_path) as rig:
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert parked.clashes == (Clash("name", group.name, "Mine", "Colleague"),)
        await rig.decide("resolve", parked.id, {"name": choice})
        await rig.quiet()
        assert rig.account.outbox.entries() == []
        assert rig.server_groups()[ends]["color_value"] == "#010203"
        assert rig.account.collections.tag_groups[group.id].name == ends


async def test_a_conflict_given_up_whole_leaves_the_servers_values(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with two_people(demo_server, tmp_path) as (rig, _group, tag):
        await rig.submit(UpdateTag(tag=tag.id, name="mine"))
        await rig.client.tags.update(tag.id, "colleague")
        rig.connect()
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        await rig.decide("resolve", parked.id, {})
        assert rig.account.outbox.entries() == []
        await rig.quiet()
        assert "colleague" in rig.server_names(tag.group_id)


async def test_edits_of_one_thing_one_after_the_other_are_no_conflict(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, _tag):
        edits = [await rig.submit(UpdateTagGroup(group=group.id, name=name)) for name in ("one", "two", "three")]
        await rig.decide("discard", edits[1][0].id)
        rig.connect()
        await rig.quiet()
        assert rig.account.outbox.entries() == []
        assert "three" in rig.server_groups()


async def test_undoing_over_a_colleagues_change_asks(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, _tag):
        rig.connect()
        await rig.submit(UpdateTagGroup(group=group.id, name="Mine"))
        await rig.quiet()
        await rig.client.tag_groups.update(group.id, "Colleague")
        await rig.turn("undo")
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert parked.clashes == (Clash("name", "Mine", group.name, "Colleague"),)


async def test_what_a_colleague_removed_cannot_be_changed_and_is_removed_already(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with two_people(demo_server, tmp_path) as (rig, group, tag):
        other = rig.account.collections.tags_of(group.id)[1]
        await rig.submit(UpdateTag(tag=tag.id, name="mine"), RemoveTag(tag=other.id))
        await rig.client.tags.remove(tag.id)
        await rig.client.tags.remove(other.id)
        rig.connect()
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert isinstance(parked.error, Rejected)
        assert parked.error.ret_code == "510004"
