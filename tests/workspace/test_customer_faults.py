"""Creating and editing customers and making enterprises, hit by every fault: no call is sent again blindly."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.domain.errors import Unclear
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.intent import Intent
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import PACE, Rig, pushing
from tests.workspace.test_push_faults import CERTAIN, DEADLINE, FAULTS, blind


@dataclass
class Call:
    """A call: its endpoint, the edit that makes it, how it may end, whether the server has what was wanted."""

    endpoint: str
    intent: Intent
    asks: bool
    holds: Callable[[], bool]


def calls(rig: Rig) -> list[Call]:
    demo, first = rig.demo, rig.demo.ids()[0]

    def made(phone: str) -> bool:
        with demo.client() as http:
            params = {"search_type": "4", "search_value": phone, "page_no": "1", "page_size": "10"}
            items = http.get("/user/list_by_page", params=params).json()["items"]
        return [one["nick"] for one in items] == ["Fresh"]

    return [
        Call(
            "user/update",
            UpdateCustomer(customer=first, set={"nickname": "Renamed", "note": "quiet"}),
            False,
            lambda: demo.customer(first)["remark"] == "quiet",
        ),
        Call(
            "user/save",
            CreateCustomer(set={"nickname": "Fresh", "status": 1, "phone": "+86 130 0000 1234"}),
            False,
            lambda: made("+86 130 0000 1234"),
        ),
        Call(
            "user/save",
            CreateCustomer(set={"nickname": "Unreachable", "status": 1, "note": "n"}),
            True,
            lambda: True,
        ),
        Call(
            "enterprise/save",
            SaveEnterprise(set={"name": "Fresh Ltd", "domains": ("fresh.example",)}),
            True,
            lambda: True,
        ),
    ]


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_call_survives(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5, tokens="many")
    # Two readings that far apart wait out a call that the server is only slow with.
    pace = replace(PACE, absent=2 * DEADLINE) if fault == "time-out" else PACE
    async with pushing(demo_server, tmp_path, deadline=DEADLINE, pace=pace) as rig:
        print(f"\n{'call':18}{'fault':22}{'sends':>6}{'reads':>6}{'applied':>8}{'blind':>6}  end")
        for call in calls(rig):
            await hit(rig, call, fault)


async def hit(rig: Rig, call: Call, fault: str) -> None:
    demo, path = rig.demo, f"/{call.endpoint}"
    wrote, asked = len(demo.ledger()), len(demo.requests())
    rig.later += 700
    demo.misbehave(path=f"*{path}*", count=1, **FAULTS[fault])
    await rig.submit(call.intent)
    await rig.quiet()
    demo.behave()
    requests = demo.requests()[asked:]

    sends = sum(path in one.path for one in requests)
    reads = sum("/list" in one.path or "/detail" in one.path for one in requests)
    applied, blindly = len(demo.ledger()) - wrote, blind(requests, path, fault in CERTAIN)
    left = rig.account.outbox.entries()
    end = str(left[0].error) if left else "done"
    print(f"{call.endpoint:18}{fault:22}{sends:6}{reads:6}{applied:8}{blindly:6}  {end}")
    assert blindly == 0
    assert call.holds()
    if call.asks and fault not in CERTAIN:
        assert sends == 1
        assert applied <= 1
        assert isinstance(left[0].error, Unclear)
        await rig.decide("discard", left[0].id)
    else:
        assert (applied, left) == (1, [])
