"""Whom keys are about, wherever they are pressed, and when they come a moment early or late."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.change import Change
from desktop.ui.board.column import BoardColumn
from desktop.ui.tagging.picker import TagPicker
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.banlive import ADD, colleague
from tests.ui.keys import CONTROL, NONE, Key, press, type_text
from tests.ui.live import LiveStage, live_stage


@pytest.fixture
async def stage(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


async def without_the_current_row(stage: LiveStage, act: Callable[[], None]) -> str:
    """Call `act` while the current row is being read anew; return who that is."""
    page = stage.screens.page
    table, source, listing = page.table, page.rows.source, page._listing
    press(Key.Key_Home)
    await stage.until(lambda: table.current_row() is not None)
    row = table.current_row()
    assert row is not None
    # What is out of sight is not read at once.
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    await stage.until(lambda: source.row(page.rows.rowCount() - 1) is not None)
    QApplication.processEvents()
    acted: list[str] = []

    def look(_event: object) -> None:
        if not acted and not table.settled:
            acted.append(row.id)
            act()

    stop = source.subscribe(look)
    listing.apply(Change(everything=True))
    await stage.until(lambda: acted)
    stop()
    return row.id


async def test_a_key_waits_for_its_row_unless_the_user_goes_on(stage: LiveStage) -> None:
    table, asking = stage.screens.page.table, stage.screens.staging.asking
    early: list[object] = []

    def pressed() -> None:
        press(Key.Key_S)
        early.append(asking.picker)

    customer = await without_the_current_row(stage, pressed)
    assert early == [None]
    former = stage.demo.stage(customer)
    wanted = next(one for one in stage.account.collections.stages.values() if one.id != former)
    await stage.until(lambda: asking.picker is not None and asking.picker.field.hasFocus())
    type_text(wanted.name)
    press(Key.Key_Return)
    await stage.until(lambda: stage.demo.stage(customer) == wanted.id)
    await stage.until(table.hasFocus)
    await given_up_by_escape_and_another_page(stage)
    await nobody_is_told(stage)


async def given_up_by_escape_and_another_page(stage: LiveStage) -> None:
    table, asking = stage.screens.page.table, stage.screens.staging.asking
    for key, modifiers in ((Key.Key_Escape, NONE), (Key.Key_6, CONTROL)):
        stage.window.toasts.dismiss()

        def gone_on(key: Qt.Key = key, modifiers: Qt.KeyboardModifier = modifiers) -> None:
            press(Key.Key_S)
            press(key, modifiers)

        await without_the_current_row(stage, gone_on)
        await stage.until(lambda: table.settled)
        QApplication.processEvents()
        QApplication.processEvents()
        assert asking.picker is None


async def nobody_is_told(stage: LiveStage) -> None:
    press(Key.Key_1, CONTROL)
    table = stage.screens.page.table
    await stage.until(table.hasFocus)
    table.leave()
    press(Key.Key_S)
    await stage.until(lambda: "No customer is selected" in stage.told)


async def test_undo_in_the_same_breath_takes_back_what_was_just_done(stage: LiveStage) -> None:
    table = stage.screens.page.table
    first = table.current_row()
    assert first is not None
    tags = stage.account.collections.tags
    wanted = next(one for one in tags.values() if one.id not in stage.tags_here(first.id))
    press(Key.Key_T)
    await stage.until(lambda: (found := open_picker(stage)) is not None and found.field.hasFocus())
    type_text(wanted.name)
    press(Key.Key_Return)
    await stage.until(lambda: wanted.id in stage.tags_here(first.id))
    await stage.until(table.hasFocus)
    second = next(
        place
        for place in range(1, 60)
        if (row := stage.screens.page.rows.row(place)) is not None and wanted.id not in stage.tags_here(row.id)
    )
    table.go_to(second)
    row = table.current_row()
    assert row is not None
    held = stage.tags_here(row.id)
    press(Key.Key_Period)
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: "Undone" in stage.told)
    await stage.settle()
    assert wanted.id in stage.tags_here(first.id)
    assert wanted.id in stage.demo.customer(first.id)["biz_label"]
    await stage.until(lambda: stage.tags_here(row.id) == held)
    assert wanted.id not in stage.demo.customer(row.id).get("biz_label", "")
    await on_the_board_the_card_is_meant(stage)


async def a_ban_is_marked_on_the_card(stage: LiveStage, column: BoardColumn, card: str) -> None:
    """Ban and lift without a touch of the card: its mark follows the blacklist."""
    row = column.view.row_of(card)
    cell = column.model.index(row, 0)

    def spoken() -> str:
        return str(cell.data(Qt.ItemDataRole.AccessibleTextRole))

    before = spoken()
    assert "Blacklisted" not in before
    colleague(stage.demo, ADD, card, black_type=-1, black_reason="x")
    painted: list[object] = []
    column.model.dataChanged.connect(lambda *where: painted.append(where))
    await stage.account.blacklist.refresh()
    await stage.until(lambda: painted and "Blacklisted" in spoken())


def open_picker(stage: LiveStage) -> TagPicker | None:
    return next((one for one in stage.window.findChildren(TagPicker) if one.isVisible()), None)


async def on_the_board_the_card_is_meant(stage: LiveStage) -> None:
    board, handing = stage.screens.pages.board, stage.screens.handing.assigning
    press(Key.Key_3, CONTROL)
    await stage.until(lambda: any(column.source.count for column in board.page.lanes.columns))
    column = next(column for column in board.page.lanes.columns if column.source.count)
    await stage.until(lambda: column.source.row(0) is not None)
    board.page.lanes.go_to(column, 0)
    card = board.current
    assert card
    press(Key.Key_T)
    await stage.until(lambda: (found := open_picker(stage)) is not None and found.field.hasFocus())
    picker = open_picker(stage)
    assert picker is not None
    wanted = next(one for one in stage.account.collections.tags.values() if one.id not in stage.tags_here(card))
    type_text(wanted.name)
    press(Key.Key_Return)
    await stage.until(lambda: wanted.id in stage.demo.customer(card).get("biz_label", ""))
    await stage.until(column.view.hasFocus)
    await a_ban_is_marked_on_the_card(stage, column, card)
    press(Key.Key_A)
    await stage.until(lambda: handing.asking.picker is not None)
    press(Key.Key_Escape)
    await stage.until(column.view.hasFocus)
    press(Key.Key_R)
    await stage.until(lambda: stage.screens.panel.customer_id == card)
    await stage.until(stage.screens.timeline.page.composer.box.hasFocus)
    assert stage.window.page_key == "board"
    press(Key.Key_Escape)
    await stage.until(column.view.hasFocus)
    press(Key.Key_E)
    await stage.until(lambda: stage.screens.forms.in_panel is not None)
    assert stage.screens.forms.in_panel is not None
    assert stage.screens.forms.in_panel.customer.id == card
