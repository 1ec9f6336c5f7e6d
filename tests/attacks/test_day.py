"""What of a day's work is too much."""

import pytest

from tests.attacks.day import HOURS, MOST, Sample, judged

FLAT = {"handles": 30, "threads": 8, "tasks": 5, "widgets": 900}


def day(memory: float = 0.0, **counts: int) -> list[Sample]:
    """A day that costs so much an hour."""
    return [
        Sample(150 + memory * hour, {name: count + counts.get(name, 0) * hour for name, count in FLAT.items()})
        for hour in range(HOURS)
    ]


def test_a_day_that_costs_nothing_is_fine() -> None:
    assert judged(day()) == (0.0, [])
    assert judged(day(MOST / HOURS))[1] == []


@pytest.mark.parametrize("name", FLAT)
def test_what_grows_by_the_hour_is_told(name: str) -> None:
    (wrong,) = judged(day(**{name: 20}))[1]
    assert wrong.startswith(name)


def test_memory_that_grows_by_the_hour_is_told() -> None:
    assert judged(day(memory=2 * MOST / HOURS))[1] != []
