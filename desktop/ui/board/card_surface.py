"""The surface of a column: what is seen of its cards, painted straight from the rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from desktop.qt.look import Look
from desktop.qt.rows import RowLike
from desktop.qt.safetext import tooltip
from desktop.ui.board.card_model import NAME, CardModel
from desktop.ui.board.card_painter import GAP, CardPainter, CardState


class CardSurface(QTableView):
    """Paints one column's cards: only what is seen, however many there are. `held` is the id of one picked up.

    A table to whoever listens to it instead of looking: a row a card. Nothing else of a table is used.
    """

    def __init__(self, model: CardModel, painter: CardPainter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self._painter = painter
        self._look = look
        self._hovered = -1
        self._wanted = (0, -1)
        self.held = ""
        # Qt's own viewport comes back as a bare pointer, and finding its type costs 9 ms at the first time.
        self._canvas = QWidget(self)
        self.setViewport(self._canvas)
        self._set_up()
        self.setModel(model)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        look.changed.connect(self._take_look)
        self._take_look()

    @property
    def cards(self) -> CardModel:
        """The model shown."""
        return self._cards

    def current_card(self) -> RowLike | None:
        """Return the current card, None when there is none or it is not there yet."""
        index = self.currentIndex()
        return self._cards.row(index.row()) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make a card current and bring it into view; `row` is held within the column."""
        count = self._cards.rowCount()
        if count:
            index = self._cards.index(min(max(row, 0), count - 1), NAME)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def page(self) -> int:
        """Return how many whole cards are seen."""
        return max(1, self._canvas.height() // self._painter.step)

    def row_of(self, customer_id: str) -> int:
        """Return the row of a card among those in sight, -1 when it is not there."""
        first = self.verticalScrollBar().value() // self._painter.step
        near = (self.currentIndex().row(), *range(first, first + self.page() + 2))
        cards = ((row, self._cards.row(row)) for row in near if 0 <= row < self._cards.rowCount())
        return next((row for row, card in cards if card is not None and card.id == customer_id), -1)

    def row_near(self, height: int) -> int:
        """Return the card nearest to a height in the viewport, 0 when there is none."""
        row = (height + self.verticalScrollBar().value() - GAP // 2) // self._painter.step
        return max(0, min(row, self._cards.rowCount() - 1))

    def card_area(self, row: int) -> QRect:
        """Return where a card is in the viewport, seen or not."""
        top = GAP // 2 + row * self._painter.step - self.verticalScrollBar().value()
        return QRect(GAP, top, max(1, self._canvas.width() - 2 * GAP), self._painter.height)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where a card is in the viewport."""
        return self.card_area(index.row()) if index.isValid() else QRect()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Scroll just far enough to show a card."""
        bar = self.verticalScrollBar()
        top = index.row() * self._painter.step
        if top < bar.value():
            bar.setValue(top)
        elif top + self._painter.step + GAP > bar.value() + self._canvas.height():
            bar.setValue(top + self._painter.step + GAP - self._canvas.height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the card at a viewport position; the gaps between belong to none."""
        row = self.row_at(point)
        return self._cards.index(row, NAME) if row >= 0 else QModelIndex()

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,  # noqa: ARG002 - Qt's signature
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002 - Qt's signature
    ) -> QModelIndex:
        """Return the present card: the keys are answered in keyPressEvent."""
        return self.currentIndex()

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Hide nothing but what a card speaks of in one with its name."""
        return index.column() != NAME

    def setSelection(self, rect: QRect, command: object) -> None:
        """Select nothing: a card is current or not."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002 - Qt's signature
        """Nothing is selected."""
        return QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are exposed."""
        painter = QPainter(self._canvas)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        self._want_visible()
        step, offset = self._painter.step, self.verticalScrollBar().value() - GAP // 2
        first = max(0, (event.rect().top() + offset) // step)
        last = min((event.rect().bottom() + offset) // step, self._cards.rowCount() - 1)
        current, focus, ratio = self.currentIndex().row(), self.hasFocus(), self.devicePixelRatioF()
        for row in range(first, last + 1):
            card = self._cards.row(row)
            held = bool(self.held) and card is not None and card.id == self.held
            state = CardState(row == current and focus, row == current and focus, row == self._hovered, held)
            self._painter.paint(painter, self.card_area(row), card, self._cards, state, ratio)

    def dataChanged(
        self,
        top: QModelIndex | QPersistentModelIndex,
        bottom: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the cards anew that are seen: most that arrive are not."""
        area = self.card_area(top.row()).united(self.card_area(bottom.row()))
        self._canvas.update(area.intersected(self._canvas.rect()))

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the number of cards."""
        bar = self.verticalScrollBar()
        whole = self._cards.rowCount() * self._painter.step + GAP
        bar.setPageStep(self._canvas.height())
        bar.setSingleStep(self._painter.step // 2)
        bar.setRange(0, max(0, whole - self._canvas.height()))
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Move what is seen and paint only what comes into view."""
        self._set_hovered(-1)
        self._canvas.scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the new height."""
        super().resizeEvent(event)
        self.updateGeometries()

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse by cards, and answer for tooltips."""
        kind = event.type()
        if kind in {QEvent.Type.HoverEnter, QEvent.Type.HoverMove} and isinstance(event, QHoverEvent):
            self._set_hovered(self.row_at(event.position().toPoint()))
            return True
        if kind in {QEvent.Type.HoverLeave, QEvent.Type.Leave}:
            self._set_hovered(-1)
            return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self._cards.row(self.row_at(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(self._cards.spoken(card) if card else ""), self._canvas)
            return True
        return super().viewportEvent(event)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._canvas.setMouseTracking(True)

    def _take_look(self) -> None:
        self.updateGeometries()
        self._canvas.update()

    def row_at(self, point: QPoint) -> int:
        """Return the card at a viewport position, -1 in a gap."""
        place = point.y() + self.verticalScrollBar().value() - GAP // 2
        row, within = divmod(place, self._painter.step)
        inside = within < self._painter.height and GAP <= point.x() < self._canvas.width() - GAP
        return row if inside and 0 <= row < self._cards.rowCount() else -1

    def _want_visible(self) -> None:
        first = self.verticalScrollBar().value() // self._painter.step
        last = min(first + self.page() + 1, self._cards.rowCount() - 1)
        if (first, last) != self._wanted and last >= first:
            self._wanted = (first, last)
            self._cards.source.want(first, last)

    def _set_hovered(self, row: int) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                if changed >= 0:
                    self._canvas.update(self.card_area(changed))
            self._hovered = row

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._hold(first, last - first + 1)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._hold(first, first - last - 1)

    def _hold(self, first: int, count: int) -> None:
        """Keep the cards in view where they are when others come or go above them."""
        self._wanted = (0, -1)
        bar = self.verticalScrollBar()
        top = bar.value() // self._painter.step
        moved = max(count, first - top) * self._painter.step if bar.value() and first < top else 0
        self.updateGeometries()
        if moved:
            bar.setValue(bar.value() + moved)
        self._canvas.update()

    def _on_reset(self) -> None:
        self._wanted = (0, -1)
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()
        self._canvas.update()
