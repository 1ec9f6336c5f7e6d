"""Who is given to whom, and how: pure rules."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.following.assigning import ALLOWED, LeftOut, Standing, dealt, recycling, way_to, way_to_claim
from desktop.domain.following.assignment import AssignKind

ME, OTHER = "me", "other"
STANDINGS = st.builds(
    Standing, st.sampled_from([None, 0, 1, 2, 3, 4, 9]), st.sampled_from(["", ME, OTHER, "left"])
)


@pytest.mark.parametrize(
    ("agent", "standing", "way"),
    [
        (OTHER, Standing(1), LeftOut.NEW),
        (OTHER, Standing(2), AssignKind.TO_BE_ASSIGNED),
        (ME, Standing(2), AssignKind.TO_BE_ASSIGNED),
        (OTHER, Standing(4), AssignKind.POOL),
        (ME, Standing(4), AssignKind.RECEIVE_FROM_POOL),
        (OTHER, Standing(3, ME), AssignKind.MINE),
        (ME, Standing(3, OTHER), AssignKind.CHANGE_AGENT),
        (OTHER, Standing(3, "left"), AssignKind.CHANGE_AGENT),
        (OTHER, Standing(3, OTHER), LeftOut.ALREADY),
        (OTHER, Standing(None), LeftOut.UNKNOWN),
        (OTHER, Standing(7), LeftOut.UNKNOWN),
    ],
)
def test_the_way_follows_from_where_the_customer_stands(
    agent: str, standing: Standing, way: AssignKind | LeftOut
) -> None:
    assert way_to(agent, standing, ME) is way


@given(st.sampled_from([ME, OTHER, "left"]), STANDINGS, st.sampled_from(["", ME]))
def test_a_way_is_only_taken_from_the_list_the_document_allows(agent: str, standing: Standing, me: str) -> None:
    way = way_to(agent, standing, me)
    if isinstance(way, AssignKind):
        assert ALLOWED[way] == standing.status
        assert (way is AssignKind.RECEIVE_FROM_POOL) == (standing.status == 4 and agent == me)


@given(STANDINGS)
def test_only_free_customers_are_claimed(standing: Standing) -> None:
    way = way_to_claim(standing, ME)
    assert isinstance(way, AssignKind) == (standing.status in {2, 4})
    if standing.status == 3:
        assert way is (LeftOut.ALREADY if standing.agent == ME else LeftOut.TAKEN)


def test_what_is_in_the_pool_is_only_put_there_to_mark_it_invalid() -> None:
    assert recycling(Standing(4), valid=True) is LeftOut.ALREADY
    assert recycling(Standing(4), valid=False) is None
    assert recycling(Standing(3, OTHER), valid=True) is None
    assert recycling(Standing(), valid=True) is LeftOut.UNKNOWN


@given(
    st.lists(st.text(max_size=3), unique=True, max_size=40),
    st.lists(st.sampled_from("abcde"), max_size=7),
    st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9)),
)
def test_shares_differ_by_one_at_most(customers: list[str], agents: list[str], loads: dict[str, int]) -> None:
    deal = dealt(customers, agents, loads)
    if not agents:
        assert deal == {}
        return
    assert list(deal) == customers
    shares = Counter(deal.values())
    assert set(shares) <= set(agents)
    sizes = [shares.get(agent, 0) for agent in set(agents)]
    assert max(sizes) - min(sizes) <= 1
    more = [loads.get(agent, 0) for agent in set(agents) if shares.get(agent, 0) == max(sizes)]
    fewer = [loads.get(agent, 0) for agent in set(agents) if shares.get(agent, 0) < max(sizes)]
    assert not fewer or max(more) <= min(fewer)
