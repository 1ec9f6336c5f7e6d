"""The customers a gesture is about: who they are and where they stand, found beside the GUI thread."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from desktop.domain.assigning import Standing
from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.assigning.ports import StaffedAccount


class Group:
    """Customers of a selection, as the cache has them; those that are gone are left out."""

    def __init__(self, account: StaffedAccount, query: Query, selection: Selection) -> None:
        self.people: Sequence[tuple[str, Standing]] = ()
        self.counts: Mapping[Standing, int] = {}
        self.name = ""
        """What the only customer is called, "" for several."""
        self._account = account
        self._read = False
        self._waiting: list[Callable[[], None]] = []
        account.people.standings(query, selection.ids, selection.everything, self._take)

    def when_read(self, then: Callable[[], None]) -> None:
        """Call `then` when they are found: now, if they are."""
        if self._read:
            then()
        else:
            self._waiting.append(then)

    def _take(self, people: Sequence[tuple[str, Standing]]) -> None:
        self.people = people
        self.counts = Counter(standing for _, standing in people)
        if len(people) == 1:
            self._account.customer(people[0][0], lambda found: self._done(found.name if found else ""))
        else:
            self._done("")

    def _done(self, name: str) -> None:
        self.name, self._read = name, True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
