"""The window as an assistive technology sees it, and as a keyboard drives it."""

from typing import Any

import pytest

from tests.e2e.conftest import Seen

pytestmark = pytest.mark.e2e

CONTROLS = {
    ("text", "Search customers"),
    ("table", "Customers"),
    ("page tab", "All"),
    ("push button", "Save this view"),
    ("push button", "Add a filter"),
    ("push button", "Settings"),
    ("panel", "Customer details"),
    ("panel", "Status"),
}


def test_every_control_has_a_name(window: Seen) -> None:
    seen = window.tree.ask("controls")
    nameless = [control for control in seen if control["focusable"] and not control["name"]]
    assert not nameless
    assert {(control["role"], control["name"]) for control in seen} >= CONTROLS


def test_rows_are_read_by_row_and_column(window: Seen) -> None:
    headers = window.tree.ask("headers", name="Customers", role="table")
    assert headers[:3] == ["Name", "Phone", "Tags"]
    rows = window.tree.ask("rows", name="Customers", role="table", count=20)
    assert all(row[0] for row in rows)
    assert sum(bool(row[headers.index("Phone")]) for row in rows) > 10


def test_a_typed_search_narrows_the_table(window: Seen) -> None:
    window.screen.focus("Kefu Desk")
    window.screen.keys("slash")
    window.screen.type("linda")
    found = window.tree.wait(
        "row_count", name="Customers", role="table", until=lambda count: 0 < count < 500, seconds=10
    )
    headers = window.tree.ask("headers", name="Customers", role="table")
    rows = window.tree.ask("rows", name="Customers", role="table", count=min(found, 20))
    searched = [headers.index(name) for name in ("Name", "E-mail", "Real name")]
    assert all(any("linda" in row[at].lower() for at in searched) for row in rows)
    window.screen.keys("ctrl+a", "Delete")
    window.tree.wait("row_count", name="Customers", role="table", until=lambda count: count == 5000)


def test_enter_opens_the_record(window: Seen) -> None:
    window.screen.focus("Kefu Desk")
    window.tree.ask("focus", name="Customers", role="table")
    window.screen.keys("Home", "Down", "Return")
    rows = window.tree.ask("rows", name="Customers", role="table", count=2)
    names = {row[0] for row in rows}
    window.tree.wait(
        "controls", until=lambda seen: names & {part["name"] for part in seen if part["role"] == "label"}
    )


def test_the_board_is_read_column_by_column_and_moved_by_keys(window: Seen) -> None:
    window.screen.focus("Kefu Desk")
    window.screen.keys("ctrl+3")
    counted = lambda seen: len(_columns(seen)) > 3 and not _columns(seen)[2].endswith(" 0")  # noqa: E731
    first, second = _columns(window.tree.wait("controls", until=counted, seconds=10))[1:3]
    rows = window.tree.ask("rows", name=first, role="table", count=3)
    assert all(row[0] for row in rows)
    window.screen.keys("Right", "ctrl+Right")
    stage, _, count = second.rpartition(" ")
    window.tree.wait(
        "controls",
        until=lambda seen: f"{stage} {int(count.replace(',', '')) + 1:,}" in _columns(seen),
        seconds=10,
    )
    window.screen.keys("ctrl+z", "ctrl+1")
    window.tree.wait(
        "controls", until=lambda seen: ("table", "Customers") in {(one["role"], one["name"]) for one in seen}
    )


def _columns(controls: list[dict[str, Any]]) -> list[str]:
    """Return the names of the board's columns: the stage and how many are in it."""
    return [one["name"] for one in controls if one["role"] == "table" and ", customers: " in one["name"]]


def test_tags_are_read_with_their_customers(window: Seen) -> None:
    window.screen.focus("Kefu Desk")
    window.screen.keys("ctrl+2")
    name = "Tags of the group"
    rows = window.tree.wait("rows", name=name, role="table", count=3, until=lambda rows: rows and rows[0][-1])
    assert window.tree.ask("headers", name=name, role="table")[0] == "Tag"
    assert all(row[0] for row in rows)
    window.screen.keys("ctrl+1")
