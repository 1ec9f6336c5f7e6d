"""The cards of a column: keys and mouse on what the surface paints."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.qt.look import Look
from desktop.ui.board.card_model import CardModel
from desktop.ui.board.card_painter import CardPainter
from desktop.ui.board.card_surface import CardSurface


class CardView(CardSurface):
    """One column's cards.

    `current_moved(id)` when another card is current; `opened(id)` by Enter or a double click; `peeked(id)` by
    Space; `stepped(side)` when Left (-1) or Right (1) asks for the next column; `dragged(place)`, `dropped(place)`
    in global coordinates while a card is dragged, `drag_ended` when that is over or given up; `focused` when keys
    come here; `came` when the current card may be there that was on its way.
    """

    current_moved = Signal(str)
    opened = Signal(str)
    peeked = Signal(str)
    stepped = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_ended = Signal()
    focused = Signal()
    came = Signal()

    def __init__(self, model: CardModel, painter: CardPainter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(model, painter, look, parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._announced = ""
        model.dataChanged.connect(self._announce)
        model.rowsInserted.connect(self._announce)
        model.rowsRemoved.connect(self._announce)
        model.modelReset.connect(self._begin_anew)
        self.selectionModel().currentChanged.connect(self._on_current)
        for stirred in (model.dataChanged, model.modelReset, model.rowsInserted, model.rowsRemoved):
            stirred.connect(self.came)

    @property
    def settled(self) -> bool:
        """Whether the current card is there, or there is none."""
        return not self.currentIndex().isValid() or self.current_card() is not None

    def give_up_drag(self) -> None:
        """Let the card where it is."""
        if self._dragging:
            self._dragging = False
            self._pressed = None
            self.drag_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards; other columns and other keys are somebody else's."""
        row = self._target(event)
        if row is not None:
            self.go_to(row)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not _modified(event):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif not self._act(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the card current; it may be dragged from here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        row = self.row_at(event.position().toPoint())
        if row >= 0:
            self.go_to(row)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if row >= 0 and left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or go on."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._dragging and far < QApplication.startDragDistance():
            return
        if not self._dragging and self.current_card() is None:
            return
        self._dragging = True
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the card where it is now."""
        if self._dragging:
            self._dragging = False
            self.dropped.emit(event.globalPosition().toPoint())
            self.drag_ended.emit()
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        card = self._cards.row(self.row_at(event.position().toPoint()))
        if card is not None:
            self.opened.emit(card.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current card as soon as one can move."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)
        self.focused.emit()
        self._canvas.update(self.visualRect(self.currentIndex()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere; a card under way stays where it was."""
        super().focusOutEvent(event)
        self.give_up_drag()
        self._canvas.update(self.visualRect(self.currentIndex()))

    def _target(self, event: QKeyEvent) -> int | None:
        if _modified(event):
            return None
        current, last = self.currentIndex().row(), self._cards.rowCount() - 1
        return {
            Qt.Key.Key_Up: current - 1,
            Qt.Key.Key_Down: current + 1,
            Qt.Key.Key_PageUp: current - self.page(),
            Qt.Key.Key_PageDown: current + self.page(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))

    def _act(self, event: QKeyEvent) -> bool:
        card = self.current_card()
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self.give_up_drag()
        elif card is None or _modified(event):
            return False
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(card.id)
        elif event.key() == Qt.Key.Key_Space:
            self.peeked.emit(card.id)
        else:
            return False
        return True

    def _begin_anew(self) -> None:
        if self.hasFocus():
            self.go_to(0)
        self._announce()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        for index in (now, before):
            if index.isValid():
                self._canvas.update(self.card_area(index.row()))
        self._announce()

    def _announce(self) -> None:
        card = self.current_card()
        shown = card.id if card is not None else ""
        if shown != self._announced:
            self._announced = shown
            if shown:
                self.current_moved.emit(shown)


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
