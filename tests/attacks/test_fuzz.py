"""A short run of the fuzzer: two desktops, a colleague, actions from a seed; and that it finds what is wrong."""

from pathlib import Path

import pytest

from desktop.domain.customers.customer import Customer
from tests.attacks.fuzzing.plan import planned
from tests.attacks.fuzzing.run import run
from tests.attacks.fuzzing.truth import Picture, differences
from tests.demo_control import DemoHandle

NOTHING: dict[str, dict[str, object]] = {
    kind: {} for kind in ("tag_group", "tag", "stage", "agent", "custom_field")
}


@pytest.mark.timeout(240)
async def test_at_rest_two_desktops_and_the_server_agree(demo_server: DemoHandle, tmp_path: Path) -> None:
    assert await run(demo_server, tmp_path, 3, planned(3, 45)) == []


def test_a_plan_comes_again_from_its_seed() -> None:
    assert planned(7, 200) == planned(7, 200)
    assert planned(7, 200) != planned(8, 200)


def test_every_difference_is_found() -> None:
    listed = Picture({"a": Customer("a", {"note": "x"}), "b": Customer("b", {})}, NOTHING, {}, [])
    shown = Picture({"a": Customer("a", {"note": "y"}), "c": Customer("c", {})}, NOTHING, {"a": 1}, ["miscounted"])
    assert list(differences("one", shown, listed, listed)) == [
        "one: miscounted",
        "one lacks customer b",
        "one keeps customer c, whom the server has no more",
        "one, customer a: note is 'y', the server has 'x'",
        "one: blacklist a: 1 instead of None",
    ]
    assert list(differences("one", listed, listed, listed)) == []
