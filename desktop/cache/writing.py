"""Writing pages of customers: one transaction each, and what it changed."""

import time
from array import array
from collections.abc import Callable, Iterable, Sequence

import apsw

from desktop.cache.bases import BaseRecords
from desktop.cache.columns import TAGS, WRITTEN
from desktop.cache.due import Due, Known, columns_of, keep_details
from desktop.cache.indexing import SearchIndex
from desktop.cache.meta import Meta
from desktop.cache.pending import PendingEdits
from desktop.cache.records import Squeezer, mark_of, pack, train
from desktop.cache.shaping import (
    encodable,
    found_text,
    packed_id,
    plain_id,
    tag_ids,
)
from desktop.cache.sharing import SharedValues
from desktop.cache.tagwords import TagWords, joined
from desktop.cache.walking import Walker
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.ids import local_id

_INSERT = (
    f"INSERT INTO customer(row, id, mark, sweep, {', '.join(WRITTEN)}) VALUES (?, ?, ?, ?{', ?' * len(WRITTEN)})"
)
_UPDATE = f"UPDATE customer SET mark = ?, sweep = ?, {' = ?, '.join(WRITTEN)} = ? WHERE row = ?"
_TAGGED = "INSERT INTO tagged VALUES (?, ?)"
_RETAG = f"UPDATE customer SET {' = ?, '.join(TAGS)} = ? WHERE row = ?"
_RECORD = "INSERT INTO record VALUES (?, ?) ON CONFLICT(row) DO UPDATE SET body = excluded.body"


class PageWriter:
    """Writes pages over one connection; call `forget` after a transaction that was rolled back.

    Edits that are `pending` show in columns and filters; the records hold what the server said.
    """

    def __init__(
        self,
        connection: apsw.Connection,
        meta: Meta,
        tags: TagWords,
        shared: SharedValues,
        pending: PendingEdits,
    ) -> None:
        self._connection = connection
        self._pending = pending
        self._meta = meta
        self._tags = tags
        self._shared = shared
        self._search = SearchIndex(connection)
        self._bases = BaseRecords(connection, shared)
        self._squeezer: Squeezer | None = None

    def forget(self) -> None:
        """Forget what was learned in a transaction that did not happen."""
        self._squeezer = None
        self._tags.forget()
        self._shared.forget()

    def write(
        self,
        customers: Iterable[Customer],
        sweep: int,
        known: Callable[[Sequence[str]], Sequence[Customer]] | None = None,
    ) -> Change:
        """Write the customers inside the caller's transaction; unchanged ones only get the sweep's number.

        `known` reads what the file says of customers: what a list leaves out is kept from there.
        """
        page = {customer.id: customer for customer in customers}
        stored = {key: packed_id(key) for key in page}
        places = self._known(stored.values())
        added: list[Due] = []
        changed: list[Due] = []
        same: list[int] = []
        for key, customer in page.items():
            packed = pack(customer)
            mark = mark_of(packed)
            old = places.get(stored[key])
            if old is None:
                added.append(Due(customer, stored[key], packed, mark, sweep=sweep))
            elif old.mark != mark:
                changed.append(Due(customer, stored[key], packed, mark, old.row, sweep))
            elif sweep and old.sweep != sweep:
                same.append(old.row)
        if known is not None and changed:
            keep_details(changed, known([due.customer.id for due in changed]))
        self._number(added, sweep)
        self._touch(same, sweep)
        self._pending.drop_known([due.customer for due in (*added, *changed)], int(time.time()))
        self._write(added, changed)
        return Change(tuple(due.customer.id for due in added), tuple(due.customer.id for due in changed))

    def reshow(self, customers: Sequence[Customer]) -> Change:
        """Show customers, given as the server has them, with what is pending, in the caller's transaction."""
        known = self._known(packed_id(one.id) for one in customers)
        there = [one for one in customers if packed_id(one.id) in known]
        rows = {one.id: known[packed_id(one.id)] for one in there}
        folded, edited = self._pending.shown(there)
        kept = self._bases.among([one.row for one in rows.values()])
        whole = [one for one in there if one.id in edited or rows[one.id].row in kept]
        self._retag([(rows[one.id].row, one) for one in folded])
        self._write(
            [],
            [
                Due(one, packed_id(one.id), pack(one), rows[one.id].mark, rows[one.id].row, rows[one.id].sweep)
                for one in whole
            ],
        )
        return Change(updated=tuple(one.id for one in there))

    def _retag(self, there: Sequence[tuple[int, Customer]]) -> None:
        self._untag([row for row, _ in there])
        for row, one in there:
            tags = self._tags.numbers(tag_ids(one))
            self._connection.execute(_RETAG, (*map(joined, tags), row))
            self._connection.executemany(_TAGGED, [(number, row) for numbers in tags for number in numbers])

    def rebase(self, customers: Sequence[Customer]) -> None:
        """Replace records and leave everything else as it is, inside the caller's transaction."""
        if not customers:
            return
        known = self._known(packed_id(one.id) for one in customers)
        packed = [pack(one) for one in customers]
        due = [
            Due(one, packed_id(one.id), record, mark_of(record))
            for one, record in zip(customers, packed, strict=True)
        ]
        squeeze = self._squeezer_for(due).squeeze
        kept = self._bases.among([one.row for one in known.values()])
        for one in due:
            row = known[one.stored_id].row
            self._connection.execute("UPDATE customer SET mark = ? WHERE row = ?", (one.mark, row))
            if row in kept:
                self._bases.keep(row, squeeze(one.packed))
                self._bases.put_stage(row, one.customer.text("stage_id"))
            else:
                self._connection.execute(_RECORD, (row, squeeze(one.packed)))

    def quarantine(self, records: Sequence[Quarantined], sweep: int) -> None:
        """Keep records that could not be read."""
        self._connection.executemany(
            "INSERT INTO quarantine VALUES (?, ?, ?, ?) ON CONFLICT(mark) DO UPDATE SET sweep = excluded.sweep",
            [
                (
                    mark_of(one.record.encode("utf-8", "replace")),
                    sweep,
                    encodable(one.reason),
                    encodable(one.record),
                )
                for one in records
            ],
        )

    def remove(self, ids: Iterable[str]) -> Change:
        """Remove customers and all that belongs to them, inside the caller's transaction."""
        gone = {key: packed_id(key) for key in ids}
        known = self._known(gone.values())
        rows = sorted((entry.row,) for entry in known.values())
        self._search.remove([row for (row,) in rows])
        self._untag([row for (row,) in rows])
        for table in ("record", "base", "customer"):
            self._connection.executemany(f"DELETE FROM {table} WHERE row = ?", rows)
        self._meta.add("total", -len(rows))
        return Change(removed=tuple(key for key, stored in gone.items() if stored in known))

    def improve(self) -> bool:
        """Do a part of what makes reading faster, in the caller's transaction; return False when nothing is left.

        An older file gets what newer ones are written with; what the first customers leave behind is packed once.
        """
        walker = Walker(self._connection, self._shared)
        if (order := walker.lacking()) is not None:
            walker.prepare(order)
            return True
        if self._search.catch_up() or self._shared.catch_up():
            return True
        if self._meta.blob("packed"):
            return False
        if self._search.merge():
            return True
        walker.pack()
        self._meta.put("packed", 1)
        return False

    def _known(self, stored: Iterable[str | bytes]) -> dict[str | bytes, Known]:
        keys = list(stored)
        found: dict[str | bytes, Known] = {}
        for kind in (bytes, str):
            some = tuple(key for key in keys if isinstance(key, kind))
            if some:
                query = "SELECT id, row, mark, sweep FROM customer WHERE id IN carray(?)"
                rows = self._connection.execute(query, (apsw.carray(some),))
                found.update((key, Known(row, mark, sweep)) for key, row, mark, sweep in rows)
        return found

    def _number(self, added: Sequence[Due], sweep: int) -> None:
        count = len(added)
        first = self._meta.add("high", count) - count if sweep else self._meta.add("low", -count)
        for row, due in enumerate(added, first):
            due.row = row
        self._meta.add("total", count)

    def _touch(self, rows: list[int], sweep: int) -> None:
        if rows:
            self._connection.execute(
                "UPDATE customer SET sweep = ? WHERE row IN carray(?)", (sweep, apsw.carray(array("q", rows)))
            )

    def _write(self, added: list[Due], changed: list[Due]) -> None:
        due = sorted(added + changed, key=lambda one: one.row) if changed else added
        if not due:
            return
        old = self._search.texts([one.row for one in changed])
        self._untag([one.row for one in changed])
        self._fold(due)
        # Rows are made one by one as they are bound: lists of them would keep the garbage collector busy.
        many = self._connection.executemany
        many(
            _INSERT,
            ((one.row, one.stored_id, one.mark, one.sweep, *columns_of(one, self._shared)) for one in added),
        )
        many(_UPDATE, ((one.mark, one.sweep, *columns_of(one, self._shared), one.row) for one in changed))
        many(_TAGGED, ((number, one.row) for one in due for numbers in one.tags for number in numbers))
        squeeze = self._squeezer_for(due).squeeze
        self._keep_bases(due, squeeze)
        many(_RECORD, ((one.row, squeeze(pack(one.shown) if one.shown else one.packed)) for one in due))
        self._search.put({one.row: found_text(one.seen) for one in due}, old)

    def _fold(self, due: Sequence[Due]) -> None:
        bases = [one.customer for one in due]
        folded, edited = self._pending.shown(bases)
        for one, customer in zip(due, folded, strict=True):
            one.tags = self._tags.numbers(tag_ids(customer))
            one.shown = customer if customer.id in edited else None

    def _keep_bases(self, due: Sequence[Due], squeeze: Callable[[bytes], bytes]) -> None:
        plain = [one.row for one in due if one.shown is None]
        self._bases.forget(self._bases.among(plain))
        for one in due:
            if one.shown is not None:
                self._bases.keep(one.row, squeeze(one.packed))
                self._bases.show_stage(one.row, one.shown.text("stage_id") or one.customer.text("stage_id"))

    def _untag(self, rows: Sequence[int]) -> None:
        if not rows:
            return
        numbers = apsw.carray(array("q", rows))
        stored = self._connection.execute(
            f"SELECT row, {', '.join(TAGS)} FROM customer WHERE row IN carray(?)", (numbers,)
        ).fetchall()
        self._connection.executemany(
            "DELETE FROM tagged WHERE tag = ? AND row = ?",
            [
                (int(number), row)
                for row, *lists in stored
                for text in lists
                if text
                for number in str(text).split(",")
            ],
        )

    def _squeezer_for(self, due: Sequence[Due]) -> Squeezer:
        """Return the file's squeezer; the first page large enough to learn from gives the dictionary."""
        if self._squeezer is None:
            dictionary = self._meta.blob("zstd")
            if not dictionary:
                dictionary = train([one.packed for one in due])
                if not dictionary:
                    return Squeezer(b"")
                self._meta.put("zstd", dictionary)
            self._squeezer = Squeezer(dictionary)
        return self._squeezer

    def unseen(self, sweep: int) -> list[str]:
        """Return the ids of customers that no page of this sweep held, and that the server has an id for."""
        query = "SELECT id FROM customer WHERE sweep <> ? AND (typeof(id) = 'blob' OR id NOT GLOB ?)"
        found = self._connection.execute(query, (sweep, f"{local_id('')}*"))
        return [plain_id(stored) for (stored,) in found]
