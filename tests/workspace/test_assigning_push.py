"""Assigning and recycling against the server: each call hit by each fault, colleagues, agents who left."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import InvalidInput, Rejected
from desktop.domain.intents.following import Assign, Recycle
from tests.demo_control import DemoHandle
from tests.workspace.faulty import FAULTS, hit, surviving
from tests.workspace.pushrig import Rig, pushing

ASSIGN, CONFIRM = "public_user/assign", "public_user/confirm"
MINE, COLLEAGUE, THIRD = 3, 5, 7
"""Places of agents in the list."""


@pytest.fixture
async def rig(demo_server: DemoHandle, tmp_path: Path) -> AsyncIterator[Rig]:
    demo_server.reset(customers=30, tokens="many")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        await staffed(rig)
        yield rig


async def staffed(rig: Rig) -> None:
    """Put the agents and customers of the server into the cache."""
    await rig.fetch()
    staff = await rig.client.dictionaries.staff()
    for kind, entries in (("department", staff.departments), ("agent", staff.agents)):
        await rig.write(CacheFile.put_dictionary, kind, "zh", list(entries), 1)
        rig.account.note_dictionary(kind)
    await rig.settled_screen()


def agents(rig: Rig) -> list[str]:
    return list(rig.account.collections.agents)


async def put(rig: Rig, customer: str, status: int, agent: str = "") -> None:
    """Have a customer stand in a list, on the server and in the cache."""
    name = rig.account.collections.agents[agent].name if agent else None
    fields: dict[str, Any] = {"crm_status": status, "liable_serviceid": agent or None, "liable_service_name": name}
    rig.demo.change(customer, **fields)
    detail = await rig.client.customers.detail(customer)
    assert detail is not None
    await rig.write(lambda file: file.write_page([detail], detailed=True))


def on_server(rig: Rig, customer: str) -> tuple[int, str]:
    held = rig.demo.customer(customer)
    return held["crm_status"], held.get("liable_serviceid") or ""


async def only_entry(rig: Rig) -> Entry:
    await rig.quiet()
    (entry,) = rig.account.outbox.entries()
    return entry


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_call_survives_every_fault(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=20, tokens="many")
    async with surviving(demo_server, tmp_path, fault) as rig:
        await staffed(rig)
        ids, staff = rig.demo.ids(), agents(rig)
        to = staff[MINE]
        cases: list[tuple[str, Any, int, str, tuple[int, str]]] = [
            (ASSIGN, Assign(customer=ids[3], agents=(to,), kind=4), 3, staff[THIRD], (3, to)),
            (ASSIGN, Assign(customer=ids[0], agents=(to,), kind=1), 2, "", (3, to)),
            (ASSIGN, Assign(customer=ids[1], agents=(to,), kind=2), 4, "", (3, to)),
            (ASSIGN, Assign(customer=ids[2], agents=(to,), kind=3), 4, "", (3, to)),
            (CONFIRM, Recycle(customer=ids[5]), 3, staff[THIRD], (4, "")),
            (ASSIGN, Assign(customer=ids[4], agents=(to,), kind=5), 3, staff[THIRD], (3, to)),
            (CONFIRM, Recycle(customer=ids[6], valid=False), 1, "", (4, "")),
        ]
        # One that the server guards, two that are read first; every kind with one of the faults.
        for endpoint, intent, status, agent, wanted in cases if fault == "cut after applying" else cases[3:6]:
            await put(rig, intent.customer, status, agent)
            met = await hit(rig, endpoint, intent, fault)
            assert not rig.account.outbox.entries(), f"{intent} after {fault}: {rig.account.outbox.entries()}"
            assert on_server(rig, intent.customer) == wanted
            # A reading of any kind stands between two sends.
            assert met.blind == 0
            made = [one for one in demo_server.ledger(endpoint) if one.params["confirmids"] == intent.customer]
            assert len(made) == 1, f"{intent} after {fault}: applied {len(made)} times"


async def test_an_edit_shows_at_once_and_counts(rig: Rig) -> None:
    customer, to = rig.demo.ids()[0], agents(rig)[MINE]
    await put(rig, customer, 4)
    await rig.submit(Assign(customer=customer, agents=(to,), kind=0))
    await rig.settled_screen()
    shown = await rig.customer(customer)
    assert (shown.number("status"), shown.text("agent_id")) == (3, to)
    assert shown.text("agent_name") == rig.account.collections.agents[to].name
    (entry,) = rig.account.outbox.entries()
    assert isinstance(entry.intent, Assign)
    assert entry.intent.kind == 2
    counts = await rig.write(lambda file: file.standings.counts())
    assert isinstance(counts, dict)
    assert sum(count for standing, count in counts.items() if standing.agent == to) >= 1


async def test_a_claim_a_colleague_was_first_with_is_a_conflict_and_can_be_decided(rig: Rig) -> None:
    customer, staff = rig.demo.ids()[0], agents(rig)
    await put(rig, customer, 4)
    await rig.submit(Assign(customer=customer, agents=(staff[MINE],), kind=3))
    rig.demo.change(customer, crm_status=3, liable_serviceid=staff[COLLEAGUE])
    rig.connect()
    entry = await only_entry(rig)
    assert entry.state is State.REJECTED
    assert [(one.field, one.base, one.yours, one.server) for one in entry.clashes] == [
        ("agent_id", "", staff[MINE], staff[COLLEAGUE])
    ]
    assert on_server(rig, customer) == (3, staff[COLLEAGUE])
    shown = await rig.customer(customer)
    assert shown.number("status") == 4
    await rig.decide("resolve", entry.id, {"agent_id": "yours"})
    await rig.quiet()
    assert not rig.account.outbox.entries()
    assert on_server(rig, customer) == (3, staff[MINE])


@pytest.mark.parametrize("choice", ["yours", "server"])
async def test_who_changes_the_agent_offline_does_not_run_over_a_colleague(rig: Rig, choice: str) -> None:
    customer, staff = rig.demo.ids()[0], agents(rig)
    await put(rig, customer, 3, staff[THIRD])
    await rig.submit(Assign(customer=customer, agents=(staff[MINE],), kind=5))
    rig.demo.change(customer, liable_serviceid=staff[COLLEAGUE])
    rig.connect()
    entry = await only_entry(rig)
    assert entry.clashes[0].server == staff[COLLEAGUE]
    await rig.decide("resolve", entry.id, {"agent_id": choice})
    await rig.quiet()
    assert on_server(rig, customer) == (3, staff[MINE if choice == "yours" else COLLEAGUE])


async def test_recycling_leaves_a_customer_that_a_colleague_took_meanwhile(rig: Rig) -> None:
    customer, staff = rig.demo.ids()[0], agents(rig)
    await put(rig, customer, 3, staff[MINE])
    await rig.submit(Recycle(customer=customer))
    rig.demo.change(customer, liable_serviceid=staff[COLLEAGUE])
    rig.connect()
    entry = await only_entry(rig)
    assert entry.clashes[0].server == staff[COLLEAGUE]
    assert on_server(rig, customer) == (3, staff[COLLEAGUE])
    await rig.decide("discard", entry.id)


async def test_what_the_server_does_not_allow_is_refused_in_plain_words(rig: Rig) -> None:
    customer, to = rig.demo.ids()[0], agents(rig)[MINE]
    await put(rig, customer, 2)
    await rig.submit(Assign(customer=customer, agents=(to,), kind=1))
    rig.demo.change(customer, crm_status=1)
    rig.connect()
    entry = await only_entry(rig)
    assert entry.error is not None
    assert entry.error.code == "state_forbids"
    await rig.decide("discard", entry.id)
    shown = await rig.customer(customer)
    assert shown.number("status") == 2


async def test_an_agent_or_customer_that_went_is_refused(rig: Rig) -> None:
    gone, kept = rig.demo.ids()[:2]
    left = "f" * 32
    with pytest.raises(InvalidInput, match="agent_gone"):
        await rig.submit(Assign(customer=kept, agents=(left,), kind=5))
    staff = list(rig.account.collections.agents.values())
    await rig.write(CacheFile.put_dictionary, "agent", "zh", [*staff, replace(staff[0], id=left)], 1)
    rig.account.note_dictionary("agent")
    await rig.settled_screen()
    for customer in (gone, kept):
        await put(rig, customer, 4)
    await rig.submit(Assign(customer=kept, agents=(left,), kind=2), Recycle(customer=gone, valid=False))
    rig.demo.remove(gone)
    rig.connect()
    await rig.quiet()
    first, second = rig.account.outbox.entries()
    assert isinstance(first.error, InvalidInput)
    assert first.error.reason == "agent_gone"
    assert isinstance(second.error, InvalidInput | Rejected)
    assert on_server(rig, kept) == (4, "")


async def test_a_customer_in_another_list_than_the_kind_is_refused_before_it_is_stored(rig: Rig) -> None:
    new, pooled = rig.demo.ids()[:2]
    await put(rig, new, 1)
    await put(rig, pooled, 4)
    to = agents(rig)[:1]
    for intent, reason in (
        (Assign(customer=new, agents=tuple(to), kind=0), "customer_new"),
        (Assign(customer=new, agents=tuple(to), kind=1), "customer_new"),
        (Assign(customer=pooled, agents=tuple(to), kind=5), "kind_forbidden"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            await rig.submit(intent)
    assert not rig.account.outbox.entries()


async def test_undo_gives_back_and_redo_takes_again(rig: Rig) -> None:
    changed, claimed, recycled = rig.demo.ids()[:3]
    staff = agents(rig)
    await put(rig, changed, 3, staff[THIRD])
    await put(rig, claimed, 4)
    await put(rig, recycled, 3, staff[COLLEAGUE])
    rig.connect()
    await rig.submit(
        Assign(customer=changed, agents=(staff[MINE],), kind=5),
        Assign(customer=claimed, agents=(staff[MINE],), kind=3),
        Recycle(customer=recycled),
    )
    await rig.quiet()
    three = (changed, claimed, recycled)
    assert [on_server(rig, one) for one in three] == [(3, staff[MINE]), (3, staff[MINE]), (4, "")]
    await rig.turn("undo")
    await rig.quiet()
    assert [on_server(rig, one) for one in three] == [(3, staff[THIRD]), (4, ""), (3, staff[COLLEAGUE])]
    await rig.turn("redo")
    await rig.quiet()
    assert [on_server(rig, one) for one in three] == [(3, staff[MINE]), (3, staff[MINE]), (4, "")]
    assert not rig.account.outbox.entries()


async def test_a_server_whose_details_tell_no_agent_is_asked_by_its_list(rig: Rig) -> None:
    """The document's detail names neither agent nor list: the list is searched then."""
    customer, to = rig.demo.ids()[0], agents(rig)[MINE]
    await put(rig, customer, 4)
    detail = rig.client.customers.detail

    async def poor(customer_id: str) -> Any:
        found = await detail(customer_id)
        assert found is not None
        kept = {name: value for name, value in found.fields.items() if name not in {"status", "agent_id"}}
        return replace(found, fields=kept)

    rig.client.customers.detail = poor  # type: ignore[method-assign]
    rig.connect()
    await rig.submit(Assign(customer=customer, agents=(to,), kind=3))
    await rig.quiet()
    assert not rig.account.outbox.entries()
    assert on_server(rig, customer) == (3, to)


@pytest.mark.parametrize("kind", [0, 2])
async def test_what_was_never_fetched_is_read_when_it_is_sent(
    kind: int, demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    async with pushing(demo_server, tmp_path, online=False) as rig:
        staff = await rig.client.dictionaries.staff()
        customer, other = rig.demo.ids()[:2]
        for who in (customer, other):
            rig.demo.change(who, crm_status=4, liable_serviceid=None, liable_service_name=None)
        await rig.submit(Assign(customer=customer, agents=(staff.agents[MINE].id,), kind=kind))
        await rig.submit(Assign(customer=other, agents=("f" * 32,), kind=kind))
        rig.connect()
        entry = await only_entry(rig)
        assert isinstance(entry.error, InvalidInput)
        assert entry.error.reason == "agent_gone"
        assert on_server(rig, customer) == (3, staff.agents[MINE].id)
        assert rig.demo.customer(customer)["liable_service_name"] == staff.agents[MINE].name
        assert on_server(rig, other) == (4, "")
