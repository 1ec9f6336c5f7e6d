"""The least of the closes in mid-request."""

import random
from pathlib import Path

from tests.attacks.closes import Found, close_once, prepared
from tests.demo_control import DemoHandle


def test_a_window_that_is_closed_in_mid_request_ends_well(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=40, tokens="many")
    command, found = prepared(tmp_path, demo_server), Found()
    demo_server.misbehave("latency", "/api/*", seconds=4.0)
    close_once(command, tmp_path, demo_server, random.Random(1), found, limit=20.0)
    assert (found.closes, found.wrong) == (1, [])
