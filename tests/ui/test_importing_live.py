"""Importing and exporting on the screen, by keyboard, with a server at the other end."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop.domain.sheets.verdicts import Kind
from desktop.sheets.reading import read_sheet
from desktop.sheets.writing import write_csv
from desktop.ui.importing.flow import ImportFlow
from desktop.ui.importing.rows_model import FIXED
from desktop.ui.importing.window import CHECK, COLUMNS, END, FILE
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import NONE, Key, press, type_text
from tests.ui.live import CUSTOMERS, LiveStage, live_stage

TITLES = ["姓名", "手机", "怪列", "标签"]


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


async def opened(stage: LiveStage, path: Path) -> ImportFlow:
    """Open the window of an import by the action, with a file."""
    stage.window.registry["customers.import"].trigger()
    flow = stage.screens.imports.flow
    assert flow is not None
    await stage.until(flow.window.isActiveWindow)
    assert QApplication.focusWidget() is flow.window.file.choose
    flow.open_file(path)
    await stage.until(lambda: flow.draft is not None)
    return flow


async def at_step(stage: LiveStage, flow: ImportFlow, step: int) -> None:
    """Go on by Enter."""
    press(Key.Key_Return)
    await stage.until(lambda: flow.window.step == step)


async def test_a_table_is_imported_by_keyboard_and_what_is_wrong_is_corrected_in_place(
    stage: LiveStage, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    rows = [
        ["Fresh", "13900000001", "<b>note</b>", ""],
        ["Bad", "call me", "", ""],
        ["Worse", "", "", "no such tag"],
    ]
    write_csv(path, TITLES, rows)
    flow = await opened(stage, path)
    window = flow.window
    QAbstractItemModelTester(
        window.check.table.rows, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    await at_step(stage, flow, COLUMNS)
    boxes = window.columns.fields
    assert [box.currentData() for box in boxes] == ["nickname", "phone", "", "tags"]
    parts: list[QWidget] = [*window.findChildren(QComboBox), window.check.table]
    assert all(part.accessibleName() for part in parts)
    reached = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, NONE)
        reached.add(QApplication.focusWidget())
    assert {*boxes, window.back, window.next, window.close_button} <= reached
    boxes[2].setCurrentIndex(boxes[2].findData("note"))
    await stage.until(lambda: window.columns.preview.rows.rowCount() == 3)
    window.next.setFocus()
    press(Key.Key_Return)
    await stage.until(lambda: window.step == CHECK and flow.draft is not None and bool(flow.draft.verdicts))
    assert flow.draft is not None
    assert flow.draft.counts == {Kind.CREATE: 1, Kind.UPDATE: 0, Kind.SAME: 0, Kind.INVALID: 2}
    table = window.check.table
    assert (table.rows.kind, table.rows.rowCount()) == (Kind.INVALID, 2)
    assert "no letters" in str(table.rows.index(0, FIXED - 1).data())
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, FIXED + 1))
    press(Key.Key_Return)
    await stage.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    type_text("13900000002")
    press(Key.Key_Return)
    await stage.until(lambda: flow.draft is not None and flow.draft.counts[Kind.CREATE] == 2)
    assert table.rows.rowCount() == 2
    assert window.next.text() == "Import 2 rows"
    window.next.setFocus()
    press(Key.Key_Return)
    await stage.until(
        lambda: window.step == END and window.end.job is not None and window.end.job.state.value == "done"
    )
    assert window.end.title.text() == "The import is done"
    made = [one.params for one in stage.demo.ledger("user/save")]
    assert sorted(one["nick"] for one in made) == ["Bad", "Fresh"]
    assert {one.get("remark") for one in made} == {"<b>note</b>", None}
    flow.save_rejected(tmp_path / "rest.xlsx")
    await stage.until(lambda: "rest.xlsx" in stage.told)
    assert [row.cells[:2] for row in read_sheet(tmp_path / "rest.xlsx").rows] == [("Worse", "")]
    press(Key.Key_Escape)
    await stage.until(lambda: stage.screens.imports.flow is None)


async def test_a_file_that_cannot_be_read_says_why_and_another_one_can_be_chosen(
    stage: LiveStage, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))
    stage.window.registry["customers.import"].trigger()
    flow = stage.screens.imports.flow
    assert flow is not None
    flow.open_file(path)
    await stage.until(lambda: "password" in flow.window.file.trouble.text())
    assert not flow.window.next.isEnabled()
    good = tmp_path / "good.csv"
    write_csv(good, ["怪列"], [["x"]])
    flow.open_file(good)
    await stage.until(lambda: flow.draft is not None)
    assert not flow.window.file.trouble.isVisible()
    flow.window.next.click()
    await stage.until(lambda: flow.window.step == COLUMNS)
    assert "No column tells" in flow.window.columns.trouble.text()
    assert not flow.window.next.isEnabled()
    flow.window.back.click()
    assert flow.window.step == FILE
    flow.window.close()


async def test_what_the_table_shows_is_exported_and_imported_again_nothing_changes(
    stage: LiveStage, tmp_path: Path
) -> None:
    stage.screens.exports.write(tmp_path / "all.xlsx")
    await stage.until(lambda: "all.xlsx" in stage.told)
    sheet = read_sheet(tmp_path / "all.xlsx")
    assert len(sheet.rows) == CUSTOMERS
    assert sheet.titles[:3] == ("Customer ID", "Nickname", "Phone")
    assert "Real name" not in sheet.titles
    page = stage.screens.page
    shown = [row.id for place in range(CUSTOMERS) if (row := page.rows.row(place)) is not None]
    assert [row.cells[0] for row in sheet.rows] == shown
    page.table.selection.select(shown[2:4])
    stage.screens.exports.write(tmp_path / "two.csv")
    await stage.until(lambda: "two.csv" in stage.told)
    assert [row.cells[0] for row in read_sheet(tmp_path / "two.csv").rows] == shown[2:4]
    flow = await opened(stage, tmp_path / "all.xlsx")
    await at_step(stage, flow, COLUMNS)
    flow.window.next.click()
    await stage.until(lambda: flow.draft is not None and bool(flow.draft.verdicts))
    assert flow.draft is not None
    assert flow.draft.counts[Kind.SAME] == CUSTOMERS
    assert not flow.window.next.isEnabled()
    flow.window.close()
    assert stage.demo.ledger() == []


async def test_what_an_import_left_out_is_offered_again_after_a_restart(stage: LiveStage, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = [["Fresh", "13900000001", "x", ""], ["Bad", "call me", "", ""], ["Refused", "13900000002", "", ""]]
    write_csv(path, TITLES, rows)
    stage.demo.misbehave("code", "*user/save*", code="500001", count=1)
    flow = await opened(stage, path)
    await at_step(stage, flow, COLUMNS)
    flow.window.next.click()
    await stage.until(lambda: flow.draft is not None and bool(flow.draft.verdicts))
    flow.window.next.click()
    await stage.until(lambda: flow.window.end.job is not None and flow.window.end.job.state.value == "done")
    flow.window.close()
    await stage.restart()
    stage.window.registry["customers.import"].trigger()
    again = stage.screens.imports.flow
    assert again is not None
    last = again.window.file.last
    await stage.until(lambda: last.left is not None)
    assert last.left is not None
    assert "2 rows of people.csv" in last._text.text()
    stage.screens.imports.write_left(last.left, tmp_path / "rest.csv")
    await stage.until(lambda: "rest.csv" in stage.told)
    rest = read_sheet(tmp_path / "rest.csv")
    assert rest.titles[-1] == "Why not imported"
    refused = next(row.cells[0] for row in rest.rows if row.cells[1] != "call me")
    assert {row.cells[0] for row in rest.rows} == {"Bad", refused} <= {"Bad", "Fresh", "Refused"}
    assert all(row.cells[-1] for row in rest.rows)
    last.forget.click()
    assert last.isHidden()
    await stage.until(lambda: stage.account.files.outbox.submit(lambda box: box.draft("import")).result(5) is None)
    again.window.close()
