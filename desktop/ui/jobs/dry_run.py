"""What a job would do, counted before it starts."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.jobs.job import DryRun, EditCustomers, JobRequest
from desktop.qt.busy import Hairline
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import paragraph, words_of
from desktop.ui.wording.formats import listed

_WIDTH = 440
_WARNINGS = (1, 2)
_REASONS = 3


class DryRunDialog(Translated, QDialog):
    """Counts, then asks: accepted means start. `names` gives the names of tags by id."""

    def __init__(
        self, request: JobRequest, words: JobWords, kit: Kit, names: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(roomy(_WIDTH))
        self._request = request
        self._words = words
        self._names = names
        self.run: DryRun | None = None
        self._error: AppError | None = None
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._busy = Hairline(kit.look, self)
        self._counting = PlainLabel(parent=self, tone="secondary")
        self._lines = [PlainLabel(parent=self, wrap=True) for _ in range(6)]
        for place in _WARNINGS:
            self._lines[place].set_tone("warning")
        self._cancel = Button("", self)
        self.start = Button("", self, kind="primary")
        self.start.setEnabled(False)
        self.start.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self.start.clicked.connect(self.accept)
        self._lay_out()
        self._busy.show_share(None)
        self.retranslate()

    def show_run(self, run: DryRun) -> None:
        """Show the counts."""
        self.run = run
        self._busy.clear()
        self.start.setEnabled(run.calls > 0)
        self.retranslate()
        if run.calls:
            self.start.setFocus()
        self.adjustSize()

    def show_error(self, error: AppError) -> None:
        """Show why it cannot be."""
        self._error = error
        self._busy.clear()
        self.retranslate()
        self.adjustSize()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self._words.question(self._request))
        self.setWindowTitle(self._title.original())
        self._cancel.setText(self.tr("Cancel"))
        self.start.setText(self.tr("Start"))
        self._counting.setText(self.tr("Counting…"))
        self._counting.setVisible(self.run is None and self._error is None)
        for line, text in zip(self._lines, self._texts(), strict=True):
            line.setText(text)
            line.setVisible(bool(text))

    def _texts(self) -> tuple[str, str, str, str, str, str]:
        run = self.run
        if self._error is not None:
            return (paragraph(self._error), "", "", "", "", "")
        if run is None:
            return ("", "", "", "", "", "")
        return (
            self._changing(run),
            self._displacing(run),
            self._refused(run),
            self.tr("%Ln already as wanted.", "", run.already) if run.already else "",
            self.tr("%Ln not known on this computer: left alone.", "", run.unknown) if run.unknown else "",
            self._recalling(run) if run.calls else "",
        )

    def _recalling(self, run: DryRun) -> str:
        if not run.lasting:
            return self.tr("It can be paused, cancelled and undone.")
        if run.lasting == run.changing:
            return self.tr("It can be paused and cancelled, but not undone.")
        return self.tr("It can be paused, cancelled and undone, but for %Ln customer(s).", "", run.lasting)

    def _changing(self, run: DryRun) -> str:
        if not run.calls:
            nothing = self.tr("Nothing to change.")
            return nothing if run.refused else self.tr("Nothing to change: everything is so already.")
        if isinstance(run.request, EditCustomers):
            # The tool that gathers texts does not look into f-strings.
            changed = self.tr("%Ln customer(s) change.", "", run.changing)
            return f"{self._words.called(run.request.kind, run.about)}\n{changed}"
        return self.tr("%Ln customer(s) get other tags.", "", run.changing)

    def _refused(self, run: DryRun) -> str:
        if not run.refused:
            return ""
        reasons = [words_of(error).what for error, _ in run.refusals[:_REASONS]]
        return "\n".join([self.tr("%Ln cannot be changed so:", "", run.refused), *reasons])

    def _displacing(self, run: DryRun) -> str:
        if not run.displacing:
            return ""
        lost = self.tr("%Ln of them lose another tag, because its group allows only one:", "", run.displacing)
        return f"{lost} {listed(visible(self._names.get(tag, tag), limit=30) for tag in run.displaced)}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(self._title)
        column.addWidget(self._busy)
        column.addWidget(self._counting)
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(SPACE[2])
        column.addLayout(foot(self._cancel, self.start))
