"""Edits of customers that the server's record does not hold yet: folded over every record that arrives.

The rows stand in the cache, so that whichever process writes a page folds them. A settled edit stays for a while:
a page that was asked for before the edit arrived may be written after it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import apsw

from desktop.cache.columns import LOCAL
from desktop.cache.grace import is_over
from desktop.cache.rows import RowReader
from desktop.cache.shaping import packed_id, plain_id
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.patching import patched
from desktop.domain.edits.fold import TagDelta
from desktop.domain.edits.rules import Patch
from desktop.domain.json import Json

OF_JOBS = "job:"
"""What the names of entries that are rows of jobs begin with."""


@dataclass(frozen=True, slots=True)
class PendingEdit:
    """What an entry of the outbox does to a customer's tags and fields; `seq` orders the entries.

    `fields` as in `edits.rules.Patch`.
    """

    entry: str
    customer: str
    seq: int
    delta: TagDelta
    fields: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Held:
    entry: str
    patch: Patch
    settled: int | None
    until: int | None


class PendingEdits:
    """The table `pending` over one connection."""

    def __init__(self, connection: apsw.Connection, rows: RowReader) -> None:
        self._connection = connection
        self._rows = rows

    def put(self, edits: Iterable[PendingEdit]) -> None:
        """Hold edits, or hold them anew, inside the caller's transaction.

        A row of a job that is settled stays so: it may be sent before it shows.
        """
        self._connection.executemany(
            "INSERT INTO pending(entry, customer, seq, added, removed, fields) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT(entry) DO UPDATE SET customer = excluded.customer, seq = excluded.seq,"
            " added = excluded.added, removed = excluded.removed, fields = excluded.fields, settled = NULL,"
            f" until = NULL WHERE settled IS NULL OR entry NOT GLOB '{OF_JOBS}*'",
            (
                (
                    one.entry,
                    packed_id(one.customer),
                    one.seq,
                    json.dumps(one.delta.add),
                    json.dumps(one.delta.remove),
                    json.dumps(one.fields, default=dict),
                )
                for one in edits
            ),
        )

    def move(self, customer: str, own: str) -> None:
        """Hold the edits of a customer as those of another id, inside the caller's transaction."""
        self._connection.execute(
            "UPDATE pending SET customer = ? WHERE customer = ?", (packed_id(own), packed_id(customer))
        )

    def drop(self, entries: Iterable[str]) -> None:
        """Hold edits no more, inside the caller's transaction."""
        self._connection.executemany("DELETE FROM pending WHERE entry = ?", ((one,) for one in entries))

    def note_settled(self, entries: Iterable[str], settled: int, until: int) -> None:
        """Note that the server has these edits since its time `settled`; they are held until our time `until`."""
        self._connection.executemany(
            "UPDATE pending SET settled = ?, until = ? WHERE entry = ?",
            ((settled, until, one) for one in entries),
        )

    def customers_of(self, entries: Sequence[str]) -> list[str]:
        """Return whom these edits are about."""
        if not entries:
            return []
        query = "SELECT DISTINCT customer FROM pending WHERE entry IN carray(?)"
        return [plain_id(key) for (key,) in self._connection.execute(query, (apsw.carray(tuple(entries)),))]

    def entries(self) -> list[str]:
        """Return the entries that are held and not settled, without the rows of jobs."""
        query = "SELECT entry FROM pending WHERE settled IS NULL AND entry NOT GLOB ?"
        return [str(key) for (key,) in self._connection.execute(query, (f"{OF_JOBS}*",))]

    def known(self, entries: Sequence[str]) -> set[str]:
        """Return those of the entries that are held, settled or not."""
        if not entries:
            return set()
        query = "SELECT entry FROM pending WHERE entry IN carray(?)"
        return {str(key) for (key,) in self._connection.execute(query, (apsw.carray(tuple(entries)),))}

    def held(self, names: str) -> int:
        """Return how many entries whose names are like the GLOB pattern `names` are held and not settled."""
        query = "SELECT count(*) FROM pending WHERE settled IS NULL AND entry GLOB ?"
        return int(self._connection.execute(query, (names,)).get)

    def unsettled(self, names: str, after: str, limit: int) -> list[str]:
        """Return entries like the GLOB pattern `names`, behind `after`, that are held and open, in order."""
        query = (
            "SELECT entry FROM pending WHERE settled IS NULL AND entry GLOB ? AND entry > ? ORDER BY entry LIMIT ?"
        )
        return [str(key) for (key,) in self._connection.execute(query, (names, after, limit))]

    def expired(self, now: int) -> list[str]:
        """Return the settled entries that need not be held any more."""
        found = self._connection.execute("SELECT entry, until FROM pending WHERE until IS NOT NULL")
        return [str(key) for key, until in found if is_over(until, now)]

    def over(self, customers: Sequence[Customer]) -> list[Customer]:
        """Return the customers with what is held folded over them."""
        held = self._held(customers)
        return [patched(one, [edit.patch for edit in held.get(one.id, ())]) for one in customers]

    def shown(self, customers: Sequence[Customer]) -> tuple[list[Customer], frozenset[str]]:
        """Return the same, and which of the customers have edits of more than their tags."""
        held = self._held(customers)
        if not held:
            return list(customers), frozenset()
        folded = [patched(one, [edit.patch for edit in held.get(one.id, ())]) for one in customers]
        return folded, frozenset(key for key, edits in held.items() if any(edit.patch.fields for edit in edits))

    def drop_known(self, customers: Sequence[Customer], now: int) -> None:
        """Let go of settled edits that the records which just came must know of."""
        held = self._held(customers)
        self.drop(edit.entry for one in customers for edit in held.get(one.id, ()) if _is_known_to(one, edit, now))

    def settled_bases(self, entries: Sequence[str]) -> list[Customer]:
        """Return the records of the customers of these edits, with the edits in them.

        Those that were settled before are in them too: an older edit must not cover a newer one.
        """
        wanted = frozenset(entries)
        bases = self._rows.customers(self.customers_of(entries))
        held = self._held(bases)
        return [
            patched(one, [edit.patch for edit in held[one.id] if edit.settled is not None or edit.entry in wanted])
            for one in bases
        ]

    def _held(self, customers: Sequence[Customer]) -> Mapping[str, list[_Held]]:
        if not self._connection.execute("SELECT EXISTS(SELECT 1 FROM pending)").get:
            return {}
        stored = {packed_id(one.id): one.id for one in customers}
        held: dict[str, list[_Held]] = {}
        for kind in (bytes, str):
            some = tuple(key for key in stored if isinstance(key, kind))
            if not some:
                continue
            query = (
                "SELECT customer, entry, added, removed, fields, settled, until FROM pending"
                " WHERE customer IN carray(?) ORDER BY seq"
            )
            for key, entry, added, removed, fields, settled, until in self._connection.execute(
                query, (apsw.carray(some),)
            ):
                delta = TagDelta(tuple(json.loads(added)), tuple(json.loads(removed)))
                patch = Patch(delta, json.loads(fields))
                held.setdefault(stored[key], []).append(_Held(entry, patch, settled, until))
        return held


def _is_known_to(customer: Customer, edit: _Held, now: int) -> bool:
    if edit.settled is None or edit.until is None:
        return False
    if is_over(edit.until, now):
        return True
    # A record says nothing about what is learned elsewhere.
    told = edit.patch.fields.keys().isdisjoint(LOCAL)
    return told and (customer.number("updated") or 0) >= edit.settled
