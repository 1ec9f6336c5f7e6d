"""Any arguments that keep to the tables are answered, none breaks the server."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.demo.answering import Answering
from desktop.demo.clock import Clock
from desktop.demo.documented import Call, Param
from desktop.demo.ledger import Ledger
from desktop.demo.options import Options
from desktop.demo.strict import Request
from desktop.demo.tables import CALLS, SHAPES
from desktop.demo.tenant import AGENTS, STAGES
from desktop.demo.world import World

START = World(Options(customers=60), Clock(), Ledger())
PEOPLE = [START.customers.people.id(number) for number in range(8)]
TAGS, GROUPS = list(START.tags.tags)[:5], list(START.tags.groups)[:3]
KNOWN = {
    "id": PEOPLE + TAGS + GROUPS,
    "userid": PEOPLE,
    "user_id": PEOPLE,
    "groupid": GROUPS,
    "confirmids": [*PEOPLE, ",".join(PEOPLE)],
    "liable_serviceid": [agent.id for agent in AGENTS[:3]],
    "stageid": [stage.id for stage in STAGES],
    "ids": PEOPLE,
    "add_tag": TAGS,
    "remove_tag": TAGS,
    "tel": ["13800001111"],
    "placeholder": ["{dc_test}"],
    "start_date": ["2026-01-01"],
    "end_date": ["2026-01-20"],
}
"""Values that mean something to the server, by parameter."""


def text(param: Param) -> st.SearchStrategy[str]:
    if param.choices:
        return st.sampled_from(sorted(param.choices))
    anything = st.text(max_size=param.limit or 40)
    return st.sampled_from(KNOWN[param.name]) | anything if param.name in KNOWN else anything


def value(param: Param) -> st.SearchStrategy[Any]:
    if param.kind in {"Integer", "Long"}:
        choices = sorted(int(each) for each in param.choices)
        return st.sampled_from(choices) if choices else st.integers(-(10**17), 10**17)
    if param.kind in {"List", "Ids"}:
        return st.lists(shaped(param.shape) if param.shape else text(param), max_size=4)
    if param.kind == "Json":
        return st.lists(shaped(param.shape), max_size=3).map(json.dumps)
    return text(param)


def shaped(name: str) -> st.SearchStrategy[dict[str, Any]]:
    members = SHAPES[name]
    return st.fixed_dictionaries({each: value(param) for each, param in members.items()})


def arguments(call: Call, travels: str) -> st.SearchStrategy[dict[str, Any]]:
    params = [param for param in call.params if param.travels == travels]
    return st.fixed_dictionaries(
        {param.name: value(param) for param in params if param.required},
        optional={param.name: value(param) for param in params if not param.required},
    )


@pytest.mark.parametrize("call", [call for call in CALLS if call.token], ids=lambda call: call.endpoint)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_call_answers_whatever_keeps_to_the_tables(call: Call, data: st.DataObject) -> None:
    world = World(Options(customers=60), Clock(), Ledger())
    world.tokens._alive["t"] = 1e12
    head, brace, _ = call.paths[0].partition("{")
    path = head + (data.draw(st.sampled_from([*KNOWN["id"], "130000", "130300", "x"])) if brace else "")
    body = data.draw(arguments(call, "body"))
    whole = next((param.name for param in call.params if param.kind == "Ids"), None)
    query = {
        name: ",".join(part) if isinstance(part, list) else part
        for name, part in data.draw(arguments(call, "query")).items()
    }
    request = Request(
        call.method,
        path,
        urlencode(query, errors="replace"),
        {"token": "t", "language": "en", "content-type": "application/json"},
        json.dumps(body[whole] if whole else body).encode() if call.method == "POST" else b"",
    )
    answer = Answering(lambda: world).answer(request)
    reply = json.loads(answer.body)
    assert answer.status == 200
    assert len(reply["ret_code"]) == 6
    # Only what no single row can say may be missing here: the conditions.
    assert all("required" in each for entry in world.ledger.broken for each in entry["departures"])
    assert len(world.ledger.applied) == (call.writes and reply["ret_code"] == "000000")
    world.clock.offset = 86400 * 5
    listed = Request("GET", "/api/scrm/5/user/list_by_page", "page_no=1&page_size=100", request.headers, b"")
    assert json.loads(Answering(lambda: world).answer(listed).body)["ret_code"] == "000000"
