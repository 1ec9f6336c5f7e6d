"""Other keys for actions: pressed in the settings, in force at once, kept, shown wherever keys are told."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.key_line import text_of
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import PickerPopup
from desktop.ui.actions import verbs
from desktop.ui.actions.keymap import STANDARD, every_verb, given, meets, normal, taken_over
from desktop.ui.actions.registry import Verb
from desktop.ui.actions.shortcut_sheet import ShortcutSheet
from desktop.ui.settings.keyboard_page import KeyboardPage
from tests.ui.keys import CONTROL, NONE, SHIFT, Key, press, type_text
from tests.ui.stage import Stage


@pytest.fixture
def keyboard(stage: Stage, qtbot: QtBot) -> Iterator[KeyboardPage]:
    """The page of the settings, in a window of its own."""
    made = KeyboardPage(stage.look, stage.preferences.current)
    made.chosen.connect(lambda name, value: stage.preferences.change(**{name: value}))
    end = stage.preferences.subscribe(made.show_preferences)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    end()


def go_to(page: KeyboardPage, verb: Verb) -> None:
    """Find an action as a user does."""
    page.search.setFocus()
    page.search.clear()
    type_text(verb.text)
    press(Key.Key_Return)
    page.table.selectRow([one.name for one in page.table.rows.verbs].index(verb.name))
    assert page.table.hasFocus()


def test_no_standard_key_meets_another_where_both_work() -> None:
    assert not [
        (verb.name, key, [other.name for other in meets(verb, key, STANDARD)])
        for verb in every_verb()
        for key in verb.keys
        if meets(verb, key, STANDARD)
    ]


def test_every_action_of_the_window_can_be_found_in_the_list(stage: Stage) -> None:
    assert {verb.name for verb in stage.window.registry.verbs()} <= {verb.name for verb in every_verb()}


def test_a_key_is_pressed_and_works_at_once(stage: Stage, keyboard: KeyboardPage) -> None:
    go_to(keyboard, verbs.SEARCH)
    press(Key.Key_Return)
    assert keyboard.line.hasFocus()
    press(Key.Key_J, CONTROL | SHIFT)
    assert stage.preferences.current.keys == {"customers.search": ("Ctrl+Shift+J",)}
    assert keyboard.table.hasFocus()
    action = stage.window.registry[verbs.SEARCH.name]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Shift+J"]
    assert action.toolTip() == "Search customers (Ctrl+Shift+J)"


def test_tab_and_enter_are_keys_too_and_escape_leaves_all_as_it_is(stage: Stage, keyboard: KeyboardPage) -> None:
    go_to(keyboard, verbs.COLUMNS)
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert keyboard.table.hasFocus()
    assert not stage.preferences.current.keys
    press(Key.Key_Return)
    press(Key.Key_Tab, CONTROL)
    assert stage.preferences.current.keys == {"customers.columns": ("Ctrl+Tab",)}


def test_whom_a_key_meets_is_named_and_it_can_be_taken_over_and_given_back(
    stage: Stage, keyboard: KeyboardPage
) -> None:
    go_to(keyboard, verbs.TAG)
    press(Key.Key_Return)
    press(Key.Key_S)
    assert keyboard.note.text() == "S belongs to “Set the stage”."
    assert not stage.preferences.current.keys
    assert keyboard.take.hasFocus()
    press(Key.Key_Space)
    assert stage.preferences.current.keys == {"customers.tag": ("S",), "customers.stage": ()}
    assert not stage.window.registry[verbs.STAGE.name].shortcuts()
    go_to(keyboard, verbs.STAGE)
    keyboard.reset.click()
    assert stage.preferences.current.keys == {}
    assert stage.window.registry[verbs.TAG.name].shortcut().toString() == "T"


def test_keys_of_lists_and_dialogs_are_not_given_away(stage: Stage, keyboard: KeyboardPage) -> None:
    go_to(keyboard, verbs.COLUMNS)
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert "Peek at the customer" in keyboard.note.text()
    assert not keyboard.take.isVisible()
    go_to(keyboard, verbs.PEEK)
    assert not keyboard.change.isEnabled()
    press(Key.Key_Delete)
    assert not stage.preferences.current.keys


def test_keys_are_taken_away_and_all_come_back(stage: Stage, keyboard: KeyboardPage) -> None:
    for verb in (verbs.TAG, verbs.ASSIGN):
        go_to(keyboard, verb)
        press(Key.Key_Delete)
    assert stage.preferences.current.keys == {"customers.tag": (), "customers.assign": ()}
    keyboard.reset_all.click()
    assert stage.preferences.current.keys == {}
    assert not keyboard.reset_all.isEnabled()


def test_keys_are_searched_by_what_they_are(keyboard: KeyboardPage) -> None:
    keyboard.search.setFocus()
    type_text("ctrl+shift+z")
    assert [verb.name for verb in keyboard.table.rows.verbs] == [verbs.REDO.name]


def test_palette_sheet_search_field_and_menu_tell_the_chosen_keys(stage: Stage) -> None:
    stage.preferences.change(keys={"customers.search": ("Ctrl+J",), "customers.tag": ("G",)})
    assert stage.screens.page.search._key == "Ctrl+J"
    press(Key.Key_K, CONTROL)
    palette = next(one for one in stage.window.findChildren(PickerPopup) if one.isVisible())
    lines = (palette._model.line(row) for row in range(palette._model.rowCount()))
    details = {line.key: line.detail for line in lines if line is not None and not isinstance(line, str)}
    assert (details["customers.search"], details["customers.tag"]) == ("Ctrl+J", "G")
    press(Key.Key_Escape)
    sheet = ShortcutSheet(stage.window.registry, stage.window)
    assert {"Ctrl+J", "G"} <= {label.text() for label in sheet.findChildren(PlainLabel)}
    sheet.reject()
    stage.screens.page.table.setFocus()
    press(Key.Key_J, CONTROL)
    assert stage.screens.page.search.hasFocus()


def test_the_choice_is_in_the_file(stage: Stage) -> None:
    stage.preferences.change(keys={"customers.tag": ("G",)})
    stage.preferences.close()
    stored = json.loads((stage._folder / "preferences.json").read_text("utf-8"))
    assert stored["keys"] == {"customers.tag": ["G"]}


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "told"),
    [
        (Key.Key_Question, SHIFT, "?", "?"),
        (Key.Key_A, SHIFT, "A", "Shift+A"),
        (Key.Key_F2, SHIFT, "", "Shift+F2"),
        (Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5", "5"),
        (Key.Key_Slash, NONE, "/", "/"),
    ],
)
def test_a_press_as_text(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, told: str) -> None:
    assert text_of(QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text)) == told


def test_a_modifier_alone_is_no_key(stage: Stage, keyboard: KeyboardPage) -> None:
    go_to(keyboard, verbs.COLUMNS)
    press(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is keyboard.line
    QTest.keyPress(focus, Key.Key_Control, CONTROL)
    assert keyboard.line.hasFocus()
    assert not stage.preferences.current.keys


def test_a_choice_that_is_the_standard_is_none() -> None:
    chosen = given(verbs.TAG, ("G",), STANDARD)
    assert given(verbs.TAG, verbs.TAG.keys, chosen) == {}
    assert taken_over(verbs.TAG, "S", STANDARD) == {"customers.tag": ("S",), "customers.stage": ()}
    assert normal("ctrl+shift+z") == "Ctrl+Shift+Z"
