"""The columns of the board: the customers of each stage, all of one query, followed only while somebody looks."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane, Post
from desktop.domain.change import Change
from desktop.domain.query import OneOf, Query
from desktop.workspace.listing import Listing

NO_STAGE = ""
"""Stands for the customers without a stage."""

_STAGE = "stage_id"


def in_stage(query: Query, stage_id: str) -> Query:
    """Return the query of those it finds in one stage."""
    return replace(query, where=(*query.where, OneOf(_STAGE, (stage_id,))))


def stages_of(query: Query, stages: Sequence[str]) -> list[str]:
    """Return those of the stages in which a query can find anybody: its own filters of stages leave out others."""
    asked = [one.values for one in query.where if isinstance(one, OneOf) and one.field == _STAGE]
    return [stage for stage in stages if all(stage in values for values in asked)]


class BoardListings:
    """A listing a stage, in the owner's thread. `read` is the lane that answers.

    Nothing is read while nobody looks: `look` says who does. The order of columns is not kept here.
    """

    def __init__(self, read: Lane[CacheFile], post: Post) -> None:
        self._read = read
        self._post = post
        self._columns: dict[str, Listing] = {}
        self._query = Query()
        self._looking = False
        self._stale: set[str] = set()

    @property
    def query(self) -> Query:
        """What is shown, over all stages."""
        return self._query

    def column(self, stage_id: str, fields: tuple[str, ...]) -> Listing:
        """Return the listing of a stage (`NO_STAGE`: of those without), new with these fields if need be."""
        if stage_id not in self._columns:
            self._columns[stage_id] = Listing(self._read, self._post, fields)
            self._stale.add(stage_id)
            self._catch_up()
        return self._columns[stage_id]

    def drop(self, stage_id: str) -> None:
        """Forget the listing of a stage that is no longer shown."""
        self._stale.discard(stage_id)
        listing = self._columns.pop(stage_id, None)
        if listing is not None:
            listing.close()

    def show(self, query: Query) -> None:
        """Show another query in every column."""
        if query != self._query:
            self._query = query
            self._stale.update(self._columns)
            self._catch_up()

    def look(self, looking: bool) -> None:
        """Learn whether somebody looks; what changed meanwhile is read when somebody does."""
        self._looking = looking
        self._catch_up()

    def apply(self, change: Change) -> None:
        """Follow a committed change of the cache."""
        for stage_id, listing in self._columns.items():
            if self._looking and stage_id not in self._stale:
                listing.apply(change)
            elif change:
                self._stale.add(stage_id)

    def close(self) -> None:
        """Forget every column."""
        for stage_id in tuple(self._columns):
            self.drop(stage_id)

    def _catch_up(self) -> None:
        if not self._looking:
            return
        for stage_id in [one for one in self._columns if one in self._stale]:
            self._stale.discard(stage_id)
            self._columns[stage_id].show(in_stage(self._query, stage_id))
