"""The editor of a text on one line."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, check_field, has_unseen, refused, warned, without_unseen
from desktop.qt.buttons import Button
from desktop.qt.safetext import visible
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.kit import Kit

LONGEST = 2_000
"""Characters that can be edited in a line; a longer text is shown in part and kept until it is replaced."""
_EXCERPT = 200
_NEAR = 0.8


class LineEditor(FieldEditor):
    """A text. `limit` characters are counted aloud when they come near; `tidy` makes it neat when it is left."""

    def __init__(
        self,
        name: str,
        kit: Kit,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        limit: int = 0,
        check: Callable[[str], Finding | None] | None = None,
        tidy: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(name, kit, parent, required=required)
        self._limit = limit
        self._check = check or (lambda text: check_field(name, text))
        self._tidy = tidy or str.strip
        self._kept: str | None = None
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self._replace = Button("", self, kind="link")
        self._replace.hide()
        self._head.insertWidget(1, self._replace)
        self._put(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_left)
        self._replace.clicked.connect(self._on_replace)
        self.set_value(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._replace.setText(self.tr("Replace"))
        super().retranslate()

    def refresh(self) -> None:
        """Say what is to be said, and count."""
        count = len(self.line.text()) if self._kept is None else len(self._kept)
        near = bool(self._limit) and count >= self._limit * _NEAR
        self._aside.setVisible(near)
        self._aside.setText(f"{count}/{self._limit}" if near else "")
        self._aside.set_tone("danger" if count > self._limit else "faint")
        super().refresh()

    def _show(self, value: FieldValue | None) -> None:
        text = value if isinstance(value, str) else "" if value is None else str(value)
        self._kept = text if len(text) > LONGEST else None
        self.line.setText(text if self._kept is None else visible(text, limit=_EXCERPT))
        self.line.setCursorPosition(0)
        self._lock(self.read_only)

    def _read(self) -> FieldValue | None:
        return self.line.text() if self._kept is None else self._kept

    def _find(self) -> Finding | None:
        if self._kept is not None:
            return warned(self.name, "too_long_here") if not self.changed else None
        text = self.line.text()
        if self.required and not text.strip():
            return refused(self.title(), "missing")
        found = self._check(text)
        return found or (warned(self.title(), "holds_unseen") if has_unseen(text) else None)

    def _lock(self, on: bool) -> None:
        self.line.setReadOnly(on or self._kept is not None)
        self._replace.setVisible(self._kept is not None and not on)

    def _name_control(self, text: str) -> None:
        self.line.setAccessibleName(text)

    def _mark_control(self, wrong: bool, text: str) -> None:
        mark(self.line, wrong, text)

    def _on_typed(self, text: str) -> None:
        clean = without_unseen(text)
        if clean != text:
            at = len(without_unseen(text[: self.line.cursorPosition()]))
            self.line.setText(clean)
            self.line.setCursorPosition(at)
        self._on_edited()

    def _on_left(self) -> None:
        tidy = self._tidy(self.line.text())
        if self._kept is None and self._begun and tidy != self.line.text():
            self.line.setText(tidy)
            self._on_edited()

    def _on_replace(self) -> None:
        self._kept = None
        self.line.clear()
        self._lock(self.read_only)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()


def mark(control: QWidget, wrong: bool, text: str) -> None:
    """Mark a control as wrong or right and describe it so to a screen reader."""
    control.setAccessibleDescription(text)
    if bool(control.property("invalid")) != wrong:
        control.setProperty("invalid", wrong)
        control.style().unpolish(control)
        control.style().polish(control)
