"""Says that the keys of an account cannot be had now, and offers to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.dialogs import fit_height
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.ui.wording.errortext import words_of

_WIDTH = 420


class KeyDialog(Translated, QDialog):
    """Shown when an account's keys cannot be had. Accepted: try again; rejected: leave it at that."""

    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = error
        self.setModal(True)
        self._what = PlainLabel(parent=self, type="section", wrap=True)
        self._rest = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._settings = QPushButton(self)
        self._quit = QPushButton(self)
        self._retry = QPushButton(self)
        self._retry.setProperty("kind", "primary")
        self._retry.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._what)
        column.addWidget(self._rest)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self._settings)
        row.addStretch(1)
        row.addWidget(self._quit)
        row.addWidget(self._retry)
        column.addLayout(row)
        self._retry.clicked.connect(self.accept)
        self._quit.clicked.connect(self.quit_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self.retranslate()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong this time."""
        self._error = error
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        words = words_of(self._error)
        self._what.setText(words.what)
        self._rest.setText(" ".join(part for part in (words.meaning, words.todo) if part))
        self.setWindowTitle(words.what)
        self._settings.setText(self.tr("Settings"))
        self._quit.setText(self.tr("Quit"))
        self._retry.setText(self.tr("Try again"))
        fit_height(self, roomy(_WIDTH))
