"""Edits of customers from the command line: the document's names, refusals at the field, lines about several."""

import json
from typing import Any

from tests.cli.conftest import Ended, Kefu
from tests.demo_control import DemoHandle


def applied(kefu: Kefu, *edits: Any, offline: bool = False) -> Ended:
    typed = "".join(f"{json.dumps(edit)}\n" for edit in edits)
    return kefu("apply", "-", "--json", *(["--offline"] if offline else []), typed=typed)


def test_customers_are_created_updated_and_given_back(added: Kefu, demo_server: DemoHandle) -> None:
    first, second, third = demo_server.ids()[:3]
    for who in (first, second, third):
        demo_server.change(who, crm_status=4, liable_serviceid=None, liable_service_name=None)
    before = demo_server.customer(first)
    demo_server.change(second, tel="13900002222")
    ended = applied(
        added,
        {"op": "update_customer", "customer": first, "set": {"nick": "Neu", "remark": "quiet", "is_vip": "1"}},
        {"op": "create_customer", "set": {"nick": "Fresh", "crm_status": 1, "tel": "13900001111"}},
        {"op": "create_customer", "set": {"nick": "Known", "crm_status": 1, "tel": "13900002222"}},
        {"op": "recycle", "customers": [second, third], "valid": True},
        # A line about several is told once they are all settled.
        {"op": "recycle", "customers": [third, "0" * 32]},
    )
    said = {(one["line"], one["state"]): one for one in ended.objects()}
    assert sorted(key for key in said if key[1] != "queued") == [
        *((line, "done") for line in range(1, 5)),
        (5, "rejected"),
    ]
    assert len(ended.objects()) == 10
    assert said[2, "done"]["action"] == "add"
    assert said[3, "done"]["action"] == "update"
    after = demo_server.customer(first)
    assert (after["nick"], after["remark"], after["is_vip"]) == ("Neu", "quiet", "1")
    assert after.get("tel") == before.get("tel")
    assert demo_server.customer(second)["nick"] == "Known"


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"op": "update_customer", "set": {"nick": "x" * 51}}, "nick", "too_long"),
    ({"op": "update_customer", "set": {"nickname": "x"}}, "nickname", "unknown_key"),
    ({"op": "update_customer", "set": {"update_time": 1}}, "update_time", "unknown_key"),
    ({"op": "update_customer", "set": {"crm_status": 1}}, "crm_status", "not_editable"),
    ({"op": "update_customer", "set": {"tel": 7}}, "tel", "wrong_kind"),
    ({"op": "update_customer", "set": {"remark": None}}, "remark", "wrong_kind"),
    ({"op": "update_customer", "set": {"ex_field_str": "[{"}}, "ex_field_str", "wrong_kind"),
    ({"op": "update_customer", "set": {"whatsappids": "one"}}, "whatsappids", "wrong_kind"),
    ({"op": "update_customer", "set": {}}, "set", "nothing_to_change"),
    ({"op": "update_customer"}, "set", "missing"),
    ({"op": "create_customer", "set": {"nick": "x"}}, "crm_status", "missing"),
    ({"op": "create_customer", "set": {"nick": "x", "crm_status": 9}}, "crm_status", "wrong_kind"),
    ({"op": "create_customer", "set": {"nick": "x", "crm_status": 3}}, "liable_serviceid", "agent_needed"),
    ({"op": "recycle", "customers": []}, "customers", "empty"),
    ({"op": "assign", "customers": ["a"], "agents": []}, "agents", "empty"),
]


def test_what_is_no_edit_says_where_and_why_and_what_waits_is_listed_as_it_was_given(added: Kefu) -> None:
    edits = [edit | ({"customer": "c"} if edit["op"] == "update_customer" else {}) for edit, _, _ in REFUSED]
    answer = [{"fieldid": "f1", "field_value": "x"}]
    values = {"remark": "quiet", "whatsappids": ["a"], "ex_field_str": answer}
    good = {"op": "update_customer", "customer": "c", "set": values}
    ended = applied(added, *edits, good, offline=True)
    assert ended.code == 1
    *refused, queued = ended.objects()
    found = [(one["state"], one["reason"]["field"], one["reason"]["code"]) for one in refused]
    assert found == [("rejected", field, code) for _, field, code in REFUSED]
    assert queued["state"] == "queued"
    assert [one["edit"] for one in added("outbox", "--json").objects()] == [good]
