"""The short forms of the attacks on single calls."""

from pathlib import Path

from tests.attacks import answers, sockets
from tests.demo_control import DemoHandle


async def test_calls_under_faults(demo_server: DemoHandle) -> None:
    found = await answers.attack(demo_server, answers.FAULTS, 0.04, seed=3)
    assert found.wrong == []
    assert found.tries > 40


async def test_calls_over_broken_networks(tmp_path: Path) -> None:
    found = await sockets.attack(tmp_path, 0.0, seed=3)
    assert found.wrong == []
    assert found.tries > 25
