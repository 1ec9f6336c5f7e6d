"""A layout that sets widgets in lines, as text is set; a frame whose content stirs no layout around it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets side by side, a new line where one is full; `spacing` pixels between them both ways."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Claim no more room than asked for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at `width`."""
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Set the widgets into lines."""
        super().setGeometry(area)
        self._arranged(area, move=True)

    def sizeHint(self) -> QSize:
        """Ask for what the widest item needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arranged(self, area: QRect, *, move: bool) -> int:
        inner = area.marginsRemoved(self.contentsMargins())
        gap = self.spacing()
        left, top, line = inner.x(), inner.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), max(inner.width(), item.minimumSize().width()))
            if left > inner.x() and left + width > inner.x() + inner.width():
                left, top, line = inner.x(), top + line + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, hint.height())))
            left += width + gap
            line = max(line, hint.height())
        margins = self.contentsMargins()
        return top + line - area.y() + margins.bottom()


class Enclosure(QFrame):
    """A frame that gives `inside` all its room, whatever that asks for.

    A text that changes has every layout up to the window done anew, unless something in between has a fixed size:
    with a text that changes at each key that is a millisecond a key.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QWidget(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for what the content needs, when somebody wants to know."""
        return self.inside.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hand all room on."""
        super().resizeEvent(event)
        room = self.contentsRect()
        self.inside.move(room.topLeft())
        self.inside.setFixedSize(room.size())
