"""The short form of clocks that are set and of a machine that sleeps: the least of each."""

import asyncio
from pathlib import Path

from tests.attacks.clocks import jumps, on_a_machine
from tests.attacks.fuzzing.pullhere import pulls_here
from tests.demo_control import DemoHandle


def test_a_day_forwards_a_day_back_and_a_night(demo_server: DemoHandle, tmp_path: Path) -> None:
    with pulls_here():
        tries, wrong = asyncio.run(on_a_machine(demo_server, tmp_path, lambda one: jumps(one, 1)))
    assert wrong == []
    assert tries > 8
