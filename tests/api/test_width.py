"""How many requests are under way at once: against servers that are a formula."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.width import MOST, START, Width

LATENCY = 0.08
BUSY = 0.01


def far(_limit: int) -> float:
    return LATENCY


def near(limit: int) -> float:
    """One worker: whoever asks more at once waits longer."""
    return BUSY * limit


def mixed(limit: int) -> float:
    """Eight workers behind a latency."""
    return LATENCY + BUSY * max(0, limit - 8)


def widths(seconds: Callable[[int], float], replies: int, width: Width | None = None) -> list[int]:
    """Return the width after each of so many replies."""
    width = width or Width()
    found: list[int] = []
    for _ in range(replies):
        width.replied(seconds(width.limit), width.round)
        found.append(width.limit)
    return found


def test_it_starts_with_a_few() -> None:
    assert Width().limit == START == 4
    assert Width(most=2).limit == 2


def test_where_more_requests_bring_more_it_grows_to_the_cap_within_two_rounds() -> None:
    found = widths(far, 200)
    assert found[:7] == [START] * 7
    assert found[15:] == [MOST] * 185


def test_where_more_requests_only_wait_longer_it_stays_low() -> None:
    found = widths(near, 2_000)
    assert set(found) == {START, 2 * START}
    assert found.count(START) / len(found) > 0.9


def test_it_stops_where_growing_ends_to_pay() -> None:
    assert max(widths(mixed, 500)) == MOST
    assert widths(lambda limit: LATENCY * max(1.0, limit / 8), 500).count(8) > 350


def test_it_grows_later_when_the_server_becomes_better() -> None:
    width = Width()
    widths(near, 200, width)
    assert widths(far, 400, width)[-1] == MOST


def test_a_refusal_halves_it_once_a_round() -> None:
    width = Width()
    widths(far, 100, width)
    began = width.round
    for _ in range(MOST):
        width.refused(began)
    assert width.limit == MOST // 2


def test_refusals_without_end_leave_one() -> None:
    width = Width()
    for _ in range(20):
        width.refused(width.round)
    assert width.limit == 1


def test_after_a_refusal_it_grows_in_small_steps() -> None:
    width = Width()
    widths(far, 100, width)
    width.refused(width.round)
    found = [MOST // 2, *widths(far, 300, width)]
    assert found[-1] == MOST
    assert all(after - before <= max(1, before // 4) for before, after in pairwise(found))


def test_replies_of_an_earlier_round_say_nothing() -> None:
    width = Width()
    old = width.round
    widths(far, 8, width)
    width.refused(old)
    assert width.limit == 2 * START
    for _ in range(100):
        width.replied(9.0, old)
    assert width.limit == 2 * START


@given(st.lists(st.one_of(st.none(), st.floats(0, 60)), max_size=300), st.integers(1, 40))
def test_it_is_never_none_and_never_more_than_the_cap(seen: list[float | None], most: int) -> None:
    width = Width(most)
    for seconds in seen:
        if seconds is None:
            width.refused(width.round)
        else:
            width.replied(seconds, width.round)
        assert 1 <= width.limit <= most


@pytest.mark.parametrize("share", [3, 10])
def test_a_server_that_refuses_some_is_asked_less(share: int) -> None:
    width, limits = Width(), []
    for number in range(400):
        if number % share == 0:
            width.refused(width.round)
        else:
            width.replied(LATENCY, width.round)
        limits.append(width.limit)
    assert max(limits[20:]) <= START
