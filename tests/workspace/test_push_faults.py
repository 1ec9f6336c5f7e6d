"""Every call that writes, hit by every fault: one effect, found out by reading, never sent again blindly."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

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
from tests.demo_control import DemoHandle, Requested
from tests.workspace.pushrig import PACE, Rig, pushing

DEADLINE = 0.5
FAULTS: dict[str, dict[str, Any]] = {
    "cut before": {"kind": "cut_before"},
    "cut after applying": {"kind": "cut_after"},
    "500 after applying": {"kind": "error_after", "status": 500},
    "time-out": {"kind": "latency", "seconds": 2 * DEADLINE},
    "429": {"kind": "too_many", "seconds": 0.2},
    "900002": {"kind": "code", "code": "900002"},
    "HTML with 200": {"kind": "html"},
    "truncated": {"kind": "truncated"},
}
CERTAIN = {"429", "900002"}
"""Answers that say the call had no effect: it may be sent again at once."""


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


def blind(requests: list[Requested], path: str, certain: bool) -> int:
    """Count the sends that follow a send of unknown effect with nothing read between."""
    found, doubtful = 0, False
    for one in requests:
        writes = path in one.path
        found += writes and doubtful
        doubtful = not certain and (writes or (doubtful and "get_token" in one.path))
    return found


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_call_that_writes_survives(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=20, tokens="many")
    # Two readings that far apart wait out a call that the server is only slow with.
    pace = replace(PACE, absent=2 * DEADLINE) if fault == "time-out" else PACE
    async with pushing(demo_server, tmp_path, deadline=DEADLINE, pace=pace) as rig:
        rows = [await hit(rig, call, fault) for call in await calls(rig)]
    print(f"\n{'call':24}{'fault':22}{'sends':>6}{'reads':>6}{'applied':>8}{'blind':>6}  end")
    for endpoint, sends, reads, applied, blindly, end in rows:
        print(f"{endpoint:24}{fault:22}{sends:6}{reads:6}{applied:8}{blindly:6}  {end}")
    assert [row[5] for row in rows] == ["done"] * 8
    assert [row[4] for row in rows] == [0] * 8
    assert [row[3] for row in rows] == [1] * 8


async def hit(rig: Rig, call: Call, fault: str) -> tuple[str, int, int, int, int, str]:
    demo, path = rig.demo, f"/{call.endpoint}"
    wrote, asked = len(demo.ledger()), len(demo.requests())
    rig.later += 700
    demo.misbehave(path=f"*{path}*", count=1, **FAULTS[fault])
    await rig.submit(call.intent)
    await rig.quiet()
    demo.behave()
    requests = demo.requests()[asked:]

    sends = sum(path in one.path for one in requests)
    reads = sum("/list" in one.path or "userlabels" in one.path for one in requests)
    applied = len(demo.ledger()) - wrote
    assert call.holds(), f"{call.endpoint} after {fault}"
    end = "done" if not rig.account.outbox.entries() else str(rig.account.outbox.entries())
    return call.endpoint, sends, reads, applied, blind(requests, path, fault in CERTAIN), end
