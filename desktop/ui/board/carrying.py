"""Moving a card without a mouse: picked up by M, arrows say where to, Enter drops, Escape lets it be."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.following.behaviour import StageKind
from desktop.qt.rows import RowLike
from desktop.qt.waiting import Waiting
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.lanes import BoardLanes
from desktop.ui.board.moves import BoardMoves
from desktop.ui.board.zones import ResultZones

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DROPS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_M)


class CardCarrying(QObject):
    """The keys that move cards. `begun` when one is picked up."""

    begun = Signal()

    def __init__(self, lanes: BoardLanes, zones: ResultZones, moves: BoardMoves, page: QWidget) -> None:
        super().__init__(page)
        self._lanes = lanes
        self._zones = zones
        self._moves = moves
        self._page = page
        self._card: RowLike | None = None
        self._from: BoardColumn | None = None
        self._to: BoardColumn | None = None
        self._waiting = Waiting(self)
        lanes.made.connect(self._on_made)

    @property
    def carrying(self) -> bool:
        """Whether a card is picked up."""
        return self._card is not None

    def step(self, side: int) -> None:
        """Move the current card to the next column at a side."""
        if self.carrying:
            self._aim(side)
        else:
            self._with_card(partial(self._step, side))

    def end(self, kind: StageKind) -> None:
        """Say how the case of the current card ended."""
        self.cancel()
        self._with_card(lambda card, column: self._moves.end(card, column, kind))

    def ask(self) -> None:
        """Open the stage picker at the current card."""
        self.cancel()
        self._with_card(self._moves.ask)

    def pick_up(self) -> None:
        """Pick the current card up, or drop the one that is."""
        if self.carrying:
            self._drop()
        else:
            self._with_card(self._pick_up)

    def _pick_up(self, card: RowLike, column: BoardColumn) -> None:
        self._card, self._from, self._to = card, column, column
        column.view.held = card.id
        column.view.viewport().update()
        self._zones.show()
        self._zones.raise_()
        self.begun.emit()
        text = self.tr("{customer} picked up. Left and Right choose the stage, Enter drops, Esc lets it be.")
        self._say(text.format(customer=column.model.name(card)))

    def cancel(self) -> None:
        """Let the card where it is."""
        self._waiting.cancel()
        self._card = self._to = self._from = None
        self._zones.hide()
        self._lanes.show_target(None)
        for column in self._lanes.columns:
            column.view.held = ""
            column.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys while a card is picked up; it is dropped nowhere when they go elsewhere."""
        if self.carrying and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if self.carrying and event.type() == QEvent.Type.FocusOut:
            self.cancel()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._aim(_STEPS[key])
        elif key in _DROPS:
            self._drop()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
            self._say(self.tr("Left where it was"))
        return key not in {Qt.Key.Key_W, Qt.Key.Key_L, Qt.Key.Key_I, Qt.Key.Key_S}

    def _aim(self, side: int) -> None:
        target = self._lanes.beside(self._to.stage_id, side) if self._to is not None else None
        if target is None or (not target.stage_id and target is not self._from):
            return
        self._to = target
        self._lanes.show_target(None if target is self._from else target)
        self._lanes.ensureWidgetVisible(target)
        self._say(self.tr("To {stage}").format(stage=target.name))

    def _drop(self) -> None:
        card, source, target = self._card, self._from, self._to
        self.cancel()
        if card is not None and source is not None and target is not None and source is not target:
            self._moves.move(card, source, target)

    def _step(self, side: int, card: RowLike, column: BoardColumn) -> None:
        target = self._lanes.beside(column.stage_id, side)
        if target is None:
            self._say(self.tr("There is no stage further on"))
        else:
            self._say(self.tr("To {stage}").format(stage=target.name))
            self._moves.move(card, column, target)

    def _with_card(self, then: Callable[[RowLike, BoardColumn], None]) -> None:
        """Call `then` with the current card, which may be just being read, unless another becomes current."""
        column = self._lanes.current
        if column is None:
            return
        at = QPersistentModelIndex(column.view.currentIndex())

        def go_on() -> None:
            card = column.view.current_card()
            if card is not None and at == QPersistentModelIndex(column.view.currentIndex()):
                then(card, column)

        self._waiting.begin(lambda: column.view.settled, go_on)

    def _on_made(self, column: BoardColumn) -> None:
        column.view.installEventFilter(self)
        column.view.came.connect(self._waiting.look)

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, text))
