"""The customers a gesture is about: who they are and where they stand, found beside the GUI thread."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.domain.customers.customer import Customer
from desktop.domain.following.assigning import Standing
from desktop.domain.query import Query
from desktop.qt.selection import Selection
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.whom.awaited import Awaited


class Group(Awaited):
    """Customers of a selection, as the cache has them; those that are gone are left out."""

    def __init__(self, account: StaffedAccount, query: Query, selection: Selection) -> None:
        alone = "" if selection.everything or len(selection.ids) > 1 else next(iter(selection.ids), "")
        super().__init__(2 if alone else 1)
        self.people: Sequence[tuple[str, Standing]] = ()
        self.counts: Mapping[Standing, int] = {}
        self.name = ""
        """What the only customer is called, "" for several."""
        # Asked together: an undo that comes right after a gesture stands behind all of its questions.
        account.people.standings(query, selection.ids, selection.everything, self._take)
        if alone:
            account.customer(alone, self._take_name)

    def _take(self, people: Sequence[tuple[str, Standing]]) -> None:
        self.people = people
        self.counts = Counter(standing for _, standing in people)
        self._came()

    def _take_name(self, customer: Customer | None) -> None:
        self.name = customer.name if customer is not None else ""
        self._came()
