"""What a form has to say as a whole: lines on a soft ground, with links to what can be done."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.qt.banner import TONE_ICONS, Tone
from desktop.qt.buttons import Button
from desktop.qt.flow import FlowLayout
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import ICON_SMALL, RADIUS_PANEL, SPACE
from desktop.ui.kit import Kit

Deed: TypeAlias = tuple[str, Callable[[], object]]
"""A word on a link and what it does."""


class Notice(QFrame):
    """A text that wraps, and links under it. Hidden until told something."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._tone: Tone = "info"
        self.label = PlainLabel(parent=self, wrap=True)
        self._deeds = QWidget(self)
        self._flow = FlowLayout(self._deeds, spacing=SPACE[2])
        self.links: list[Button] = []
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[0])
        column.addWidget(self.label)
        column.addWidget(self._deeds)
        self._column = column
        kit.look.changed.connect(self._take_look)
        self._take_look()
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Put something between the text and the links."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def tell(self, text: str, deeds: Sequence[Deed] = (), *, tone: Tone = "info") -> None:
        """Show a text and what can be done; "" hides the notice."""
        self._tone = tone
        self.label.setText(text)
        self.setAccessibleName(text)
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(*deed) for deed in deeds]
        self._deeds.setVisible(bool(self.links))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.look.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PANEL, RADIUS_PANEL)
        tint = "accent" if self._tone == "info" else self._tone
        side = self._kit.look.scaled(ICON_SMALL)
        image = self._kit.icons.tinted(TONE_ICONS[self._tone], side, tint, self.devicePixelRatioF())
        painter.drawPixmap(SPACE[2], SPACE[1] + 1, image)

    def _take_look(self) -> None:
        left = SPACE[2] + self._kit.look.scaled(ICON_SMALL) + SPACE[1]
        self._column.setContentsMargins(left, SPACE[1], SPACE[2], SPACE[1])
        self.update()

    def _link(self, word: str, do: Callable[[], object]) -> Button:
        link = Button(word.replace("&", "&&"), self._deeds, kind="link")
        link.clicked.connect(lambda _checked=False: do())
        self._flow.addWidget(link)
        return link
