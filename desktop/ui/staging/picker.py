"""The stage picker: type, Enter, done; how the case ended and a note beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.following.behaviour import StageKind
from desktop.qt.choices import Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import PickerPopup
from desktop.qt.theme import SPACE
from desktop.ui.kit import Kit
from desktop.ui.staging.kinds import KindChoice

_WIDTH = 380


class StagePicker(PickerPopup):
    """The stages in their order. `chosen(stage, kind, note)` when one is picked, by Enter or a click."""

    chosen = Signal(str, object, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._parts: tuple[QWidget, ...] = ()
        super().__init__(kit.look, kit.icons, parent, width=_WIDTH)
        self.kinds = KindChoice(kit, self)
        self.note = QLineEdit(self)
        self.note.setProperty("bare", True)
        self.note.setFrame(False)
        self.note.addAction(kit.icons.icon("note"), QLineEdit.ActionPosition.LeadingPosition)
        self.note.installEventFilter(self)
        self._news = PlainLabel("", self, type="secondary", tone="warning", wrap=True)
        self._news.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[0])
        self._news.hide()
        lines = [QFrame(self), QFrame(self)]
        for line in lines:
            line.setProperty("line", "top")
            line.setFixedHeight(1)
        at = self.body.indexOf(self._foot)
        self._parts = (self._news, lines[0], self.kinds, lines[1], self.note)
        for place, part in enumerate(self._parts):
            self.body.insertWidget(at + place, part)
        self.kinds.chosen.connect(self._on_kind)
        self.picked.connect(self._on_picked)
        self.retranslate()

    def offer(self, choices: Sequence[Choice], current: str) -> None:
        """Offer these stages; the line of `current` (an id) is where keys begin."""
        typed = self.field.text().strip()
        kept = self.list.currentIndex().row() if typed else -1
        self.set_choices(choices)
        place = next((place for place, choice in enumerate(choices) if choice.key == current), 0)
        self._make_current(kept if typed and kept >= 0 else place)

    def tell(self, text: str) -> None:
        """Say something in place, "" for nothing."""
        self._news.setText(text)
        self._news.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Ask for the kinds and the note too."""
        size = super().sizeHint()
        more = sum(part.sizeHint().height() for part in self._parts if not part.isHidden())
        return QSize(size.width(), size.height() + more + SPACE[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the note apply, and the arrows move among the stages."""
        if self._parts and watched is self.note and isinstance(event, QKeyEvent):
            keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down}
            if event.type() == QEvent.Type.KeyPress and event.key() in keys and self._press_key(event):
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        super().retranslate()
        if self._parts:
            self.set_title(self.tr("Search stages…"))
            self.note.setPlaceholderText(self.tr("Note for the history"))
            self.note.setAccessibleName(self.tr("Note for the history"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply by Enter wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_key(event)
            return
        super().keyPressEvent(event)

    def _on_kind(self) -> None:
        self.kinds.choose(self.kinds.kind)

    def _on_picked(self, stage: str) -> None:
        self.chosen.emit(stage, StageKind(self.kinds.kind), self.note.text().strip())
