"""The customer form by keyboard, offline: fields, what changes underneath, bad input."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELDS, Group, Kind
from desktop.domain.errors import InvalidInput
from desktop.ui.form.paste import merged
from tests.ui import world
from tests.ui.forming import FIRST, editor, enter, line, new_form, opened, put
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.stage import Stage


def test_every_field_that_can_be_edited_has_an_editor(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    shown = {field for one in form.view.editors for field in one.fields}
    social = {one.name for one in FIELDS if one.group is Group.SOCIAL and one.kind is Kind.LIST}
    assert social <= shown
    assert {"nickname", "vip_level", "province_id", "district_name", "agent_id", "custom:f2", "note"} <= shown
    assert "status" not in shown
    assert {one.name for one in FIELDS if one.group is Group.ORIGIN}.isdisjoint(shown)


def test_a_form_opened_and_saved_untouched_says_so_and_sends_nothing(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    assert form.view.sheet.changes() == {}
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is None)
    shown = desk.window.toasts.shown
    assert shown is not None
    assert "Nothing changed" in shown.text
    assert desk.account.outbox.entries() == []
    assert desk.account.drafts.names() == []


def test_a_nickname_of_51_characters_is_told_at_the_field_and_above(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    enter(form, "nickname", "x" * 51)
    assert editor(form, "nickname").problem() == "too_long"
    line(form, "qq").setFocus()
    press(Key.Key_Return, CONTROL)
    assert form.summary.isVisible()
    assert [link.text() for link in form.summary.links] == ["Nickname"]
    assert line(form, "nickname").hasFocus()
    assert desk.account.outbox.entries() == []
    press(Key.Key_Backspace)
    assert not form.summary.isVisible()


def test_letters_in_a_phone_keep_the_form_open(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    form.view.go_to("phone")
    press(Key.Key_End)
    type_text("abc")
    assert editor(form, "phone").problem() == "phone_letters"
    press(Key.Key_Return, CONTROL)
    assert [link.text() for link in form.summary.links] == ["Phone"]


def test_an_unknown_region_and_a_removed_option_stay_as_they_are(desk: Stage, qtbot: QtBot) -> None:
    known = world.customer(0)
    strange = replace(
        known,
        fields={
            **known.fields,
            "province_id": "gone-1",
            "province_name": "旧省",
            "custom_fields": (CustomValue("f2", "30", "500+ 人", 6), CustomValue("f9", "?", "没有定义的字段", 1)),
        },
    )
    put(desk, strange)
    form = opened(desk, qtbot)
    assert form.view.sheet.changes() == {}
    assert form.view.value("province_id") == "gone-1"
    enter(form, "qq", "12345")
    assert form.view.wrong() == []
    assert form.view.sheet.changes() == {"qq": "12345"}
    assert editor(form, "custom:f9").read_only


def test_custom_fields_that_cannot_be_read_are_not_touched(desk: Stage, qtbot: QtBot) -> None:
    known = world.customer(0)
    fields = {name: value for name, value in known.fields.items() if name != "custom_fields"}
    put(desk, Customer(FIRST, fields, {**known.extra, "ex_field_str": '[{"fieldid": '}))
    qtbot.waitUntil(lambda: "ex_field_str" in (desk.screens.panel._customer or known).extra)
    form = opened(desk, qtbot)
    custom = [one for one in form.view.editors if one.name.startswith("custom:")]
    assert custom
    assert all(one.read_only for one in custom)
    section = next(one for one in form.view.sections if form.view.cells["custom:f1"] in one.cells)
    assert "cannot be read" in section.note.text()


def test_a_record_that_changes_underneath_is_followed_where_nothing_was_entered(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    enter(form, "qq", "55555")
    known = world.customer(0)
    put(desk, replace(known, fields={**known.fields, "qq": "77777", "wechat": "wx-new"}))
    qtbot.waitUntil(lambda: line(form, "wechat").text() == "wx-new")
    assert line(form, "qq").text() == "55555"
    cell = form.view.cells["qq"]
    assert "77777" in cell._news.text()
    assert form.view.sheet.changes() == {"qq": "55555"}
    cell._take.click()
    assert line(form, "qq").text() == "77777"
    assert form.view.sheet.changes() == {}


def test_a_customer_that_is_gone_keeps_the_input_and_offers_to_make_a_new_one(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    enter(form, "qq", "55555")
    change = desk.account.files.write.submit(CacheFile.remove, [FIRST]).result(10)
    desk.account.note_change(change)
    window = desk.screens.forms.floating.windows[0]
    made = desk.screens.forms.floating.edited[window]
    assert made.gone.isVisible()
    assert made.frame.view.value("qq") == "55555"
    made.gone.links[0].click()
    qtbot.waitUntil(lambda: window not in desk.screens.forms.floating.windows)
    fresh = desk.screens.forms.floating.windows[-1].form
    assert fresh.view.value("qq") == "55555"
    assert fresh.view.value("phone") == "13800138000"


def test_a_new_customer_needs_a_name_and_in_follow_up_an_agent(desk: Stage, qtbot: QtBot) -> None:
    form = new_form(desk, qtbot)
    form.view.enter({"status": 3})
    form.save()
    assert [link.text() for link in form.summary.links] == ["Nickname", "Agent"]
    assert line(form, "nickname").hasFocus() or not form.isActiveWindow()


BLOCK = "王小明 13912345678 广东省深圳市南山区科技园路1号"


def test_a_pasted_contact_can_be_split(desk: Stage, qtbot: QtBot) -> None:
    form = new_form(desk, qtbot)
    QGuiApplication.clipboard().setText(BLOCK)
    control = line(form, "nickname")
    control.setFocus()
    control.paste()
    control.textEdited.emit(control.text())
    offer = next(one for one in form.findChildren(type(form.summary)) if one.links and one.isVisible())
    assert "王小明" in offer.label.text()
    offer.links[0].click()
    assert form.view.value("nickname") == "王小明"
    assert form.view.value("phone") == "13912345678"
    assert [form.view.value(f"{level}_id") for level in ("province", "city", "district")] == ["p1", "c1", "x1"]
    assert form.view.sheet.changes()["district_name"] == "南山区"


def test_a_block_adds_to_what_is_there() -> None:
    held = {"phone": "138", "note": "old", "nickname": "A", "email": ""}
    found = {"phone": "139,138", "note": "new", "nickname": "B", "province_id": "p1", "province_name": "P"}
    values = merged(held, found)
    assert values["phone"] == "138,139"
    assert values["note"] == "old\nnew"
    assert values["nickname"] == "B"
    assert values["district_id"] == ""


def test_what_is_refused_is_told_at_its_field(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    form.show_error(InvalidInput("district_id", "bad_id"))
    assert [link.text() for link in form.summary.links] == ["Region"]
    form.show_error(InvalidInput("line", "wrong_kind"))
    assert form.summary.isVisible()
    assert not form.summary.links
