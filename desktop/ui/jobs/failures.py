"""The customers of a job that failed, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from desktop.domain.jobs.job import JobFailure
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import take_room
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.wording.errortext import words_of

_SIZE = (560, 420)


class FailuresDialog(Translated, QDialog):
    """Accepted means: send them once more."""

    def __init__(self, failures: Sequence[JobFailure], total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        take_room(self, _SIZE)
        self._failures = tuple(failures)
        self._total = total
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._kept = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.list = QListWidget(self)
        self.list.setProperty("ring", True)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close = Button("", self)
        self.retry = Button("", self, kind="primary")
        self._close.clicked.connect(self.reject)
        self.retry.clicked.connect(self.accept)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("%Ln customer(s) could not be changed", "", self._total))
        self.setWindowTitle(self._title.original())
        self._kept.setText(self.tr("They are as they were before. All others are done."))
        self._close.setText(self.tr("Close"))
        self.retry.setText(self.tr("Retry all"))
        self.list.setAccessibleName(self._title.original())
        self.list.clear()
        for failure in self._failures:
            what = words_of(failure.error).what
            self.list.addItem(f"{visible(failure.name or failure.customer, limit=64)}  ·  {what}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(self._title)
        column.addWidget(self._kept)
        column.addWidget(self.list, 1)
        column.addLayout(foot(self._close, self.retry))
