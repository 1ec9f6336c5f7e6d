"""An icon that stands alone and follows the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.room import roomy


class IconLabel(QWidget):
    """Paints an icon of `size` pixels at text size 1 in the colour of a token, whatever theme is shown."""

    def __init__(
        self,
        name: str,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        size: int = theme.ICON_SMALL,
        tone: str = "secondary",
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._icons = icons
        self._size = size
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str = "secondary") -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the icon's own size."""
        return QSize(roomy(self._size), roomy(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        image = self._icons.tinted(self._name, roomy(self._size), self._tone, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, image)
