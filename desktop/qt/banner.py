"""A quiet strip over a page that says how things stand."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.qt.buttons import Button
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.theme import ICON_SMALL, RADIUS_PANEL, SPACE

Tone: TypeAlias = Literal["info", "warning", "danger", "success"]

TONE_ICONS = {"info": "info", "warning": "warning", "danger": "error", "success": "success"}


class Banner(QFrame):
    """One line of text, or as many as it needs, on a soft ground, with at most one button. Hidden at first.

    `acted` is emitted when the button is pressed.
    """

    acted = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._tone: Tone = "info"
        self._icon = ""
        self._text = PlainLabel("", self, elide=True)
        self._whole = PlainLabel("", self, wrap=True)
        self._whole.hide()
        self._button = Button("", self, kind="link")
        self._button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[2])
        self._row = row
        row.addWidget(self._text, 1)
        row.addWidget(self._whole, 1)
        row.addWidget(self._button)
        look.changed.connect(self._take_look)
        self._take_look()
        self.hide()

    def tell(
        self, text: str, *, tone: Tone = "info", action: str = "", icon: str = "", whole: bool = False
    ) -> None:
        """Show `text`; `action` is the verb on the button, "" for none; `icon` replaces the tone's own.

        `whole`: the text takes as many lines as it needs instead of ending in "…".
        """
        self._tone = tone
        self._icon = icon or TONE_ICONS[tone]
        self._text.setText(text)
        self._whole.setText(text)
        self._text.setVisible(not whole)
        self._whole.setVisible(whole)
        self.updateGeometry()
        self._button.setText(action.replace("&", "&&"))
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.update()
        self.show()

    def still(self) -> None:
        """Have nothing to say."""
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for one comfortable line, or for what the whole text needs."""
        line = self._look.control_height + SPACE[1]
        row = self.layout()
        if row is None or self._whole.isHidden():
            return QSize(200, line)
        return QSize(200, max(line, row.totalHeightForWidth(self.width()) + SPACE[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other lines at another width."""
        super().resizeEvent(event)
        if not self._whole.isHidden():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PANEL, RADIUS_PANEL)
        tint = "accent" if self._tone == "info" else self._tone
        side = self._look.scaled(ICON_SMALL)
        image = self._icons.tinted(self._icon, side, tint, self.devicePixelRatioF())
        painter.drawPixmap(SPACE[2], (self.height() - side) // 2, image)

    def _take_look(self) -> None:
        left = SPACE[2] + self._look.scaled(ICON_SMALL) + SPACE[1]
        self._row.setContentsMargins(left, SPACE[0], SPACE[2], SPACE[0])
        self.update()
