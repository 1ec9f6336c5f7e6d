"""What a tagging asks for, and the picker as the keyboard drives it, without a server."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.intents.intent import AddTags, CreateTag, RemoveTags
from desktop.qt.choices import Check
from desktop.ui.actions import verbs
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.outbox.lines import customers_of, lines_of
from desktop.ui.tagging.deltas import Tagging, intents_of, states_of, tagging_of
from desktop.ui.tagging.picker import TagPicker
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.stage import Stage

GROUPS = {"g": TagGroup("g", "One of them", multiple=False), "h": TagGroup("h", "Any")}
TAGS = {key: Tag(key, group, key) for key, group in (("a", "g"), ("b", "g"), ("c", "h"), ("d", "h"))}


def test_all_some_or_none_have_a_tag() -> None:
    assert states_of([("a", "c"), ("a",), ("a", "d", "d")]) == {"a": Check.ON, "c": Check.SOME, "d": Check.SOME}
    assert states_of([]) == {}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"b": True, "a": False}, Tagging(("b",))),
        ({"a": False}, Tagging(remove=("a",))),
        ({"c": True, "d": False}, Tagging(("c",), ("d",))),
    ],
)
def test_what_a_single_choice_displaces_is_not_spoken_of(changes: dict[str, bool], wanted: Tagging) -> None:
    assert tagging_of(changes, GROUPS, TAGS) == wanted


def test_who_has_it_as_wanted_is_left_alone() -> None:
    found = intents_of(Tagging(("c", "a"), ("d",)), {"1": ("c", "a"), "2": ("d", "c"), "3": ()})
    assert found == [
        RemoveTags(customer="2", tags=("d",)),
        AddTags(customer="2", tags=("a",)),
        AddTags(customer="3", tags=("c", "a")),
    ]


def test_alike_edits_of_a_gesture_are_one_line_and_what_asks_comes_first() -> None:
    def entry(seq: int, customer: str, state: State = State.QUEUED, gesture: str = "x") -> Entry:
        return Entry(str(seq), seq, AddTags(customer=customer, tags=("a",)), state, seq, seq, gesture=gesture)

    made = CreateTag(group="g", name="n", local="local-1")
    entries = [
        entry(1, "1"),
        entry(2, "2"),
        entry(3, "3", State.REJECTED),
        entry(4, "4", gesture="y"),
        Entry("5", 5, made, State.QUEUED, 5, 5, gesture="x"),
    ]
    assert [line.customers for line in lines_of(entries)] == [("3",), ("1", "2"), ("4",), ()]
    assert customers_of(entries) == {"1": False, "2": False, "3": True, "4": False}


@pytest.fixture
def opened(stage: Stage, qtbot: QtBot) -> TagPicker:
    """The picker over the first customer, which has t0, t3, t6, t8, t10 and a WeCom tag."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    press(Key.Key_Home)
    press(Key.Key_T)
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(TagPicker)))
    picker = stage.window.findChildren(TagPicker)[0]
    qtbot.waitUntil(lambda: picker.states().get("t0") is Check.ON)
    return picker


def shown(picker: TagPicker) -> list[str]:
    """Return the lines on the screen."""
    model = picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_groups_are_sections_and_wecom_tags_cannot_be_picked(opened: TagPicker) -> None:
    lines = shown(opened)
    assert lines[:2] == ["客户意向", "高意向"]
    assert lines[-2] == "WeCom tags · edited in WeCom only"
    press(Key.Key_End)
    row = opened._model.next_choice(len(lines) - 1, -1)
    assert row < len(lines) - 1


@pytest.mark.parametrize("typed", ["企业版", "qiyeban", "qyb", "企业"])
def test_names_answer_to_chinese_pinyin_and_initials(opened: TagPicker, qtbot: QtBot, typed: str) -> None:
    qtbot.waitUntil(lambda: any("qyb" in choice.keywords for choice in opened._offered.values()))
    type_text(typed)
    assert "企业版" in shown(opened)
    assert opened.list.currentIndex().data() == "企业版"


def test_enter_right_away_changes_nothing(opened: TagPicker, stage: Stage) -> None:
    press(Key.Key_Return)
    assert opened.isHidden()
    assert stage.account.outbox.entries() == []


def test_escape_takes_everything_back(opened: TagPicker, stage: Stage) -> None:
    press(Key.Key_Space)
    press(Key.Key_Escape)
    assert opened.isHidden()
    assert stage.account.outbox.entries() == []


@pytest.mark.usefixtures("opened")
def test_several_are_one_gesture(stage: Stage, qtbot: QtBot) -> None:
    type_text("专业")
    press(Key.Key_Return, CONTROL)
    type_text("高意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(stage.account.outbox.entries()) == 2)
    first, second = stage.account.outbox.entries()
    assert first.gesture == second.gesture
    assert {first.intent, second.intent} == {
        AddTags(customer="c000000", tags=("t4",)),
        RemoveTags(customer="c000000", tags=("t0",)),
    }


def test_a_name_too_long_is_said_while_it_is_typed(opened: TagPicker) -> None:
    type_text("x" * 31)
    assert "30 characters" in opened._nothing.text()
    assert opened._new.isHidden()


def test_a_new_name_is_literal(opened: TagPicker) -> None:
    type_text("<b>R&D")
    assert not opened._new.isHidden()
    assert "<b>R&&D" in opened._new.text()


def test_undo_with_nothing_to_undo_says_so(stage: Stage, qtbot: QtBot) -> None:
    for verb, words in ((verbs.UNDO, "nothing to undo"), (verbs.REDO, "nothing to redo")):
        stage.window.registry[verb.name].trigger()
        qtbot.waitUntil(
            lambda words=words: (toast := stage.window.toasts.shown) is not None and words in toast.text
        )


def test_undo_in_the_same_breath_takes_back_that_edit(stage: Stage, qtbot: QtBot) -> None:
    undo = stage.window.registry[verbs.UNDO.name]
    for label in ("first", "second"):
        stage.account.outbox.submit(
            [AddTags(customer="c000001", tags=("t1",))], label=label, answer=lambda _: None, failed=pytest.fail
        )
    undo.trigger()
    qtbot.waitUntil(lambda: (toast := stage.window.toasts.shown) is not None and "Undone: second" in toast.text)


def test_the_whole_result_is_counted_before_it_is_tagged(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    press(Key.Key_Home)
    press(Key.Key_A, CONTROL)
    press(Key.Key_T)
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(TagPicker)))
    picker = stage.window.findChildren(TagPicker)[0]
    qtbot.waitUntil(lambda: picker.states().get("t0") is Check.SOME)
    type_text("高意向")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(DryRunDialog)))
    dialog = stage.window.findChildren(DryRunDialog)[0]
    qtbot.waitUntil(lambda: dialog.run is not None)
    assert dialog.run is not None
    assert dialog.run.total == 300
    assert dialog.run.request.add == ("t0",)
    assert 0 < dialog.run.already < 300
    dialog.reject()
    assert QApplication.activeModalWidget() is None
