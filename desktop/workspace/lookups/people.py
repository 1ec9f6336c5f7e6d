"""Who works here and who has whom: agents by department, how many customers each has, which agent the user is."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.dictionaries import Agent
from desktop.domain.errors import AppError
from desktop.domain.following.assigning import FOLLOWED, Standing
from desktop.domain.query import Query
from desktop.workspace.events import Subscribers
from desktop.workspace.files import AccountFiles
from desktop.workspace.lookups.collections import Collections

_ME = "people.me"
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """The counts of customers, or who the user is, have changed."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An agent, the names of the departments above it from the top, and how many customers it follows."""

    agent: Agent
    departments: tuple[str, ...]
    load: int


class People:
    """The people of one account. Everything here belongs to the account's thread and needs no network.

    The cache keeps the counts itself, so `note_change` costs the same whatever the number of customers.
    """

    def __init__(self, files: AccountFiles, collections: Collections, trouble: Callable[[AppError], None]) -> None:
        self.events: Subscribers[PeopleChanged] = Subscribers()
        self.me = ""
        """The id of the agent that the user is, "" while it was not said."""
        self._files = files
        self._collections = collections
        self._trouble = trouble
        self._counts: Mapping[Standing, int] = {}
        self._loads: Mapping[str, int] = {}
        self._asking = self._stale = False
        files.outbox.ask(OutboxFile.draft, _ME, answer=self._know_me, failed=trouble)
        self.note_change()

    @property
    def loads(self) -> Mapping[str, int]:
        """How many customers each agent follows, by its id; agents that left are among them."""
        return self._loads

    @property
    def myself(self) -> Agent | None:
        """The agent that the user is, None when it was not said or has left."""
        return self._collections.agents.get(self.me)

    def count(self, status: int | None = None, agent: str | None = None) -> int:
        """Return how many customers are in a list, an agent's or all; without a list, how many in all."""
        return sum(
            customers
            for standing, customers in self._counts.items()
            if status in (None, standing.status) and agent in (None, standing.agent)
        )

    def desks(self) -> Iterator[Desk]:
        """Yield the agents in the server's order, those of one department together."""
        places = {key: place for place, key in enumerate(self._collections.departments)}
        agents = self._collections.agents.values()
        for agent in sorted(agents, key=lambda one: places.get(one.department_id, len(places))):
            yield Desk(agent, self._above(agent), self._loads.get(agent.id, 0))

    def set_me(self, agent_id: str) -> None:
        """Keep which agent the user is, "" for none."""
        if agent_id == self.me:
            return
        self.me = agent_id
        self._files.outbox.ask(OutboxFile.set_draft, _ME, agent_id or None, answer=_done, failed=self._trouble)
        self.events.tell(PeopleChanged())

    def standings(
        self,
        query: Query,
        ids: Collection[str],
        everything: bool,
        answer: Callable[[Sequence[tuple[str, Standing]]], None],
    ) -> None:
        """Find where these customers stand, or with `everything` all of a result but them; not who is gone."""
        self._files.look_up.ask(_standings, query, ids, everything, answer=answer, failed=self._trouble)

    def note_change(self) -> None:
        """Learn that customers changed in the cache: the counts are read anew."""
        if self._asking:
            self._stale = True
            return
        self._asking, self._stale = True, False
        self._files.look_up.ask(_counts, answer=self._counted, failed=self._not_counted)

    def _counted(self, counts: Mapping[Standing, int]) -> None:
        self._asking = False
        if counts != self._counts:
            self._counts = counts
            loads: dict[str, int] = {}
            for standing, customers in counts.items():
                if standing.agent and standing.status == FOLLOWED:
                    loads[standing.agent] = loads.get(standing.agent, 0) + customers
            self._loads = loads
            self.events.tell(PeopleChanged())
        if self._stale:
            self.note_change()

    def _not_counted(self, error: AppError) -> None:
        self._asking = False
        self._trouble(error)

    def _know_me(self, agent_id: str | None) -> None:
        if agent_id and not self.me:
            self.me = agent_id
            self.events.tell(PeopleChanged())

    def _above(self, agent: Agent) -> tuple[str, ...]:
        names: list[str] = []
        key = agent.department_id
        while (department := self._collections.departments.get(key)) is not None and len(names) < _DEEPEST:
            names.append(department.name)
            key = department.parent_id
        return tuple(reversed(names))


def _counts(file: CacheFile) -> Mapping[Standing, int]:
    return file.standings.counts()


def _standings(
    file: CacheFile, query: Query, ids: Collection[str], everything: bool
) -> Sequence[tuple[str, Standing]]:
    named = {key for one in ids if (key := file.key_of(one)) is not None}
    if not everything:
        return file.standings.of(sorted(named))
    return file.standings.of([key for key in file.keys(query) if key not in named])


def _done(_result: object) -> None:
    """Want nothing of a write that went well."""
