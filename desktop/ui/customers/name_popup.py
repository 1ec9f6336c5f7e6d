"""A small popup that asks for a name, at the place it is for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.popup import Popup
from desktop.qt.room import roomy

_WIDTH = 260
_LONGEST = 40


class NamePopup(Popup):
    """Asks for a name of 1 to 40 characters; `answer` gets it, nothing when it was closed."""

    def __init__(
        self, title: str, button: str, name: str, answer: Callable[[str], None], look: Look, parent: QWidget
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(title)
        self._answer = answer
        self._line = QLineEdit(name, self)
        self._line.setMaxLength(_LONGEST)
        self._line.setMinimumWidth(roomy(_WIDTH))
        self._line.setAccessibleName(title)
        self._go = Button(button, self, kind="primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._go)
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme.SPACE[2],) * 4)
        inner.setSpacing(theme.SPACE[1])
        inner.addWidget(PlainLabel(title, self, strong=True))
        inner.addWidget(self._line)
        inner.addLayout(row)
        self.body.addLayout(inner)
        self._line.returnPressed.connect(self._take)
        self._go.clicked.connect(self._take)
        self._line.textChanged.connect(self._refresh)
        self.closed.connect(self.deleteLater)
        self._refresh()

    def _take_focus(self) -> None:
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _refresh(self) -> None:
        self._go.setEnabled(bool(self._line.text().strip()))

    def _take(self) -> None:
        name = self._line.text().strip()
        if name:
            self.close_popup()
            self._answer(name)
