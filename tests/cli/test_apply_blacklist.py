"""`kefu-desk apply` puts customers on the blacklist and takes them off, once."""

import json

from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle


def test_bans_are_made_extended_and_lifted(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=5, tokens="many")
    one, two = demo_server.ids()[:2]
    edits = [
        {"op": "blacklist", "customer": one, "kind": 24, "reason": "spam"},
        {"op": "blacklist", "customer": one, "kind": -1, "reason": "again"},
        {"op": "blacklist", "customer": two, "kind": 72, "reason": "rude"},
        {"op": "unblacklist", "customer": two},
        {"op": "blacklist", "customer": two, "kind": 12, "reason": "no such kind"},
        {"op": "blacklist", "customer": two, "kind": 24, "reason": " "},
    ]
    ended = added("apply", "-", "--json", typed="\n".join(map(json.dumps, edits)))
    told = {(said["line"], said["state"]): said for said in ended.objects()}
    assert ended.code == 1
    assert {(line, "done") for line in (1, 2, 3, 4)} <= told.keys()
    assert told[5, "rejected"]["reason"]["code"] == "ban_kind"
    assert told[6, "rejected"]["reason"]["code"] == "ban_reason_blank"
    writes = [(made.endpoint, made.params.get("black_type")) for made in demo_server.ledger()]
    assert sorted(writes, key=str) == [
        ("user/add_black_list", -1),
        ("user/add_black_list", 24),
        ("user/add_black_list", 72),
        ("user/remove_black_list", None),
    ]
    with demo_server.client() as http:
        items = http.get("/user/query_black_list", params={"page_size": 100}).json()["items"]
    listed = {item["user_id"]: item["black_type"] for item in items if item["is_black"] == 1}
    assert listed[one] == -1
    assert two not in listed
