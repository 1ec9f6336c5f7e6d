"""Edits that are refused, by the server or by the disk, and what a person does about them."""

import asyncio
from pathlib import Path

import pytest

from desktop.domain.edits.outbox import State
from desktop.domain.errors import DiskFull, InvalidInput, LeftBehind, Rejected
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    RemoveTag,
    UpdateTag,
)
from desktop.workspace.events import EntrySettled, OutboxChanged
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import pushing


async def test_what_was_refused_leaves_the_screen_and_its_dependents_are_told(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        settled: list[EntrySettled] = []
        rig.account.subscribe(lambda one: settled.append(one) if isinstance(one, EntrySettled) else None)
        group = next(one for one in rig.account.collections.tag_groups.values() if one.multiple)
        await rig.client.tags.save("quick colleague", group.id)
        (made,) = await rig.submit(CreateTag(group=group.id, name="quick colleague"))
        assert isinstance(made.intent, CreateTag)
        (use,) = await rig.submit(AddTags(customer=customer, tags=(made.intent.local,)))
        (gone,) = await rig.submit(RemoveTag(tag=made.intent.local))
        await rig.quiet()
        refused, *waiting = rig.account.outbox.entries()
        assert refused.id == made.id
        assert isinstance(refused.error, Rejected)
        assert refused.error.ret_code == "510003"
        assert [one.state for one in waiting] == [State.QUEUED, State.QUEUED]
        assert made.intent.local not in rig.account.collections.tags
        assert rig.account.outbox.counts() == OutboxChanged(2, 1)
        with pytest.raises(InvalidInput):
            await rig.decide("replace", made.id, UpdateTag(tag="t", name="other kind"))
        await rig.decide("discard", made.id)
        await rig.quiet()
        (left,) = rig.account.outbox.entries()
        assert left.id == use.id
        assert isinstance(left.error, LeftBehind)
        assert gone.id in {one.entry.id for one in settled}
        await rig.decide("discard", left.id)
        assert made.intent.local not in await rig.shown_tags(customer)


async def test_a_refused_name_is_corrected_and_all_goes_on(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        group = next(one for one in rig.account.collections.tag_groups.values() if one.multiple)
        await rig.client.tags.save("taken", group.id)
        (made,) = await rig.submit(CreateTag(group=group.id, name="taken"))
        assert isinstance(made.intent, CreateTag)
        await rig.submit(AddTags(customer=customer, tags=(made.intent.local,)))
        await rig.quiet()
        await rig.decide("replace", made.id, CreateTag(group=group.id, name="free", local=made.intent.local))
        await rig.quiet()
        assert rig.account.outbox.entries() == []
        names = {tag.name: tag.id for tag in rig.account.collections.tags_of(group.id)}
        assert names["free"] in rig.server_tags(customer)


async def test_a_full_disk_saves_nothing_and_says_so(demo_server: DemoHandle, tmp_path: Path) -> None:
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.fetch()
        await rig.submit(CreateTagGroup(name="Before", color="#112233"))

        def fill(box: object) -> None:
            # As a full disk: the file may not grow by a page.
            box._connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

        await asyncio.wrap_future(rig.account.files.outbox.submit(fill))
        names = tuple(f"tag {number} " + "x" * 20 for number in range(3000))
        with pytest.raises(DiskFull):
            await rig.submit(CreateTagGroup(name="Too much", color="#112233", tags=names))
        assert [one.name for one in rig.account.collections.tag_groups.values()][-1] == "Before"
        assert len(rig.account.outbox.entries()) == 1
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.submit(CreateTagGroup(name="After", color="#112233"))
        assert [one.intent.name for one in rig.account.outbox.entries()] == ["Before", "After"]  # type: ignore[union-attr]
