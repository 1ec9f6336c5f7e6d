"""How long a customer is in its stage."""

import pytest

from desktop.domain.following.behaviour import Behaviour
from desktop.domain.following.stagetime import stage_since


def change(at: int, stage: str) -> Behaviour:
    return Behaviour(str(at), "c", "user_stage_update" if stage else "user_record", at, stage_id=stage)


@pytest.mark.parametrize(
    ("history", "since"),
    [
        ([], None),
        ([change(5, "")], None),
        ([change(5, "a"), change(3, "b")], 5),
        ([change(3, "b"), change(5, "a")], 5),
        ([change(9, "a"), change(5, "a"), change(3, "b"), change(1, "a")], 5),
        ([change(9, "b"), change(5, "a")], None),
        ([change(0, "a")], None),
    ],
)
def test_the_last_change_tells(history: list[Behaviour], since: int | None) -> None:
    assert stage_since(history, "a") == since
