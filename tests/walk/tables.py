"""Importing and exporting: every step of the window, what is wrong in a file, how an import ended."""

import time
from pathlib import Path

from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import InvalidInput
from desktop.domain.jobs.job import ImportCustomers, JobState, JobView
from desktop.domain.sheets.verdicts import Kind
from desktop.sheets.writing import write_csv
from desktop.ui.actions import verbs
from desktop.ui.exporting.progress import ExportProgress
from desktop.ui.importing.flow import ImportFlow
from desktop.ui.importing.window import CHECK, COLUMNS, END
from desktop.workspace.sheets.leftover import DRAFT, kept
from tests.walk.desk import Scene, WalkDesk

_TITLES = ["客户 ID", "姓名", "手机", "备注", "标签", "怪列"]


def _table(desk: WalkDesk) -> Path:
    """Write a table with a row of each kind and return where it is."""
    rows = [desk.screens.page.rows.row(place) for place in range(2)]
    known = [row.id for row in rows if row]
    path = desk.folder / "客户 people 2026-11.csv"
    lines = [
        ["", "Fan Yi", "13900000001", "<b>note</b>", "", "x"],
        [known[0], "", "", "二次回访:月底前要报价,合同由法务审核后再约时间上门演示一次", "", ""],
        [known[1], "", "", "", "", ""],
        ["", "Bao Li", "call me", "", "", ""],
        ["", "Wu Jun", "", "", "no such tag", ""],
        ["no-such-id", "Zed", "1.39E+10", "", "", ""],
    ]
    write_csv(path, _TITLES, lines)
    return path


async def opened(desk: WalkDesk) -> ImportFlow:
    await desk.customers()
    desk.run(verbs.IMPORT.name)
    flow = desk.screens.imports.flow
    assert flow is not None
    return flow


async def read(desk: WalkDesk) -> ImportFlow:
    flow = await opened(desk)
    flow.open_file(_table(desk))
    await desk.until(lambda: flow.draft is not None)
    return flow


async def _columns(desk: WalkDesk) -> ImportFlow:
    flow = await read(desk)
    flow.window.next_wanted.emit()
    await desk.until(lambda: flow.window.step == COLUMNS and flow.window.columns.preview.rows.rowCount())
    return flow


async def _checked(desk: WalkDesk) -> ImportFlow:
    flow = await _columns(desk)
    flow.window.next_wanted.emit()
    await desk.until(lambda: flow.window.step == CHECK and flow.draft is not None and flow.draft.verdicts)
    return flow


async def import_file(desk: WalkDesk) -> None:
    await opened(desk)


async def import_again(desk: WalkDesk) -> None:
    """The last import left rows out."""
    body = kept("job", "people.xlsx", ((), [("Bao Li", "?")] * 3), (), "en", int(time.time()))
    outbox = desk.account.files.outbox
    outbox.submit(OutboxFile.set_draft, DRAFT, body).result(5)
    flow = await opened(desk)
    await desk.until(flow.window.file.last.isVisible)
    outbox.submit(OutboxFile.set_draft, DRAFT, None).result(5)


async def import_read(desk: WalkDesk) -> None:
    await read(desk)


async def import_unread(desk: WalkDesk) -> None:
    (await opened(desk)).window.file.show_error(InvalidInput("file", "file_protected"))


async def import_columns(desk: WalkDesk) -> None:
    await _columns(desk)


async def import_refused(desk: WalkDesk) -> None:
    """Two columns are taken for the same."""
    box = (await _columns(desk)).window.columns.fields[3]
    box.setCurrentIndex(box.findData("phone"))


def import_check(kind: Kind | None) -> Scene:
    """Return the scene of the check, with the rows of a kind."""

    async def scene(desk: WalkDesk) -> None:
        (await _checked(desk)).window.check.kinds[kind].click()

    return scene


def import_end(state: JobState) -> Scene:
    """Return the scene of the last step with a job in a state."""

    async def scene(desk: WalkDesk) -> None:
        flow = await _checked(desk)
        flow.window.show_step(END)
        assert flow.draft is not None
        flow.window.end.show_job(flow.draft, job(state))

    return scene


def job(state: JobState) -> JobView:
    """Return an import in a state."""
    left = 95 if state is JobState.RUNNING else None
    return JobView("job", ImportCustomers.kind, state, ("people.xlsx",), 12_000, 8_100, 3, 85.0, left)


def job_bar(state: JobState) -> Scene:
    """Return the scene of the bar above the status line."""

    async def scene(desk: WalkDesk) -> None:
        await desk.customers()
        desk.screens.jobs.bar.show_job(job(state), 2)

    return scene


async def export(desk: WalkDesk) -> None:
    await desk.customers()
    await desk.opens(verbs.EXPORT.name)


async def exporting(desk: WalkDesk) -> None:
    await desk.customers()
    progress = ExportProgress("customers.xlsx", desk.window)
    progress.show_share(0.4)
    progress.show()


TABLES = {
    "import": import_file,
    "import again": import_again,
    "import read": import_read,
    "import unread": import_unread,
    "import columns": import_columns,
    "import refused": import_refused,
    "import all rows": import_check(None),
    "import problems": import_check(Kind.INVALID),
    "import running": import_end(JobState.RUNNING),
    "import paused": import_end(JobState.PAUSED),
    "import done": import_end(JobState.DONE),
    "job": job_bar(JobState.RUNNING),
    "job stuck": job_bar(JobState.STUCK),
    "job done": job_bar(JobState.DONE),
    "export": export,
    "exporting": exporting,
}
"""The scenes of importing, exporting and jobs, by name."""
