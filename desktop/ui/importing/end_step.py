"""The last step: the job while it runs, and what came of it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.jobs.job import OVER, JobState, JobView
from desktop.domain.sheets.verdicts import Kind
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.importing.state import Draft
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import sentence

_WIDE = 360


class EndStep(Translated, QWidget):
    """Buttons: `pause` (or resume) the job, `undo` it, `save` the rows that were not imported."""

    def __init__(self, kit: Kit, words: JobWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = words
        self._draft: Draft | None = None
        self._job: JobView | None = None
        self.title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self.share = QProgressBar(self)
        self.share.setTextVisible(False)
        self.share.setMaximumWidth(kit.look.scaled(_WIDE))
        self.progress = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.lines = [PlainLabel(parent=self, wrap=True) for _ in range(4)]
        self.lines[3].set_tone("danger")
        self.note = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.pause = Button("", self)
        self.undo = Button("", self)
        self.save = Button("", self, icon=kit.icons.icon("download"))
        self._lay_out()
        self.retranslate()

    @property
    def job(self) -> JobView | None:
        """The job that is shown."""
        return self._job

    def show_job(self, draft: Draft, job: JobView | None) -> None:
        """Show a job, None: there was nothing to send."""
        self._draft, self._job = draft, job
        self.retranslate()

    def show_error(self, error: AppError) -> None:
        """Show why the job could not begin."""
        self.note.setText(sentence(error))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.share.setAccessibleName(self.tr("Progress of the import"))
        draft, job = self._draft, self._job
        over = job is None or job.state in OVER
        self.title.setText(self._heading(job))
        self.share.setVisible(not over)
        self.progress.setVisible(not over)
        if job is not None:
            self.share.setMaximum(max(1, job.total))
            self.share.setValue(job.done + job.failed)
            self.progress.setText(self._words.progress(job))
        for line, text in zip(self.lines, self._texts(draft), strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self.note.setText(self._note(over=over))
        running = job is not None and job.state is JobState.RUNNING
        self.pause.setText(self.tr("Pause") if running else self.tr("Resume"))
        self.pause.setVisible(not over)
        self.undo.setText(self.tr("Undo the changes"))
        self.undo.setVisible(job is not None and job.can_undo)
        self.save.setText(self.tr("Save the rows that were not imported…"))
        self.save.setVisible(draft is not None and bool(draft.counts[Kind.INVALID] or draft.failed))

    def _note(self, *, over: bool) -> str:
        if not over:
            return self.tr(
                "You can close this window: the import goes on, and its progress shows above the status line."
            )
        made = self._draft is not None and bool(self._draft.counts[Kind.CREATE])
        return self.tr("Customers that were created stay: Sobot has no way to remove them.") if made else ""

    def _heading(self, job: JobView | None) -> str:
        if job is None:
            return self.tr("Nothing had to be changed")
        if job.state is JobState.CANCELLED:
            return self.tr("The import was cancelled")
        return self.tr("The import is done") if job.state in OVER else self.tr("Importing…")

    def _texts(self, draft: Draft | None) -> tuple[str, str, str, str]:
        if draft is None or (self._job is not None and self._job.state not in OVER):
            return "", "", "", ""
        done = [one for one in draft.verdicts if one.edits and one.customer not in draft.failed]
        new = sum(1 for one in done if one.kind is Kind.CREATE)
        changed = sum(1 for one in done if one.kind is Kind.UPDATE)
        same, left = draft.counts[Kind.SAME], draft.counts[Kind.INVALID] + len(draft.failed)
        cut = self._job is not None and self._job.state is JobState.CANCELLED
        return (
            self.tr("%Ln customer(s) created.", "", new) if new and not cut else "",
            self.tr("%Ln customer(s) changed.", "", changed) if changed and not cut else "",
            self.tr("%Ln unchanged.", "", same) if same else "",
            self.tr("%Ln row(s) not imported.", "", left) if left else "",
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.pause, self.undo, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[2], 0, 0)
        column.setSpacing(SPACE[2])
        for part in (self.title, self.share, self.progress, *self.lines, self.note):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
