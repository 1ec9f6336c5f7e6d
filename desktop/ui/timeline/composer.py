"""The box in which a follow-up record is written."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit

_LEAST, _MOST = 2, 7
"""Lines the box is high."""
_QUIET_MS = 400
"""Pause in typing after which the text is kept."""


class _Box(QPlainTextEdit):
    sent = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RecordComposer(Translated, QWidget):
    """Where a record is written.

    `saved` with the text on Ctrl+Return or the button; `kept` with the text when typing pauses, to be kept as a
    draft; `left` on Esc, which loses nothing.
    """

    saved = Signal(str)
    kept = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.box = _Box(self)
        self.box.setTabChangesFocus(True)
        self._hint = PlainLabel(parent=self, type="secondary", tone="faint", elide=True)
        self._save = Button("", self, kind="primary")
        self._pause = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self.box.textChanged.connect(self._on_text)
        self.box.sent.connect(self._on_save)
        self.box.left.connect(self.left)
        self._save.clicked.connect(self._on_save)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[2], theme.SPACE[3], theme.SPACE[1])
        column.setSpacing(theme.SPACE[1])
        column.addWidget(self.box)
        column.addLayout(foot)
        kit.look.changed.connect(self._fit)
        self.retranslate()
        self._show_state()

    @property
    def text(self) -> str:
        """What is written."""
        return self.box.toPlainText()

    def show_text(self, text: str) -> None:
        """Put a text into the box without telling."""
        self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.blockSignals(False)
        self._pause.stop()
        self._show_state()

    def keep(self) -> None:
        """Hand over what was typed since the last pause."""
        self._pause.stop()
        self.kept.emit(self.text)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.box.setPlaceholderText(self.tr("What happened? Write a follow-up record…"))
        self.box.setAccessibleName(self.tr("New follow-up record"))
        self._save.setText(self.tr("Save record"))
        self._save.setToolTip(self.tr("Save the record (Ctrl+Return)"))
        self._hint.setText(self.tr("Cannot be changed or deleted later"))
        self._hint.set_hint(self.tr("Sobot has no way to change or delete a record once it was sent."))

    def _on_text(self) -> None:
        self._pause.start()
        self._show_state()

    def _show_state(self) -> None:
        written = bool(self.text.strip())
        self._save.setEnabled(written)
        for part in (self._save, self._hint):
            part.setVisible(written)
        self._fit()

    def _on_save(self) -> None:
        if self.text.strip():
            self._pause.stop()
            self.saved.emit(self.text.strip())

    def _fit(self) -> None:
        # Its document counts lines, those that wrapped too.
        lines = max(_LEAST, min(_MOST, round(self.box.document().size().height())))
        high = QFontMetrics(self._kit.look.font()).lineSpacing()
        self.box.setFixedHeight(lines * high + 2 * theme.SPACE[1] + 2)
