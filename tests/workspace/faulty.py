"""A call that writes, hit by a fault: what it cost, and whether it was ever sent again blindly."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.domain.intents.intent import Intent
from desktop.workspace.push.pace import PushPace
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


@dataclass(frozen=True)
class Hit:
    """How often a call was sent, its things were read, it took effect, and it was sent again blindly."""

    sends: int
    reads: int
    applied: int
    blind: int

    def __str__(self) -> str:
        return f"{self.sends:6} sends {self.reads:6} reads {self.applied:6} applied {self.blind:6} blind"


def pace_of(fault: str) -> PushPace:
    """Return how long to wait: two readings that far apart wait out a call that the server is only slow with."""
    return replace(PACE, absent=2 * DEADLINE) if fault == "time-out" else PACE


def surviving(demo: DemoHandle, folder: Path, fault: str) -> AbstractAsyncContextManager[Rig]:
    """Return an account that sends to a server which will have a fault."""
    return pushing(demo, folder, deadline=DEADLINE, pace=pace_of(fault))


async def hit(rig: Rig, endpoint: str, intent: Intent, fault: str, *read: str) -> Hit:
    """Make an edit whose first call meets a fault; `read` are parts of the paths that find out about it."""
    demo, path = rig.demo, f"/{endpoint}"
    wrote, asked = len(demo.ledger()), len(demo.requests())
    rig.later += 700
    demo.misbehave(path=f"*{path}*", count=1, **FAULTS[fault])
    await rig.submit(intent)
    await rig.quiet()
    demo.behave()
    requests = demo.requests()[asked:]
    found = Hit(
        sum(path in one.path for one in requests),
        sum(any(part in one.path for part in read) for one in requests),
        len(demo.ledger()) - wrote,
        _blind(requests, path, fault in CERTAIN),
    )
    print(f"{endpoint:24}{fault:22}{found}")
    return found


def _blind(requests: list[Requested], path: str, certain: bool) -> int:
    """Count the sends that follow a send of unknown effect with nothing read between."""
    found, doubtful = 0, False
    for one in requests:
        writes = path in one.path
        found += writes and doubtful
        doubtful = not certain and (writes or (doubtful and "get_token" in one.path))
    return found
