"""Customers that a gesture is about, as they were pointed at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect

from desktop.domain.jobs.job import FEW
from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.whom.people import CrowdFinder, Many, People, Reader


class Finder(Reader, CrowdFinder, Protocol):
    """Reads and finds customers (`workspace.account.Account`)."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`count` customers: `selection` of the result of `query`; `place` tells where a field of theirs is."""

    account: Finder
    selection: Selection
    query: Query
    count: int
    place: Callable[[str], QRect]
    """Takes the name of a column of the table of customers; the place is on the screen."""

    def ids(self, then: Callable[[Sequence[str]], None]) -> None:
        """Call `then` with who they are."""
        if self.selection.everything:
            self.account.crowd(self.query, self.selection.ids, True, lambda crowd: then(crowd.ids))
        else:
            then(sorted(self.selection.ids))

    def people(self, then: Callable[[People | Many], None]) -> None:
        """Call `then` with them, each to be read, or, too many for that, to be counted."""
        if self.count > FEW:
            then(self.crowd())
        else:
            self.ids(lambda ids: then(People(self.account, ids)))

    def crowd(self) -> Many:
        """Return them to be counted."""
        return Many(self.account, self.query, self.selection)
