"""The quiet bar above the status line: the job under way, and what can be done about it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desktop.domain.jobs.job import OVER, JobState, JobView
from desktop.qt.buttons import Button, IconButton
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit

_WIDE = 160


class JobBar(Translated, QFrame):
    """Shows one job; hidden without one. The signals carry its id."""

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    cancel_wanted = Signal(str)
    dismiss_wanted = Signal(str)
    failures_wanted = Signal(str)

    def __init__(self, words: JobWords, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._job: JobView | None = None
        self._more = 0
        self.setProperty("surface", "surface")
        self.setProperty("line", "top")
        self._title = PlainLabel(parent=self)
        self._share = QProgressBar(self)
        self._share.setFixedWidth(_WIDE)
        self._share.setTextVisible(False)
        self._progress, self._others = (
            PlainLabel(parent=self, type="secondary", tone="secondary") for _ in range(2)
        )
        self.failed = Button("", self, kind="link")
        self.pause = Button("", self, kind="ghost")
        self.cancel = Button("", self, kind="ghost")
        self.close_button = IconButton(kit.icons.icon("close"), "", self)
        self.failed.clicked.connect(lambda: self._tell(self.failures_wanted))
        self.pause.clicked.connect(self._on_pause)
        self.cancel.clicked.connect(lambda: self._tell(self.cancel_wanted))
        self.close_button.clicked.connect(lambda: self._tell(self.dismiss_wanted))
        self._lay_out()
        self.retranslate()

    @property
    def job(self) -> JobView | None:
        """The job that is shown."""
        return self._job

    def show_job(self, job: JobView | None, more: int = 0) -> None:
        """Show a job (None: nothing), and how many `more` there are."""
        self._job, self._more = job, more
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Jobs"))
        self._share.setAccessibleName(self.tr("Progress of the job"))
        self.cancel.setText(self.tr("Cancel"))
        self.close_button.set_name(self.tr("Close"))
        job = self._job
        self.setVisible(job is not None)
        if job is None:
            return
        over = job.state in OVER
        self._title.setText(self._words.title(job))
        self._share.setMaximum(job.total)
        self._share.setValue(job.done + job.failed)
        self._share.setVisible(job.state is not JobState.STUCK and not over)
        self._progress.setText(self._words.progress(job))
        self._others.setText(self.tr("%Ln more", "", self._more))
        self._others.setVisible(self._more > 0)
        self.failed.setText(self._words.failed(job))
        self.failed.setVisible(job.failed > 0)
        running = job.state is JobState.RUNNING
        retries = job.state is JobState.STUCK
        self.pause.setText(self.tr("Pause") if running else self.tr("Retry") if retries else self.tr("Resume"))
        self.pause.setVisible(not over and job.state is not JobState.PREPARING)
        self.cancel.setVisible(not over and job.state is not JobState.PREPARING)
        self.close_button.setVisible(over)

    def _on_pause(self) -> None:
        running = self._job is not None and self._job.state is JobState.RUNNING
        self._tell(self.pause_wanted if running else self.resume_wanted)

    def _tell(self, signal: SignalInstance) -> None:
        if self._job is not None:
            signal.emit(self._job.id)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[0])
        row.setSpacing(SPACE[1])
        row.addWidget(self._title)
        row.addWidget(self._share)
        row.addWidget(self._progress)
        row.addWidget(self.failed)
        row.addWidget(self._others)
        row.addStretch(1)
        for part in (self.pause, self.cancel, self.close_button):
            row.addWidget(part)
