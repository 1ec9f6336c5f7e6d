"""Edits of customers against the demo server: what colleagues do meanwhile, what shows, what is undone."""

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.customers.customer import CustomValue
from desktop.domain.edits.outbox import Clash
from desktop.domain.errors import Conflict, CustomerGone, InvalidInput
from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.json import Json
from tests.demo_control import DemoHandle
from tests.workspace.pushrig import pushing


def edit(customer: str, **values: Json) -> UpdateCustomer:
    return UpdateCustomer(customer=customer, set=values)


def sent(demo: DemoHandle) -> list[dict[str, Any]]:
    return [one.params for one in demo.ledger("user/update")]


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return a record without these fields and without who changed it when."""
    gone = {*names, "update_time", "update_user_id", "update_user_name"}
    return {name: value for name, value in record.items() if name not in gone}


async def test_only_what_changes_is_sent_with_what_the_document_requires(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=8)
    followed = next(one for one in demo_server.ids() if demo_server.customer(one)["crm_status"] == 3)
    before = demo_server.customer(followed)
    async with pushing(demo_server, tmp_path) as rig:
        await rig.submit(edit(followed, note="quiet", nickname=before["nick"]))
        assert (await rig.customer(followed)).text("note") == "quiet"
        await rig.quiet()
        (params,) = sent(demo_server)
        assert {name: value for name, value in params.items() if not name.startswith("/")} == {
            "nick": before["nick"],
            "remark": "quiet",
            "liable_serviceid": before["liable_serviceid"],
            "upset_ex_field_str": 1,
        }
        after = demo_server.customer(followed)
        assert without(after, "remark") == without(before, "remark")
        assert (await rig.customer(followed)).text("note") == "quiet"
        assert await rig.turn("undo") == "edit"
        await rig.quiet()
        assert demo_server.customer(followed).get("remark", "") == before.get("remark", "")


async def test_a_detail_that_does_not_name_the_agent_is_completed_from_the_list(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=12, detail="table")
    status = {one: demo_server.customer(one)["crm_status"] for one in demo_server.ids()}
    followed = next(one for one, code in status.items() if code == 3)
    free = next(one for one, code in status.items() if code != 3)
    agent = demo_server.customer(followed)["liable_serviceid"]
    async with pushing(demo_server, tmp_path) as rig:
        await rig.submit(edit(followed, note="quiet"))
        await rig.quiet()
        searched = len(demo_server.requests("/list_by_page"))
        await rig.submit(edit(free, note="quiet"))
        await rig.quiet()
        assert [one.get("liable_serviceid") for one in sent(demo_server)] == [agent, None]
        assert (await rig.customer(followed)).text("agent_id") == agent
        # Whoever is in no agent's care is not searched for.
        assert len(demo_server.requests("/list_by_page")) == searched


async def test_custom_fields_change_one_by_one(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=8)
    who = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        held = (await rig.customer(who)).fields["custom_fields"]
        assert isinstance(held, tuple)
        first = next(one for one in held if isinstance(one, CustomValue) and one.type == 1)
        await rig.submit(edit(who, custom_fields={first.field_id: "other"}))
        await rig.quiet()
        (params,) = sent(demo_server)
        assert params["ex_field_str"] == f'[{{"fieldid":"{first.field_id}","field_value":"other"}}]'
        now = await rig.client.customers.detail(who)
        assert now is not None
        assert now.fields["custom_fields"] == tuple(
            one._replace(value="other") if one == first else one for one in held if isinstance(one, CustomValue)
        )
        assert (await rig.customer(who)).fields["custom_fields"] == tuple(
            one._replace(value="other", text="other") if one == first else one
            for one in held
            if isinstance(one, CustomValue)
        )


async def test_a_colleagues_change_of_another_field_stays(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.change(who, tel="13800000000")
        await rig.submit(edit(who, note="mine"))
        await rig.quiet()
        record = demo_server.customer(who)
        assert (record["remark"], record["tel"]) == ("mine", "13800000000")
        # What was read for the comparison shows too.
        assert (await rig.customer(who)).text("phone") == "13800000000"


@pytest.mark.parametrize(("choice", "kept"), [("yours", "mine"), ("server", "theirs")])
async def test_a_colleagues_change_of_the_same_field_is_asked_about(
    choice: str, kept: str, demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    demo_server.change(who, remark="before", qq="1")
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.change(who, remark="theirs")
        await rig.submit(edit(who, note="mine", qq="2"))
        await rig.quiet()
        (entry,) = rig.account.outbox.entries()
        assert isinstance(entry.error, Conflict)
        assert entry.clashes == (Clash("note", "before", "mine", "theirs"),)
        assert sent(demo_server) == []
        await rig.decide("resolve", entry.id, {"note": choice})
        await rig.quiet()
        record = demo_server.customer(who)
        assert (record["remark"], record["qq"]) == (kept, "2")
        assert rig.account.outbox.entries() == []


async def test_edits_of_one_customer_follow_each_other_without_a_conflict(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        for word in ("one", "two", "three"):
            await rig.submit(edit(who, note=word))
        await rig.quiet()
        assert [one["remark"] for one in sent(demo_server)] == ["one", "two", "three"]
        await rig.turn("undo")
        await rig.quiet()
        assert demo_server.customer(who)["remark"] == "two"


@pytest.mark.parametrize("gone", ["null", "status", "refused"])
async def test_an_edit_of_a_customer_who_is_no_more_is_kept_and_said_so(
    gone: str, demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=5, gone=gone)
    who = demo_server.ids()[0]
    async with pushing(demo_server, tmp_path) as rig:
        demo_server.remove(who)
        await rig.submit(edit(who, note="kept"))
        await rig.quiet()
        (entry,) = rig.account.outbox.entries()
        assert isinstance(entry.error, CustomerGone)
        assert entry.intent == edit(who, note="kept")


async def test_custom_fields_that_cannot_be_read_are_kept(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    who = demo_server.ids()[0]
    demo_server.change(who, ex_field_str='[{"fieldid": "broken')
    async with pushing(demo_server, tmp_path) as rig:
        await rig.submit(edit(who, custom_fields={"f": "x"}))
        await rig.quiet()
        (entry,) = rig.account.outbox.entries()
        assert entry.error is not None
        assert entry.error.word == "custom_unreadable"
        assert sent(demo_server) == []


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"nickname": "x" * 51}, "nickname", "too_long"),
        ({"nickname": " "}, "nickname", "empty"),
        ({"real_name": "x" * 51}, "real_name", "too_long"),
        ({"gender": 7}, "gender", "wrong_kind"),
        ({"province_id": "../1"}, "province_id", "bad_id"),
    ],
)
async def test_what_the_document_forbids_is_not_stored(
    values: dict[str, Json], field: str, reason: str, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with pushing(demo_server, tmp_path, online=False) as rig:
        with pytest.raises(InvalidInput) as refused:
            await rig.submit(UpdateCustomer(customer="c", set=values))
        assert (refused.value.field, refused.value.reason) == (field, reason)
