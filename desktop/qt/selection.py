"""What is selected of a result: some ids, or all but some; it knows no positions."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection as it was: `ids`, or with `everything` the whole result except `ids`."""

    everything: bool = False
    ids: frozenset[str] = frozenset()

    def __contains__(self, row_id: str) -> bool:
        return (row_id in self.ids) is not self.everything

    def count(self, total: int) -> int:
        """Return how many are selected of a result of `total` rows."""
        return max(0, total - len(self.ids)) if self.everything else len(self.ids)


class SelectionSet(QObject):
    """The selection of a table. `changed` follows every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._everything = False
        self._ids: set[str] = set()

    def __contains__(self, row_id: str) -> bool:
        return (row_id in self._ids) is not self._everything

    @property
    def everything(self) -> bool:
        """Whether it is the whole result but some."""
        return self._everything

    @property
    def whole(self) -> bool:
        """Whether it is the whole result without exception."""
        return self._everything and not self._ids

    @property
    def empty(self) -> bool:
        """Whether nothing was selected."""
        return not self._everything and not self._ids

    def count(self, total: int) -> int:
        """Return how many are selected of a result of `total` rows."""
        return max(0, total - len(self._ids)) if self._everything else len(self._ids)

    def snapshot(self) -> Selection:
        """Return the selection as it is now."""
        return Selection(self._everything, frozenset(self._ids))

    def select(self, ids: Iterable[str]) -> None:
        """Select exactly these."""
        self._become(set(ids), everything=False)

    def add(self, ids: Iterable[str]) -> None:
        """Select these too."""
        wanted = set(ids)
        self._become(self._ids - wanted if self._everything else self._ids | wanted, everything=self._everything)

    def remove(self, ids: Iterable[str]) -> None:
        """Select these no more."""
        gone = set(ids)
        self._become(self._ids | gone if self._everything else self._ids - gone, everything=self._everything)

    def toggle(self, row_id: str) -> None:
        """Select one, or no more."""
        self._become(self._ids ^ {row_id}, everything=self._everything)

    def select_all(self) -> None:
        """Select the whole result, rows that come later too."""
        self._become(set(), everything=True)

    def clear(self) -> None:
        """Select nothing."""
        self._become(set(), everything=False)

    def _become(self, ids: set[str], *, everything: bool) -> None:
        if ids != self._ids or everything is not self._everything:
            self._ids, self._everything = ids, everything
            self.changed.emit()
