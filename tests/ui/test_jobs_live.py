"""A stage for a crowd by keyboard, against a server that refuses some: counted before, told after, taken back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.jobs.failures import FailuresDialog
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import CUSTOMERS, LiveStage, live_stage

CALL = "user_stage/stage_save"
REFUSED = 3


async def test_a_crowd_gets_a_stage_those_refused_are_listed_and_all_is_taken_back(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> None:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as stage:
        before = {one: demo_server.stage(one) for one in demo_server.ids()}
        wanted = next(key for key in stage.account.collections.stages if key in before.values())
        demo_server.misbehave("code", f"*{CALL}", code="500001", skip=4, count=REFUSED)
        await started(stage, wanted, before)
        refused = await listed(stage)
        now = {one: demo_server.stage(one) for one in before}
        assert {one for one in now if now[one] != wanted} == refused
        await taken_back(stage, before)


async def started(stage: LiveStage, wanted: str, before: dict[str, str]) -> None:
    press(Key.Key_A, CONTROL)
    press(Key.Key_S)
    await stage.until(lambda: stage.screens.staging.asking.picker is not None)
    picker = stage.screens.staging.asking.picker
    await stage.until(lambda: picker is not None and picker.field.hasFocus())
    type_text(stage.account.collections.stages[wanted].name)
    press(Key.Key_Return)
    await stage.until(lambda: isinstance(stage.screens.jobs.dialog, DryRunDialog))
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    await stage.until(dialog.start.hasFocus)
    run = dialog.run
    assert run is not None
    assert (run.total, run.already) == (CUSTOMERS, list(before.values()).count(wanted))
    # No call takes a stage away from those who had none.
    assert run.lasting == list(before.values()).count("")
    assert not stage.demo.ledger(CALL)
    press(Key.Key_Return)


async def listed(stage: LiveStage) -> set[str]:
    """Open the list of those who failed, by keys; return whom it names."""
    bar = stage.screens.jobs.bar
    await stage.until(bar.close_button.isVisible)
    assert bar.failed.text() == f"{REFUSED} failed"
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    bar.failed.setFocus()
    await stage.until(bar.failed.hasFocus)
    press(Key.Key_Space)
    await stage.until(lambda: isinstance(stage.screens.jobs.dialog, FailuresDialog))
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, FailuresDialog)
    lines = [dialog.list.item(row).text().split("  ·  ") for row in range(dialog.list.count())]
    assert len(lines) == REFUSED
    assert {reason for _, reason in lines} == {"The server refused: 客户不存在 (code 500001)."}
    dialog.activateWindow()
    await stage.until(dialog.isActiveWindow)
    press(Key.Key_Escape)
    await stage.until(lambda: stage.screens.jobs.dialog is None)
    return {customer for customer, _ in lines}


async def taken_back(stage: LiveStage, before: dict[str, str]) -> None:
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    table = stage.screens.page.table
    table.setFocus()
    await stage.until(table.hasFocus)
    press(Key.Key_Z, CONTROL)
    had = {one: former for one, former in before.items() if former}
    await stage.until(lambda: {one: stage.demo.stage(one) for one in had} == had)
    await stage.until(lambda: all(not job.undoes for job in stage.account.jobs.shown))
