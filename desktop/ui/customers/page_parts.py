"""The parts of the customers page that its first rows do without: each is made when first asked for."""

# ruff: noqa: PLC0415 -- what is asked for later would else be loaded before the first rows
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.domain.query import Condition
from desktop.qt.buttons import IconButton
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from desktop.ui.actions.registry import Actions
from desktop.ui.customers.query_state import QueryState
from desktop.ui.filters.bar import FilterBar
from desktop.ui.kit import Kit
from desktop.ui.wording.words import AccountWords

if TYPE_CHECKING:
    from desktop.ui.customers.states import ListState
    from desktop.ui.filters.asking import FilterAsking


class PageParts(QWidget):
    """Popups, menus and what stands in place of the table, for the page that has these parts."""

    pull_wanted = Signal()

    table: DataTable
    rows: RowsModel
    state: QueryState
    bar: FilterBar
    more: IconButton
    _kit: Kit
    _words: AccountWords
    _actions: Actions
    _stack: QStackedLayout

    @cached_property
    def _asking(self) -> "FilterAsking":
        """The popups of the filter bar."""
        from desktop.ui.filters.asking import FilterAsking

        return FilterAsking(self.bar, self.state, self._words.lookup, self._kit)

    @cached_property
    def _empty(self) -> "ListState":
        """What stands in place of the rows."""
        from desktop.ui.customers.states import ListState

        empty = ListState(self._kit, self)
        empty.pull_wanted.connect(self.pull_wanted)
        empty.clear_wanted.connect(self.state.clear)
        empty.retry_wanted.connect(self._ask)
        self._stack.addWidget(empty)
        return empty

    def describe(self, condition: Condition) -> str:
        """Return a condition in the words of its chip."""
        from desktop.ui.filters.describe import describe

        return describe(condition, self._words.lookup, self._kit.formats)

    def choose_columns(self) -> None:
        """Open the list of columns."""
        from desktop.ui.customers.columns_picker import open_columns

        header = self.table.horizontalHeader()
        place = QRect(header.mapToGlobal(QPoint(0, 0)), QSize(1, header.height()))
        open_columns(self.table, self._kit, place, self.window())

    def _edit_filter(self, condition: Condition) -> None:
        self._asking.edit(condition)

    def _open_more(self) -> None:
        from desktop.ui.customers.context_menu import page_menu

        page_menu(self._actions, self).popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_context(self, point: QPoint) -> None:
        from desktop.ui.customers.context_menu import context_menu

        row = self.table.current_row()
        if row is not None:
            column = self.rows.columns[self.table.currentIndex().column()].name
            apply = self._add_condition
            context_menu(self._actions, row, column, self.describe, apply, self).popup(point)

    def _on_header_menu(self, point: QPoint, name: str) -> None:
        from desktop.ui.customers.columns_picker import header_menu

        header_menu(self.table, self._kit, point, name).popup(point)

    def _add_condition(self, condition: Condition) -> None:
        self.state.put(None, condition)

    def _ask(self) -> None:
        raise NotImplementedError
