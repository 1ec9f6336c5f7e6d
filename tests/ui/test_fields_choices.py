"""Editors of what is chosen: agents, countries, levels, codes, companies; by keys."""

import pytest
from PySide6.QtTest import QTest

from desktop.domain.dictionaries import Agent
from desktop.ui.wording.language import Language
from tests.ui.fieldwindow import FieldWindow, note_of
from tests.ui.keys import Key, press, type_text


@pytest.mark.parametrize(
    ("name", "typed", "changes"),
    [
        ("country_id", "zg", {"country_id": "156"}),
        ("country_id", "新加坡", {"country_id": "702"}),
        ("vip_level", "zuanshi", {"vip_level": "3"}),
        ("timezone_id", "shanghai", {"timezone_id": "Asia/Shanghai"}),
        ("language", "riyu", {"language": "ja"}),
        ("language", "zh-Hant", {"language": "zh-Hant"}),
        ("source", "wxgzh", {"source": "2"}),
        ("agent_id", "hanmei", {"agent_id": "a1", "agent_name": "韩梅梅"}),
        ("agent_id", "grace", {"agent_id": "a2", "agent_name": "Grace Wong"}),
        ("gender", "fem", {"gender": 2}),
        ("status", "pool", {"status": 4}),
    ],
)
def test_a_choice_is_found_by_what_is_typed(fields: FieldWindow, name: str, typed: str, changes: object) -> None:
    editor = fields.put(name)
    type_text(typed)
    press(Key.Key_Return)
    assert editor.changes() == changes
    assert (fields.told, editor.problem(), note_of(editor)) == (1, "", "")


def test_agents_are_found_by_their_department(fields: FieldWindow) -> None:
    editor = fields.put("agent_id")
    type_text("售后")
    assert [editor.combo._model.line(row).text for row in range(editor.combo._model.rowCount())] == [
        "韩梅梅",
        "王芳",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [("vip_level", "gone"), ("agent_id", "a9"), ("country_id", "<b>"), ("gender", 7), ("status", 0)],
)
def test_what_is_no_longer_there_stays_and_is_marked(fields: FieldWindow, name: str, value: str | int) -> None:
    editor = fields.put(name)
    editor.load({name: value, "agent_name": "离职员工"})
    assert (editor.value(), editor.changes(), editor.problem()) == (value, {}, "")
    assert editor.combo.text() == ("离职员工" if name == "agent_id" else str(value))
    assert note_of(editor).startswith("No longer in the list.")
    press(Key.Key_Tab)
    assert editor.changes() == {}


def test_a_choice_can_be_emptied_but_a_code_cannot(fields: FieldWindow) -> None:
    editor = fields.put("agent_id")
    editor.load({"agent_id": "a1", "agent_name": "韩梅梅"})
    editor.combo.selectAll()
    press(Key.Key_Backspace)
    press(Key.Key_Tab)
    assert editor.changes() == {"agent_id": "", "agent_name": ""}
    editor = fields.put("gender")
    editor.load({"gender": 1})
    editor.combo.selectAll()
    press(Key.Key_Backspace)
    press(Key.Key_Tab)
    assert editor.changes() == {}
    assert editor.combo.text() == "Male"


def test_names_follow_the_tables_and_the_language(fields: FieldWindow, language: Language) -> None:
    editor = fields.put("agent_id")
    editor.load({"agent_id": "a9"})
    fields.context.collections.take("agent", ([Agent("a9", "新来的")], 1))  # type: ignore[attr-defined]
    editor.choices_changed()
    assert (editor.combo.text(), note_of(editor)) == ("新来的", "")
    editor = fields.put("gender")
    editor.load({"gender": 1})
    language.use("zh")
    QTest.qWait(1)
    assert (editor.combo.text(), editor.title()) == ("男", "性别")
    assert editor.changes() == {}


def test_a_company_is_picked_or_named_freely(fields: FieldWindow) -> None:
    editor = fields.put("enterprise_id")
    type_text("华为")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert editor.changes() == {"enterprise_id": "e1", "enterprise_name": "华为技术有限公司"}
    editor.combo.selectAll()
    type_text("New <b>firm</b>")
    press(Key.Key_Tab)
    assert editor.changes() == {"enterprise_id": "", "enterprise_name": "New <b>firm</b>"}


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"enterprise_name": "Only a name"},
        {"enterprise_id": "e7", "enterprise_name": "未知公司"},
        {"enterprise_id": "e7"},
        {"enterprise_id": "", "enterprise_name": ""},
    ],
)
def test_a_company_goes_round_untouched(fields: FieldWindow, held: dict[str, str]) -> None:
    editor = fields.put("enterprise_id")
    editor.load(held)
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert editor.changes() == {}
    assert editor.values() == {name: value for name, value in held.items() if value or name == "enterprise_id"}


def test_a_required_choice_asks(fields: FieldWindow) -> None:
    editor = fields.put("agent_id", required=True)
    assert editor.problem() == "missing"
    editor.reveal()
    assert note_of(editor) == "Agent: nothing was given. Enter a value and try again."
