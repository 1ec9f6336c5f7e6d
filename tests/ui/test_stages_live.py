"""Stages set by keyboard, from the table and on the board, against a server."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Stage as StageEntry
from desktop.ui.board.lanes import BoardLanes
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, NONE, SHIFT, Key, press, type_text
from tests.ui.live import LiveStage, live_stage

CALL = "user_stage/stage_save"
GONE = StageEntry("f" * 32, "已删除的阶段", 99)


@pytest.fixture
async def stage(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


def other_stages(stage: LiveStage, customer: str) -> list[StageEntry]:
    now = stage.demo.stage(customer)
    return [one for one in stage.account.collections.stages.values() if one.id != now]


async def open_picker(stage: LiveStage) -> None:
    press(Key.Key_S)
    await stage.until(lambda: stage.screens.staging.asking.picker is not None)
    picker = stage.screens.staging.asking.picker
    await stage.until(lambda: picker is not None and picker.field.hasFocus())


async def history(stage: LiveStage, customer: str) -> list[dict[str, Any]]:
    with stage.demo.client() as http:
        found = http.get("/user_dynamic/list_by_page", params={"userid": customer, "page_no": 1, "page_size": 50})
    entries: list[dict[str, Any]] = found.json()["items"]
    return [one["biz_content"] for one in entries if one["biz_type"] == "user_stage_update"]


async def test_stages_are_set_from_the_table_and_taken_back(stage: LiveStage) -> None:
    await one_by_name(stage)
    await with_result_and_note(stage)
    await a_selection(stage)


async def one_by_name(stage: LiveStage) -> None:
    press(Key.Key_End)
    table = stage.screens.page.table
    while not stage.demo.stage(stage.current):
        press(Key.Key_Up)
    customer, former = stage.current, stage.demo.stage(stage.current)
    wanted = other_stages(stage, customer)[0]
    await open_picker(stage)
    type_text(wanted.name)
    press(Key.Key_Return)
    await stage.until(lambda: stage.demo.stage(customer) == wanted.id)
    await stage.until(lambda: wanted.name in stage.told)
    await stage.until(table.hasFocus)
    await stage.settle()
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: stage.demo.stage(customer) == former)
    await stage.until(lambda: len(stage.demo.ledger(CALL)) == 2)


async def with_result_and_note(stage: LiveStage) -> None:
    await stage.settle()
    await stage.until(stage.screens.page.table.hasFocus)
    sent = len(stage.demo.ledger(CALL))
    customer = stage.current
    wanted = other_stages(stage, customer)[1]
    await open_picker(stage)
    type_text(wanted.name)
    press(Key.Key_Tab)
    press(Key.Key_Right)
    press(Key.Key_Tab)
    type_text("签了 <b>")
    press(Key.Key_Return)
    await stage.until(lambda: len(stage.demo.ledger(CALL)) > sent)
    await stage.settle()
    newest = (await history(stage, customer))[0]
    assert (newest["stageId"], newest["stageType"], newest["remark"]) == (wanted.id, "21", "签了 <b>")


async def three(stage: LiveStage) -> frozenset[str]:
    """Select the first three rows by keys."""
    table = stage.screens.page.table
    press(Key.Key_Home)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    await stage.until(lambda: table.settled)
    return frozenset(table.target().ids)


async def a_selection(stage: LiveStage) -> None:
    await stage.settle()
    await stage.until(stage.screens.page.table.hasFocus)
    sent = len(stage.demo.ledger(CALL))
    chosen = await three(stage)
    wanted = next(
        one
        for one in stage.account.collections.stages.values()
        if all(stage.demo.stage(i) != one.id for i in chosen)
    )
    await open_picker(stage)
    type_text(wanted.name)
    press(Key.Key_Return)
    await stage.until(lambda: all(stage.demo.stage(one) == wanted.id for one in chosen))
    assert len(chosen) == 3
    assert len({call.params["userid"] for call in stage.demo.ledger(CALL)[sent:]}) == 3
    await stage.until(lambda: "3 customers" in stage.told)


async def lanes_of(stage: LiveStage) -> BoardLanes:
    """Go to the board and wait for its cards."""
    press(Key.Key_3, CONTROL)
    lanes = stage.screens.pages.board.page.lanes
    await stage.until(lambda: len(lanes.columns) == len(stage.account.collections.stages) + 1)
    await stage.until(lambda: all(column.source.listing.exact for column in lanes.columns))
    return lanes


async def to_a_card(stage: LiveStage, lanes: BoardLanes) -> str:
    """Go to the first card of the first stage that has one, by keys; return the customer."""
    await stage.until(lambda: lanes.current is not None and lanes.current.view.hasFocus())
    for _ in lanes.columns:
        press(Key.Key_Right)
        column = lanes.current
        if column is not None and column.stage_id and column.source.count:
            break
    await stage.until(lambda: stage.screens.pages.board.current)
    return stage.screens.pages.board.current


async def test_cards_move_by_keys_end_come_back_with_a_reason_and_wait_offline(stage: LiveStage) -> None:
    lanes = await lanes_of(stage)
    await step_by_step(stage, lanes)
    await carried_and_won(stage, lanes)
    await refused(stage, lanes)
    await offline(stage)


async def step_by_step(stage: LiveStage, lanes: BoardLanes) -> None:
    customer = await to_a_card(stage, lanes)
    former = stage.demo.stage(customer)
    target = lanes.beside(former, 1)
    assert target is not None
    counts = [column.source.count for column in lanes.columns]
    press(Key.Key_Right, CONTROL)
    await stage.until(lambda: stage.screens.pages.board.current == customer and lanes.current is target)
    await stage.until(lambda: stage.demo.stage(customer) == target.stage_id)
    await stage.settle()
    await stage.until(lambda: sum(column.source.count for column in lanes.columns) == sum(counts))
    assert lanes.current is target
    await stage.until(target.view.hasFocus)
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: stage.demo.stage(customer) == former)
    await stage.until(lambda: [column.source.count for column in lanes.columns] == counts)


async def carried_and_won(stage: LiveStage, lanes: BoardLanes) -> None:
    await stage.settle()
    sent = len(stage.demo.ledger(CALL))
    lanes.go_to(lanes.columns[0], 0)
    customer = await to_a_card(stage, lanes)
    target = lanes.beside(stage.demo.stage(customer), 2)
    assert target is not None
    press(Key.Key_M)
    assert stage.screens.pages.board.carrying.carrying
    assert stage.screens.pages.board.page.zones.isVisible()
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Return)
    await stage.until(lambda: stage.demo.stage(customer) == target.stage_id)
    await stage.settle()
    assert [call.params["stageid"] for call in stage.demo.ledger(CALL)[sent:]] == [target.stage_id]
    await stage.until(lambda: stage.screens.pages.board.current == customer)
    press(Key.Key_W)
    await stage.until(lambda: len(stage.demo.ledger(CALL)) == sent + 2)
    await stage.settle()
    assert (await history(stage, customer))[0]["stageType"] == "21"


async def refused(stage: LiveStage, lanes: BoardLanes) -> None:
    await stage.settle()
    stages = [*stage.account.collections.stages.values(), GONE]
    stage.account.files.write.submit(CacheFile.put_dictionary, "stage", "zh", stages, 1).result()
    stage.account.note_dictionary("stage")
    await stage.until(lambda: lanes.column(GONE.id) is not None)
    lanes.go_to(lanes.columns[0], 0)
    customer = await to_a_card(stage, lanes)
    former = stage.demo.stage(customer)
    gone = lanes.column(GONE.id)
    left = lanes.column(former)
    assert gone is not None
    assert left is not None
    count = left.source.count
    press(Key.Key_M)
    for _ in range(len(lanes.columns)):
        press(Key.Key_Right)
    press(Key.Key_Return)
    await stage.until(lambda: "no longer exists" in stage.told)
    await stage.until(lambda: (left.source.count, gone.source.count) == (count, 0))
    assert stage.demo.stage(customer) == former


async def offline(stage: LiveStage) -> None:
    for entry in stage.account.outbox.entries():
        stage.account.outbox.discard(entry.id, answer=lambda: None, failed=lambda error: pytest.fail(str(error)))
    await stage.until(lambda: not stage.account.outbox.entries())
    sent = len(stage.demo.ledger(CALL))
    await stage.restart()
    await stage.until(lambda: stage.account.collections.stages)
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    lanes = await lanes_of(stage)
    await stage.until(lambda: "data of" in stage.screens.pages.board.page._age.text())
    customer = await to_a_card(stage, lanes)
    left = lanes.current
    press(Key.Key_Right, CONTROL)
    await stage.until(lambda: stage.account.outbox.counts().waiting == 1)
    await stage.until(lambda: lanes.current is not left)
    wanted = lanes.current
    assert wanted is not None
    assert len(stage.demo.ledger(CALL)) == sent
    await stage.restart()
    lanes = await lanes_of(stage)
    column = lanes.column(wanted.stage_id) if wanted.stage_id else None
    assert column is not None
    await stage.connect()
    await stage.until(lambda: stage.demo.stage(customer) == column.stage_id)
    await stage.settle()
    press(Key.Key_Escape, NONE)
