"""Where a card is dropped that has come to its end: won, lost, invalid."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.following.behaviour import StageKind
from desktop.qt.look import Look
from desktop.qt.theme import ICON_LARGE, RADIUS_PANEL, RING, SPACE
from desktop.ui.kit import Kit
from desktop.ui.staging.wording import LOOKS, kind_text

RESULTS = (StageKind.ORDER_WON, StageKind.ORDER_LOST, StageKind.INVALID)
_HEIGHT = 64
_SOFT = {"success": "success_soft", "danger": "danger_soft", "secondary": "surface"}


class ResultZone(QWidget):
    """One result. `keys` is what does the same without a mouse."""

    def __init__(self, kind: StageKind, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.keys = ""
        self._kit = kit
        self._target = False
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        kit.look.changed.connect(self.update)

    def show_target(self, target: bool) -> None:
        """Show whether a card would land here."""
        if target is not self._target:
            self._target = target
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, edge, icon, word and keys."""
        look: Look = self._kit.look
        icon, tone = LOOKS[self.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour(_SOFT[tone]))
        pen = QPen(look.colour(tone), RING if self._target else 1)
        if not self._target:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PANEL, RADIUS_PANEL)
        text = kind_text(self.kind)
        painter.setFont(look.font(strong=True))
        metrics = painter.fontMetrics()
        width = ICON_LARGE + SPACE[1] + metrics.horizontalAdvance(text)
        left = (self.width() - width) // 2
        pixmap = self._kit.icons.tinted(icon, ICON_LARGE, tone, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - ICON_LARGE) // 2, pixmap)
        painter.setPen(look.colour("text"))
        area = self.rect().adjusted(left + ICON_LARGE + SPACE[1], 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("faint"))
        end = self.rect().adjusted(0, 0, -SPACE[2], 0)
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.keys)


class ResultZones(QWidget):
    """The zones side by side, at the bottom of the board while a card is dragged or picked up."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.zones: Sequence[ResultZone] = [ResultZone(kind, kit, self) for kind in RESULTS]
        self._look = kit.look
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[2])
        row.setSpacing(SPACE[1])
        for zone in self.zones:
            row.addWidget(zone, 1)
        self.hide()

    def zone_at(self, place: QPoint) -> ResultZone | None:
        """Return the zone at a global position."""
        hit = [one for one in self.zones if self.isVisible() and one.rect().contains(one.mapFromGlobal(place))]
        return hit[0] if hit else None

    def show_target(self, target: ResultZone | None) -> None:
        """Show where a card would land."""
        for zone in self.zones:
            zone.show_target(zone is target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: the zones lie over the columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
