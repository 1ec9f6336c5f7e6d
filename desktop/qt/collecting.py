"""Brings the rows of a selection together although only some are held at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop.qt.rows import RowLike, RowsModel
from desktop.qt.selection import Selection

MOST = 10_000
"""Rows that are brought together at most."""


class RowCollector(QObject):
    """Collects selected rows in the order of the result, block by block as they come, then answers once.

    It gives up without an answer when the result is replaced meanwhile. At most `MOST` rows are brought.
    """

    def __init__(
        self,
        model: RowsModel,
        selection: Selection,
        answer: Callable[[list[RowLike]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._answer = answer
        self._wanted: list[int] | None = None
        self._rows: list[RowLike] = []
        self._done = False

    def start(self) -> None:
        """Begin; the answer may come before this returns."""
        self._model.dataChanged.connect(self._advance)
        self._model.modelReset.connect(self.give_up)
        self._model.rowsInserted.connect(self._restart)
        self._model.rowsRemoved.connect(self._restart)
        self._restart()

    def give_up(self) -> None:
        """End without an answer."""
        self._done = True
        self.deleteLater()

    def _restart(self) -> None:
        if not self._done:
            self._wanted = None
            self._model.source.ids(self._on_ids)

    def _on_ids(self, ids: Sequence[str]) -> None:
        if self._done:
            return
        chosen = [place for place, row_id in enumerate(ids) if row_id in self._selection]
        self._wanted = chosen[:MOST]
        self._rows = []
        self._advance()

    def _advance(self) -> None:
        if self._done or self._wanted is None:
            return
        for place in self._wanted[len(self._rows) :]:
            row = self._model.row(place)
            if row is None:
                return
            self._rows.append(row)
        self._done = True
        self._answer(self._rows)
        self.deleteLater()
