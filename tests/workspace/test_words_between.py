"""What is kept or sent as JSON comes back as it was; what cannot be read harms nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import errors
from desktop.domain.change import Change
from desktop.domain.errors import AppError, Busy, InvalidInput, Rejected, Sent, TokenContested
from desktop.domain.query import Between, Contains, Filled, OneOf, Order, Query, Tagged
from desktop.workspace.child.errorjson import error_from_json, error_to_json
from desktop.workspace.child.messages import change_from_json, change_to_json, progress_from_json, progress_to_json
from desktop.workspace.listing.coalesce import MANY, merged
from desktop.workspace.listing.queryjson import query_from_json, query_to_json
from desktop.workspace.status import Progress

texts = st.text(max_size=12)
seconds = st.none() | st.integers(0, 2**33)
conditions = st.one_of(
    st.builds(OneOf, texts, st.lists(texts | st.integers(-5, 5), max_size=4).map(tuple)),
    st.builds(Between, texts, seconds, seconds),
    st.builds(
        Tagged, st.sampled_from(["any", "all", "none"]), st.lists(texts, max_size=4).map(tuple), st.booleans()
    ),
    st.builds(Contains, texts, texts),
    st.builds(Filled, texts, st.booleans()),
)
queries = st.builds(
    Query, texts, st.lists(conditions, max_size=5).map(tuple), st.builds(Order, texts, st.booleans())
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(queries)
def test_a_query_comes_back_as_it_was(query: Query) -> None:
    assert query_from_json(json.loads(json.dumps(query_to_json(query)))) == query


@given(
    st.one_of(
        anything,
        st.fixed_dictionaries({"text": anything, "where": st.lists(anything, max_size=3), "order": anything}),
        st.fixed_dictionaries(
            {
                "where": st.lists(
                    st.fixed_dictionaries(
                        {
                            "is": st.sampled_from(["one_of", "between", "tagged", "contains", "filled", "newer"]),
                            "field": anything,
                            "values": anything,
                            "low": anything,
                            "mode": anything,
                            "tags": anything,
                            "text": anything,
                        }
                    )
                )
            }
        ),
    )
)
def test_a_query_of_another_make_is_none_or_a_query(value: object) -> None:
    found = query_from_json(value)  # type: ignore[arg-type]
    assert found is None or isinstance(found, Query)


KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AppError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_crosses_the_pipe(kind: type[AppError]) -> None:
    special = {
        Rejected: lambda: Rejected("510002", "exists", sent=Sent.UNKNOWN),
        InvalidInput: lambda: InvalidInput("email", "not_an_email", limit=5),
        Busy: lambda: Busy(retry_after=2.5, sent=Sent.NO, status=429),
    }
    error = special.get(kind, lambda: kind(sent=Sent.UNKNOWN, wait=7))()
    back = error_from_json(json.loads(json.dumps(error_to_json(error))))
    assert type(back) is kind
    assert (back.word, back.sent, back.details) == (error.word, error.sent, error.details)
    assert str(back) == str(error)
    if isinstance(error, Busy):
        assert isinstance(back, Busy)
        assert back.retry_after == 2.5


def test_an_error_of_a_newer_version_is_still_an_error() -> None:
    back = error_from_json({"code": "never_heard_of", "sent": "no", "details": {"a": [1]}})
    assert type(back) is AppError
    assert back.details == {}


def test_a_change_and_a_progress_cross_the_pipe() -> None:
    change = Change(("a",), ("b", "c"), (), everything=False)
    assert change_from_json(json.loads(json.dumps(change_to_json(change)))) == change
    progress = Progress("stages", 3, 8, 1.5, 4)
    assert progress_from_json(json.loads(json.dumps(progress_to_json(progress)))) == progress


ids = st.sampled_from("abcdef")
steps = st.lists(st.tuples(st.sampled_from(["add", "update", "remove"]), ids), max_size=20)


@given(steps, st.integers(0, 20))
def test_merged_changes_say_what_a_listener_of_each_would_know(done: list[tuple[str, str]], start: int) -> None:
    there = set("abc"[: start % 4])
    before = set(there)
    total = Change()
    touched: set[str] = set()
    for act, one in done:
        if act == "add" and one not in there:
            there.add(one)
            total = merged(total, Change(added=(one,)))
        elif act == "update" and one in there:
            touched.add(one)
            total = merged(total, Change(updated=(one,)))
        elif act == "remove" and one in there:
            there.discard(one)
            total = merged(total, Change(removed=(one,)))
    assert there - before <= set(total.added)
    assert before - there <= set(total.removed)
    assert touched & there <= set(total.added) | set(total.updated)
    assert not set(total.added) & set(total.updated)
    assert not set(total.removed) & there


def test_very_many_changes_become_everything() -> None:
    many = Change(added=tuple(str(number) for number in range(MANY)))
    assert merged(Change(), many) == many
    assert merged(many, Change(added=("one more",))) == Change(everything=True)
    assert merged(Change(everything=True), many) == Change(everything=True)
    assert isinstance(error_from_json(error_to_json(TokenContested(wait=9))), TokenContested)
