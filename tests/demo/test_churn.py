import httpx

from tests.demo.asking import listed, page
from tests.demo_control import DemoHandle


def paged(http: httpx.Client) -> list[str]:
    """Page through the moving list the naive way."""
    ids: list[str] = []
    for number in range(1, 100):
        reply = page(http, number)
        ids += [row["id"] for row in reply["items"]]
        if number >= reply["page_count"]:
            break
    return ids


def test_naive_paging_misses_nobody_while_nothing_moves(http: httpx.Client, demo_server: DemoHandle) -> None:
    assert paged(http) == demo_server.ids()


def test_naive_paging_sees_some_twice_and_misses_others_under_churn(demo_server: DemoHandle) -> None:
    demo_server.reset(customers=2000)
    demo_server.churn(changes=5, additions=2)
    with demo_server.client() as http:
        seen = paged(http)
    assert len(set(seen)) < len(seen)
    assert set(demo_server.ids()) - set(seen)
    assert len(demo_server.ids()) == 2000 + 2 * len(demo_server.requests("/user/list_by_page"))


def test_churn_stops_after_so_many_requests(http: httpx.Client, demo_server: DemoHandle) -> None:
    demo_server.churn(additions=1, requests=3)
    for _ in range(5):
        page(http)
    assert len(demo_server.ids()) == 503
    new = demo_server.customer(demo_server.ids()[0])
    assert new["crm_status"] == 1
    assert new["create_time"] == new["update_time"]


def test_churn_is_the_same_for_a_seed(demo_server: DemoHandle) -> None:
    orders = []
    for _ in range(2):
        demo_server.reset(customers=300)
        demo_server.churn(changes=3, requests=4, seed=9)
        with demo_server.client() as http:
            for _ in range(4):
                page(http)
            orders.append({row["id"]: row.get("remark") for row in listed(http)})
    assert orders[0] == orders[1]


def test_colleagues_change_add_and_remove(http: httpx.Client, demo_server: DemoHandle) -> None:
    first, second, third = demo_server.ids()[10:13]
    demo_server.change(first, nick="同事改的", qq=None)
    demo_server.remove(second)
    [new] = demo_server.add()
    ids = demo_server.ids()
    assert {first, new} == set(ids[:2])
    assert second not in ids
    row = next(row for row in page(http)["items"] if row["id"] == first)
    assert (row["nick"], "qq" in row) == ("同事改的", False)
    assert demo_server.customer(third)["id"] == third
    assert demo_server.ledger() == [], "only calls of the API are writes"
