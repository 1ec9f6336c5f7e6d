"""The editor of a text of several lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, has_unseen, refused, warned
from desktop.qt.buttons import Button
from desktop.qt.safetext import visible
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import mark
from desktop.ui.kit import Kit

LONGEST = 20_000
"""Characters that can be edited here; a longer text is shown in part and kept until it is replaced."""
_EXCERPT = 1_000
_LINES = 3
_PAD = 14


class NoteEditor(FieldEditor):
    """A text of several lines; Tab leaves it."""

    def __init__(self, name: str, kit: Kit, parent: QWidget | None = None, *, required: bool = False) -> None:
        super().__init__(name, kit, parent, required=required)
        self._kept: str | None = None
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + _PAD)
        self._replace = Button("", self, kind="link")
        self._replace.hide()
        self._head.insertWidget(1, self._replace)
        self._put(self.text)
        self._quiet = False
        self.text.textChanged.connect(self._on_typed)
        self._replace.clicked.connect(self._on_replace)
        self.set_value(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._replace.setText(self.tr("Replace"))
        super().retranslate()

    def _show(self, value: FieldValue | None) -> None:
        text = value if isinstance(value, str) else "" if value is None else str(value)
        self._kept = text if len(text) > LONGEST else None
        self._set(text if self._kept is None else visible(text, lines=True, limit=_EXCERPT))
        self._lock(self.read_only)

    def _set(self, text: str) -> None:
        self._quiet = True
        self.text.setPlainText(text)
        self._quiet = False

    def _read(self) -> FieldValue | None:
        return self.text.toPlainText() if self._kept is None else self._kept

    def _find(self) -> Finding | None:
        if self._kept is not None:
            return None if self.changed else warned(self.title(), "too_long_here")
        text = self.text.toPlainText()
        if self.required and not text.strip():
            return refused(self.title(), "missing")
        seen = text.replace("\n", "").replace("\t", "")
        return warned(self.title(), "holds_unseen") if has_unseen(seen) else None

    def _lock(self, on: bool) -> None:
        self.text.setReadOnly(on or self._kept is not None)
        self._replace.setVisible(self._kept is not None and not on)

    def _name_control(self, text: str) -> None:
        self.text.setAccessibleName(text)

    def _mark_control(self, wrong: bool, text: str) -> None:
        mark(self.text, wrong, text)

    def _on_typed(self) -> None:
        if not self._quiet:
            self._on_edited()

    def _on_replace(self) -> None:
        self._kept = None
        self._set("")
        self._lock(self.read_only)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()
