"""Every call of the blacklist, hit by every fault: one effect, found out by reading, never sent again blindly."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.meaning import Standing, standing
from desktop.domain.edits.outbox import State
from desktop.domain.errors import Conflict, NotExtended
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.intent import Intent
from desktop.workspace.pull.bans import fetch
from tests.demo_control import DemoHandle
from tests.workspace.faulty import FAULTS, hit, surviving
from tests.workspace.pushrig import Rig, pushing

HOUR = 3_600


@dataclass
class Call:
    """A call: its endpoint, the edit that makes it, and whether the server then has what was wanted."""

    endpoint: str
    intent: Intent
    holds: Callable[[BlacklistEntry | None], bool]


async def read(rig: Rig) -> dict[str, BlacklistEntry]:
    """Return the server's list, and have the account know it as after a pull."""
    entries, whole = await fetch(rig.client)
    assert whole
    now = int(rig.account.outbox.now())
    await rig.write(lambda file: file.bans.replace(entries, now, complete=True))  # type: ignore[attr-defined]
    rig.account.blacklist.reread()
    await rig.settled_screen()
    return {entry.customer_id: entry for entry in entries}


def until(hours: int) -> Callable[[BlacklistEntry | None], bool]:
    """Return what says whether a ban is fresh and of so many hours."""

    def holds(entry: BlacklistEntry | None) -> bool:
        return entry is not None and entry.active and entry.type is not None and entry.type.value == hours

    return holds


async def calls(rig: Rig) -> list[Call]:
    """Return a ban, an extension and a lifting, of customers nobody else touches."""
    fresh, extended, lifted = rig.demo.ids()[:3]
    with rig.demo.client() as http:
        for one in (extended, lifted):
            body = {"user_id": one, "black_type": 24, "black_reason": "before"}
            http.post("/user/add_black_list", json=body).raise_for_status()
        http.post("/user/remove_black_list", json={"user_id": fresh}).raise_for_status()
    await read(rig)
    return [
        Call("user/add_black_list", Blacklist(customer=fresh, kind=48, reason="spam"), until(48)),
        Call("user/add_black_list", Blacklist(customer=extended, kind=72, reason="again"), until(72)),
        Call("user/remove_black_list", Unblacklist(customer=lifted), lambda entry: not (entry and entry.active)),
    ]


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_call_of_the_blacklist_survives(fault: str, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=8, tokens="many")
    async with surviving(demo_server, tmp_path, fault) as rig:
        for call in await calls(rig):
            customer = call.intent.entity.partition(":")[2]
            met = await hit(rig, call.endpoint, call.intent, fault, "query_black_list")
            assert rig.account.outbox.entries() == []
            assert (met.applied, met.blind) == (1, 0)
            # What is shown is what the server has, before any pull.
            ban = rig.account.blacklist.of(customer)
            listed = (await read(rig)).get(customer)
            assert call.holds(listed), f"{call.endpoint} after {fault}: {listed}"
            assert call.holds(None if ban is None else ban.entry)
            assert (await rig.customer(customer)).number("blacklisted") == int(
                listed is not None and listed.active
            )


async def test_a_ban_that_lasts_longer_is_not_cut_short_and_a_person_is_asked(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=8, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        customer = (await calls(rig))[0].intent.entity.partition(":")[2]
        with demo_server.client() as colleague:
            body = {"user_id": customer, "black_type": -1, "black_reason": "never again"}
            colleague.post("/user/add_black_list", json=body).raise_for_status()
        (entry,) = await rig.submit(Blacklist(customer=customer, kind=24, reason="mild"))
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert parked.state is State.REJECTED
        assert isinstance(parked.error, Conflict)
        assert len(demo_server.ledger("user/add_black_list")) == 3
        ban = rig.account.blacklist.of(customer)
        assert ban is not None
        assert ban.refused is not None
        assert (await read(rig))[customer].reason == "never again"
        await rig.decide("resolve", entry.id, {"ban": "yours"})
        await rig.quiet()
        assert (await read(rig))[customer].reason == "mild"


async def test_undo_lifts_a_ban_and_brings_back_a_lifted_or_changed_one(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=8, tokens="many")
    async with pushing(demo_server, tmp_path) as rig:
        added, extended, lifted = (call.intent for call in await calls(rig))
        for intent in (added, extended, lifted):
            await rig.submit(intent)
        await rig.quiet()
        for _ in range(3):
            await rig.turn("undo")
        await rig.quiet()
        listed = await read(rig)
        fresh, longer, gone = (one.entity.partition(":")[2] for one in (added, extended, lifted))
        assert fresh not in listed or not listed[fresh].active
        assert until(24)(listed[longer])
        assert until(24)(listed[gone])
        assert listed[gone].reason == listed[longer].reason == "before"
        await rig.turn("redo")
        await rig.quiet()
        assert until(48)((await read(rig))[fresh])


async def test_a_server_that_keeps_the_old_end_is_found_out_and_the_second_half_is_never_lost(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=8, tokens="many", bans="kept")
    async with pushing(demo_server, tmp_path) as rig:
        extended = (await calls(rig))[1].intent
        customer = extended.entity.partition(":")[2]
        (entry,) = await rig.submit(extended)
        await rig.quiet()
        (parked,) = rig.account.outbox.entries()
        assert isinstance(parked.error, NotExtended)
        ban = rig.account.blacklist.of(customer)
        assert ban is not None
        assert (ban.listed, ban.wish, ban.unfinished) == (True, "extend", False)
        assert until(24)(ban.entry)
        await rig.decide("discard", entry.id)
        # Lifted and made anew: the second half is refused, then cut.
        demo_server.misbehave("code", path="*/add_black_list*", count=1, code="900020")
        _, again = await rig.submit(Unblacklist(customer=customer), extended)
        await rig.quiet()
        ban = rig.account.blacklist.of(customer)
        assert ban is not None
        assert ban.unfinished
        assert standing(ban.entry, int(rig.account.outbox.now())) is Standing.LIFTED
        assert not (await read(rig))[customer].active
        demo_server.misbehave("cut_after", path="*/add_black_list*", count=1)
        await rig.decide("retry", again.id)
        await rig.quiet()
        assert until(72)((await read(rig))[customer])
        assert rig.account.outbox.entries() == []
        assert len(demo_server.ledger("user/add_black_list")) == 4
