"""Setting stages against the server: the call hit by each fault, colleagues, stages and customers that went."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Stage
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import Conflict, InvalidInput, Rejected
from desktop.domain.following.behaviour import BehaviourGroup, StageKind
from desktop.domain.intents.following import SetStage
from desktop.domain.intents.lines import parse
from desktop.workspace.push.kinds import table
from desktop.workspace.push.kinds.stages import SetStageKind
from tests.demo_control import DemoHandle
from tests.workspace.faulty import DEADLINE, FAULTS, hit, pace_of
from tests.workspace.pushrig import Rig, pushing

CALL = "user_stage/stage_save"
HISTORY = "user_dynamic/list_by_page"
GONE = Stage("f" * 32, "已删除")


@pytest.fixture
async def rig(demo_server: DemoHandle, tmp_path: Path) -> AsyncIterator[Rig]:
    demo_server.reset(customers=20, tokens="many")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await staged(rig)
        yield rig


async def staged(rig: Rig, *more: Stage) -> None:
    """Put the stages of the server into the cache, with who is in which."""
    await rig.fetch()
    stages = await rig.client.follow_up.stages()
    await rig.write(CacheFile.put_dictionary, "stage", "zh", [*stages, *more], 1)
    rig.account.note_dictionary("stage")
    for stage in stages:
        members = [one for one in rig.demo.ids() if rig.demo.stage(one) == stage.id]
        await rig.write(
            lambda file, stage=stage, ids=members: file.set_stage_members(stage.id, ids, complete=True)
        )
    await rig.settled_screen()


def stages(rig: Rig) -> list[str]:
    return list(rig.account.collections.stages)


async def shown(rig: Rig, customer: str) -> str:
    return (await rig.customer(customer)).text("stage_id")


async def history(rig: Rig, customer: str) -> list[tuple[str, str, str]]:
    """Return stage, kind and note of each change of stage, the newest first."""
    found = rig.client.follow_up.history(customer, BehaviourGroup.STATUS)
    return [(one.stage_id, str(one.content["stageType"]), one.note) async for one in found if one.stage_id]


def in_a_stage(rig: Rig) -> str:
    return next(one for one in rig.demo.ids() if rig.demo.stage(one))


async def only_entry(rig: Rig) -> Entry:
    (entry,) = rig.account.outbox.entries()
    return entry


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_stage_is_set_once_whatever_happens(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=20, tokens="many")
    async with pushing(demo_server, tmp_path, online=False, deadline=DEADLINE) as rig:
        await staged(rig)
        rig.connect(pace_of(fault))
        customer = in_a_stage(rig)
        before = await history(rig, customer)
        target = next(one for one in stages(rig) if one != demo_server.stage(customer))
        met = await hit(rig, CALL, SetStage(customer=customer, stage=target, type=21, note="签了"), fault, HISTORY)
        assert (met.blind, met.applied) == (0, 1)
        assert not rig.account.outbox.entries()
        assert demo_server.stage(customer) == target
        assert await history(rig, customer) == [(target, "21", "签了"), *before]
        ended = (await rig.write(lambda file: file.timelines.ended()))[customer]
        assert (ended.stage, ended.kind) == (target, 21)


async def test_what_is_set_shows_at_once_and_an_older_pull_leaves_it(rig: Rig) -> None:
    customer = in_a_stage(rig)
    former = rig.demo.stage(customer)
    target = next(one for one in stages(rig) if one != former)
    await rig.submit(SetStage(customer=customer, stage=target))
    await rig.settled_screen()
    assert await shown(rig, customer) == target
    rig.connect()
    await rig.quiet()
    # A pull that had read the lists before the edit arrived writes them now.
    for stage, ids in ((target, []), (former, [customer])):
        await rig.write(lambda file, stage=stage, ids=ids: file.set_stage_members(stage, ids, complete=True))
    assert await shown(rig, customer) == target
    await rig.write(lambda file: file.edits.expire(2**40))
    assert await shown(rig, customer) == target
    # From then on a pull is believed: a colleague moved the customer.
    await rig.write(lambda file: file.set_stage_members(former, [customer], complete=False))
    assert await shown(rig, customer) == former


async def test_undo_brings_the_former_stage_back(rig: Rig) -> None:
    rig.connect()
    customer = in_a_stage(rig)
    former = rig.demo.stage(customer)
    target = next(one for one in stages(rig) if one != former)
    await rig.submit(SetStage(customer=customer, stage=target), label="moved")
    await rig.quiet()
    assert await rig.turn("undo") == "moved"
    await rig.quiet()
    assert rig.demo.stage(customer) == former == await shown(rig, customer)


async def test_a_stage_removed_meanwhile_is_refused_in_plain_words(rig: Rig) -> None:
    await staged(rig, GONE)
    rig.connect()
    customer = in_a_stage(rig)
    former = rig.demo.stage(customer)
    await rig.submit(SetStage(customer=customer, stage=GONE.id))
    await rig.quiet()
    entry = await only_entry(rig)
    assert entry.state is State.REJECTED
    assert isinstance(entry.error, InvalidInput)
    assert entry.error.word == "stage_gone"
    await rig.settled_screen()
    assert await shown(rig, customer) == former


async def test_a_stage_nobody_knows_is_not_even_stored(rig: Rig) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await rig.submit(SetStage(customer=in_a_stage(rig), stage="nowhere"))
    assert refusal.value.word == "stage_gone"


async def test_a_customer_removed_meanwhile_is_refused(rig: Rig) -> None:
    customer = in_a_stage(rig)
    rig.demo.remove(customer)
    rig.connect()
    await rig.submit(SetStage(customer=customer, stage=stages(rig)[0]))
    await rig.quiet()
    entry = await only_entry(rig)
    assert entry.state is State.REJECTED
    assert isinstance(entry.error, Rejected)


@dataclass
class Old:
    """A clock far ahead of the edits: they have waited long."""

    now: float = 2.0**40

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(table.KINDS, SetStage, SetStageKind(Old()))


@pytest.mark.usefixtures("waited")
async def test_who_waited_long_asks_before_overwriting_a_colleague(rig: Rig) -> None:
    customer = in_a_stage(rig)
    former = rig.demo.stage(customer)
    wanted, colleagues = [one for one in stages(rig) if one != former][:2]
    await rig.submit(SetStage(customer=customer, stage=wanted))
    stage = Stage(colleagues, "x")
    await rig.client.follow_up.set_stage(customer, stage, StageKind.PROCESS)
    rig.connect()
    await rig.quiet()
    entry = await only_entry(rig)
    assert isinstance(entry.error, Conflict)
    (clash,) = entry.clashes
    assert (clash.field, clash.base, clash.yours, clash.server) == ("stage_id", former, wanted, colleagues)
    await rig.decide("resolve", entry.id, {"stage_id": "yours"})
    await rig.quiet()
    assert rig.demo.stage(customer) == wanted


@pytest.mark.usefixtures("waited")
async def test_what_a_colleague_did_already_is_not_done_again(rig: Rig) -> None:
    customer = in_a_stage(rig)
    wanted = next(one for one in stages(rig) if one != rig.demo.stage(customer))
    await rig.submit(SetStage(customer=customer, stage=wanted))
    await rig.client.follow_up.set_stage(customer, Stage(wanted, "x"), StageKind.PROCESS)
    sent = len(rig.demo.ledger(CALL))
    rig.connect()
    await rig.quiet()
    assert not rig.account.outbox.entries()
    assert len(rig.demo.ledger(CALL)) == sent


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ({"op": "set_stage", "customer": "a", "stage": "../b"}, "bad_id"),
        ({"op": "set_stage", "customer": "a"}, "missing"),
        ({"op": "set_stage", "customer": "a", "stage": "b", "type": 3}, "stage_type"),
        ({"op": "set_stage", "customer": "a", "stage": "b", "type": "1"}, "wrong_kind"),
        ({"op": "set_stage", "customer": "a", "stage": "b", "remark": "x"}, "unknown_key"),
    ],
)
def test_lines_that_make_no_sense(line: dict[str, Any], word: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse(line)
    assert refusal.value.word == word


def test_a_line_is_read() -> None:
    line: dict[str, Any] = {"op": "set_stage", "customer": "a", "stage": "b", "type": 22, "note": "n"}
    assert parse(line) == SetStage(customer="a", stage="b", type=22, note="n")
