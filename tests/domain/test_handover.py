"""What becomes of a gesture on many customers: everybody is either in an edit or counted as left out."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.following.assigning import LeftOut, Standing
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.handover import assigning, claiming, pooling
from desktop.domain.intents.following import Assign, Recycle

ME = "me"
STANDINGS = st.builds(Standing, st.sampled_from([None, 1, 2, 3, 4, 9]), st.sampled_from(["", ME, "other", "left"]))
PEOPLE = st.dictionaries(st.text(max_size=3), STANDINGS, max_size=30).map(lambda found: list(found.items()))
AGENTS = st.lists(st.sampled_from([ME, "other", "third"]), max_size=4)


@given(PEOPLE, AGENTS)
def test_nobody_is_forgotten(people: list[tuple[str, Standing]], agents: list[str]) -> None:
    for made in (assigning(people, agents, {}, ME), claiming(people, ME), pooling(people, valid=True)):
        assert len(made.edits) + sum(made.left.values()) == len(people)
        assert len({one.customer for one in made.edits}) == len(made.edits)
    made = assigning(people, agents, {}, ME)
    assert made.kinds == Counter(AssignKind(one.kind) for one in made.edits if isinstance(one, Assign))


@given(PEOPLE, AGENTS)
def test_each_gets_one_of_the_agents(people: list[tuple[str, Standing]], agents: list[str]) -> None:
    made = assigning(people, agents, {}, ME)
    given_to = {one.customer: one.agents for one in made.edits if isinstance(one, Assign)}
    assert all(len(to) == 1 and to[0] in agents for to in given_to.values())


def test_turns_are_not_spent_on_those_who_cannot_be_assigned() -> None:
    people = [(f"n{number}", Standing(1)) for number in range(5)]
    people += [(f"p{number}", Standing(4)) for number in range(4)]
    made = assigning(people, ["other", "third"], {"other": 3}, ME)
    assert Counter(one.agents[0] for one in made.edits if isinstance(one, Assign)) == {"other": 2, "third": 2}
    assert made.left == {LeftOut.NEW: 5}


def test_the_pool_takes_all_but_those_in_it() -> None:
    people = [("a", Standing(1)), ("b", Standing(3, "other")), ("c", Standing(4)), ("d", Standing())]
    assert pooling(people, valid=True).edits == [Recycle(customer="a"), Recycle(customer="b")]
    assert pooling(people, valid=True).left == {LeftOut.ALREADY: 1, LeftOut.UNKNOWN: 1}
    assert [one.customer for one in pooling(people, valid=False).edits] == ["a", "b", "c"]
