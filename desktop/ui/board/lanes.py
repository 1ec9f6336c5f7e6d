"""The columns side by side: they scroll sideways, keys go from one to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop.qt.room import roomy
from desktop.qt.theme import SPACE
from desktop.ui.board.column import BoardColumn

_LEAST, _MOST = 236, 320
_AT_ONCE = 5
"""Columns made when the page opens; the others, not in sight, follow one by one."""
_LATER_MS = 100
"""Between two that follow: those in sight are painted first."""
_STRETCH = 24
"""Pixels at the edges of a view where a dragged card makes it scroll."""


class BoardLanes(QScrollArea):
    """The columns in the order of the stages; `make` makes one for the id of a stage.

    `made(column)` for a new column; `current_moved(id)` when another card is current; `seen_changed` when other
    columns may be in sight.
    """

    made = Signal(BoardColumn)
    current_moved = Signal(str)
    seen_changed = Signal()

    def __init__(self, make: Callable[[str, QWidget], BoardColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._inside = QWidget(self)
        self._row = QHBoxLayout(self._inside)
        self._row.setSpacing(SPACE[1])
        self._columns: dict[str, BoardColumn] = {}
        self._order: list[str] = []
        self._current = ""
        self._wanted: tuple[tuple[str, str], ...] = ()
        self._later = QTimer(self, interval=_LATER_MS)
        self._later.timeout.connect(self._add_next)
        self._width = _LEAST
        self.setWidgetResizable(True)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalScrollBar().valueChanged.connect(self.seen_changed)

    @property
    def columns(self) -> list[BoardColumn]:
        """The columns in their order."""
        return [self._columns[stage_id] for stage_id in self._order]

    @property
    def current(self) -> BoardColumn | None:
        """The column keys go to, or went to last; the first one when there was none."""
        return self._columns.get(self._current) or next(iter(self.columns), None)

    def column(self, stage_id: str) -> BoardColumn | None:
        """Return the column of a stage, None when it is not shown."""
        return self._columns.get(stage_id)

    @property
    def seen(self) -> list[str]:
        """The stages whose columns are in sight, from left to right."""
        step, left = self._width + SPACE[1], self.horizontalScrollBar().value() - SPACE[3]
        return self._order[max(0, left // step) : max(0, (left + self.viewport().width()) // step + 1)]

    def beside(self, stage_id: str, step: int) -> BoardColumn | None:
        """Return the column so many steps to the right, None beyond the ends."""
        place = self._order.index(stage_id) + step if stage_id in self._order else -1
        return self._columns[self._order[place]] if 0 <= place < len(self._order) else None

    def show_stages(self, stages: Sequence[tuple[str, str]]) -> list[BoardColumn]:
        """Show the columns of these stages (id, name), in this order; return those that are no longer shown."""
        wanted = dict(stages)
        gone = [self._columns.pop(one) for one in tuple(self._columns) if one not in wanted]
        for column in gone:
            self._row.removeWidget(column)
            column.close_column()
            column.deleteLater()
        self._wanted = tuple(stages)
        fresh = [stage_id for stage_id, _ in stages if stage_id not in self._columns]
        self._arrange(fresh[:_AT_ONCE])
        self._later.start() if fresh[_AT_ONCE:] else self._later.stop()
        return gone

    def go_to(self, column: BoardColumn, row: int) -> None:
        """Give a column the focus, with a card current and in view."""
        column.view.setFocus(Qt.FocusReason.OtherFocusReason)
        column.view.go_to(row)
        self.ensureWidgetVisible(column, SPACE[3], 0)

    def column_at(self, place: QPoint) -> BoardColumn | None:
        """Return the column at a global position; its whole height counts."""
        spot = self._inside.mapFromGlobal(place)
        inside = self.viewport().rect().contains(self.viewport().mapFromGlobal(place))
        hit = [one for one in self.columns if inside and one.geometry().contains(spot)]
        return hit[0] if hit else None

    def show_target(self, target: BoardColumn | None) -> None:
        """Show where a card would land."""
        for column in self.columns:
            column.show_target(column is target)

    def scroll_under(self, place: QPoint) -> None:
        """Scroll a step when a dragged card is at an edge."""
        spot, bar = self.viewport().mapFromGlobal(place), self.horizontalScrollBar()
        if spot.x() < _STRETCH:
            bar.setValue(bar.value() - _STRETCH)
        elif spot.x() > self.viewport().width() - _STRETCH:
            bar.setValue(bar.value() + _STRETCH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width; the column keys go to stays in sight."""
        super().resizeEvent(event)
        self.fit()
        column = self._columns.get(self._current)
        if column is not None:
            QTimer.singleShot(0, column, lambda: self.ensureWidgetVisible(column, SPACE[3], 0))

    def _add_next(self) -> None:
        """Add one more of the columns that are not in sight at first: each takes a few milliseconds."""
        fresh = [stage_id for stage_id, _ in self._wanted if stage_id not in self._columns]
        self._arrange(fresh[:1])
        if not fresh[1:]:
            self._later.stop()

    def _arrange(self, fresh: Sequence[str]) -> None:
        shown = [(stage_id, name) for stage_id, name in self._wanted if stage_id in {*self._columns, *fresh}]
        for place, (stage_id, name) in enumerate(shown):
            if stage_id in fresh:
                self._add(stage_id)
            column = self._columns[stage_id]
            column.show_name(name)
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column)
        self._order = [stage_id for stage_id, _ in shown]
        self.fit()

    def _add(self, stage_id: str) -> None:
        column = self._make(stage_id, self._inside)
        self._columns[stage_id] = column
        column.view.stepped.connect(lambda side: self._step(column, side))
        column.view.focused.connect(lambda: self._on_focused(column))
        column.view.current_moved.connect(lambda card: self._on_current(column, card))
        self.made.emit(column)

    def _step(self, column: BoardColumn, side: int) -> None:
        beside = self.beside(column.stage_id, side)
        if beside is None:
            return
        # Keep the height of the eye: the card beside the one that was current.
        top = column.view.card_area(column.view.currentIndex().row()).center().y()
        row = beside.view.row_near(top)
        self.go_to(beside, row)

    def _on_focused(self, column: BoardColumn) -> None:
        self._current = column.stage_id
        self.ensureWidgetVisible(column, SPACE[3], 0)
        card = column.view.current_card()
        if card is not None:
            self.current_moved.emit(card.id)

    def _on_current(self, column: BoardColumn, card: str) -> None:
        if column.view.hasFocus():
            self.current_moved.emit(card)

    def fit(self) -> None:
        """Share the room out anew: the window or the text has another size."""
        count = max(1, len(self._wanted))
        room = self.viewport().width() - 2 * SPACE[3] - (count - 1) * SPACE[1]
        width = min(max(room // count, roomy(_LEAST)), roomy(_MOST))
        self._width = width
        for column in self.columns:
            column.setFixedWidth(width)
        # With the room of those that follow, and at once: when they come, nothing moves.
        coming = count - max(1, len(self._order))
        self._row.setContentsMargins(SPACE[3], 0, SPACE[3] + coming * (width + SPACE[1]), SPACE[2])
        self._inside.setMinimumWidth(2 * SPACE[3] + count * (width + SPACE[1]) - SPACE[1])
        self.seen_changed.emit()
