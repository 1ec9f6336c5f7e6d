"""Whom the board points at."""

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, Signal

from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.lanes import BoardLanes


class CardPointing(QObject):
    """The customer of the current card."""

    came = Signal()

    def __init__(self, lanes: BoardLanes) -> None:
        super().__init__(lanes)
        self._lanes = lanes
        self.query = Query()
        lanes.made.connect(self._on_made)

    @property
    def settled(self) -> bool:
        """Whether the current card is there."""
        column = self._lanes.current
        return column is None or column.view.settled

    @property
    def spot(self) -> QPersistentModelIndex:
        """The current card."""
        column = self._lanes.current
        return QPersistentModelIndex() if column is None else QPersistentModelIndex(column.view.currentIndex())

    def chosen(self) -> Selection:
        """Return the customer of the card."""
        column = self._lanes.current
        card = column.view.current_card() if column is not None else None
        return Selection(ids=frozenset({card.id} if card is not None else ()))

    def count(self, selection: Selection) -> int:
        """Return how many customers a selection holds."""
        return len(selection.ids)

    def place(self, _column: str) -> QRect:
        """Return where the card is."""
        column = self._lanes.current
        return QRect() if column is None else column.card_area(max(0, column.view.currentIndex().row()))

    def _on_made(self, column: BoardColumn) -> None:
        column.view.came.connect(self.came)
