"""Custom fields of all nine types: by keys, and with what the dictionary no longer has."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.customers.customer import CustomValue
from desktop.domain.dictionaries import CustomField, FieldOption
from desktop.ui.fields.day import Calendar
from tests.ui.fieldwindow import FieldWindow, note_of
from tests.ui.keys import Key, press, type_text


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("f1", "HT-1", "HT-1"),
        ("f2", "上地\n东路", "上地\n东路"),
        ("f3", "2025/9/1\t", "2025-09-01"),
        ("f4", "9:05\t", "09:05"),
        ("f5", "1,200\t", "1200"),
        ("f6", "xiangjiao\n", "6002"),
        ("f7", " \t\t ", "7001,7003"),
        ("f8", "\t ", "8002"),
        ("f9", "语音\n", "9002"),
    ],
)
def test_each_type_is_filled_by_keys(fields: FieldWindow, field: str, typed: str, value: str) -> None:
    editor = fields.put(f"custom:{field}")
    keys = {"\n": Key.Key_Return, "\t": Key.Key_Tab, " ": Key.Key_Space}
    for part in typed.replace("\n", "|\n|").replace("\t", "|\t|").replace(" ", "| |").split("|"):
        if part in keys:
            press(keys[part])
        elif part:
            type_text(part)
    assert editor.changes() == {f"custom:{field}": value}
    assert (editor.problem(), fields.told > 0) == ("", True)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("f3", "2019-09-01 00:00:00", ""),
        ("f5", "very much", ""),
        ("f6", "6009", "榴莲"),
        ("f6", "6001,6002", "苹果,香蕉"),
        ("f7", "7009,7001,", "传呼机,电脑"),
        ("f8", "8009", "诺基亚"),
        ("f9", "9009", "旧-产品"),
        ("f10", "<b>\x00?", ""),
        ("f1", "x" * 1_000_000, ""),
        ("f7", ",".join(f"v{number}" for number in range(300)), ""),
    ],
)
def test_what_the_server_holds_stays(fields: FieldWindow, field: str, value: str, text: str) -> None:
    editor = fields.put(f"custom:{field}")
    editor.load({"custom_fields": (CustomValue("other", "1"), CustomValue(field, value, text))})
    press(Key.Key_Tab)
    assert (editor.value(), editor.changes(), editor.problem()) == (value, {}, "")
    assert note_of(editor) != ""
    assert not [label for label in editor.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]


def test_a_removed_option_is_called_as_the_server_called_it(fields: FieldWindow) -> None:
    for field, value, text in (("f6", "6009", "榴莲"), ("f9", "9009", "旧-产品")):
        editor = fields.put(f"custom:{field}")
        editor.set_value(CustomValue(field, value, text))
        assert editor.combo.text() == text
        assert note_of(editor).startswith("No longer in the list.")
    for field, value, text in (("f7", "7009", "传呼机"), ("f8", "8009", "诺基亚")):
        editor = fields.put(f"custom:{field}")
        editor.set_value(CustomValue(field, value, text))
        assert editor.boxes[value].text() == text
        assert editor.boxes[value].isChecked()


def test_a_removed_option_stays_among_others_until_it_is_unticked(fields: FieldWindow) -> None:
    editor = fields.put("custom:f7")
    editor.set_value(CustomValue("f7", "7009,7001", "传呼机,电脑"))
    QTest.mouseClick(editor.boxes["7002"], Qt.MouseButton.LeftButton, pos=editor.boxes["7002"].rect().center())
    assert editor.value() == "7001,7002,7009"
    editor.boxes["7009"].click()
    assert editor.value() == "7001,7002"
    editor.boxes["7002"].click()
    editor.boxes["7009"].click()
    assert editor.changes() == {}


@pytest.mark.parametrize(
    ("field", "typed", "word"), [("f3", "32.13.", "date_unreadable"), ("f4", "25:00", "time_unreadable"),
                                 ("f5", "12万", "number_unreadable")]
)  # fmt: skip
def test_what_cannot_be_read_is_refused_while_it_is_typed(
    fields: FieldWindow, field: str, typed: str, word: str
) -> None:
    editor = fields.put(f"custom:{field}")
    type_text(typed)
    assert editor.problem() == word
    assert note_of(editor) != ""
    assert editor.line.property("invalid") is True


def test_a_required_field_is_marked_and_asked_for(fields: FieldWindow) -> None:
    editor = fields.put("custom:f5")
    assert editor._label.text() == "年度预算 *"
    assert note_of(editor) == "人民币，元"
    assert editor.problem() == "missing"
    editor.reveal()
    assert note_of(editor).startswith("年度预算: nothing was given.")


def test_what_an_old_record_lacks_is_asked_for_only_when_touched(fields: FieldWindow) -> None:
    editor = fields.put("custom:f5")
    editor.set_lenient(True)
    editor.load({})
    editor.reveal()
    assert editor.problem() == ""
    assert note_of(editor).startswith("年度预算: nothing was given.")
    type_text("x")
    assert editor.problem() == "number_unreadable"
    press(Key.Key_Backspace)
    assert editor.problem() == ""


def test_a_single_choice_is_cleared_by_key_and_button(fields: FieldWindow) -> None:
    editor = fields.put("custom:f8")
    editor.set_value("8001")
    press(Key.Key_Delete)
    assert editor.changes() == {"custom:f8": ""}
    editor.boxes["8002"].click()
    assert [own for own, box in editor.boxes.items() if box.isChecked()] == ["8002"]
    editor.clear.click()
    assert editor.value() == ""


def test_the_calendar_opens_on_the_date_and_gives_a_day(fields: FieldWindow) -> None:
    editor = fields.put("custom:f3")
    editor.set_value("2025-09-01")
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = fields.findChildren(Calendar)
    assert calendar.month.selectedDate() == QDate(2025, 9, 1)
    calendar.month.activated.emit(QDate(2025, 9, 30))
    assert editor.changes() == {"custom:f3": "2025-09-30"}
    assert editor.line.hasFocus()


def test_an_unknown_type_cannot_be_changed(fields: FieldWindow) -> None:
    editor = fields.put("custom:f10")
    editor.set_value("kept")
    editor.set_read_only(False)
    type_text("x")
    assert editor.value() == "kept"
    assert "not known here" in note_of(editor)


def test_read_only_editors_stay_as_they_are(fields: FieldWindow) -> None:
    for number in range(1, 11):
        editor = fields.put(f"custom:f{number}")
        editor.set_read_only(True)
        editor.setFocus()
        for key in (Key.Key_Space, Key.Key_Down, Key.Key_1, Key.Key_Return):
            press(key)
        assert not editor.changed, number


def test_check_boxes_of_many_options_are_taken_from_a_list(fields: FieldWindow) -> None:
    options = tuple(FieldOption(f"v{number}", f"产品{number} <b>") for number in range(3_000))
    of = fields.context.collections
    of.take("custom_field", ([CustomField("many", "产品", type=7, options=options)], 1))  # type: ignore[attr-defined]
    editor = fields.put("custom:many")
    editor.load({"custom_fields": (CustomValue("many", "v9,old", "产品9,旧产品"),)})
    assert editor.summary.original() == "产品9 <b>, 旧产品"
    assert (editor.changes(), editor.problem()) == ({}, "")
    assert note_of(editor).startswith("No longer in the list.")
    press(Key.Key_Space)
    type_text("chanpin12")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert editor.changes() == {"custom:many": "v9,v12,old"}
    assert editor.choose.hasFocus()
