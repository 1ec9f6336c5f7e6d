"""One text in one language, as plain text, with a button that copies it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.qt.buttons import IconButton
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit


class TextRow(Translated, QFrame):
    """A heading over a text; markup is shown as the characters it is."""

    def __init__(self, title: str, text: str, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._raw = text
        self._heading = title
        self.text = PlainLabel(text, self, wrap=True, copyable=True)
        self._title = PlainLabel(title, self, type="secondary", tone="secondary", elide=True)
        self.copy = IconButton(kit.icons.icon("copy"), "", self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._raw))
        head = QHBoxLayout()
        head.setSpacing(SPACE[0])
        head.addWidget(self._title, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.copy.set_name(self.tr("Copy: {title}").format(title=self._heading))
        self.copy.setEnabled(bool(self._raw))
        if not self._raw:
            self.text.setText(self.tr("No text in this language"))
            self.text.set_tone("faint")
