"""Follow-up records on their way: what must not be repeated is made once, whatever happens to the answer."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.edits.outbox import State
from desktop.domain.errors import Irrevocable, SeveralAlike
from desktop.domain.intents.following import AddRecord
from desktop.workspace.push.kinds import records
from tests.attacks.records import cut_replies, on_server
from tests.demo_control import DemoHandle
from tests.workspace.faulty import DEADLINE, FAULTS, hit, surviving
from tests.workspace.pushrig import Rig, pushing

SAVE = "*/user_stage/record_save"
READ = "*/user_dynamic/list_by_page"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "WAITS", (0.05, 0.1))


async def test_ten_records_whose_replies_are_cut_stand_there_once(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=10, tokens="many")
    assert await cut_replies(demo_server, tmp_path, 10) == {"on the server": 10, "twice": 0, "lost": 0}


@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault_is_survived_without_a_blind_send(
    fault: str, demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo_server.reset(customers=10, tokens="many")
    if fault == "time-out":
        # The last reading comes after the slow call has arrived.
        monkeypatch.setattr(records, "WAITS", (0.05, 2 * DEADLINE))
    async with surviving(demo_server, tmp_path, fault) as rig:
        customer = demo_server.ids()[0]
        record = AddRecord(customer=customer, content="called <b>twice</b>")
        met = await hit(rig, "user_stage/record_save", record, fault, "/list")
        assert on_server(demo_server, customer)["called <b>twice</b>"] == 1
        assert rig.account.outbox.entries() == []
    assert (met.applied, met.blind) == (1, 0)


async def test_the_same_words_twice_are_two_records(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=10, tokens="many")
    demo_server.move_clock(-40)
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("cut_after", path=SAVE, skip=1, count=1)
        demo_server.misbehave("cut_before", path=SAVE, skip=2, count=1)
        same = AddRecord(customer=customer, content="no answer")
        for _ in range(3):
            await rig.submit(same)
        await rig.quiet()
        assert not rig.account.outbox.entries()
    assert on_server(demo_server, customer)["no answer"] == 3


async def test_several_new_ones_are_asked_about_and_sent_again_on_a_word(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo_server.reset(customers=10, tokens="many")
    monkeypatch.setattr(records, "WAITS", (0.5, 0.5))
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("cut_before", path=SAVE, count=1)
        (entry,) = await rig.submit(AddRecord(customer=customer, content="called"))
        await wait_for(lambda: state_of(rig, entry.id) is State.UNKNOWN)
        with demo_server.client() as http:
            for _ in range(2):
                http.post("/user_stage/record_save", json={"userid": customer, "content": "called"})
        await rig.quiet()
        (asked,) = rig.account.outbox.entries()
        assert asked.state is State.REJECTED
        assert isinstance(asked.error, SeveralAlike)
        assert asked.error.details == {"count": 2}
        assert on_server(demo_server, customer)["called"] == 2
        await rig.decide("retry", asked.id)
        await rig.quiet()
        assert not rig.account.outbox.entries()
    assert on_server(demo_server, customer)["called"] == 3


async def test_what_was_under_way_at_the_end_of_the_program_is_found_out_at_the_next_start(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    customer = demo_server.ids()[0]
    with demo_server.client() as http:
        http.post("/user_stage/record_save", json={"userid": customer, "content": "called"})
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("cut_after", path=SAVE, count=1)
        demo_server.misbehave("error_before", path=READ, skip=1)
        (entry,) = await rig.submit(AddRecord(customer=customer, content="called"))
        await wait_for(lambda: state_of(rig, entry.id) is State.UNKNOWN)
    demo_server.behave()
    demo_server.move_clock(-600)
    async with pushing(demo_server, tmp_path) as rig:
        await rig.quiet()
        assert not rig.account.outbox.entries()
    assert on_server(demo_server, customer)["called"] == 2


async def test_retry_now_does_not_cut_the_waits_short(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo_server.reset(customers=10, tokens="many")
    monkeypatch.setattr(records, "WAITS", (30.0, 120.0))
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.misbehave("cut_before", path=SAVE, count=1)
        (entry,) = await rig.submit(AddRecord(customer=customer, content="called"))
        await wait_for(lambda: state_of(rig, entry.id) is State.UNKNOWN and reads(demo_server) == 2)
        assert rig.pusher is not None
        for _ in range(20):
            rig.pusher.kick()
            await asyncio.sleep(0.01)
        assert reads(demo_server) == 2
        assert len(demo_server.requests("record_save")) == 1


async def test_undo_withdraws_what_was_not_sent_and_says_that_a_sent_one_stays(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    customer = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await rig.submit(AddRecord(customer=customer, content="withdrawn"), label="record")
        assert await rig.turn("undo") == "record"
        assert not rig.account.outbox.entries()
        await rig.submit(AddRecord(customer=customer, content="sent"), label="record")
        rig.connect()
        await rig.quiet()
        with pytest.raises(Irrevocable):
            await rig.turn("undo")
        assert await rig.turn("undo") is None
    assert on_server(demo_server, customer) == Counter({"sent": 1})


def state_of(rig: Rig, entry_id: str) -> State | None:
    entry = next((one for one in rig.account.outbox.entries() if one.id == entry_id), None)
    return None if entry is None else entry.state


def reads(demo: DemoHandle) -> int:
    return len(demo.requests("user_dynamic/list_by_page"))


async def wait_for(wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not wanted():  # noqa: ASYNC110 - what it waits for has no event
            await asyncio.sleep(0.01)
