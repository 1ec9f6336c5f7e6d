"""Rows for tables: some fields of many customers, from columns where they stand, else from the record."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, cast

import apsw

from desktop.cache.columns import COLUMNS, SHARED, TAGS, is_named
from desktop.cache.meta import Meta
from desktop.cache.records import Squeezer, unpack
from desktop.cache.shaping import packed_id, plain_id, plain_name
from desktop.cache.sharing import SharedValues
from desktop.cache.tagwords import TagWords
from desktop.domain.customers.customer import Customer, FieldValue


@dataclass(frozen=True, slots=True)
class Row:
    """A customer in a table: `key` is its row number for life, `values` follow the columns asked for."""

    key: int
    id: str
    values: "tuple[FieldValue | None, ...]"


class RowReader:
    """Reads rows and whole customers over one connection."""

    def __init__(self, connection: apsw.Connection, meta: Meta, tags: TagWords, shared: SharedValues) -> None:
        self._connection = connection
        self._meta = meta
        self._tags = tags
        self._shared = shared
        self._squeezer: Squeezer | None = None

    def rows(self, keys: Sequence[int], columns: Sequence[str]) -> list[Row]:
        """Return the rows of these row numbers in their order; those that are gone are left out."""
        if not keys:
            return []
        names = [name for name in columns if name in COLUMNS]
        query = f"SELECT {', '.join(['row', 'id', *names])} FROM customer WHERE row IN carray(?)"
        found = {one[0]: one for one in self._connection.execute(query, (apsw.carray(array("q", keys)),))}
        there = [one for key in keys if (one := found.get(key)) is not None]
        if not there:
            return []
        # Column by column: a screenful is shaped in a fraction of the time it takes value by value.
        numbers, stored, *held = zip(*there, strict=True)
        shaped = {name: self._shaped(name, values) for name, values in zip(names, held, strict=True)}
        rest = [name for name in columns if name not in COLUMNS]
        if rest:
            records = [self._record(key) for key in numbers]
            shaped.update((name, [fields.get(name) for fields in records]) for name in rest)
        values = zip(*(shaped[name] for name in columns), strict=True) if columns else repeat(())
        return list(map(Row, numbers, map(plain_id, stored), values))

    def customers(self, ids: Sequence[str]) -> list[Customer]:
        """Return the records of these ids as the server has them, in their order; unknown ones are left out."""
        query = (
            "SELECT iif(base.row IS NULL, customer.stage_id, base.stage_id), ifnull(base.body, record.body)"
            " FROM customer JOIN record USING (row) LEFT JOIN base USING (row) WHERE customer.id = ?"
        )
        found: list[Customer] = []
        for key in ids:
            for held, body in self._connection.execute(query, (packed_id(key),)):
                (stage,) = self._shared.shown("stage_id", [held])
                local: dict[str, FieldValue] = {"stage_id": str(stage)} if stage else {}
                found.append(unpack(key, self._expand(body), local))
        return found

    def scalar(self, *values: object) -> str | int | None:
        """Return for SQL the field (second value) of a record's blob (first value), None when absent."""
        body, field = values
        found = unpack("", self._expand(cast("bytes", body)), {}).fields.get(str(field))
        if isinstance(found, tuple) and all(isinstance(part, str) for part in found):
            return ",".join(map(str, found)) or None
        if isinstance(found, (str, int)):
            return None if found == "" else found
        return str(found) if found else None

    def _record(self, key: int) -> "Mapping[str, FieldValue]":
        body = self._connection.execute("SELECT body FROM record WHERE row = ?", (key,)).get
        return unpack("", self._expand(body), {}).fields

    def _expand(self, body: bytes) -> bytes:
        if self._squeezer is not None:
            return self._squeezer.expand(body)
        dictionary = self._meta.blob("zstd")
        squeezer = Squeezer(dictionary)
        # A cache of a few customers has no dictionary; it gets one with the first large page.
        self._squeezer = squeezer if dictionary else None
        return squeezer.expand(body)

    def _shaped(self, name: str, values: Sequence[Any]) -> "Sequence[FieldValue | None]":
        if name in SHARED:
            return cast("Sequence[FieldValue | None]", self._shared.shown(name, values))
        if name in TAGS:
            return list(map(self._tags.ids, values))
        if is_named(name):
            return [plain_name(value) if value else None for value in values]
        return values
