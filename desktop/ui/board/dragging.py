"""Dragging a card with the mouse: a picture of it follows, columns and zones say where it would land."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.qt.popup import SHADOW
from desktop.qt.rows import RowLike
from desktop.qt.theme import RADIUS_PANEL
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.lanes import BoardLanes
from desktop.ui.board.zones import ResultZone, ResultZones

_SCROLL_MS = 40
_SHADE = 28
"""Darkness of the shadow under the picture, 0 to 255."""


class _Ghost(QWidget):
    """The picture under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.hide()

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.resize(picture.deviceIndependentSize().toSize() + QSize(2 * SHADOW, 2 * SHADOW))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setBrush(QColor(0, 0, 0, _SHADE // (SHADOW // 2)))
        for spread in range(SHADOW - 2, 0, -2):
            grown = card.adjusted(-spread, -spread + 3, spread, spread)
            painter.drawRoundedRect(grown, RADIUS_PANEL + spread, RADIUS_PANEL + spread)
        shape = QPainterPath()
        shape.addRoundedRect(card, RADIUS_PANEL, RADIUS_PANEL)
        painter.setClipPath(shape)
        painter.drawPixmap(SHADOW, SHADOW, self._picture)


class CardDragging(QObject):
    """The card that is dragged: `begun`; on a drop `moved(row, column, target)` or `ended(row, column, zone)`."""

    begun = Signal()
    moved = Signal(object, BoardColumn, BoardColumn)
    ended = Signal(object, BoardColumn, ResultZone)

    def __init__(self, lanes: BoardLanes, zones: ResultZones, page: QWidget) -> None:
        super().__init__(page)
        self._lanes = lanes
        self._zones = zones
        self._page = page
        self._ghost = _Ghost(page)
        self._card: RowLike | None = None
        self._grip = QPoint()
        self._place = QPoint()
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._on_scroll)
        lanes.made.connect(self._on_made)

    @property
    def card(self) -> RowLike | None:
        """The card under way, None when nothing is dragged."""
        return self._card

    def cancel(self) -> None:
        """Let the card where it is."""
        self._end()

    def _on_made(self, column: BoardColumn) -> None:
        view = column.view
        view.dragged.connect(lambda place: self._on_dragged(column, place))
        view.dropped.connect(lambda place: self._on_dropped(column, place))
        view.drag_ended.connect(self._end)

    def _on_dragged(self, column: BoardColumn, place: QPoint) -> None:
        if self._card is None and not self._begin(column, place):
            return
        self._place = place
        self._ghost.move(self._page.mapFromGlobal(place) - self._grip)
        zone = self._zones.zone_at(place)
        self._zones.show_target(zone)
        target = None if zone else self._lanes.column_at(place)
        self._lanes.show_target(
            target if target is not column and target is not None and target.stage_id else None
        )

    def _begin(self, column: BoardColumn, place: QPoint) -> bool:
        card = column.view.current_card()
        if card is None:
            return False
        self._card = card
        area: QRect = column.view.card_area(column.view.currentIndex().row())
        canvas = column.view.viewport()
        self._grip = canvas.mapFromGlobal(place) - area.topLeft() + QPoint(SHADOW, SHADOW)
        self._ghost.show_picture(canvas.grab(area))
        self._zones.show()
        self._zones.raise_()
        self._ghost.raise_()
        column.view.held = card.id
        canvas.update()
        self._scroll.start()
        self.begun.emit()
        return True

    def _on_dropped(self, column: BoardColumn, place: QPoint) -> None:
        card = self._card
        if card is None:
            return
        zone, target = self._zones.zone_at(place), self._lanes.column_at(place)
        self._end()
        if zone is not None:
            self.ended.emit(card, column, zone)
        elif target is not None and target is not column:
            self.moved.emit(card, column, target)

    def _on_scroll(self) -> None:
        self._lanes.scroll_under(self._place)

    def _end(self) -> None:
        self._card = None
        self._scroll.stop()
        self._ghost.hide()
        self._zones.hide()
        self._zones.show_target(None)
        self._lanes.show_target(None)
        for column in self._lanes.columns:
            column.view.held = ""
            column.view.viewport().update()
