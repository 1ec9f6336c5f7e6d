"""The region cascade: by mouse, by typing, offline; what the tree does not know stays."""

from desktop.domain.dictionaries import Region
from desktop.ui.fields.region import RegionEditor
from desktop.ui.kit import Kit
from tests.ui import fieldbench
from tests.ui.fieldwindow import FieldWindow, note_of
from tests.ui.keys import Key, press, type_text

BEIJING = {
    "province_id": "110000",
    "province_name": "北京市",
    "city_id": "110100",
    "city_name": "北京市",
    "district_id": "110105",
    "district_name": "朝阳区",
}


def region(fields: FieldWindow) -> RegionEditor:
    """Show the editor."""
    editor = fields.put("region")
    assert isinstance(editor, RegionEditor)
    return editor


def shown(editor: RegionEditor) -> list[str]:
    """Return what the three levels show."""
    return [combo.text() for combo in editor.combos]


def test_a_district_is_found_by_name_and_fills_what_is_above(fields: FieldWindow) -> None:
    for typed in ("北京朝阳", "朝阳区", "beijing chaoyang"):
        editor = region(fields)
        type_text(typed)
        press(Key.Key_Return)
        assert editor.changes() == BEIJING, typed
        assert shown(editor) == ["北京市", "北京市", "朝阳区"]
        assert editor.search.text() == ""
        assert editor.combos[2].hasFocus()


def test_pinyin_initials_and_cities_find_too(fields: FieldWindow) -> None:
    for typed, ids in (("hzs", "330100"), ("xihuqu", "330106"), ("nanshan", "440305"), ("深圳", "440300")):
        editor = region(fields)
        type_text(typed)
        keys = [choice.key for choice in editor.search._model.find(typed)]
        assert ids in keys[:4], typed


def test_the_larger_of_equals_stands_first(fields: FieldWindow) -> None:
    editor = region(fields)
    type_text("zj")
    found = [len(fields.context.index.path(choice.key)) for choice in editor.search._model.find("zj")]
    assert found[:12] == sorted(found[:12])
    assert editor.search._model.find("zj")[0].text == "浙江省"


def test_names_that_cannot_be_spelled_are_asked_for_once(fields: FieldWindow) -> None:
    tree = [Region("u", "Ürümqi"), Region("a", "甲省", "b"), Region("b", "乙市", "a"), Region("c", "丙省")]
    fields.context.collections.take("region", (tree, 1))  # type: ignore[attr-defined]
    made = fields.context.index.places()
    assert [choice.text for choice in made] == ["Ürümqi", "丙省"]
    fields.context.spelling.learn(["又"])
    assert fields.context.index.places() is made


def test_the_levels_are_chosen_one_in_the_other(fields: FieldWindow) -> None:
    editor = region(fields)
    press(Key.Key_Tab)
    type_text("guangdong")
    press(Key.Key_Tab)
    type_text("sz")
    press(Key.Key_Return)
    press(Key.Key_Tab)
    press(Key.Key_Down)
    assert len(editor.combos[2]._model.choices) > 5
    press(Key.Key_Escape)
    type_text("南山")
    press(Key.Key_Tab)
    assert [editor.changes()[f"{level}_id"] for level in ("province", "city", "district")] == [
        "440000",
        "440300",
        "440305",
    ]
    assert fields.after.hasFocus()


def test_another_province_clears_what_lay_in_the_old_one(fields: FieldWindow) -> None:
    editor = region(fields)
    editor.load(BEIJING)
    editor.combos[0].setFocus()
    editor.combos[0].selectAll()
    type_text("浙江")
    press(Key.Key_Return)
    assert shown(editor) == ["浙江省", "", ""]
    assert editor.changes() == {
        "province_id": "330000",
        "province_name": "浙江省",
        **dict.fromkeys(("city_id", "city_name", "district_id", "district_name"), ""),
    }
    editor.combos[0].selectAll()
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    assert shown(editor) == ["", "", ""]


def test_only_what_changed_is_told(fields: FieldWindow) -> None:
    editor = region(fields)
    editor.load(BEIJING)
    editor.combos[2].setFocus()
    editor.combos[2].selectAll()
    type_text("海淀")
    press(Key.Key_Return)
    assert editor.changes() == {"district_id": "110108", "district_name": "海淀区"}
    editor.combos[2].selectAll()
    type_text("朝阳")
    press(Key.Key_Return)
    assert editor.changes() == {}


def test_unknown_places_stay_and_are_marked(fields: FieldWindow) -> None:
    for held in (
        {**BEIJING, "district_id": "999", "district_name": "旧城区"},
        {"province_id": "x", "city_id": "y"},
        {"district_id": "110105"},
        {"province_name": "Only <b>named</b>"},
        {"province_id": "110000", "city_id": "330100"},
    ):
        editor = region(fields)
        editor.load(held)  # type: ignore[arg-type]
        for combo in editor.combos:
            combo.setFocus()
            press(Key.Key_Tab)
        assert (editor.values(), editor.changes(), editor.problem()) == (held, {}, "")
    editor.load({**BEIJING, "district_id": "999", "district_name": "旧城区"})
    assert shown(editor)[2] == "旧城区"
    assert note_of(editor).startswith("District: no longer in the list.")


def test_a_city_without_its_province_says_what_to_choose_first(fields: FieldWindow) -> None:
    editor = region(fields)
    editor.combos[1].setFocus()
    press(Key.Key_Down)
    popup = editor.combos[1]._popup
    assert popup is not None
    assert popup.note.original() == "First choose: Province"


def test_the_tree_that_comes_later_names_what_was_an_id(fields: FieldWindow) -> None:
    editor = region(fields)
    editor.load({"province_id": "zz"})
    fields.context.collections.take("region", ([Region("zz", "新省")], 1))  # type: ignore[attr-defined]
    editor.choices_changed()
    assert (shown(editor)[0], note_of(editor), editor.changes()) == ("新省", "", {})


def test_the_levels_stand_side_by_side_where_there_is_room(fields: FieldWindow) -> None:
    editor = region(fields)
    tops = {combo.mapTo(fields, combo.rect().topLeft()).y() for combo in editor.combos}
    assert len(tops) == 1
    fields.resize(300, 600)
    fields.column.activate()
    editor.combos[0].parentWidget().layout().activate()  # type: ignore[union-attr]
    tops = {combo.mapTo(fields, combo.rect().topLeft()).y() for combo in editor.combos}
    assert len(tops) == 3


def test_chinese_finds_places_named_in_english(fields: FieldWindow, field_kit: Kit) -> None:
    fields.context = fieldbench.context(field_kit, fieldbench.DeskAccount(fieldbench.filled(0)))
    editor = region(fields)
    type_text("海淀")
    press(Key.Key_Return)
    assert shown(editor) == ["Beijing", "Beijing City", "Haidian District"]
    editor = region(fields)
    type_text("xihu hangzhou")
    press(Key.Key_Return)
    assert editor.changes()["district_id"] == "330106"
