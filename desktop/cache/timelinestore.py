"""The history of customers: what the server told of each, when it was asked, and how much it says there is."""

import dataclasses
import json
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import apsw

from desktop.cache.shaping import encodable, packed_id, plain_id
from desktop.domain.following.behaviour import Behaviour, FieldChange
from desktop.domain.following.stagetime import StageSet, last_set
from desktop.domain.following.timeline import order_of

_KNOWN = frozenset(field.name for field in dataclasses.fields(Behaviour))
_OWN = frozenset({"id", "customer_id", "kind", "changes"})


@dataclass(frozen=True, slots=True)
class TimelineState:
    """How much of a history is `held`, how much the server says there is (None: never asked), when it was asked.

    `unreadable` entries were found broken when all was read from end to end.
    """

    held: int = 0
    total: int | None = None
    fetched: int | None = None
    unreadable: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is missing, as of `fetched`."""
        return self.total is not None and self.held >= self.total - self.unreadable


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of a history, the newest first, and the state of the whole."""

    entries: tuple[Behaviour, ...]
    state: TimelineState


class TimelineStore:
    """The tables `timeline` and `behaviour` over one connection; `reading` and `writing` wrap each call."""

    def __init__(
        self,
        connection: apsw.Connection,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._connection = connection
        self._reading = reading
        self._writing = writing

    def page(self, customer_id: str, before: tuple[int, str] | None, limit: int) -> Held:
        """Return up to `limit` entries after the place `before` (`timeline.order_of`), None: the first."""
        key = packed_id(customer_id)
        at, entry = before or (1 << 62, "")
        query = (
            "SELECT body FROM behaviour WHERE customer = ?1 AND (at, id) < (?2, ?3)"
            " ORDER BY at DESC, id DESC LIMIT ?4"
        )
        with self._reading():
            rows = self._connection.execute(query, (key, at, entry, limit)).fetchall()
            return Held(tuple(_unpacked(customer_id, str(body)) for (body,) in rows), self._state(key))

    def put(
        self, customer_id: str, entries: Sequence[Behaviour], total: int | None, fetched: int
    ) -> tuple[frozenset[str], TimelineState]:
        """Add a page the server told at `fetched`, of `total`; return the ids that are new, and the state."""
        key = packed_id(customer_id)
        with self._writing():
            new = frozenset(one.id for one in entries) - self._known(key, entries)
            self._connection.executemany(
                "INSERT INTO behaviour VALUES (?, ?, ?, ?) ON CONFLICT(customer, id)"
                " DO UPDATE SET at = excluded.at, body = excluded.body",
                ((key, encodable(one.id), order_of(one)[0], _packed(one)) for one in entries),
            )
            last = last_set(entries)
            if last is not None:
                self._note(key, last)
            held = self._connection.execute("SELECT count(*) FROM behaviour WHERE customer = ?", (key,)).get
            self._connection.execute(
                "INSERT INTO timeline VALUES (?, ?, ?, 0) ON CONFLICT(customer)"
                " DO UPDATE SET total = excluded.total, fetched = excluded.fetched",
                (key, held if total is None else total, fetched),
            )
            return new, self._state(key)

    def note_stage(self, customer_id: str, change: StageSet) -> None:
        """Learn of a change of stage, wherever from; an older one than is known is passed over."""
        with self._writing():
            self._note(packed_id(customer_id), change)

    def ended(self) -> dict[str, StageSet]:
        """Return whose case ended with the last change of stage known here, and how."""
        query = "SELECT customer, stage, kind, at FROM outcome WHERE kind > 1"
        with self._reading():
            rows: list[Any] = self._connection.execute(query).fetchall()
        return {plain_id(key): StageSet(str(stage), int(kind), int(at)) for key, stage, kind, at in rows}

    def state(self, customer_id: str) -> TimelineState:
        """Return how much is here."""
        with self._reading():
            return self._state(packed_id(customer_id))

    def keep_only(self, customer_id: str, ids: Collection[str]) -> TimelineState:
        """Note that a reading from end to end found these and no others; return the state."""
        key, found = packed_id(customer_id), {encodable(one) for one in ids}
        with self._writing():
            rows = self._connection.execute("SELECT id FROM behaviour WHERE customer = ?", (key,)).fetchall()
            self._connection.executemany(
                "DELETE FROM behaviour WHERE customer = ? AND id = ?",
                [(key, one) for (one,) in rows if one not in found],
            )
            self._connection.execute(
                "UPDATE timeline SET unreadable = max(0, total - ?) WHERE customer = ?", (len(found), key)
            )
            return self._state(key)

    def _note(self, key: str | bytes, change: StageSet) -> None:
        self._connection.execute(
            "INSERT INTO outcome VALUES (?, ?, ?, ?) ON CONFLICT(customer) DO UPDATE SET"
            " stage = excluded.stage, kind = excluded.kind, at = excluded.at WHERE excluded.at >= at",
            (key, encodable(change.stage), change.kind, change.at),
        )

    def _known(self, key: str | bytes, entries: Sequence[Behaviour]) -> frozenset[str]:
        if not entries:
            return frozenset()
        query = "SELECT id FROM behaviour WHERE customer = ? AND id IN carray(?)"
        ids = apsw.carray(tuple(encodable(one.id) for one in entries))
        return frozenset(str(one) for (one,) in self._connection.execute(query, (key, ids)))

    def _state(self, key: str | bytes) -> TimelineState:
        held = self._connection.execute("SELECT count(*) FROM behaviour WHERE customer = ?", (key,)).get
        query = "SELECT total, fetched, unreadable FROM timeline WHERE customer = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        return TimelineState(int(held), *row) if row else TimelineState(int(held))


def _packed(behaviour: Behaviour) -> str:
    values = {name: value for name in _KNOWN if name not in _OWN and (value := getattr(behaviour, name))}
    changes = [dataclasses.astuple(one) for one in behaviour.changes]
    body = {"id": behaviour.id, "kind": behaviour.kind, "changes": changes, **values}
    return encodable(json.dumps(body, default=dict, ensure_ascii=False, separators=(",", ":")))


def _unpacked(customer_id: str, body: str) -> Behaviour:
    values: dict[str, Any] = {name: value for name, value in json.loads(body).items() if name in _KNOWN}
    values["changes"] = tuple(FieldChange(*one) for one in values.get("changes", ()))
    return Behaviour(**{"at": 0, **values, "customer_id": customer_id})
