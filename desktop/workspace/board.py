"""The columns of the board: the customers of each stage, all of one query, followed only while somebody looks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane, Post
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError
from desktop.domain.query import OneOf, Query
from desktop.workspace.later import Later
from desktop.workspace.listing.events import Counted, Failed, ListingEvent, ResultReset
from desktop.workspace.listing.listing import Listing

NO_STAGE = ""
"""Stands for the customers without a stage."""

_STAGE = "stage_id"
_FEW = 4
"""Changed customers whose columns are looked up; after more of them every column is read anew."""
_ANYTHING = Change(everything=True)


def in_stage(query: Query, stage_id: str) -> Query:
    """Return the query of those it finds in one stage."""
    return replace(query, where=(*query.where, OneOf(_STAGE, (stage_id,))))


def stages_of(query: Query, stages: Sequence[str]) -> list[str]:
    """Return those of the stages in which a query can find anybody: its own filters of stages leave out others."""
    asked = [one.values for one in query.where if isinstance(one, OneOf) and one.field == _STAGE]
    return [stage for stage in stages if all(stage in values for values in asked)]


class BoardListings:
    """A listing a stage, in the owner's thread. `read` is the lane that answers.

    Nothing is read while nobody looks: `look` says who does. Columns are read one after another, so that the
    owner can paint one while the next is read; `see` says which go first. A change of a few customers is followed
    only by the columns they were or are in.
    """

    def __init__(self, read: Lane[CacheFile], post: Post, later: Later) -> None:
        self._read = read
        self._post = post
        self._later = later
        self._columns: dict[str, Listing] = {}
        self._query = Query()
        self._looking = False
        self._seen: tuple[str, ...] = ()
        self._stale: set[str] = set()
        """Columns that show another query, or nothing yet."""
        self._behind: set[str] = set()
        """Columns that show what was before a change."""
        self._reading: str | None = None
        """The column whose answer is waited for."""

    @property
    def query(self) -> Query:
        """What is shown, over all stages."""
        return self._query

    def column(self, stage_id: str, fields: tuple[str, ...]) -> Listing:
        """Return the listing of a stage (`NO_STAGE`: of those without), new with these fields if need be."""
        if stage_id not in self._columns:
            listing = Listing(self._read, fields, self._later)
            # It waits for its turn: until then nobody may take it for an empty one.
            listing.busy = True
            listing.subscribe(partial(self._on_event, stage_id))
            self._columns[stage_id] = listing
            self._stale.add(stage_id)
            self._read_next()
        return self._columns[stage_id]

    def drop(self, stage_id: str) -> None:
        """Forget the listing of a stage that is no longer shown."""
        self._stale.discard(stage_id)
        self._behind.discard(stage_id)
        listing = self._columns.pop(stage_id, None)
        if listing is not None:
            listing.close()
        if self._reading == stage_id:
            self._go_on()

    def show(self, query: Query) -> None:
        """Show another query in every column."""
        if query != self._query:
            self._query = query
            self._stale.update(self._columns)
            self._reading = None
            self._read_next()

    def see(self, stages: Sequence[str]) -> None:
        """Learn which columns are in sight: they are read before the others."""
        self._seen = tuple(stages)

    def look(self, looking: bool) -> None:
        """Learn whether somebody looks; what changed meanwhile is read when somebody does."""
        self._looking = looking
        self._read_next()

    def apply(self, change: Change) -> None:
        """Follow a committed change of the cache."""
        if not change:
            return
        if not self._looking:
            self._stale.update(self._columns)
            return
        # Where one was that is removed, nobody can tell any more.
        whom = tuple(dict.fromkeys((*change.added, *change.updated)))
        if change.everything or change.removed or len(whom) > _FEW:
            self._renew(*self._columns)
        else:
            self._look_up(whom)

    def close(self) -> None:
        """Forget every column."""
        for stage_id in tuple(self._columns):
            self.drop(stage_id)

    def _look_up(self, whom: Sequence[str]) -> None:
        """Renew the columns that have one of these customers, and those where they belong now."""

        def found(customers: Sequence[Customer]) -> None:
            self._renew(*(one.text(_STAGE) for one in customers))

        for stage_id, listing in self._columns.items():
            if listing.busy or stage_id in self._stale:
                self._behind.add(stage_id)
                continue
            for customer in whom:
                listing.index_of(customer, partial(self._found, stage_id))
        self._read.ask(CacheFile.customers, whom, answer=found, failed=self._on_unknown)
        self._read_next()

    def _found(self, stage_id: str, place: int | None) -> None:
        if place is not None:
            self._renew(stage_id)

    def _on_unknown(self, _error: AppError) -> None:
        self._renew(*self._columns)

    def _renew(self, *stages: str) -> None:
        self._behind.update(one for one in stages if one in self._columns)
        self._read_next()

    def _on_event(self, stage_id: str, event: ListingEvent) -> None:
        if stage_id == self._reading and isinstance(event, ResultReset | Counted | Failed):
            self._go_on()

    def _go_on(self) -> None:
        self._reading = None
        self._post(self._read_next)

    def _read_next(self) -> None:
        """Read one column that is not as it should be, unless another one is being read."""
        if not self._looking or self._reading is not None:
            return
        due = self._stale | self._behind
        stage_id = next(
            (one for one in (*self._seen, *self._columns) if one in due and one in self._columns), None
        )
        if stage_id is None:
            return
        self._reading = stage_id
        self._behind.discard(stage_id)
        if stage_id in self._stale:
            self._stale.discard(stage_id)
            self._columns[stage_id].show(in_stage(self._query, stage_id))
        else:
            self._columns[stage_id].apply(_ANYTHING)
