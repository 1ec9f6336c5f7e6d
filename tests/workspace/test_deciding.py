"""What is done next with an edit: every outcome of every call has one answer, and none is a blind resend."""

import pytest

from desktop.domain.edits.outbox import Clash, Entry, State
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    Conflict,
    ConnectFailed,
    Interrupted,
    InvalidInput,
    NoSecret,
    Rejected,
    Sent,
    TimedOut,
    TokenContested,
)
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.workspace.push.deciding import after_look, after_send, begin
from desktop.workspace.push.kinds.kind import ABSENCES, LOOKS
from desktop.workspace.push.pace import PushPace
from desktop.workspace.push.steps import (
    Absent,
    Applied,
    Clashing,
    Differs,
    Look,
    Made,
    Park,
    Refused,
    Rest,
    Send,
    Settle,
)

INTENTS: tuple[Intent, ...] = (
    AddTags(customer="c", tags=("t",)),
    RemoveTags(customer="c", tags=("t",)),
    CreateTagGroup(name="n", color="#000000", local="local-1"),
    UpdateTagGroup(group="g", name="n"),
    RemoveTagGroup(group="g"),
    CreateTag(group="g", name="n", local="local-2"),
    UpdateTag(tag="t", name="n"),
    RemoveTag(tag="t"),
)
LOST = (
    Interrupted(sent=Sent.UNKNOWN),
    TimedOut(sent=Sent.UNKNOWN),
    Busy(sent=Sent.UNKNOWN),
    BadReply(sent=Sent.UNKNOWN),
)
UNSENT = (ConnectFailed(), Busy(sent=Sent.NO), TokenContested(wait=9), BadSign(), NoSecret())


def entry(intent: Intent, state: State = State.QUEUED, sent: float = 0.0) -> Entry:
    return Entry("e", 1, intent, state, 0.0, 0.0, sent=sent)


@pytest.mark.parametrize("intent", INTENTS)
def test_what_may_have_arrived_is_looked_for_before_it_is_sent(intent: Intent) -> None:
    for state in (State.SENDING, State.UNKNOWN):
        assert begin(entry(intent, state)) == Look()
    for error in LOST:
        assert after_send(entry(intent), error) == Rest(error, unknown=True)


@pytest.mark.parametrize("intent", INTENTS)
def test_what_was_lost_is_sent_again_after_two_readings_without_it(intent: Intent) -> None:
    lost = entry(intent, State.UNKNOWN, sent=1.0)
    update = isinstance(intent, UpdateTag | UpdateTagGroup)
    finding = Differs({"name": "n"}, "old") if update else Absent()
    for seen in range(1, ABSENCES):
        assert after_look(lost, Look(), finding, absences=seen) == Rest(None, unknown=True)
    assert isinstance(after_look(lost, Look(), finding, absences=ABSENCES), Send)
    assert after_look(lost, Look(), Applied({"a": "b"}), absences=1) == Settle({"a": "b"})


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("error", UNSENT)
def test_what_certainly_did_not_arrive_waits_with_everything_else(intent: Intent, error: AppError) -> None:
    assert after_send(entry(intent), error) == Rest(error, all=True)


def test_updates_compare_before_they_overwrite() -> None:
    edit = entry(UpdateTagGroup(group="g", name="n"))
    assert begin(edit) == Look()
    assert after_look(edit, Look(), Differs({"name": "n"}, "o"), absences=1) == Send({"name": "n"}, "o")
    clash = Clash("name", "a", "n", "c")
    parked = after_look(edit, Look(), Clashing((clash,)), absences=1)
    assert isinstance(parked, Park)
    assert isinstance(parked.error, Conflict)
    assert parked.clashes == (clash,)


def test_a_name_that_exists_after_a_lost_call_is_probably_ours() -> None:
    group, tag = INTENTS[2], INTENTS[5]
    for intent, codes in ((group, ["510002"]), (tag, ["510003", "510004"])):
        for code in codes:
            error = Rejected(code)
            assert after_send(entry(intent), error) == Park(error)
            look = after_send(entry(intent, sent=1.0), error)
            assert look == Look(refusal=error)
            assert after_look(entry(intent, State.SENDING), look, Absent(), absences=1) == Park(error)
            assert after_look(entry(intent, State.SENDING), look, Applied(), absences=1) == Settle()


def test_what_is_gone_already_is_removed() -> None:
    assert after_send(entry(RemoveTagGroup(group="g")), Rejected("510001")) == Settle()
    assert after_send(entry(RemoveTag(tag="t")), Rejected("510004")) == Settle()
    assert isinstance(after_send(entry(UpdateTag(tag="t", name="n")), Rejected("510004")), Park)
    assert begin(entry(RemoveTag(tag="local-1")), left_behind=True) == Settle()
    assert isinstance(begin(entry(AddTags(customer="c", tags=("local-1",))), left_behind=True), Park)


def test_the_id_of_what_was_made_is_looked_for_and_not_made_again() -> None:
    made = entry(INTENTS[2], State.SENDING, sent=1.0)
    look = after_send(entry(INTENTS[2]), Made("g9"))
    assert look == Look(sure=True, made="g9")
    assert after_look(made, look, Absent(), absences=1) == Rest(None, unknown=True)
    assert after_look(made, look, Absent(), absences=LOOKS) == Settle()
    lost = Interrupted()
    assert after_look(made, look, lost, absences=0) == Rest(lost, unknown=True)


def test_refusals_are_parked_whole() -> None:
    for error in (Rejected("599999"), InvalidInput("tags", "bad_id")):
        assert after_send(entry(INTENTS[0]), error) == Park(error)
    gone = Rejected("510004")
    assert after_look(entry(INTENTS[6]), Look(), Refused(gone), absences=1) == Park(gone)


@pytest.mark.parametrize("failures", [1, 2, 5, 5_000])
def test_waits_grow_to_a_bound_and_honour_what_is_asked_for(failures: int) -> None:
    pace = PushPace()
    for draw in (0.0, 0.999):
        wait = pace.wait(Interrupted(), failures, draw)
        assert wait is not None
        assert 0.75 * pace.first <= wait <= 1.25 * pace.longest
        assert (pace.wait(Busy(retry_after=99.0), failures, draw) or 0) >= 99
        assert (pace.wait(TokenContested(wait=200), failures, draw) or 0) >= 200
    assert pace.wait(BadSign(), failures, 0.5) is None
