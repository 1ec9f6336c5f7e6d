"""Edits of customers' tags that the server's record does not hold yet: folded over every record that arrives.

The rows stand in the cache, so that whichever process writes a page folds them. A settled edit stays for a while:
a page that was asked for before the edit arrived may be written after it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import apsw

from desktop.cache.rows import RowReader
from desktop.cache.shaping import packed_id, plain_id
from desktop.domain.customer import Customer
from desktop.domain.fold import TagDelta, fold_customer_tags

OF_JOBS = "job:"
"""What the names of entries that are rows of jobs begin with."""

_FIELD = "tags"


@dataclass(frozen=True, slots=True)
class PendingTags:
    """What an entry of the outbox does to a customer's tags; `seq` orders the entries."""

    entry: str
    customer: str
    seq: int
    delta: TagDelta


@dataclass(frozen=True, slots=True)
class _Held:
    entry: str
    delta: TagDelta
    settled: int | None
    until: int | None


class PendingEdits:
    """The table `pending` over one connection."""

    def __init__(self, connection: apsw.Connection, rows: RowReader) -> None:
        self._connection = connection
        self._rows = rows

    def put(self, edits: Iterable[PendingTags]) -> None:
        """Hold edits, or hold them anew, inside the caller's transaction."""
        self._connection.executemany(
            "INSERT INTO pending VALUES (?, ?, ?, ?, ?, NULL, NULL) ON CONFLICT(entry) DO UPDATE SET"
            " customer = excluded.customer, seq = excluded.seq, added = excluded.added,"
            " removed = excluded.removed, settled = NULL, until = NULL",
            (
                (
                    one.entry,
                    packed_id(one.customer),
                    one.seq,
                    json.dumps(one.delta.add),
                    json.dumps(one.delta.remove),
                )
                for one in edits
            ),
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
        """Return whose tags these edits are about."""
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

    def expired(self, now: int) -> list[str]:
        """Return the settled entries that need not be held any more."""
        found = self._connection.execute("SELECT entry FROM pending WHERE until <= ?", (now,))
        return [str(key) for (key,) in found]

    def over(self, customers: Sequence[Customer]) -> list[Customer]:
        """Return the customers with what is held folded over their tags."""
        held = self._held(customers)
        return [_folded(one, [edit.delta for edit in held.get(one.id, ())]) for one in customers]

    def over_arriving(self, customers: Sequence[Customer], now: int) -> list[Customer]:
        """Do the same for records that just came; settled edits that they must know of are let go."""
        held = self._held(customers)
        if not held:
            return list(customers)
        known = [edit.entry for one in customers for edit in held.get(one.id, ()) if _is_known_to(one, edit, now)]
        self.drop(known)
        gone = frozenset(known)
        return [
            _folded(one, [edit.delta for edit in held.get(one.id, ()) if edit.entry not in gone])
            for one in customers
        ]

    def settled_bases(self, entries: Sequence[str]) -> list[Customer]:
        """Return the records of the customers of these edits, with the edits in them."""
        wanted = frozenset(entries)
        bases = self._rows.customers(self.customers_of(entries))
        held = self._held(bases)
        return [_folded(one, [edit.delta for edit in held[one.id] if edit.entry in wanted]) for one in bases]

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
                "SELECT customer, entry, added, removed, settled, until FROM pending"
                " WHERE customer IN carray(?) ORDER BY seq"
            )
            for key, entry, added, removed, settled, until in self._connection.execute(
                query, (apsw.carray(some),)
            ):
                delta = TagDelta(tuple(json.loads(added)), tuple(json.loads(removed)))
                held.setdefault(stored[key], []).append(_Held(entry, delta, settled, until))
        return held


def _folded(customer: Customer, deltas: Sequence[TagDelta]) -> Customer:
    if not deltas:
        return customer
    return replace(customer, fields={**customer.fields, _FIELD: fold_customer_tags(customer.ids(_FIELD), deltas)})


def _is_known_to(customer: Customer, edit: _Held, now: int) -> bool:
    if edit.settled is None or edit.until is None:
        return False
    return edit.until <= now or (customer.number("updated") or 0) >= edit.settled
