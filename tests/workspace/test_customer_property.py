"""Any record the server can hold: saved untouched nothing is sent; with a field changed nothing else changes."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.api.client import SobotClient
from desktop.api.minting import mint
from desktop.api.wire.customer_fields import WIRE
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.values import CUSTOM, EDITABLE, LEAD, check_values, flat, held, joined
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.edits.rules import Seen
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.json import Json
from desktop.workspace.push.deciding import after_look
from desktop.workspace.push.kinds.customers import UpdateCustomerKind
from desktop.workspace.push.kinds.kind import Reach
from desktop.workspace.push.steps import Look, Park, Send, Settle
from tests.demo_control import DemoHandle

CHANGED = frozenset({"update_time", "update_user_id", "update_user_name"})
REQUIRED = frozenset({"nick", "liable_serviceid"})

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
odd = st.sampled_from(["", " ", "<b>&amp;", "😀" * 60, "x" * 300, "12-34, 56;78", "a@b", "null", "[]", "0"])
text = st.one_of(texts, odd)
ids = st.from_regex(r"[A-Za-z0-9]{1,20}", fullmatch=True)


@dataclass
class Desk:
    """A client of the demo server in a loop of its own, and the custom fields the account has."""

    demo: DemoHandle
    loop: asyncio.AbstractEventLoop
    client: SobotClient
    fields: list[str]

    def run(self, coroutine: Any) -> Any:
        return self.loop.run_until_complete(coroutine)


class _Tokens:
    def __init__(self, value: str) -> None:
        self._value = value

    async def token(self) -> str:
        return self._value

    async def refused(self, _token: str) -> None:
        raise AssertionError("the token is good")


@pytest.fixture
def desk(demo_server: DemoHandle) -> Iterator[Desk]:
    demo_server.reset(customers=6, tokens="many")
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        minted = runner.run(mint(demo_server.url, demo_server.appid, demo_server.app_key))
        client = runner.run(_client(demo_server.url, minted.value))
        fields = [field.id for field in runner.run(client.dictionaries.customer_fields()) if field.type in {1, 2}]
        yield Desk(demo_server, loop, client, fields)
        runner.run(client.aclose())


async def _client(url: str, token: str) -> SobotClient:
    return SobotClient(url, _Tokens(token))


def stored_values(fields: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw what a colleague, an import or another program may have put into a record, by wire names."""
    values: dict[str, st.SearchStrategy[Any]] = {}
    for name in EDITABLE - {"nickname", CUSTOM, "agent_id", "agent_name"}:
        kind = FIELD[name].kind
        values[WIRE[name][0]] = (
            st.lists(text, max_size=3) if kind is Kind.LIST else st.integers(0, 3) if kind is Kind.CODE else text
        )
    answer = st.fixed_dictionaries({"fieldid": st.sampled_from(fields), "field_value": text})
    custom = st.lists(answer, max_size=3, unique_by=lambda one: one["fieldid"]).map(json.dumps)
    values["ex_field_str"] = st.one_of(custom, st.sampled_from(["", "[{", '{"a": 1}', "null"]))
    values["unknown_key"] = st.one_of(text, st.none())
    drawn = st.fixed_dictionaries({"nick": text.filter(str.strip)}, optional=values)
    # What is not drawn is not there: an example must not depend on the one before.
    return drawn.map(lambda one: {**dict.fromkeys(values), **one})


def new_value(name: str) -> st.SearchStrategy[Json]:
    kind = Kind.TEXT if name.startswith(LEAD) else FIELD[name].kind
    if kind is Kind.CODE:
        return st.sampled_from([0, 1] if name == "is_vip" else [1, 2])
    return st.lists(texts, max_size=2).map(tuple) if kind is Kind.LIST else ids if name.endswith("_id") else texts


def as_edit(customer: Customer, names: frozenset[str]) -> Mapping[str, Json]:
    """Return a record as a form would send it if it sent all of it."""
    own = {one.field_id for one in customer.fields.get(CUSTOM, ()) or ()}  # type: ignore[union-attr]
    values = held(customer, [*(names - {CUSTOM}), *(LEAD + one for one in own)])
    return joined({name: value for name, value in values.items() if value is not None})


async def saved(desk: Desk, who: str, intent: UpdateCustomer, seen: Customer) -> Send | Settle | Park:
    """Do what the outbox does with an edit, up to its end; return what decided it."""
    base = rules_of(intent).preimage(intent, Seen(customers={who: seen}))
    entry = Entry("e", 1, intent, State.QUEUED, 0.0, 0.0, base)
    kind, reach = UpdateCustomerKind(), Reach(desk.client, dict)
    step = after_look(entry, Look(), await kind.find(reach, intent, entry, Look()), absences=0)
    assert isinstance(step, Send | Settle | Park)
    if isinstance(step, Send):
        await kind.send(reach, intent, base, step)
    return step


def test_saved_untouched_nothing_is_sent(desk: Desk) -> None:
    who = desk.demo.ids()[0]

    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    @given(stored_values(desk.fields))
    def check(values: dict[str, Any]) -> None:
        before = desk.demo.change(who, **values)
        wrote = len(desk.demo.ledger())
        seen = desk.run(desk.client.customers.detail(who))
        intent = UpdateCustomer(customer=who, set=as_edit(seen, EDITABLE))
        assert isinstance(desk.run(saved(desk, who, intent, seen)), Settle)
        assert len(desk.demo.ledger()) == wrote
        assert desk.demo.customer(who) == before

    check()


def test_with_one_field_changed_nothing_else_changes(desk: Desk) -> None:
    people = desk.demo.ids()
    names = sorted(EDITABLE - {CUSTOM, "agent_id", "agent_name"}) + [LEAD + one for one in desk.fields]

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(stored_values(desk.fields), st.sampled_from(people), st.sampled_from(names), st.data())
    def check(values: dict[str, Any], who: str, name: str, data: st.DataObject) -> None:
        value = data.draw(new_value(name))
        before = desk.demo.change(who, **values)
        seen = desk.run(desk.client.customers.detail(who))
        intent = UpdateCustomer(customer=who, set=joined({name: value}))
        wrote = len(desk.demo.ledger())
        try:
            check_values(intent.set)
            step = desk.run(saved(desk, who, intent, seen))
        except InvalidInput as error:
            step = Park(error)
        after = desk.demo.customer(who)
        touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)} - CHANGED
        wire = WIRE[CUSTOM if name.startswith(LEAD) else name][0]
        if isinstance(step, Send):
            (sent,) = desk.demo.ledger()[wrote:]
            plain = {key for key in sent.params if not key.startswith("/")}
            assert plain <= {wire, "upset_ex_field_str"} | REQUIRED
            assert wire in plain
            assert touched <= {wire}
            now = desk.run(desk.client.customers.detail(who))
            assert held(now, [name]) == held(Customer(who, flat_fields(name, value)), [name])
            if name.startswith(LEAD):
                others = {one for one in flat(as_edit(seen, frozenset({CUSTOM}))) if one != name}
                assert held(now, others) == held(seen, others)
        else:
            # As it is already; or what the document forbids, a nickname that is blank or that the server holds
            # too long; or custom fields that cannot be read.
            refused = isinstance(step, Park) and isinstance(step.error, InvalidInput) and step.error.field
            assert refused in {False, "nickname", CUSTOM}
            assert len(desk.demo.ledger()) == wrote
            assert touched == set()

    check()


def flat_fields(name: str, value: Json) -> Any:
    """Return a record that holds one value, custom or not."""
    from desktop.domain.customers.patching import patched  # noqa: PLC0415
    from desktop.domain.edits.rules import Patch  # noqa: PLC0415

    if name.startswith(LEAD):
        fields: dict[str, Json] = {CUSTOM: {name.removeprefix(LEAD): {"value": value}}}
    else:
        fields = {name: value}
    return patched(Customer("", {}), [Patch(fields=fields)]).fields
