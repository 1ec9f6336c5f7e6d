"""Editors of texts and lists of texts: by keys, and with what nobody would type."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.customers.customer import FieldValue
from desktop.ui.wording.language import Language
from tests.ui.fieldwindow import FieldWindow, note_of
from tests.ui.keys import CONTROL, Key, press, type_text

HOSTILE = (
    "<img src=x onerror=1>",
    "\u202eRTL\u202c",
    "a\x00b\x07",
    "x" * 1_000_000,
    "a\nb\r\nc\u2028d",
    "\u00a0 x ",
)


def test_a_nickname_is_counted_and_refused_beyond_fifty(fields: FieldWindow) -> None:
    editor = fields.put("nickname", required=True)
    assert (editor.problem(), note_of(editor)) == ("missing", "")
    type_text("很" * 39)
    assert editor._aside.isHidden()
    type_text("很" * 11)
    assert (editor._aside.text(), editor.problem(), note_of(editor)) == ("50/50", "", "")
    type_text("x")
    assert (editor._aside.text(), editor.problem()) == ("51/50", "too_long")
    assert "50" in note_of(editor)
    press(Key.Key_Backspace)
    assert editor.problem() == ""
    assert editor.changes() == {"nickname": "很" * 50}


def test_what_is_missing_is_said_when_it_is_time(fields: FieldWindow) -> None:
    editor = fields.put("nickname", required=True)
    editor.reveal()
    assert note_of(editor) == "Nickname: nothing was given. Enter a value and try again."
    type_text("a")
    assert note_of(editor) == ""
    press(Key.Key_Backspace)
    assert note_of(editor) != ""


def test_label_and_names_follow_the_language(fields: FieldWindow, language: Language, qtbot: QtBot) -> None:
    editor = fields.put("nickname", required=True)
    editor.reveal()
    assert (editor._label.text(), editor.line.accessibleName()) == ("Nickname *", "Nickname (required)")
    language.use("zh")
    qtbot.waitUntil(lambda: editor._label.text() == "昵称 *")
    assert editor.line.accessibleName() == "昵称（必填）"
    assert note_of(editor) == "昵称：没有填写。 请填写后重试。"


@pytest.mark.parametrize("name", ["nickname", "note", "phone", "email", "wechat", "whatsapp_ids", "custom:f1"])
@pytest.mark.parametrize("text", HOSTILE)
def test_what_the_server_holds_goes_round_untouched(fields: FieldWindow, name: str, text: str) -> None:
    editor = fields.put(name)
    value: FieldValue = (text, text) if name == "whatsapp_ids" else text
    editor.load({name: value})
    QApplication.processEvents()
    assert editor.value() == value
    assert (editor.changed, editor.changes(), editor.problem(), fields.told) == (False, {}, "", 0)
    assert not [label for label in editor.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]


def test_a_huge_text_can_only_be_replaced(fields: FieldWindow) -> None:
    for name in ("wechat", "note"):
        editor = fields.put(name)
        editor.load({name: "x" * 1_000_000})
        assert "too long" in note_of(editor)
        type_text("y")
        assert not editor.changed
        QTest.mouseClick(editor._replace, Qt.MouseButton.LeftButton)
        type_text("new")
        assert editor.changes() == {name: "new"}


def test_unseen_characters_are_told_and_go_with_an_edit(fields: FieldWindow) -> None:
    editor = fields.put("wechat")
    editor.load({"wechat": "wx\u202e_1"})
    assert "not seen" in note_of(editor)
    press(Key.Key_End)
    type_text("2")
    assert editor.changes() == {"wechat": "wx_12"}


def test_a_phone_copied_from_elsewhere_is_made_neat(fields: FieldWindow) -> None:
    editor = fields.put("phone")
    QGuiApplication.clipboard().setText("\u202d１３８ 0013 8000\u202c\n")
    press(Key.Key_V, CONTROL)
    press(Key.Key_Tab)
    assert editor.changes() == {"phone": "138 0013 8000"}
    assert editor.problem() == ""


def test_several_phones_are_one_text_as_it_came(fields: FieldWindow) -> None:
    editor = fields.put("phone")
    editor.load({"phone": "13800138000; 13900139000"})
    assert editor.list.texts() == ("13800138000", "13900139000")
    assert editor.value() == "13800138000; 13900139000"
    press(Key.Key_Down)
    press(Key.Key_Return)
    type_text("010-88888888")
    assert editor.changes() == {"phone": "13800138000;13900139000;010-88888888"}
    press(Key.Key_Return)
    type_text("12ab")
    assert editor.problem() == "phone_letters"
    assert [bool(one.line.property("invalid")) for one in editor.list.lines] == [False, False, False, True]
    assert "letters" in note_of(editor)
    assert editor.list.lines[3].line.accessibleDescription() == note_of(editor)


def test_an_odd_value_is_warned_of_and_can_be_saved(fields: FieldWindow) -> None:
    editor = fields.put("email")
    type_text("name@intranet")
    assert (editor.problem(), editor._note.property("tone")) == ("", "warning")
    type_text("@")
    assert (editor.problem(), editor._note.property("tone")) == ("email_unreadable", "danger")


def test_a_list_is_edited_by_keys(fields: FieldWindow) -> None:
    editor = fields.put("line_ids")
    editor.load({"line_ids": ("a", "b")})
    assert editor.value() == ("a", "b")
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.changes() == {"line_ids": ("b", "a")}
    press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.changes() == {}
    type_text("\u202eb")
    assert editor.value() == ("b", "b")
    assert "twice" in note_of(editor)


def test_the_forms_words_stay_until_the_next_edit(fields: FieldWindow) -> None:
    editor = fields.put("wechat")
    editor.set_problem("Taken by <b>another</b>")
    assert note_of(editor) == "Taken by <b>another</b>"
    type_text("x")
    assert note_of(editor) == ""


def test_a_read_only_editor_can_be_read_only(fields: FieldWindow) -> None:
    for name in ("nickname", "note", "phone", "line_ids"):
        editor = fields.put(name)
        editor.set_read_only(True)
        editor.setFocus()
        type_text("x")
        press(Key.Key_Return)
        assert not editor.changed, name


def test_what_was_entered_another_time_counts_as_changed(fields: FieldWindow) -> None:
    for name, old, new in (("nickname", "old", "new"), ("line_ids", ("a",), ("b",)), ("note", "o", "n")):
        editor = fields.put(name)
        editor.load({name: old})
        editor.enter({name: new})
        assert editor.changes() == {name: new}
        editor.enter({name: old})
        assert editor.changes() == {}


@pytest.mark.parametrize("name", ["nickname", "note", "phone", "agent_id", "custom:f3", "custom:f7", "region"])
def test_a_click_and_the_tab_key_reach_the_same_control(fields: FieldWindow, name: str) -> None:
    editor = fields.put(name)
    control = QApplication.focusWidget()
    assert editor.isAncestorOf(control)
    fields.after.setFocus()
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.isAncestorOf(QApplication.focusWidget())
    fields.after.setFocus()
    if name != "custom:f7":
        QTest.mouseClick(control.viewport() if name == "note" else control, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is control
