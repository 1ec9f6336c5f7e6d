"""The window of an import: the steps above, one of them in the middle, back and next below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.qt.busy import Busy
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.room import take_room
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.importing.check_step import CheckStep
from desktop.ui.importing.columns_step import ColumnsStep
from desktop.ui.importing.end_step import EndStep
from desktop.ui.importing.file_step import FileStep
from desktop.ui.importing.preview import Preview
from desktop.ui.importing.words import ImportWords
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit

_SIZE = (980, 680)
FILE, COLUMNS, CHECK, END = range(4)


class ImportWindow(Translated, QDialog):
    """Shows one step at a time. `back_wanted`, `next_wanted` from the buttons, `left` when it was closed."""

    back_wanted = Signal()
    next_wanted = Signal()
    left = Signal()

    def __init__(self, kit: Kit, words: JobWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        take_room(self, _SIZE)
        self.words = ImportWords(self)
        self.file = FileStep(kit, self)
        self.columns = ColumnsStep(kit, Preview(kit, self.words, self), self)
        self.check = CheckStep(kit, self.words, self)
        self.end = EndStep(kit, words, self)
        self.busy = Busy(kit.look, self)
        self._names = [PlainLabel(parent=self, type="secondary") for _ in range(4)]
        self._stack = QStackedWidget(self)
        for step in (self.file, self.columns, self.check, self.end):
            self._stack.addWidget(step)
        self.back = Button("", self)
        self.close_button = Button("", self)
        self.next = Button("", self, kind="primary")
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.close_button.clicked.connect(self.close)
        self._start = 0
        self._lay_out()
        self.show_step(FILE)

    @property
    def step(self) -> int:
        """Which step is shown."""
        return self._stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Show a step; the keyboard begins where it goes on."""
        self._stack.setCurrentIndex(step)
        self.retranslate()
        first = (self.file.choose, next(iter(self.columns.fields), self.next), self.check.table, self.close_button)
        first[step].setFocus(Qt.FocusReason.TabFocusReason)

    def allow_next(self, allowed: bool, rows: int = 0) -> None:
        """Say whether there is a next step; `rows` would be imported by it."""
        self._start = rows
        self.next.setEnabled(allowed)
        # Enter goes on; without a file it asks for one.
        self.next.setDefault(allowed)
        self.file.choose.setDefault(not allowed and self.step == FILE)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Import customers"))
        step = self.step
        for place, (label, text) in enumerate(zip(self._names, self.words.steps(), strict=True)):
            label.setText(text)
            label.set_tone("accent" if place == step else "secondary")
            label.setAccessibleName(self.tr("{step} (this step)").format(step=text) if place == step else text)
        self.back.setText(self.tr("Back"))
        self.back.setVisible(step in {COLUMNS, CHECK})
        self.next.setVisible(step != END)
        importing = self.tr("Import %Ln row(s)", "", self._start)
        self.next.setText(importing if step == CHECK else self.tr("Next"))
        self.close_button.setText(self.tr("Close") if step == END else self.tr("Cancel"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nothing is shown any more."""
        super().closeEvent(event)
        self.left.emit()

    def reject(self) -> None:
        """Close on Esc too."""
        self.close()

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(SPACE[4])
        for label in self._names:
            steps.addWidget(label)
        steps.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addLayout(steps)
        column.addWidget(self.busy)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
