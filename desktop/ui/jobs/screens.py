"""The jobs of one account in the window: asking before one starts, following it, telling how it ended."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from desktop.domain.errors import AppError
from desktop.domain.jobs.job import OVER, JobFailure, JobRequest, JobState, JobView
from desktop.qt.toast import Toast, Tone
from desktop.ui.jobs.bar import JobBar
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.jobs.failures import FailuresDialog
from desktop.ui.jobs.ports import JobAccount
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.jobs import JobChanged, JobEvent


class JobScreens(QObject):
    """Puts the job bar into a window, until `close`."""

    def __init__(self, window: MainWindow, account: JobAccount, kit: Kit) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._kit = kit
        self._over: set[str] = {job.id for job in account.jobs.shown if job.state in OVER}
        self.words = JobWords(kit.formats, self)
        self.bar = JobBar(self.words, kit, window)
        self.dialog: DryRunDialog | FailuresDialog | None = None
        _above(window, self.bar)
        jobs = account.jobs
        self.bar.pause_wanted.connect(jobs.pause)
        self.bar.resume_wanted.connect(self._go_on)
        self.bar.cancel_wanted.connect(jobs.cancel)
        self.bar.dismiss_wanted.connect(jobs.dismiss)
        self.bar.failures_wanted.connect(self.show_failures)
        self._unsubscribe = jobs.events.subscribe(self._on_event)
        self._refresh()

    def close(self) -> None:
        """Stop following the jobs."""
        self._unsubscribe()
        if self.dialog is not None:
            self.dialog.reject()
        self.bar.hide()
        self.bar.deleteLater()

    def propose(self, request: JobRequest, started: Callable[[str], None] | None = None) -> None:
        """Count what a job would do, ask, and start it."""
        names = {key: tag.name for key, tag in self._account.collections.tags.items()}
        dialog = DryRunDialog(request, self.words, self._kit, names, self._window)
        self.dialog = dialog
        give_up = self._account.jobs.plan(request, dialog.show_run, dialog.show_error)

        def ended(result: int) -> None:
            give_up()
            self.dialog = None
            dialog.deleteLater()
            if result and dialog.run is not None:
                label = self.words.called(request.kind, dialog.run.about)
                self._account.jobs.start(request, started, self._refused, label=label)

        dialog.finished.connect(ended)
        dialog.open()

    def show_failures(self, job_id: str) -> None:
        """Show who failed and why."""
        job = next((one for one in self._account.jobs.shown if one.id == job_id), None)
        if job is not None:
            self._account.jobs.failures(job_id, partial(self._open_failures, job))

    def _open_failures(self, job: JobView, failures: Sequence[JobFailure]) -> None:
        dialog = FailuresDialog(failures, job.failed, self._window)
        self.dialog = dialog

        def ended(result: int) -> None:
            self.dialog = None
            dialog.deleteLater()
            if result:
                self._over.discard(job.id)
                self._account.jobs.retry(job.id)

        dialog.finished.connect(ended)
        dialog.open()

    def _go_on(self, job_id: str) -> None:
        job = next((one for one in self._account.jobs.shown if one.id == job_id), None)
        if job is not None and job.state is JobState.STUCK and job.failed:
            self._account.jobs.retry(job_id)
        else:
            self._account.jobs.resume(job_id)

    def _on_event(self, event: JobEvent) -> None:
        if isinstance(event, JobChanged) and event.job.state in OVER and event.job.id not in self._over:
            self._over.add(event.job.id)
            self._tell_end(event.job)
            if not event.job.failed:
                self._account.jobs.dismiss(event.job.id)
        self._refresh()

    def _tell_end(self, job: JobView) -> None:
        undo = self.tr("Undo") if job.can_undo else ""
        act = partial(self._account.jobs.undo, job.id, failed=self._refused) if job.can_undo else None
        tone = Tone.NEWS if job.failed else Tone.DONE
        self._window.toasts.tell(Toast(self.words.ended(job), tone, undo, act))

    def _refused(self, error: AppError) -> None:
        self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR))

    def _refresh(self) -> None:
        jobs = self._account.jobs.shown
        active = [job for job in jobs if job.state not in OVER]
        shown = active or [job for job in jobs if job.failed]
        self.bar.show_job(shown[0] if shown else None, max(0, len(shown) - 1))


def _above(window: MainWindow, bar: JobBar) -> None:
    """Put the bar above the status line."""
    centre = window.centralWidget()
    layout = centre.layout() if centre is not None else None
    if isinstance(layout, QBoxLayout):
        layout.insertWidget(layout.indexOf(window.status_bar), bar)
