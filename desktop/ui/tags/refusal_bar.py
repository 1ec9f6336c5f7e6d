"""Says that an edit was refused, why, and offers what can be done: edit, try again, discard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.domain.edits.outbox import Entry
from desktop.domain.intents.intent import RemoveTag, RemoveTagGroup
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.icon_label import IconLabel
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.tags.intentwords import wish
from desktop.ui.wording.errortext import sentence


class RefusalBar(Translated, QFrame):
    """Shows one refused entry; hidden when there is none. The signals give its id."""

    edit_wanted = Signal(str)
    retry_wanted = Signal(str)
    discard_wanted = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self.setProperty("line", "top")
        sign = IconLabel("error", kit.icons, self, tone="danger")
        self._text = PlainLabel(parent=self, wrap=True)
        self.edit, self.retry, self.discard = (Button("", self, kind="link") for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[1])
        row.setSpacing(theme.SPACE[2])
        row.addWidget(sign)
        row.addWidget(self._text, 1)
        for button in (self.edit, self.retry, self.discard):
            row.addWidget(button)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._id()))
        self.retry.clicked.connect(lambda: self.retry_wanted.emit(self._id()))
        self.discard.clicked.connect(lambda: self.discard_wanted.emit(self._id()))
        self.hide()
        self.retranslate()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a refused entry, None for none."""
        self.entry = entry
        self.setVisible(entry is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Refused edit"))
        self.edit.setText(self.tr("Edit"))
        self.retry.setText(self.tr("Try again"))
        self.discard.setText(self.tr("Discard"))
        if self.entry is not None:
            why = sentence(self.entry.error) if self.entry.error else ""
            self._text.setText(f"{wish(self.entry.intent)}: {why}" if why else wish(self.entry.intent))
            self.edit.setVisible(not isinstance(self.entry.intent, RemoveTag | RemoveTagGroup))

    def _id(self) -> str:
        return self.entry.id if self.entry is not None else ""
