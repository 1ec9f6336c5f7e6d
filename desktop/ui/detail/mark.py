"""A small pill with an icon and a word: VIP, Blacklisted."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.safetext import visible

_ICON = 12
_LONGEST = 220


class MarkPill(QWidget):
    """A state of the customer, told by icon and word on the soft ground of its tone ("warning", "danger")."""

    def __init__(self, icon: str, tone: str, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._look = look
        self._icons = icons
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def _side(self) -> int:
        return self._look.scaled(_ICON)

    def set_text(self, text: str) -> None:
        """Set the word."""
        self._text = visible(text, limit=80)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for icon and word."""
        metrics = QFontMetrics(self._look.font("small", strong=True))
        width = (
            theme.SPACE[1] + self._side + theme.SPACE[0] + metrics.horizontalAdvance(self._text) + theme.SPACE[1]
        )
        return QSize(min(width + 2, _LONGEST), metrics.height() + theme.SPACE[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        icon = self._icons.tinted(self._icon, self._side, self._tone, self.devicePixelRatioF())
        painter.drawPixmap(theme.SPACE[1], (self.height() - self._side) // 2, icon)
        painter.setFont(self._look.font("small", strong=True))
        painter.setPen(self._look.colour(self._tone))
        words = self.rect().adjusted(theme.SPACE[1] + self._side + theme.SPACE[0], 0, -theme.SPACE[0], 0)
        text = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
