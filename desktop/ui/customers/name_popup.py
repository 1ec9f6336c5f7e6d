"""A small popup that asks for a name, at the place it is for."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel

_WIDTH = 280
_LONGEST = 40


class NamePopup(QFrame):
    """Asks for a name of 1 to 40 characters; `answer` gets it, nothing when it was closed."""

    def __init__(self, title: str, button: str, name: str, answer: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(title)
        self._answer = answer
        self._line = QLineEdit(name, self)
        self._line.setMaxLength(_LONGEST)
        self._line.setAccessibleName(title)
        self._line.selectAll()
        self._go = QPushButton(button, self)
        self._go.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[2],) * 4)
        column.setSpacing(theme.SPACE[1])
        column.addWidget(PlainLabel(title, self, strong=True))
        column.addWidget(self._line)
        column.addLayout(row)
        self._line.returnPressed.connect(self._take)
        self._go.clicked.connect(self._take)
        self._line.textChanged.connect(self._refresh)
        self._refresh()

    def open_at(self, place: QPoint) -> None:
        """Show it with its upper left corner at a global position, inside the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        place = QPoint(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.move(place)
        self.show()
        self._line.setFocus()

    def _refresh(self) -> None:
        self._go.setEnabled(bool(self._line.text().strip()))

    def _take(self) -> None:
        name = self._line.text().strip()
        if name:
            self.close()
            self._answer(name)
