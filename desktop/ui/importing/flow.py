"""An import from the file to the end: asks the account, shows what it answers."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.jobs.job import OVER, JobFailure, JobState, JobView
from desktop.domain.sheets.guessing import guessed
from desktop.domain.sheets.mapping import check_mapping
from desktop.domain.sheets.rejected import rejected
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Kind
from desktop.qt.lifetime import while_there
from desktop.ui.importing.ports import SheetAccount, Ticket
from desktop.ui.importing.state import Draft, shown_language
from desktop.ui.importing.window import CHECK, COLUMNS, END, FILE, ImportWindow
from desktop.ui.wording.formats import Formats
from desktop.workspace.jobs import JobChanged, JobEvent
from desktop.workspace.jobs.quiet import passed
from desktop.workspace.sheets.service import Judged

_PREVIEWED = 5
_SOON_MS = 150


class ImportFlow(QObject):
    """Takes a window through the steps. `freshen` fetches what changed and calls back.

    `ended` when the window is closed, `begun(job)` once its job is stored, `saved(path)` when the rows that were
    not imported were written.
    """

    ended = Signal()
    begun = Signal(str)
    saved = Signal(Path)
    failed = Signal(object)

    def __init__(
        self,
        window: ImportWindow,
        account: SheetAccount,
        formats: Formats,
        freshen: Callable[[Callable[[AppError | None], None]], None],
    ) -> None:
        super().__init__(window)
        self.window = window
        self._account = account
        self._formats = formats
        self._freshen = freshen
        self._path = Path()
        self._names: tuple[str, ...] = ()
        self.draft: Draft | None = None
        self._job = ""
        self._asked: dict[str, Ticket] = {}
        self._corrected: deque[int] = deque()
        self._unsubscribe = account.jobs.events.subscribe(self._on_job)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._preview)
        self._connect()
        window.allow_next(False)

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self._path, self.draft = path, None
        self.window.file.show_sheet(None)
        self.window.allow_next(False)
        self.window.busy.start()
        self._ask("file", self._account.sheets.names(path, self._named, self._unreadable))

    def close(self) -> None:
        """Ask nothing more; a job that began goes on."""
        self._unsubscribe()
        for ticket in self._asked.values():
            ticket.drop()
        self._asked = {}
        self._soon.stop()

    def save_rejected(self, path: Path) -> None:
        """Write the rows that were not imported, with the reasons."""
        draft = self.draft
        if draft is not None:
            titles, rows = rejected(draft.sheet, draft.verdicts, draft.failed, draft.language, draft.fields)
            write = self._account.sheets.write_rows
            self._ask("save", write(path, titles, rows, lambda _: self.saved.emit(path), self.failed.emit))

    def _connect(self) -> None:
        window = self.window
        window.file.file_chosen.connect(self.open_file)
        window.file.sheet_chosen.connect(self._read)
        window.columns.changed.connect(self._map)
        window.check.table.rows.edited.connect(self._correct)
        window.check.cancelled.connect(self._back)
        window.busy.cancelled.connect(self._give_up_reading)
        window.back_wanted.connect(self._back)
        window.next_wanted.connect(self._next)
        window.left.connect(self.ended)
        window.end.pause.clicked.connect(self._on_pause)
        window.end.undo.clicked.connect(self._on_undo)

    def _ask(self, what: str, ticket: Ticket) -> None:
        if what in self._asked:
            self._asked[what].drop()
        self._asked[what] = ticket

    def _named(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.window.file.show_names(names, names[0])
        self._read(names[0])

    def _read(self, sheet: str) -> None:
        self.window.busy.start()
        self._ask("file", self._account.sheets.read(self._path, sheet, self._opened, self._unreadable))

    def _opened(self, sheet: Sheet) -> None:
        self.window.busy.stop()
        fields = dict(self._account.collections.custom_fields)
        self.draft = Draft(sheet, guessed(sheet, fields), fields, shown_language())
        self.window.file.show_sheet(sheet)
        self.window.allow_next(True)
        self.window.next.setFocus()

    def _unreadable(self, error: AppError) -> None:
        self.window.busy.stop()
        self.window.file.show_names(())
        self.window.file.show_error(error)

    def _give_up_reading(self) -> None:
        if "file" in self._asked:
            self._asked.pop("file").drop()
        self.window.busy.stop()

    def _next(self) -> None:
        step = self.window.step
        if self.draft is None:
            return
        if step == FILE:
            self.window.columns.show(self.draft)
            self.window.show_step(COLUMNS)
            self._map(self.draft.mapping)
        elif step == COLUMNS:
            self._check()
        elif step == CHECK:
            self._start()

    def _back(self) -> None:
        if "judge" in self._asked:
            self._asked.pop("judge").drop()
        self._corrected.clear()
        self.window.check.busy.stop()
        self.window.show_step(FILE if self.window.step == COLUMNS else COLUMNS)
        self.window.allow_next(True)

    def _map(self, mapping: tuple[str, ...]) -> None:
        if self.draft is None:
            return
        self.draft = replace(self.draft, mapping=mapping, judged=Judged())
        error: AppError | None = None
        try:
            check_mapping(mapping)
        except InvalidInput as refused:
            error = refused
        self.window.columns.show_error(error)
        self.window.allow_next(error is None)
        if error is None:
            self._soon.start()

    def _preview(self) -> None:
        draft = self.draft
        if draft is None or self.window.step != COLUMNS:
            return
        some = replace(draft, sheet=replace(draft.sheet, rows=draft.sheet.rows[:_PREVIEWED]))

        def answer(found: Judged) -> None:
            self.window.columns.preview.rows.show(replace(some, judged=found))

        judge = self._account.sheets.judge
        ticket = judge(some.sheet.rows, some.mapping, heard=passed, answer=answer, failed=self.failed.emit)
        self._ask("preview", ticket)

    def _check(self) -> None:
        self.window.show_step(CHECK)
        self.window.allow_next(False)
        self.window.check.wait(self.tr("Fetching what changed on the server…"))
        self._freshen(self._judge)

    def _judge(self, trouble: AppError | None) -> None:
        if self.draft is None or self.window.step != CHECK:
            return
        self.window.check.basis.setText(self._basis(trouble))
        self.window.check.busy.set_progress(None, self.tr("Looking at the rows…"))
        draft = self.draft
        ticket = self._account.sheets.judge(
            draft.sheet.rows, draft.mapping, heard=self._heard, answer=self._judged, failed=self._broken
        )
        self._ask("judge", ticket)

    def _heard(self, share: float) -> None:
        self.window.check.busy.set_progress(share, self.tr("Looking at the rows…"))

    def _judged(self, found: Judged) -> None:
        if self.draft is not None:
            self.draft = replace(self.draft, judged=found)
            self.window.check.show_draft(self.draft)
            self._count()

    def _broken(self, error: AppError) -> None:
        self._back()
        self.failed.emit(error)

    def _correct(self, row: int, column: int, text: str) -> None:
        """Judge a corrected row anew, one after the other: each begins with the verdicts of the former."""
        if self.draft is None:
            return
        self.draft = self.draft.edited(row, column, text)
        self._corrected.append(row)
        self.window.next.setEnabled(False)
        if len(self._corrected) == 1:
            self._judge_corrected()

    def _judge_corrected(self) -> None:
        draft = self.draft
        if draft is None:
            return
        again, rows = self._account.sheets.judge_again, draft.sheet.rows
        place, failed = self._corrected[0], self.failed.emit
        self._ask(
            "judge", again(rows, draft.mapping, draft.judged, place, answer=self._judged_again, failed=failed)
        )

    def _judged_again(self, found: Judged) -> None:
        if self.draft is None or not self._corrected:
            return
        self._corrected.popleft()
        self.draft = replace(self.draft, judged=found)
        self.window.check.renew(self.draft)
        self._count()
        if self._corrected:
            self._judge_corrected()

    def _count(self) -> None:
        if self.draft is not None:
            counts = self.draft.counts
            rows = counts[Kind.CREATE] + counts[Kind.UPDATE]
            self.window.allow_next(rows > 0 and not self._corrected, rows)

    def _start(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self.window.show_step(END)
        self.window.end.show_job(draft, None)
        failed = while_there(self, self.failed.emit)
        label = self.tr("Import {file}").format(file=draft.sheet.name)
        self._account.sheets.start(draft.sheet.name, draft.verdicts, label, while_there(self, self._begun), failed)

    def _begun(self, job_id: str) -> None:
        self._job = job_id
        self.begun.emit(job_id)
        self._show_job(next((one for one in self._account.jobs.shown if one.id == job_id), None))

    def _on_job(self, event: JobEvent) -> None:
        if isinstance(event, JobChanged) and event.job.id == self._job:
            self._show_job(event.job)

    def _show_job(self, job: JobView | None) -> None:
        if self.draft is None or job is None:
            return
        self.window.end.show_job(self.draft, job)
        if job.state in OVER and job.failed:
            self._account.jobs.failures(
                job.id, while_there(self, partial(self._show_failures, job)), limit=job.total
            )

    def _show_failures(self, job: JobView, failures: Sequence[JobFailure]) -> None:
        if self.draft is not None:
            self.draft = replace(self.draft, failed={one.customer: one.error for one in failures})
            self.window.end.show_job(self.draft, job)

    def _on_pause(self) -> None:
        job = self.window.end.job
        if job is not None:
            rests = job.state in {JobState.PAUSED, JobState.STUCK}
            (self._account.jobs.resume if rests else self._account.jobs.pause)(job.id)

    def _on_undo(self) -> None:
        self._account.jobs.undo(self._job, failed=while_there(self, self.failed.emit))
        self.window.close()

    def _basis(self, trouble: AppError | None) -> str:
        as_of = self._account.status.as_of
        time = self._formats.moment(as_of) if as_of else "–"
        if trouble is None:
            return self.tr("Compared with the server as of {time}.").format(time=time)
        text = self.tr("No connection: compared with what this computer knows, as of {time}.")
        return text.format(time=time)
