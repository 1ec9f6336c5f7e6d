"""What becomes of rows and tags, decided by pure functions."""

import pytest

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, UNKNOWN, StoredRow
from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.fold import TagDelta
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    ConnectFailed,
    Interrupted,
    Rejected,
    Sent,
    TimedOut,
    TokenContested,
)
from desktop.domain.jobs.rules import Exchange, Give, KeepOne, displaced, reversed_row, row_delta
from desktop.workspace.jobs.deciding import TRIES, Next, breaking, found, next_after, outcome_of

GROUPS = {"one": TagGroup("one", "One", multiple=False), "many": TagGroup("many", "Many")}
TAGS = {key: Tag(key, group, key) for key, group in [("a", "one"), ("b", "one"), ("x", "many"), ("y", "many")]}
ROW = StoredRow(7, "c", "x", "y", "y,a")


@pytest.mark.parametrize(
    ("error", "state", "tried"),
    [
        (None, DONE, 1),
        (Interrupted(sent=Sent.UNKNOWN), UNKNOWN, 1),
        (TimedOut(sent=Sent.UNKNOWN), UNKNOWN, 1),
        (Busy(), UNKNOWN, 1),
        (BadReply(sent=Sent.UNKNOWN), UNKNOWN, 1),
        (Busy(sent=Sent.NO), QUEUED, 0),
        (ConnectFailed(), QUEUED, 0),
        (TokenContested(), QUEUED, 0),
        (BadSign(), QUEUED, 0),
        (Rejected("510004"), REJECTED, 1),
    ],
)
def test_what_an_answer_means_for_a_row(error: AppError | None, state: str, tried: int) -> None:
    outcome = outcome_of(ROW, error)
    assert (outcome.state, outcome.tried) == (state, tried)


def test_trouble_stops_all_and_a_single_failure_does_not() -> None:
    assert next_after(Interrupted(sent=Sent.UNKNOWN), 1) is Next.GO_ON
    assert next_after(Interrupted(sent=Sent.UNKNOWN), 4) is Next.REST
    assert next_after(ConnectFailed(), 1) is Next.REST
    assert next_after(Busy(sent=Sent.NO), 1) is Next.REST
    assert next_after(BadSign(), 1) is Next.GIVE_UP
    assert next_after(Rejected("510004"), 50) is Next.GO_ON


def test_a_row_that_may_have_arrived_is_done_sent_again_or_asked() -> None:
    assert found(ROW, {"x", "a"}).state == DONE
    assert found(ROW, {"y", "a"}).state == QUEUED
    assert found(ROW, {"x", "y"}).state == QUEUED
    tired = StoredRow(7, "c", "x", "y", "y", attempts=TRIES)
    assert found(tired, {"y"}).state == REJECTED
    assert found(tired, {"x"}).state == DONE
    assert found(ROW, None).state == QUEUED


def test_only_rows_that_would_cost_a_tag_are_held_back() -> None:
    guards = {"many": ("x", "y", "z")}
    keeps = StoredRow(1, "c", "x", "", "z")
    swaps = StoredRow(2, "c", "x", "z", "z")
    fresh = StoredRow(3, "c", "x", "", "a")
    assert list(breaking([keeps, swaps, fresh], ["many"], guards)) == [1]
    assert breaking([keeps, swaps, fresh], ["one"], guards) == {}


def test_rules_change_only_what_is_not_so_already() -> None:
    give = Give(("a", "x"), ("y",))
    assert row_delta(give, ("x", "a"), GROUPS, TAGS) == TagDelta()
    delta = row_delta(give, ("b", "y"), GROUPS, TAGS)
    assert delta == TagDelta(("a", "x"), ("b", "y"))
    assert displaced(give, delta) == ("b",)
    swap = Exchange((("x", "y"), ("b", "a")))
    assert row_delta(swap, ("b", "x"), GROUPS, TAGS) == TagDelta(("y", "a"), ("b", "x"))
    assert row_delta(swap, ("a",), GROUPS, TAGS) == TagDelta()
    assert row_delta(KeepOne(("a", "b"), ("b",)), ("a", "b"), GROUPS, TAGS) == TagDelta(remove=("a",))
    assert row_delta(KeepOne(("a", "b"), ("b",)), ("a",), GROUPS, TAGS) == TagDelta()


def test_a_reversed_row_brings_back_what_was_there_under_new_ids() -> None:
    delta = TagDelta(("x",), ("y",))
    assert reversed_row(("y", "a"), delta, {"y": "new"}, {}) == TagDelta(("new",), ("x",))
    assert reversed_row(("y", "z"), delta, {}, {"x": ("z",)}) == TagDelta(("y", "z"), ("x",))
