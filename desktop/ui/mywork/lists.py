"""The lists of customers by who has them: what they show and how many are in them."""

from dataclasses import dataclass

from desktop.domain.following.assigning import FOLLOWED, NEW, POOL, TO_ASSIGN
from desktop.domain.query import OneOf, Query
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Verb
from desktop.workspace.listing.views import MINE, View
from desktop.workspace.lookups.people import People


@dataclass(frozen=True, slots=True)
class WorkList:
    """A list: the id of its view, its action, the list of customers it holds (None: all of them)."""

    key: str
    verb: Verb
    status: int | None = None


MY_LIST = WorkList("mine", verbs.LIST_MINE, FOLLOWED)

LISTS = (
    WorkList("all", verbs.LIST_ALL),
    MY_LIST,
    WorkList("new", verbs.LIST_NEW, NEW),
    WorkList("to_be_assigned", verbs.LIST_TO_ASSIGN, TO_ASSIGN),
    WorkList("follow_up", verbs.LIST_FOLLOWED, FOLLOWED),
    WorkList("pool", verbs.LIST_POOL, POOL),
)
"""The lists of 003 "Query Customer List" (`module_type`), in the order of the rail."""


def count_of(work: WorkList, people: People) -> int | None:
    """Return how many customers are in a list, None for the user's own while nobody said who that is."""
    if work is not MY_LIST:
        return people.count(work.status)
    return people.count(work.status, people.me) if people.me else None


def my_view(me: str) -> View:
    """Return the view of an agent's customers."""
    where = (OneOf("agent_id", (me,)), OneOf("status", (FOLLOWED,)))
    return View(MINE, Query(where=where), builtin=MINE)
