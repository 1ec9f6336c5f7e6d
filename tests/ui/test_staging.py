"""The stage picker as the keyboard drives it, without a server."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.following.behaviour import Behaviour, StageKind
from desktop.domain.intents.following import SetStage
from desktop.domain.jobs.job import EditCustomers
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.staging.picker import StagePicker
from tests.ui import world
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.stage import Stage
from tests.ui.tagging_desk import opened as dialog


@pytest.fixture
def picker(stage: Stage, qtbot: QtBot) -> StagePicker:
    """The picker over the first customer, who is in the first stage."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    qtbot.waitUntil(lambda: bool(stage.account.collections.stages))
    stage.screens.page.table.setFocus()
    press(Key.Key_Home)
    press(Key.Key_S)
    asking = stage.screens.staging.asking
    qtbot.waitUntil(lambda: asking.picker is not None and asking.picker.field.hasFocus())
    assert asking.picker is not None
    qtbot.waitUntil(lambda: asking._current == "s0")
    return asking.picker


def shown(picker: StagePicker) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def wanted(stage: Stage) -> list[object]:
    return [entry.intent for entry in stage.account.outbox.entries()]


def test_stages_stand_in_their_order_and_the_current_one_is_marked(picker: StagePicker) -> None:
    assert shown(picker) == [one.name for one in world.STAGES]
    current = picker.list.currentIndex()
    assert current.data(Qt.ItemDataRole.AccessibleTextRole) == f"{world.STAGES[0].name}, current stage"


def test_stages_answer_to_chinese_pinyin_and_initials(picker: StagePicker, stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: stage.screens.staging.asking._spelling.knows("付款流程"))
    for typed in ("付款", "fukuan", "fklc"):
        picker.field.clear()
        type_text(typed)
        assert shown(picker) == ["付款流程"]
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: wanted(stage) == [SetStage(customer="c000000", stage="s3")])


def test_how_it_ended_and_a_note_by_keys_alone(picker: StagePicker, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Down)
    press(Key.Key_Tab)
    for _ in range(9):
        press(Key.Key_Right)
    assert picker.kinds.kind is StageKind.INVALID
    press(Key.Key_Left)
    press(Key.Key_Tab)
    type_text("  <i>no budget  ")
    press(Key.Key_Return)
    expected = SetStage(customer="c000000", stage="s1", type=22, note="<i>no budget")
    qtbot.waitUntil(lambda: wanted(stage) == [expected])


def test_the_stage_it_is_in_already_is_not_set_again(picker: StagePicker, stage: Stage, qtbot: QtBot) -> None:
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: picker.isHidden() and stage.window.toasts.shown is not None)
    assert "as wanted already" in stage.window.toasts.shown.text  # type: ignore[union-attr]
    assert wanted(stage) == []


def test_a_stage_removed_while_the_picker_is_open_is_told(picker: StagePicker, stage: Stage, qtbot: QtBot) -> None:
    stage.account.files.write.submit(CacheFile.put_dictionary, "stage", "zh", world.STAGES[1:], 1).result()
    stage.account.note_dictionary("stage")
    qtbot.waitUntil(lambda: shown(picker) == [one.name for one in world.STAGES[1:]])
    assert world.STAGES[0].name in picker._news.text()
    press(Key.Key_Escape)
    assert wanted(stage) == []


def test_the_whole_result_is_a_job(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.setFocus()
    press(Key.Key_A, CONTROL)
    press(Key.Key_S)
    asking = stage.screens.staging.asking
    qtbot.waitUntil(lambda: asking.picker is not None and asking.picker.field.hasFocus())
    press(Key.Key_End, SHIFT)
    type_text("成交")
    press(Key.Key_Return)
    proposed = dialog(stage, qtbot, DryRunDialog)
    qtbot.waitUntil(lambda: proposed.run is not None)
    request = proposed.run.request if proposed.run is not None else None
    assert isinstance(request, EditCustomers)
    assert (len(request.customers), request.edit) == (300, SetStage(customer="", stage="s4"))
    press(Key.Key_Escape)


def test_the_panel_tells_the_days_where_the_history_does(stage: Stage, qtbot: QtBot) -> None:
    at = world.NOW - 12 * 86_400
    history = [
        Behaviour("2", "c000000", "user_stage_update", at, stage_id="s0", content={"stageType": "23"}),
        Behaviour("1", "c000000", "user_stage_update", at - 9, stage_id="s1"),
    ]
    stage.account.files.write.submit(lambda file: file.timelines.put("c000000", history, 2, world.NOW)).result()
    stage.screens.page.table.go_to(0)
    header = stage.screens.panel.header
    qtbot.waitUntil(lambda: header._stage_age.text() == "Invalid · 12 days")
    stage.screens.page.table.go_to(1)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id not in ("", "c000000"))
    assert header._stage_age.text() == ""
