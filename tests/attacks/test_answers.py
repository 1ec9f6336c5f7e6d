"""The short form of the attack on single calls."""

from tests.attacks import answers
from tests.demo_control import DemoHandle


async def test_calls_under_faults(demo_server: DemoHandle) -> None:
    found = await answers.attack(demo_server, answers.FAULTS, 0.04, seed=3)
    assert found.wrong == []
    assert found.tries > 40
