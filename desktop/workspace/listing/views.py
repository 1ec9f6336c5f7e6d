"""Saved views: named queries that stand as tabs above the table, kept in the outbox; a few are built in."""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.domain.errors import AppError
from desktop.domain.query import OneOf, Order, Query
from desktop.workspace.events import Subscribers, ViewsChanged
from desktop.workspace.listing.queryjson import query_from_json, query_to_json

Builtin: TypeAlias = Literal["all", "mine", "new", "to_be_assigned", "follow_up", "pool", "blacklisted"]

MINE: Literal["mine"] = "mine"
"""The id of the view of the user's own customers: its query depends on who the user is."""


@dataclass(frozen=True, slots=True)
class View:
    """A saved view. A built-in one has no name of its own: the screen words it by `builtin`."""

    id: str
    query: Query
    name: str = ""
    builtin: Builtin | None = None
    columns: tuple[str, ...] = ()


BUILTIN: tuple[View, ...] = (
    View("all", Query(), builtin="all"),
    View("new", Query(where=(OneOf("status", (1,)),), order=Order("created")), builtin="new"),
    View("to_be_assigned", Query(where=(OneOf("status", (2,)),)), builtin="to_be_assigned"),
    View("follow_up", Query(where=(OneOf("status", (3,)),)), builtin="follow_up"),
    View("pool", Query(where=(OneOf("status", (4,)),)), builtin="pool"),
    View("blacklisted", Query(where=(OneOf("blacklisted", (1,)),)), builtin="blacklisted"),
)
"""The customers by status (module types of 003 "Query Customer List") and the blacklisted ones."""

LISTS = frozenset({"all", MINE, "new", "to_be_assigned", "follow_up", "pool"})
"""The views that stand in the rail: every customer is in one or two of them; the others are made of filters."""


class Views:
    """The views of one account, the built-in ones first, then the saved ones in their order."""

    def __init__(self, outbox: Lane[OutboxFile], failed: Callable[[AppError], None]) -> None:
        self.events: Subscribers[ViewsChanged] = Subscribers()
        self._outbox = outbox
        self._failed = failed
        self._saved: tuple[View, ...] = ()

    @property
    def all(self) -> tuple[View, ...]:
        """Every view in the order of the tabs."""
        return BUILTIN + self._saved

    def get(self, view_id: str) -> View | None:
        """Return a view by its id, None when there is none."""
        return next((view for view in self.all if view.id == view_id), None)

    def load(self) -> None:
        """Read the saved views; `ViewsChanged` follows when there are any."""
        self._outbox.ask(OutboxFile.views, answer=self._loaded, failed=self._failed)

    def save(self, name: str, query: Query, columns: tuple[str, ...] = ()) -> View:
        """Add a view at the end and return it. It is shown at once and stored right after."""
        view = View(secrets.token_hex(16), query, name=name.strip(), columns=columns)
        self._take((*self._saved, view))
        self._store(view)
        return view

    def change(
        self,
        view_id: str,
        *,
        name: str | None = None,
        query: Query | None = None,
        columns: tuple[str, ...] | None = None,
    ) -> None:
        """Rename a saved view, or give it another query or other columns; built-in and unknown ones stay."""
        old = self._own(view_id)
        if old is None:
            return
        view = replace(
            old,
            name=old.name if name is None else name.strip(),
            query=old.query if query is None else query,
            columns=old.columns if columns is None else columns,
        )
        self._take(tuple(view if one.id == view_id else one for one in self._saved))
        self._store(view)

    def move(self, view_id: str, position: int) -> None:
        """Put a saved view at `position` (from 0) among the saved ones."""
        view = self._own(view_id)
        if view is None:
            return
        others = [one for one in self._saved if one.id != view_id]
        others.insert(position, view)
        self._take(tuple(others))
        for one in others:
            self._store(one)

    def remove(self, view_id: str) -> None:
        """Forget a saved view; built-in and unknown ones stay."""
        if self._own(view_id) is not None:
            self._take(tuple(one for one in self._saved if one.id != view_id))
            self._outbox.ask(OutboxFile.remove_view, view_id, answer=_done, failed=self._failed)

    def _own(self, view_id: str) -> View | None:
        return next((view for view in self._saved if view.id == view_id), None)

    def _loaded(self, stored: list[StoredView]) -> None:
        views = [_from_stored(one) for one in stored]
        fresh = tuple(view for view in views if view is not None)
        if fresh != self._saved:
            self._take(fresh)

    def _take(self, saved: tuple[View, ...]) -> None:
        self._saved = saved
        self.events.tell(ViewsChanged())

    def _store(self, view: View) -> None:
        body = {"name": view.name, "query": query_to_json(view.query), "columns": list(view.columns)}
        stored = StoredView(view.id, self._saved.index(view), json.dumps(body, ensure_ascii=False))
        self._outbox.ask(OutboxFile.put_view, stored, answer=_done, failed=self._failed)


def _from_stored(stored: StoredView) -> View | None:
    try:
        body = json.loads(stored.body)
        query = query_from_json(body["query"])
        if query is None:
            return None
        return View(stored.id, query, name=str(body["name"]), columns=tuple(map(str, body.get("columns", ()))))
    except (ValueError, KeyError, TypeError):
        # A view of a newer version stays stored and unshown.
        return None


def _done(_result: None) -> None:
    """Want nothing of a write that went well."""
