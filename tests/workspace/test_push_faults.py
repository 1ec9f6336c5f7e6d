"""Every call that writes, hit by every fault: one effect, found out by reading, never sent again blindly."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from tests.demo_control import DemoHandle
from tests.workspace.faulty import FAULTS, hit, surviving
from tests.workspace.pushrig import Rig


@dataclass
class Call:
    """A call: its endpoint, the edit that makes it, and whether the server then has what was wanted."""

    endpoint: str
    intent: Intent
    holds: Callable[[], bool]


async def calls(rig: Rig) -> list[Call]:
    """Return one edit of each kind, on things of the account nobody else touches."""
    groups = [one for one in rig.account.collections.tag_groups.values() if one.multiple]
    given, renamed, emptied, filled = groups[:4]
    tags = rig.account.collections.tags_of
    customer = rig.demo.ids()[0]
    tag, other = tags(given.id)[0].id, tags(given.id)[1].id
    await rig.client.labels.change(customer, add=[other], remove=[tag])
    one, two = tags(filled.id)[:2]

    def has(group: str, name: str) -> bool:
        return name in rig.server_names(group)

    return [
        Call(
            "label/update_biz_label",
            AddTags(customer=customer, tags=(tag,)),
            lambda: tag in rig.server_tags(customer),
        ),
        Call(
            "label/update_biz_label",
            RemoveTags(customer=customer, tags=(other,)),
            lambda: other not in rig.server_tags(customer),
        ),
        Call(
            "label_group/save",
            CreateTagGroup(name="Fresh", color="#09AEB0", tags=("a", "b")),
            lambda: rig.server_names(str(rig.server_groups()["Fresh"]["id"])) == ["a", "b"],
        ),
        Call(
            "label_group/update",
            UpdateTagGroup(group=renamed.id, name="Renamed", multiple=False),
            lambda: rig.server_groups()["Renamed"]["is_multiple_choice"] == 0,
        ),
        Call(
            "label_group/remove",
            RemoveTagGroup(group=emptied.id),
            lambda: emptied.name not in rig.server_groups(),
        ),
        Call(
            "label/save",
            CreateTag(group=filled.id, name="fresh", param_name="fresh_param"),
            lambda: has(filled.id, "fresh"),
        ),
        Call("label/update", UpdateTag(tag=one.id, name="other name"), lambda: has(filled.id, "other name")),
        Call("label/remove", RemoveTag(tag=two.id), lambda: not has(filled.id, two.name)),
    ]


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_call_that_writes_survives(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=20, tokens="many")
    async with surviving(demo_server, tmp_path, fault) as rig:
        for call in await calls(rig):
            met = await hit(rig, call.endpoint, call.intent, fault, "/list", "userlabels")
            assert call.holds(), f"{call.endpoint} after {fault}"
            assert rig.account.outbox.entries() == []
            assert (met.applied, met.blind) == (1, 0)
