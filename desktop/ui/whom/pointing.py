"""Where customers are pointed at: a table of them, the detail panel."""

from typing import Protocol

from PySide6.QtCore import QPersistentModelIndex, QRect, SignalInstance

from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.whom.placing import cell_place, widget_place


class Pointing(Protocol):
    """A part of the window in which customers are chosen."""

    @property
    def came(self) -> SignalInstance:
        """Tells that what was being read may be there."""

    @property
    def settled(self) -> bool:
        """Whether what is chosen is known; while rows are read anew it is not."""

    @property
    def spot(self) -> QPersistentModelIndex:
        """What is current."""

    @property
    def query(self) -> Query:
        """What a selection of everything is a selection of."""

    def chosen(self) -> Selection:
        """Return who is chosen."""

    def count(self, selection: Selection) -> int:
        """Return how many customers a selection holds."""

    def place(self, column: str) -> QRect:
        """Return where a field of theirs is on the screen."""


class TablePointing:
    """The selection of the table of customers, else its current row."""

    def __init__(self, page: CustomersPage) -> None:
        self._page = page
        self.came: SignalInstance = page.table.came

    @property
    def settled(self) -> bool:
        """Whether the current row is there and no selection is on its way."""
        return self._page.table.settled

    @property
    def spot(self) -> QPersistentModelIndex:
        """The current cell."""
        return QPersistentModelIndex(self._page.table.currentIndex())

    @property
    def query(self) -> Query:
        """What the table shows."""
        return self._page.state.query

    def chosen(self) -> Selection:
        """Return what is selected, else the current row."""
        return self._page.table.target()

    def count(self, selection: Selection) -> int:
        """Return how many customers a selection holds."""
        return selection.count(self._page.rows.rowCount())

    def place(self, column: str) -> QRect:
        """Return where the current row's cell is."""
        return cell_place(self._page.table, column)


class PanelPointing:
    """The customer of the detail panel."""

    def __init__(self, panel: DetailPanel) -> None:
        self._panel = panel
        header = panel.header
        self._places = {"tags": header.add_tag, "stage_id": header.set_stage, "agent_name": header.assign}
        self.came: SignalInstance = panel.shown
        self.settled = True
        self.spot = QPersistentModelIndex()
        self.query = Query()

    def chosen(self) -> Selection:
        """Return the customer shown."""
        customer = self._panel.customer_id
        return Selection(ids=frozenset({customer} if customer else ()))

    def count(self, selection: Selection) -> int:
        """Return how many customers a selection holds."""
        return len(selection.ids)

    def place(self, column: str) -> QRect:
        """Return where what shows the field is."""
        return widget_place(self._places.get(column, self._panel.header))
