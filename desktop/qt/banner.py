"""A quiet strip over a page that says how things stand."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.qt.buttons import Button
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.theme import ICON_SMALL, RADIUS_PANEL, SPACE

BannerTone: TypeAlias = Literal["info", "warning", "danger", "success"]

_ICONS = {"info": "info", "warning": "warning", "danger": "error", "success": "success"}


class Banner(QFrame):
    """One line of text on a soft ground, with at most one button. Hidden until told something.

    `acted` is emitted when the button is pressed.
    """

    acted = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._tone: BannerTone = "info"
        self._icon = ""
        self._text = PlainLabel("", self, elide=True)
        self._button = Button("", self, kind="link")
        self._button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2] + ICON_SMALL + SPACE[1], SPACE[0], SPACE[2], SPACE[0])
        row.setSpacing(SPACE[2])
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        look.changed.connect(self.update)
        self.hide()

    def tell(self, text: str, *, tone: BannerTone = "info", action: str = "", icon: str = "") -> None:
        """Show `text`; `action` is the verb on the button, "" for none; `icon` replaces the tone's own."""
        self._tone = tone
        self._icon = icon or _ICONS[tone]
        self._text.setText(text)
        self._button.setText(action.replace("&", "&&"))
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.update()
        self.show()

    def still(self) -> None:
        """Have nothing to say."""
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for one comfortable line."""
        return QSize(200, self._look.control_height + SPACE[1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PANEL, RADIUS_PANEL)
        tint = "accent" if self._tone == "info" else self._tone
        image = self._icons.tinted(self._icon, ICON_SMALL, tint, self.devicePixelRatioF())
        painter.drawPixmap(SPACE[2], (self.height() - ICON_SMALL) // 2, image)
