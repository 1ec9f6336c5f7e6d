"""What the page shows: search text, filters, order, and the saved view it began from."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.folding import Spans, Spots
from desktop.domain.query import Condition, Order, Query
from desktop.ui.filters.catalogue import put
from desktop.workspace.listing.views import View


class QueryState(QObject):
    """The query as the user builds it. `changed` after every change, with the new query in `query`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = Query()
        self._base = Query()
        self._spots = Spots("")

    @property
    def narrowed(self) -> bool:
        """Whether a search or filters leave customers out."""
        return bool(self.query.text or self.query.where)

    @property
    def departed(self) -> bool:
        """Whether what is shown differs from the view it began from."""
        return self.query != self._base

    def spotted(self, shown: str) -> Spans:
        """Return where in a text that is shown the search found something."""
        return self._spots.within(shown)

    def take_view(self, view: View) -> None:
        """Show a saved view as it was saved."""
        self._base = view.query
        self._become(view.query, always=True)

    def rebase(self, view: View) -> None:
        """Hold that `view` is what is shown now: it was just saved."""
        self._base = view.query
        self.changed.emit()

    def set_text(self, text: str) -> None:
        """Search for another text."""
        self._become(replace(self.query, text=text))

    def put(self, old: Condition | None, new: Condition | None) -> None:
        """Add, change or remove a condition."""
        self._become(replace(self.query, where=put(self.query.where, old, new)))

    def set_order(self, order: Order) -> None:
        """Sort by another field."""
        self._become(replace(self.query, order=order))

    def clear(self) -> None:
        """Drop the search text and every filter; the order stays."""
        self._become(replace(self.query, text="", where=()))

    def _become(self, query: Query, *, always: bool = False) -> None:
        if always or query != self.query:
            self.query = query
            self._spots = Spots(query.text)
            self.changed.emit()
