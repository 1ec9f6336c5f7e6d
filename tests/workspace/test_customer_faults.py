"""Creating and editing customers and making enterprises, hit by every fault: no call is sent again blindly."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.errors import Unclear
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.intent import Intent
from tests.demo_control import DemoHandle
from tests.workspace.faulty import CERTAIN, FAULTS, hit, surviving
from tests.workspace.pushrig import Rig


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
    async with surviving(demo_server, tmp_path, fault) as rig:
        for call in calls(rig):
            met = await hit(rig, call.endpoint, call.intent, fault, "/list", "/detail")
            left = rig.account.outbox.entries()
            assert met.blind == 0
            assert call.holds()
            if call.asks and fault not in CERTAIN:
                assert met.sends == 1
                assert met.applied <= 1
                assert isinstance(left[0].error, Unclear)
                await rig.decide("discard", left[0].id)
            else:
                assert (met.applied, left) == (1, [])
