"""Whom a picker offers and what it answers; the lists in the rail; all without a network."""

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Agent
from desktop.domain.edits.outbox import Clash, Entry, State
from desktop.domain.errors import InvalidInput
from desktop.domain.following.assigning import Standing
from desktop.domain.intents.following import Assign, Recycle
from desktop.domain.jobs.job import EditCustomers
from desktop.qt.choices import Choice
from desktop.qt.picker import PickerPopup
from desktop.ui.assigning.choices import agent_choices
from desktop.ui.assigning.picker import AgentPicker
from desktop.ui.assigning.wishes import assign_text, recycle_text
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.mywork.numbers import short_number
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.outbox.lines import Line
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.lookups.people import Desk
from tests.ui import world
from tests.ui.keys import press, type_text
from tests.ui.stage import Stage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = "<img src=x onerror=1>\u202e{agent}%n"


@pytest.fixture(autouse=True)
def _active(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    qtbot.waitUntil(lambda: bool(stage.account.collections.agents))
    press(Key.Key_Home)


def opened(stage: Stage, qtbot: QtBot) -> AgentPicker:
    press(Key.Key_A)
    qtbot.waitUntil(lambda: stage.screens.handing.assigning.asking.picker is not None)
    picker = stage.screens.handing.assigning.asking.picker
    assert picker is not None
    qtbot.waitUntil(picker.field.hasFocus)
    return picker


def alone(picker: AgentPicker, name: str) -> bool:
    """Say whether one agent is left of those that can be chosen."""
    return offered(picker) == [name]


def offered(picker: AgentPicker) -> list[str]:
    lines = (picker._model.line(row) for row in range(picker._model.rowCount()))
    return [line.text for line in lines if isinstance(line, Choice)]


@pytest.mark.parametrize("typed", ["李雷", "lilei", "ll", "LiLei", "售后 li"])
def test_agents_are_found_by_name_pinyin_initials_and_department(typed: str, stage: Stage, qtbot: QtBot) -> None:
    picker = opened(stage, qtbot)
    assert offered(picker) == ["韩梅梅", "王芳", "李雷", "Grace Wong", "Tom Hardy"]
    type_text(typed)
    qtbot.waitUntil(lambda: offered(picker) == ["李雷"])


def test_nobody_is_taken_by_enter_alone_and_the_order_is_kept(stage: Stage, qtbot: QtBot) -> None:
    picker = opened(stage, qtbot)
    answers: list[list[str]] = []
    picker.chosen.connect(answers.append)
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert not answers
    assert not picker._apply.isEnabled()
    for typed, name in (("Tom", "Tom Hardy"), ("wangfang", "王芳")):
        type_text(typed)
        qtbot.waitUntil(partial(alone, picker, name))
        press(Key.Key_Return, CONTROL)
    assert picker.taken == ["a4", "a3"]
    # Taken once more, it is left.
    press(Key.Key_Return, CONTROL)
    press(Key.Key_Return, CONTROL)
    press(Key.Key_Return)
    assert answers == [["a4", "a3"]]
    assert not picker.isVisible()


def test_agents_that_leave_while_the_picker_is_open_are_offered_no_more(stage: Stage, qtbot: QtBot) -> None:
    picker = opened(stage, qtbot)
    type_text("Tom")
    press(Key.Key_Return, CONTROL)
    left = [agent for agent in world.AGENTS if agent.id != "a4"]
    left.append(Agent("a9", HOSTILE, "d1"))
    stage.account.files.write.submit(CacheFile.put_dictionary, "agent", "zh", left, 2).result()
    stage.account.note_dictionary("agent")
    picker.field.clear()
    qtbot.waitUntil(lambda: "Tom Hardy" not in offered(picker))
    assert picker.taken == []
    assert HOSTILE in offered(picker)
    type_text("onerror")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.account.outbox.entries()))
    entry = stage.account.outbox.entries()[0]
    assert isinstance(entry.intent, Assign)
    assert entry.intent.agents == ("a9",)
    shown = stage.window.toasts.shown
    assert shown is not None
    assert "onerror" in shown.text


def test_the_user_stands_first_and_a_department_may_have_any_name() -> None:
    desks = [
        Desk(Agent("x", "X"), (), 0),
        Desk(Agent("me", "Y"), ("<b>", ""), 3),
        Desk(Agent("nameless", ""), ("D",), 1),
    ]
    choices = agent_choices(desks, lambda _name: "", "me")
    assert [(one.key, one.section) for one in choices] == [("me", "Me"), ("x", ""), ("nameless", "D")]
    assert choices[2].text == "nameless"


def counts_to(stage: Stage, count: int) -> bool:
    """Say whether the list that is shown holds so many."""
    return stage.screens.page._listing.exact and stage.screens.page._listing.count == count


def test_the_lists_lead_to_what_they_count(stage: Stage, qtbot: QtBot) -> None:
    page, items = stage.screens.page, stage.screens.lists.items
    counts = Counter(world.customer(number).number("status") for number in range(300))
    for place, (key, status) in enumerate(
        {"new": 1, "to_be_assigned": 2, "follow_up": 3, "pool": 4}.items(), Key.Key_3
    ):
        press(Key(place), ALT)
        qtbot.waitUntil(partial(counts_to, stage, counts[status]))
        assert items[key].accessibleDescription() == str(counts[status])
        assert [name for name, item in items.items() if item.isChecked()] == [key]
        assert page.tabs._bar.count() == 2
    page.tabs._bar.setCurrentIndex(1)
    assert not any(item.isChecked() for item in items.values())
    stage.window.show_page("tags")
    press(Key.Key_1, ALT)
    assert stage.window.page_key == "customers"
    assert items["all"].isChecked()
    assert page.state.query.where == ()
    stage.window.show_page("tags")
    assert not items["all"].isChecked()


def test_my_customers_ask_who_i_am_and_follow_another_answer(stage: Stage, qtbot: QtBot) -> None:
    page, people = stage.screens.page, stage.account.people
    press(Key.Key_2, ALT)
    picker = next(one for one in stage.window.findChildren(PickerPopup) if one.isVisible())
    type_text("grace")
    press(Key.Key_Return)
    assert not picker.isVisible()
    assert people.me == "a2"
    qtbot.waitUntil(lambda: page._listing.exact and page._listing.count == people.count(3, "a2") > 0)
    people.set_me("a1")
    qtbot.waitUntil(lambda: page._listing.exact and page._listing.count == people.count(3, "a1") > 0)
    assert page.viewing.current == "mine"
    stage.reset()
    qtbot.waitUntil(lambda: stage.account.people.me == "a1")
    item = stage.screens.lists.items["mine"]
    qtbot.waitUntil(lambda: item.accessibleDescription() == str(stage.account.people.count(3, "a1")))


def test_the_rail_without_words_still_says_where_one_is(stage: Stage) -> None:
    stage.window.rail.set_words(False)
    item = stage.screens.lists.items["pool"]
    assert item.isVisible()
    assert item.accessibleName() == "Pool"
    assert str(stage.account.people.count(4)) in item.toolTip()
    assert "Alt+6" in item.toolTip()
    stage.window.rail.set_words(True)


def test_lists_of_a_former_account_leave_the_rail(stage: Stage, qtbot: QtBot) -> None:
    before = len(stage.window.rail.findChildren(type(stage.screens.lists.items["all"])))
    stage.reset()
    rail = stage.window.rail
    qtbot.waitUntil(lambda: len(rail.findChildren(type(stage.screens.lists.items["all"]))) == before == 6)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (99_999, "99,999"), (123_456, "123k"), (999_999, "1.0M"), (12_345_678, "12.3M")]
)
def test_large_counts_are_short(value: int, text: str) -> None:
    assert short_number(value, lambda count: f"{count:,}") == text


def test_the_outbox_says_who_goes_where(stage: Stage) -> None:
    lookup = Lookup(stage.account.collections)

    def line(*intents: Assign | Recycle) -> Line:
        return Line(tuple(Entry(str(place), place, one, State.QUEUED, 0, 0) for place, one in enumerate(intents)))

    def name(key: str) -> str:
        return HOSTILE if key == "x" else key

    assert assign_text(line(Assign(customer="y", agents=("a0",), kind=1)), lookup, name) == "Assign y to 李雷"
    assert "Change the agent of" in assign_text(line(Assign(customer="x", agents=("zz",), kind=5)), lookup, name)
    two = [Assign(customer=key, agents=("a0",), kind=2) for key in ("x", "y")]
    assert assign_text(line(*two), lookup, name) == "Assign 2 customers to 李雷"
    assert recycle_text(line(Recycle(customer="y", valid=False)), lookup, name).endswith("as invalid")
    assert "2" in recycle_text(line(Recycle(customer="y"), Recycle(customer="x")), lookup, name)


def test_a_selection_whose_customers_went_is_told(stage: Stage, qtbot: QtBot) -> None:
    stage.account.files.write.submit(CacheFile.remove, ["c000000"]).result()
    press(Key.Key_C)
    picker = next(one for one in stage.window.findChildren(PickerPopup) if one.isVisible())
    type_text("grace")
    press(Key.Key_Return)
    assert not picker.isVisible()
    qtbot.waitUntil(lambda: stage.window.toasts.shown is not None)
    assert stage.account.outbox.entries() == []


def test_a_whole_result_is_given_away_by_a_job(stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_A, CONTROL)
    picker = opened(stage, qtbot)
    type_text("Tom")
    qtbot.waitUntil(partial(alone, picker, "Tom Hardy"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: stage.screens.jobs.dialog is not None)
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    qtbot.waitUntil(lambda: dialog.run is not None)
    run, counts = dialog.run, Counter(world.customer(number).number("status") for number in range(300))
    assert run is not None
    assert isinstance(run.request, EditCustomers)
    assert run.request.edit == Assign(customer="", agents=("a4",), kind=0)
    held = stage.account.people.loads.get("a4", 0)
    assert (run.total, run.refused, run.already) == (300, counts[1], held)
    assert "Tom Hardy" in dialog._lines[0].text()
    dialog.reject()


def test_a_conflict_names_the_agents(stage: Stage, qtbot: QtBot) -> None:
    clash = Clash("agent_id", "", "a0", "gone-agent-0123456789")
    lookup = Lookup(stage.account.collections)
    dialog = ConflictDialog("Assign x to 李雷", (clash,), stage.kit, stage.window, lookup)
    qtbot.addWidget(dialog)
    assert dialog.mine[0].accessibleName() == "Agent, Yours: 李雷"
    assert dialog.theirs[0].text() == "gone-age…"
    assert [part.text() for part in (*dialog._fields, *dialog._bases)] == ["Agent", "none"]


def test_an_agent_who_left_is_refused_in_words(stage: Stage, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    stage.account.outbox.submit(
        [Assign(customer="c000001", agents=("gone",), kind=0)],
        label="x",
        answer=lambda _: None,
        failed=failed.append,
    )
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], InvalidInput)
    assert failed[0].reason in {"agent_gone", "customer_new"}


def test_counts_are_those_of_the_customers_shown(stage: Stage, qtbot: QtBot) -> None:
    people = stage.account.people
    qtbot.waitUntil(lambda: people.count() == 300)
    own = Counter(Standing(one.number("status"), one.text("agent_id")) for one in map(world.customer, range(300)))
    assert people.loads == {
        agent: own[Standing(3, agent)] for agent in (one.id for one in world.AGENTS) if own[Standing(3, agent)]
    }
