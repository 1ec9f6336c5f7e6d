"""What becomes of input that was not saved, when its form is closed."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated

Leave: TypeAlias = Literal["save", "keep", "discard"]
_NARROWEST = 420


class LeavingDialog(Translated, QDialog):
    """Save, keep as a draft, discard; Escape goes on editing. `chosen` with the answer."""

    chosen = Signal(str)

    def __init__(self, fields: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(roomy(_NARROWEST))
        self._fields = fields
        self._title = PlainLabel(parent=self, type="section", wrap=True)
        self._text = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.save = Button("", self, kind="primary")
        self.keep = Button("", self)
        self.discard = Button("", self, kind="danger")
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self.discard)
        row.addStretch(1)
        answers: tuple[tuple[Button, Leave], ...] = (
            (self.discard, "discard"),
            (self.keep, "keep"),
            (self.save, "save"),
        )
        for button, answer in answers:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
        for button in (self.keep, self.save):
            row.addWidget(button)
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(SPACE[1])
        column.addLayout(row)
        self.retranslate()
        self.save.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Save what you entered?"))
        self.setWindowTitle(self._title.original())
        self._text.setText(
            self.tr("Not saved yet: {fields}. A draft is kept on this computer only.").format(fields=self._fields)
        )
        self.save.setText(self.tr("Save"))
        self.keep.setText(self.tr("Keep as draft"))
        self.discard.setText(self.tr("Discard"))

    def _choose(self, answer: Leave) -> None:
        self.accept()
        self.chosen.emit(answer)
