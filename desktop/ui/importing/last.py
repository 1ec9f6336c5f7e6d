"""What the last import left out, offered below the choice of the next file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.workspace.sheets.leftover import Leftover


class LastImport(Translated, QFrame):
    """Hidden while there is nothing. `save_wanted` and `forget_wanted` from its buttons."""

    save_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.left: Leftover | None = None
        self.setProperty("surface", "card")
        self._text = PlainLabel(parent=self, wrap=True)
        self.save = Button("", self, kind="link")
        self.forget = Button("", self, kind="link")
        self.save.clicked.connect(self.save_wanted)
        self.forget.clicked.connect(self.forget_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
        row.setSpacing(SPACE[2])
        row.addWidget(self._text, 1)
        row.addWidget(self.save)
        row.addWidget(self.forget)
        self.show_left(None)

    def show_left(self, left: Leftover | None) -> None:
        """Show what was left out, None: nothing."""
        self.left = left
        self.setVisible(left is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.save.setText(self.tr("Save them…"))
        self.forget.setText(self.tr("Forget them"))
        if self.left is not None:
            text = self.tr("%Ln row(s) of {file} were not imported ({time}).", "", len(self.left.left()))
            time = self._kit.formats.relative(self.left.when)
            self._text.setText(text.format(file=visible(self.left.name, limit=80), time=time))
