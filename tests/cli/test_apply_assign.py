"""Assigning from the command line: with agents never fetched, several customers a line, refusals with words."""

from collections import Counter

from tests.cli.conftest import Kefu
from tests.cli.test_apply_customers import applied
from tests.demo_control import DemoHandle


def test_customers_are_assigned_by_lines_of_many(added: Kefu, demo_server: DemoHandle) -> None:
    with demo_server.client() as http:
        tree = http.get("/user/user_list").json()["items"]
    agents = [one["id"] for part in tree for one in part["sub_list"] if one["type"] == 2][:2]
    people = demo_server.ids()[:4]
    for who in people:
        demo_server.change(who, crm_status=4, liable_serviceid=None, liable_service_name=None)
    demo_server.change(people[3], crm_status=3, liable_serviceid=agents[0])
    ended = applied(
        added,
        {"op": "assign", "customers": people[:2], "agents": agents, "kind": 2},
        {"op": "assign", "customers": [people[2]], "agents": agents[:1], "kind": 0},
        {"op": "assign", "customers": [people[3]], "agents": agents[1:], "kind": 2},
        {"op": "assign", "customers": people, "agents": ["f" * 32], "kind": 9},
    )
    said = {(one["line"], one["state"]): one for one in ended.objects()}
    assert (1, "done") in said
    assert (2, "done") in said
    assert said[3, "rejected"]["reason"]["code"] == "state_forbids"
    assert said[4, "rejected"]["reason"]["field"] == "kind"
    assert Counter(demo_server.customer(who)["liable_serviceid"] for who in people[:2]) == Counter(agents)
    assert demo_server.customer(people[2])["liable_serviceid"] == agents[0]
    assert demo_server.customer(people[3])["liable_serviceid"] == agents[0]
