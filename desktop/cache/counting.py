"""How many customers have a tag, which triggers keep, and who they are: read from the index of tags."""

from array import array
from collections.abc import Iterable, Sequence

import apsw

from desktop.cache.rows import RowReader
from desktop.cache.shaping import packed_id, plain_id
from desktop.cache.tagwords import TagWords
from desktop.domain.tags.holders import Holder, Holders

_TAGS_OF = "SELECT id, tags FROM customer WHERE id IN carray(?)"
_NAMES = ("nickname", "real_name", "phone")


class TagCounting:
    """Counts over one connection."""

    def __init__(self, connection: apsw.Connection, rows: RowReader, tags: TagWords) -> None:
        self._connection = connection
        self._rows = rows
        self._tags = tags

    def counts(self) -> dict[str, int]:
        """Return the number of customers of every business tag that any customer has."""
        return dict(self._connection.execute("SELECT id, customers FROM tag WHERE NOT wecom AND customers > 0"))

    def holder_ids(self, tags: Sequence[str], least: int) -> list[str]:
        """Return who has at least `least` of these business tags."""
        numbers = apsw.carray(array("q", self._tags.known(tags, wecom=False) or [-1]))
        rows = "SELECT row FROM tagged WHERE tag IN carray(?) GROUP BY row HAVING count(*) >= ?"
        query = f"SELECT customer.id FROM customer JOIN ({rows}) USING (row) ORDER BY row"
        return [plain_id(key) for (key,) in self._connection.execute(query, (numbers, least))]

    def tags_of(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the business tags of customers as they are shown, unknown ones left out."""
        stored = [packed_id(key) for key in ids]
        found: dict[str, tuple[str, ...]] = {}
        for kind in (bytes, str):
            some = tuple(key for key in stored if isinstance(key, kind))
            if some:
                rows = self._connection.execute(_TAGS_OF, (apsw.carray(some),))
                found.update((plain_id(key), self._tags.ids(text)) for key, text in rows)
        return found

    def counts_among(self, rows: Iterable[int]) -> dict[str, int]:
        """Return the same of the customers in these rows only."""
        query = (
            "SELECT tag.id, count(*) FROM tagged JOIN tag ON tag.number = tagged.tag"
            " WHERE NOT tag.wecom AND tagged.row IN carray(?) GROUP BY tag.id"
        )
        return dict(self._connection.execute(query, (apsw.carray(array("q", rows)),)))

    def holders(self, tags: Sequence[str], least: int, limit: int) -> Holders:
        """Return how many customers have at least `least` of these business tags, and the first `limit`."""
        numbers = apsw.carray(array("q", self._tags.known(tags, wecom=False) or [-1]))
        rows = "SELECT row FROM tagged WHERE tag IN carray(?) GROUP BY row HAVING count(*) >= ?"
        total = int(self._connection.execute(f"SELECT count(*) FROM ({rows})", (numbers, least)).get)
        if not total or not limit:
            return Holders(total)
        query = f"{rows} ORDER BY row LIMIT ?"
        keys = [row for (row,) in self._connection.execute(query, (numbers, least, limit))]
        found = self._rows.rows(keys, (*_NAMES, "tags"))
        return Holders(total, tuple(_holder(row.id, *row.values) for row in found))


def _holder(customer_id: str, *values: object) -> Holder:
    *names, tags = values
    named = next((str(name) for name in names if name), "")
    return Holder(customer_id, named, tuple(map(str, tags)) if isinstance(tags, tuple) else ())
