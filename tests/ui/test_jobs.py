"""Jobs on the screen: counted before, followed in the bar, taken back; with a real account that is offline."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Rejected
from desktop.domain.intents.following import AddRecord
from desktop.domain.jobs.job import EditCustomers, JobFailure, JobState, JobView, MergeTags, TagCustomers
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.jobs.failures import FailuresDialog
from desktop.ui.wording.language import Language
from tests.ui.stage import Stage


def customers(stage: Stage) -> tuple[str, ...]:
    ids: list[str] = []
    for place in range(30):
        row = stage.screens.page.rows.row(place)
        if row is not None:
            ids.append(row.id)
    return tuple(ids)


def proposed(stage: Stage, qtbot: QtBot, tag: str) -> DryRunDialog:
    stage.screens.jobs.propose(TagCustomers(customers(stage), add=(tag,)))
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    qtbot.waitUntil(lambda: dialog.run is not None)
    return dialog


def texts(dialog: DryRunDialog) -> str:
    return " ".join(line.original() for line in dialog._lines if line.isVisible())


def test_counts_are_shown_and_enter_starts(stage: Stage, qtbot: QtBot) -> None:
    dialog = proposed(stage, qtbot, "t3")
    run = dialog.run
    assert run is not None
    assert run.changing + run.already == run.total == len(customers(stage))
    assert f"{run.changing} customers get other tags." in texts(dialog)
    qtbot.waitUntil(dialog.start.hasFocus)
    qtbot.keyClick(dialog.start, Qt.Key.Key_Return)
    bar = stage.screens.jobs.bar
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: bar.job is not None and bar.job.state is JobState.RUNNING)
    assert bar.job is not None
    assert bar.job.total == run.changing
    assert bar._title.original() == "Tag: 企业版"


def test_escape_starts_nothing(stage: Stage, qtbot: QtBot) -> None:
    dialog = proposed(stage, qtbot, "t3")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert stage.account.jobs.shown == ()
    assert not stage.screens.jobs.bar.isVisible()


def test_what_cannot_be_says_why(stage: Stage, qtbot: QtBot) -> None:
    stage.screens.jobs.propose(MergeTags(("gone",), "t3"))
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    assert "It is not there any more." in texts(dialog)
    assert not dialog.start.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_nothing_takes_back_is_not_said_to_be_undone(stage: Stage, qtbot: QtBot) -> None:
    stage.screens.jobs.propose(EditCustomers(customers(stage), AddRecord(customer="", content="called back")))
    dialog = stage.screens.jobs.dialog
    assert isinstance(dialog, DryRunDialog)
    qtbot.waitUntil(lambda: dialog.run is not None)
    assert "It can be paused and cancelled, but not undone." in texts(dialog)
    assert dialog.run is not None
    dialog.show_run(replace(dialog.run, lasting=1))
    assert "undone, but for 1 customer." in texts(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_pause_resume_cancel_from_the_bar(stage: Stage, qtbot: QtBot) -> None:
    proposed(stage, qtbot, "t3").start.click()
    bar = stage.screens.jobs.bar
    qtbot.waitUntil(lambda: bar.job is not None and bar.job.state is JobState.RUNNING)
    assert bar.pause.text() == "Pause"
    bar.pause.click()
    qtbot.waitUntil(lambda: bar.job is not None and bar.job.state is JobState.PAUSED)
    assert bar.pause.text() == "Resume"
    bar.pause.click()
    qtbot.waitUntil(lambda: bar.job is not None and bar.job.state is JobState.RUNNING)
    bar.cancel.click()
    qtbot.waitUntil(lambda: not bar.isVisible())
    shown = stage.window.toasts.shown
    assert shown is not None
    assert "cancelled after 0 customers" in shown.text


def test_failures_are_listed_with_reasons_and_can_be_retried(stage: Stage, qtbot: QtBot) -> None:
    bar = stage.screens.jobs.bar
    bar.show_job(JobView("j", TagCustomers.kind, JobState.DONE, ("企业版",), total=10, done=8, failed=2))
    assert bar.failed.text() == "2 failed"
    with qtbot.waitSignal(bar.failures_wanted, check_params_cb=lambda job: job == "j"):
        bar.failed.click()
    dialog = FailuresDialog((JobFailure("c1", Rejected("510004")), JobFailure("c2")), 2, stage.window)
    dialog.open()
    assert [dialog.list.item(row).text().split("  ")[0] for row in range(2)] == ["c1", "c2"]
    assert dialog._title.original() == "2 customers could not be changed"
    with qtbot.waitSignal(dialog.accepted):
        dialog.retry.click()
    dialog.deleteLater()


def test_the_bar_speaks_both_languages(stage: Stage, qtbot: QtBot, language: Language) -> None:
    bar = stage.screens.jobs.bar
    view = JobView(
        "j", TagCustomers.kind, JobState.RUNNING, ("企业版",), 10_000, 2_500, 12, rate=250.0, seconds_left=30.0
    )
    bar.show_job(view, 1)
    assert bar._progress.original() == "2,512 of 10,000 · 250/s · 0:30 left"
    language.use("zh")
    try:
        qtbot.waitUntil(lambda: bar._title.original() == "打标签：企业版")
        assert bar._progress.original() == "2,512 / 10,000 · 250/秒 · 剩余 0:30"
        bar.show_job(replace(view, undoes="other"))
        assert bar._title.original() == "撤销：打标签：企业版"
    finally:
        language.use("en")
