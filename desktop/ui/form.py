"""One field of a form: its name above, a hint or what is wrong with it below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.ui.errortext import sentence


class FormField(QWidget):
    """A control with its name and the line that explains or corrects it."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = ""
        self._error: AppError | None = None
        self._label = PlainLabel(parent=self)
        self._label.setBuddy(control)
        self._note = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[0])
        for part in (self._label, control, self._note):
            column.addWidget(part)
        self._refresh()

    def set_texts(self, label: str, hint: str = "") -> None:
        """Set the name and the hint."""
        self._label.setText(label)
        self._hint = hint
        self.control.setAccessibleName(label)
        self._refresh()

    def show_error(self, error: AppError | None) -> None:
        """Say what is wrong with the value, None for nothing."""
        self._error = error
        self._refresh()

    def _refresh(self) -> None:
        text = sentence(self._error) if self._error else self._hint
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note.set_tone("danger" if self._error else "faint")
        self.control.setProperty("invalid", self._error is not None)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.setAccessibleDescription(text)
