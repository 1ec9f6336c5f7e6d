"""A list in the rail, below its page: smaller, with how many customers are in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.ui.window.rail import RailItem

_INDENT = theme.SPACE[2] + theme.SPACE[1]


class ListItem(RailItem):
    """A list: icon, name, count at the right end; the icon alone in a narrow rail."""

    def __init__(self, action: QAction, icon: str, look: Look, icons: Icons, parent: QWidget) -> None:
        self._count = ""
        self._name = ""
        super().__init__(action, icon, look, icons, parent)

    def show_list(self, name: str, count: str, exact: str) -> None:
        """Show a name and a count; `exact` is the count as it is read out and told by the tooltip."""
        self._name, self._count = name, count
        self.setAccessibleDescription(exact)
        self.setToolTip(f"{self.action_hint()} · {exact}" if exact else self.action_hint())
        self.setText(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one row, a little lower than a page's."""
        return QSize(self._look.scaled(theme.RAIL_COLLAPSED), self._look.control_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = self.rect()
        size = self._look.scaled(theme.ICON_SMALL - 2)
        left = theme.SPACE[2] + _INDENT - theme.SPACE[0] if self._words else (box.width() - size) // 2
        tint = "accent" if self.isChecked() else "secondary"
        icon = self._icons.tinted(self._icon_name, size, tint, self.devicePixelRatioF())
        painter.drawPixmap(left, (box.height() - size) // 2, icon)
        if not self._words:
            return
        words = box.adjusted(left + size + theme.SPACE[1], 0, -theme.SPACE[1], 0)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("secondary" if self.isChecked() else "faint"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        room = words.width() - painter.fontMetrics().horizontalAdvance(self._count) - theme.SPACE[0]
        painter.setFont(self._look.font("secondary", strong=self.isChecked()))
        painter.setPen(self._look.colour("text" if self.isChecked() or self._hovered else "secondary"))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
