"""How far an export is, for whoever has to wait for it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated

_PATIENCE_MS = 800
_WIDTH = 360
_PARTS = 1_000


class ExportProgress(Translated, QDialog):
    """Appears when the export takes longer than a moment; `cancelled` by its button or Esc."""

    cancelled = Signal()

    def __init__(self, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        self.setModal(False)
        self.setMinimumWidth(_WIDTH)
        self._title = PlainLabel(parent=self, wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setMaximum(_PARTS)
        self.bar.setTextVisible(False)
        self.cancel = Button("", self)
        self.cancel.clicked.connect(self.reject)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self.show)
        self._soon.start()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(self._title)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        self.retranslate()

    def show_share(self, share: float) -> None:
        """Show how far it is, 0 to 1."""
        self.bar.setValue(round(share * _PARTS))

    def end(self) -> None:
        """It is over: be gone."""
        self._soon.stop()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Want it no more."""
        self.cancelled.emit()
        self.end()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Export customers"))
        self._title.setText(self.tr("Writing {file}…").format(file=self._file))
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.cancel.setText(self.tr("Cancel"))
