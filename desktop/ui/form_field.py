"""One field of a form: its name above, a hint or what is wrong with it below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.ui.wording.errortext import sentence


class FormField(QWidget):
    """A control with its name and the line that explains or corrects it."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = ""
        self._wrong = ""
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
        self.show_text(sentence(error) if error else "")

    def show_text(self, text: str) -> None:
        """Say what is wrong in words of the form's own, "" for nothing."""
        self._wrong = text
        self._refresh()

    def _refresh(self) -> None:
        text = self._wrong or self._hint
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note.set_tone("danger" if self._wrong else "faint")
        self.control.setProperty("invalid", bool(self._wrong))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.setAccessibleDescription(text)
