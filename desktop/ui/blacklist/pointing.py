"""Whom the blacklist page points at."""

from PySide6.QtCore import QPersistentModelIndex, QRect, SignalInstance

from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.blacklist.page import BlacklistPage
from desktop.ui.whom.placing import cell_place


class BanPointing:
    """The customers whose bans are selected, else the current one's."""

    def __init__(self, page: BlacklistPage) -> None:
        self._page = page
        self.came: SignalInstance = page.table.came
        self.query = Query()

    @property
    def settled(self) -> bool:
        """Whether no selection is on its way."""
        return self._page.table.settled

    @property
    def spot(self) -> QPersistentModelIndex:
        """The current cell."""
        return QPersistentModelIndex(self._page.table.currentIndex())

    def chosen(self) -> Selection:
        """Return the customers, each by its id."""
        return Selection(ids=frozenset(ban.customer_id for ban in self._page.chosen()))

    def count(self, selection: Selection) -> int:
        """Return how many customers a selection holds."""
        return len(selection.ids)

    def place(self, _column: str) -> QRect:
        """Return where the current ban is."""
        return cell_place(self._page.table, self._page.rows.columns[0].name)
