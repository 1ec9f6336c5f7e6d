"""Asks the demo server the way any HTTP client would."""

from typing import Any

import httpx

GOOD = "000000"


def get(http: httpx.Client, path: str, **params: str | int) -> dict[str, Any]:
    """GET a call; return the reply's JSON."""
    return dict(http.get(path, params=params).json())


def post(http: httpx.Client, path: str, body: Any) -> dict[str, Any]:
    """POST a JSON body; return the reply's JSON."""
    return dict(http.post(path, json=body).json())


def page(http: httpx.Client, number: int = 1, size: int = 100, **filters: str) -> dict[str, Any]:
    """Return a page of the customer list."""
    return get(http, "/user/list_by_page", page_no=number, page_size=size, **filters)


def listed(http: httpx.Client, **filters: str) -> list[dict[str, Any]]:
    """Return every row of the customer list that the filters let through, page by page."""
    rows: list[dict[str, Any]] = []
    number = 1
    while True:
        reply = page(http, number, **filters)
        assert reply["ret_code"] == GOOD
        rows += reply["items"]
        if number >= int(reply["page_count"]):
            assert len(rows) == int(reply["total_count"])
            return rows
        number += 1
