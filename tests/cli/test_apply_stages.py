"""`kefu-desk apply` sets stages: on a computer that never pulled, too."""

from tests.cli.conftest import Kefu
from tests.cli.test_apply import lines, states
from tests.demo_control import DemoHandle


def test_stages_are_set_and_those_that_cannot_be_say_why(added: Kefu, demo_server: DemoHandle) -> None:
    first, second = demo_server.ids()[:2]
    with demo_server.client() as http:
        stages = [one["id"] for one in http.get("/user_stage/query_list_by_type").json()["items"]]
    wanted = next(one for one in stages if one != demo_server.stage(first))
    ended = added(
        "apply",
        "-",
        "--json",
        typed=lines(
            {"op": "set_stage", "customer": first, "stage": wanted, "type": 21, "note": "签了"},
            {"op": "set_stage", "customer": second, "stage": "f" * 32},
            {"op": "set_stage", "customer": second, "stage": wanted, "type": 4},
        ),
    )
    assert ended.code == 1
    final = dict(states(ended))
    assert final == {1: "done", 2: "rejected", 3: "rejected"}
    assert demo_server.stage(first) == wanted
    (sent,) = [one for one in demo_server.ledger("user_stage/stage_save") if one.params["userid"] == first]
    assert (sent.params["stage_type"], sent.params["remark"]) == (21, "签了")
    refused = next(one for one in ended.objects() if one["line"] == 2 and one["state"] == "rejected")
    assert "no longer exists" in str(refused) or "已不存在" in str(refused)
