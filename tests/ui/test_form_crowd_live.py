"""Many customers changed by a job, a company made, a text looked up: by keyboard, with a server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.qt.tasks import Tasks
from desktop.ui.actions import verbs
from desktop.ui.form.bulk import BulkDialog
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.tools.text_lookup import TextLookup
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, SHIFT, Key, press, type_text
from tests.ui.live import LiveStage, live_stage


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


async def test_a_selection_is_changed_by_a_job_after_its_dry_run(stage: LiveStage) -> None:
    for _ in range(2):
        press(Key.Key_Down, SHIFT)
    table = stage.screens.page.table
    chosen = sorted(table.target().ids)
    assert len(chosen) == 3
    press(Key.Key_E)
    await stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(BulkDialog)))
    dialog = next(one for one in stage.window.findChildren(BulkDialog) if one.isVisible())
    await stage.until(dialog.isActiveWindow)
    assert not dialog.next.isEnabled()
    dialog.boxes["is_vip"].setChecked(True)
    dialog.take()
    assert dialog.note.isVisible()
    dialog.boxes["is_vip"].setChecked(False)
    dialog.editors["note"].setFocus()
    type_text("one note for all")
    assert dialog.values == {"note": "one note for all"}
    dialog.next.click()
    await stage.until(lambda: isinstance(stage.screens.jobs.dialog, DryRunDialog))
    run = stage.screens.jobs.dialog
    assert isinstance(run, DryRunDialog)
    await stage.until(run.start.isEnabled)
    run.start.click()
    await stage.until(lambda: len(stage.demo.ledger("user/update")) == 3, 60)
    assert [stage.demo.customer(one)["remark"] for one in chosen] == ["one note for all"] * 3


async def test_a_company_is_made_and_a_text_is_looked_up_as_plain_text(stage: LiveStage) -> None:
    failures: list[BaseException] = []
    stage.window.registry[verbs.NEW_COMPANY.name].trigger()
    await stage.until(lambda: bool(stage.screens.forms.windows))
    window = stage.screens.forms.windows[0]
    await stage.until(window.isActiveWindow)
    type_text("Blue Harbour")
    window.form.view.go_to("domains")
    type_text("example.com")
    required = [one for one in stage.account.collections.enterprise_fields.values() if one.required]
    window.form.view.enter({f"custom:{one.id}": one.options[0].value for one in required})
    press(Key.Key_Return, CONTROL)
    await stage.until(lambda: not stage.screens.forms.windows)
    await stage.settle()
    (saved,) = stage.demo.ledger("enterprise/save")
    assert saved.params["enterprise_name"] == "Blue Harbour"
    assert saved.params["enterprise_domains"] == ["example.com"]
    assert [one["fieldid"] for one in saved.params.get("extend_fields", [])] == [one.id for one in required]
    await stage.until(lambda: "Blue Harbour was created" in stage.told)

    stage.screens.tools.go_live(Tasks(failures.append))
    found = await looked_up(stage, "{dc_test}", rich=True)
    assert found.rows
    assert any("<" in row.text.original() for row in found.rows)
    found.reject()
    missing = await looked_up(stage, "{no_such}", rich=False)
    assert not missing.rows
    assert missing.note.isVisible()
    missing.placeholder.clear()
    missing.start()
    assert "nothing was given" in missing._field._note.text()
    missing.reject()
    assert failures == []


async def looked_up(stage: LiveStage, placeholder: str, *, rich: bool) -> TextLookup:
    """Open the look-up, enter a placeholder, wait for the answer."""
    await stage.until(lambda: stage.screens.tools.dialog is None)
    stage.window.registry[verbs.LOOK_UP_TEXT.name].trigger()
    dialog = stage.screens.tools.dialog
    assert dialog is not None
    dialog.placeholder.setText(placeholder)
    dialog.rich.setChecked(rich)
    dialog.start()
    await stage.until(dialog.look_up.isEnabled)
    return dialog
