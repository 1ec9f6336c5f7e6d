"""Writing pages of customers: one transaction each, and what it changed."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import apsw

from desktop.cache.columns import TAGS, WRITTEN
from desktop.cache.meta import Meta
from desktop.cache.records import Squeezer, mark_of, pack, train
from desktop.cache.shaping import (
    Sql,
    column_values,
    encodable,
    found_text,
    gram_text,
    grams_of,
    packed_id,
    plain_id,
    tag_ids,
)
from desktop.cache.tagwords import TagWords, joined
from desktop.domain.change import Change
from desktop.domain.customer import Customer, Quarantined

_SAMPLE = 64
_INSERT = (
    f"INSERT INTO customer(row, id, mark, sweep, {', '.join(WRITTEN)}) VALUES (?, ?, ?, ?{', ?' * len(WRITTEN)})"
)
_UPDATE = f"UPDATE customer SET mark = ?, sweep = ?, {' = ?, '.join(WRITTEN)} = ? WHERE row = ?"
_GRAM = "INSERT INTO gram(gram, rowid, text) VALUES (?, ?, ?)"


@dataclass(slots=True)
class _Known:
    """Where a customer of the page already stands."""

    row: int
    mark: int
    sweep: int


@dataclass(slots=True)
class _Due:
    """A customer of the page that has to be written."""

    customer: Customer
    stored_id: str | bytes
    packed: bytes
    mark: int
    row: int = 0


class PageWriter:
    """Writes pages over one connection; call `forget` after a transaction that was rolled back."""

    def __init__(self, connection: apsw.Connection, meta: Meta, tags: TagWords) -> None:
        self._connection = connection
        self._meta = meta
        self._tags = tags
        self._squeezer: Squeezer | None = None

    def forget(self) -> None:
        """Forget what was learned in a transaction that did not happen."""
        self._squeezer = None
        self._tags.forget()

    def write(self, customers: Iterable[Customer], sweep: int) -> Change:
        """Write the customers inside the caller's transaction; unchanged ones only get the sweep's number."""
        page = {customer.id: customer for customer in customers}
        stored = {key: packed_id(key) for key in page}
        known = self._known(stored.values())
        added: list[_Due] = []
        changed: list[_Due] = []
        same: list[int] = []
        for key, customer in page.items():
            packed = pack(customer)
            mark = mark_of(packed)
            old = known.get(stored[key])
            if old is None:
                added.append(_Due(customer, stored[key], packed, mark))
            elif old.mark != mark:
                changed.append(_Due(customer, stored[key], packed, mark, old.row))
            elif sweep and old.sweep != sweep:
                same.append(old.row)
        self._number(added, sweep)
        self._touch(same, sweep)
        self._write(added, changed, sweep)
        return Change(tuple(due.customer.id for due in added), tuple(due.customer.id for due in changed))

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
        self._unindex([row for (row,) in rows])
        for table in ("record", "found", "customer"):
            self._connection.executemany(f"DELETE FROM {table} WHERE row = ?", rows)
        self._meta.add("total", -len(rows))
        return Change(removed=tuple(key for key, stored in gone.items() if stored in known))

    def _known(self, stored: Iterable[str | bytes]) -> dict[str | bytes, _Known]:
        keys = list(stored)
        found: dict[str | bytes, _Known] = {}
        for kind in (bytes, str):
            some = tuple(key for key in keys if isinstance(key, kind))
            if some:
                query = "SELECT id, row, mark, sweep FROM customer WHERE id IN carray(?)"
                rows = self._connection.execute(query, (apsw.carray(some),))
                found.update((key, _Known(row, mark, sweep)) for key, row, mark, sweep in rows)
        return found

    def _number(self, added: Sequence[_Due], sweep: int) -> None:
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

    def _write(self, added: list[_Due], changed: list[_Due], sweep: int) -> None:
        due = sorted(added + changed, key=lambda one: one.row)
        if not due:
            return
        old = self._texts([one.row for one in changed])
        self._untag([one.row for one in changed])
        tags = [self._tags.numbers(tag_ids(one.customer)) for one in due]
        values = {
            one.row: (*column_values(one.customer), *map(joined, pair))
            for one, pair in zip(due, tags, strict=True)
        }
        many = self._connection.executemany
        many(_INSERT, [(one.row, one.stored_id, one.mark, sweep, *values[one.row]) for one in added])
        many(_UPDATE, [(one.mark, sweep, *values[one.row], one.row) for one in changed])
        many(
            "INSERT INTO tagged VALUES (?, ?)",
            [(number, one.row) for one, pair in zip(due, tags, strict=True) for number in (*pair[0], *pair[1])],
        )
        squeeze = self._squeezer_for(due).squeeze
        many(
            "INSERT INTO record VALUES (?, ?) ON CONFLICT(row) DO UPDATE SET body = excluded.body",
            [(one.row, squeeze(one.packed)) for one in due],
        )
        self._index({one.row: found_text(one.customer) for one in due}, old)

    def _index(self, texts: Mapping[int, str], old: Mapping[int, str]) -> None:
        """Bring the search tables to `texts` by row (ascending); `old` holds what they had for some."""
        renewed = {row: text for row, text in texts.items() if old.get(row) != text}
        steps: list[tuple[Sql, ...]] = []
        for row, text in renewed.items():
            if row in old:
                steps.append(("delete", row, gram_text(old[row])))
            steps.append((None, row, gram_text(text)))
        many = self._connection.executemany
        many(
            "INSERT INTO found VALUES (?, ?) ON CONFLICT(row) DO UPDATE SET text = excluded.text",
            renewed.items(),
        )
        many(_GRAM, steps)
        self._sample(text for row, text in renewed.items() if row % _SAMPLE == 0)

    def _unindex(self, rows: Sequence[int]) -> None:
        self._connection.executemany(
            _GRAM, [("delete", row, gram_text(text)) for row, text in sorted(self._texts(rows).items())]
        )
        self._untag(rows)

    def _sample(self, texts: Iterable[str]) -> None:
        """Count the grams of some customers: enough to know the rare from the frequent."""
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(grams_of(text))
        self._connection.executemany(
            "INSERT INTO gram_count VALUES (?, ?) ON CONFLICT(gram) DO UPDATE SET seen = seen + excluded.seen",
            sorted(counted.items()),
        )

    def _texts(self, rows: Sequence[int]) -> dict[int, str]:
        if not rows:
            return {}
        numbers = apsw.carray(array("q", rows))
        return dict(self._connection.execute("SELECT row, text FROM found WHERE row IN carray(?)", (numbers,)))

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

    def _squeezer_for(self, due: Sequence[_Due]) -> Squeezer:
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
        """Return the ids of customers that no page of this sweep held."""
        found = self._connection.execute("SELECT id FROM customer WHERE sweep <> ?", (sweep,))
        return [plain_id(stored) for (stored,) in found]
