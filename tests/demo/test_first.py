from tests.demo_control import DemoHandle


def test_serves_pages_of_customers(demo_server: DemoHandle) -> None:
    with demo_server.client() as http:
        reply = http.get("/user/list_by_page", params={"page_no": 1, "page_size": 100}).json()
    assert reply["ret_code"] == "000000"
    assert [item["id"] for item in reply["items"]] == demo_server.ids()[:100]
    assert reply["total_count"] == 500
