"""Forms by keyboard with a server at the other end: created, recognised, edited, refused, in conflict."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.edits.outbox import State
from desktop.ui.form.duplicates import DifferenceTable
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.notice import Notice
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.forming import line
from tests.ui.keys import CONTROL, NONE, SHIFT, Key, press, type_text
from tests.ui.live import CUSTOMERS, LiveStage, live_stage

KEYS = {"\n": Key.Key_Return, "\t": Key.Key_Tab, " ": Key.Key_Space}


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


async def editing(stage: LiveStage) -> FormFrame:
    """Press E in the table; return the form."""
    stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    await stage.until(stage.screens.page.table.hasFocus)
    press(Key.Key_E)
    await stage.until(lambda: stage.screens.forms.in_panel is not None)
    form = stage.screens.forms.in_panel
    assert form is not None
    return form.frame


async def creating(stage: LiveStage) -> FormFrame:
    """Press Ctrl+N; return the form in its window."""
    press(Key.Key_N, CONTROL)
    await stage.until(lambda: bool(stage.screens.forms.windows))
    window = stage.screens.forms.windows[-1]
    await stage.until(window.isActiveWindow)
    return window.form


async def fill(stage: LiveStage, form: FormFrame, name: str, keys: str) -> None:
    """Go to a field, take what stands there away, and press keys: "\\n" Return, "\\t" Tab, " " Space alone."""
    form.view.go_to(name)
    await stage.until(lambda: _within(form.view.cells[name].editor))
    press(Key.Key_End)
    press(Key.Key_Home, SHIFT)
    text = ""
    for char in keys:
        if char in KEYS:
            type_text(text) if text else None
            press(KEYS[char])
            text = ""
        else:
            text += char
    if text:
        type_text(text)


def _within(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def answers(record: dict[str, Any]) -> dict[str, str]:
    """Return the custom fields of a server's record, by id."""
    return {one["fieldid"]: one["field_value"] for one in json.loads(record.get("ex_field_str") or "[]")}


async def test_a_customer_is_created_with_a_place_and_all_nine_types(stage: LiveStage) -> None:
    of = stage.account.collections
    form = await creating(stage)
    await fill(stage, form, "nickname", "Lin Wei")
    await fill(stage, form, "phone", "13912340000\t")
    district = next(
        region
        for region in of.regions.children(of.regions.children(of.regions.children()[1].id)[0].id)
        if len(region.name) > 2
    )
    await fill(stage, form, "region", f"{district.name}\n")
    by_type = {}
    for field in of.custom_fields.values():
        by_type.setdefault(field.type, field)
    assert sorted(by_type) == list(range(1, 10))
    options = {type_: [one.value for one in by_type[type_].options] for type_ in (6, 7, 8, 9)}
    names = {type_: [one.name for one in by_type[type_].options] for type_ in (6, 9)}
    typed = {1: "HT-1", 2: "Road 1", 3: "2025/9/1\t", 4: "9:05\t", 5: "1200\t"}
    typed |= {6: f"{names[6][1]}\n", 7: " ", 8: " ", 9: f"{names[9][1].rpartition('-')[2]}\n"}
    for type_, keys in typed.items():
        await fill(stage, form, f"custom:{by_type[type_].id}", keys)
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: not stage.screens.forms.windows)
    await stage.settle()
    (saved,) = stage.demo.ledger("user/save")
    assert "upset_ex_field_str" not in saved.params
    record = stage.demo.customer(stage.demo.ids()[0])
    assert (record["nick"], record["tel"], record["crm_status"]) == ("Lin Wei", "13912340000", 1)
    assert record["areaid"] == district.id
    assert [record[name] for name in ("proviceid", "cityid")] == [
        one.id for one in of.regions.path(district.id)[:2]
    ]
    held = answers(record)
    wanted = {1: "HT-1", 2: "Road 1", 3: "2025-09-01", 4: "09:05", 5: "1200", 6: options[6][1]}
    wanted |= {7: options[7][0], 8: options[8][0], 9: options[9][1]}
    assert {type_: held[by_type[type_].id] for type_ in wanted} == wanted
    await stage.until(lambda: "created in Sobot" in stage.told)
    await stage.until(lambda: stage.account.drafts.names() == [])


async def test_who_is_there_already_is_shown_before_and_told_after(stage: LiveStage) -> None:
    first = stage.demo.customer(stage.current)
    press(Key.Key_Down)
    second = stage.demo.change(stage.current, tel="13988887777", nick="Old name")
    form = await creating(stage)
    await fill(stage, form, "phone", f"{first['tel']}\t")
    await fill(stage, form, "qq", "77777\t")
    notice = await warned(stage, form, first["nick"])
    await stage.until(lambda: [one.text() for one in notice.links[:1]] == [f"Edit {first['nick']} instead"])
    await stage.until(lambda: "only this computer" not in notice.label.text())
    notice.links[0].click()
    await stage.until(lambda: bool(stage.screens.forms.floating.edited))
    (other,) = stage.screens.forms.floating.edited.values()
    assert other.frame.view.sheet.changes() == {"qq": "77777"}
    other.frame.save()
    await stage.until(lambda: not stage.screens.forms.windows)
    await stage.settle()
    assert stage.demo.customer(first["id"])["qq"] == "77777"
    assert stage.demo.ledger("user/save") == []
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    form = await creating(stage)
    await fill(stage, form, "nickname", "Somebody else")
    await fill(stage, form, "phone", f"{second['tel']}\t")
    notice = await warned(stage, form, second["nick"])
    shown = {title: (theirs, yours) for title, theirs, yours in form.findChildren(DifferenceTable)[0].lines}
    assert shown == {"Nickname": (second["nick"], "Somebody else")}
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: not stage.screens.forms.windows)
    await stage.settle()
    await stage.until(lambda: "existing customer was updated" in stage.told)
    assert stage.demo.customer(second["id"])["nick"] == "Somebody else"
    assert len(stage.demo.ids()) == CUSTOMERS


async def warned(stage: LiveStage, form: FormFrame, name: str) -> Notice:
    """Wait for the notice that names somebody who is there already."""
    notices = form.findChildren(Notice)
    await stage.until(lambda: any(one.isVisible() and name in one.label.text() for one in notices))
    return next(one for one in notices if one.isVisible() and name in one.label.text())


async def test_an_edit_sends_what_was_changed_and_comes_back_when_refused(stage: LiveStage) -> None:
    customer = stage.current
    before = stage.demo.customer(customer)
    form = await editing(stage)
    await fill(stage, form, "wechat", "wx-1")
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: stage.screens.forms.in_panel is None)
    await stage.until(stage.screens.page.table.hasFocus)
    await stage.until(lambda: "WeChat" in stage.told)
    await stage.until(lambda: stage.demo.ledger("user/update"))
    await stage.settle()
    (sent,) = stage.demo.ledger("user/update")
    optional = {"liable_serviceid", "liable_service_name"}
    assert set(sent.params) - optional == {"/id", "nick", "wx", "upset_ex_field_str"}
    after = stage.demo.customer(customer)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert changed <= {"wx", "update_time", "update_user_id", "update_user_name", "ex_field_str"}
    assert answers(after) == answers(before)
    stage.demo.misbehave("code", "*user/update*", code="500001", count=1)
    form = await editing(stage)
    await fill(stage, form, "qq", "77777")
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: stage.account.outbox.counts().asking == 1)
    await stage.until(
        lambda: stage.window.toasts.shown is not None and stage.window.toasts.shown.action == "Correct it"
    )
    toast = stage.window.toasts.shown
    assert toast is not None
    assert toast.act is not None
    toast.act()
    await stage.until(lambda: bool(stage.screens.forms.windows))
    again = stage.screens.forms.windows[0].form
    await stage.until(lambda: line(again, "qq").text() == "77777")
    await stage.until(again.summary.isVisible)
    await fill(stage, again, "qq", "88888")
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: not stage.account.outbox.entries())
    assert stage.demo.customer(customer)["qq"] == "88888"


@pytest.mark.parametrize("mine", [True, False])
async def test_a_conflict_leads_to_the_three_columns(stage: LiveStage, mine: bool) -> None:
    customer = stage.current
    stage.demo.change(customer, remark="before")
    await stage.account.refresh_customer(customer)
    await stage.account.close()
    stage.reset()
    table = stage.screens.page.table
    await stage.until(lambda: stage.screens.page.rows.row(0) is not None)
    table.setFocus()
    press(Key.Key_Home, NONE)
    await stage.until(lambda: table.current_row() is not None and stage.current == customer)
    form = await editing(stage)
    form.view.go_to("note")
    press(Key.Key_A, CONTROL)
    type_text("mine")
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: len(stage.account.outbox.entries()) == 1)
    stage.demo.change(customer, remark="theirs")
    await stage.connect()
    await stage.until(lambda: stage.account.outbox.counts().asking == 1)
    assert stage.account.outbox.entries()[0].state is State.REJECTED
    await stage.until(lambda: "somebody else changed the same" in stage.told)
    toast = stage.window.toasts.shown
    assert toast is not None
    assert toast.act is not None
    toast.act()
    await stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(ConflictDialog)))
    dialog = next(one for one in stage.window.findChildren(ConflictDialog) if one.isVisible())
    texts = [dialog._fields[0].text(), dialog._bases[0].text(), dialog.mine[0].text(), dialog.theirs[0].text()]
    assert texts == ["Note", "before", "mine", "theirs"]
    (dialog.mine if mine else dialog.theirs)[0].setChecked(True)
    dialog.send.click()
    await stage.until(lambda: not stage.account.outbox.entries())
    assert stage.demo.customer(customer)["remark"] == ("mine" if mine else "theirs")
