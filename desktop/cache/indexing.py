"""The search tables of the cache: texts, their trigrams, and how frequent those are."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import apsw

from desktop.cache.meta import Meta
from desktop.cache.schema import EVERY_ROW
from desktop.cache.shaping import Sql, digits_of, gram_text, grams_of

_SAMPLE = 64
_SEAMED_ROWS = 2_000
_COUNTED_ROWS = 5_000
_TWO = 2
_MERGED_PAGES = 250
"""Pages of the index written by one step of merging: 40 ms."""
_GRAM = "INSERT INTO gram(gram, rowid, text) VALUES (?, ?, ?)"
_FOUND = "INSERT INTO found VALUES (?, ?) ON CONFLICT(row) DO UPDATE SET text = excluded.text"
_COUNT = "INSERT INTO gram_count VALUES (?, ?) ON CONFLICT(gram) DO UPDATE SET seen = seen + excluded.seen"
_DIGITS = (
    "INSERT INTO digits VALUES (?, ?) ON CONFLICT(digits) DO UPDATE SET customers = customers + excluded.customers"
)


class SearchIndex:
    """The tables `found`, `gram` and `gram_count` over one connection; works in the caller's transaction.

    Rows below the number `seamed` of the table `meta` have their seams in the index, rows below `counted` are
    counted in `digits`. A file made by an older version gets both little by little.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._meta = Meta(connection)

    def texts(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the texts the index holds for some rows."""
        if not rows:
            return {}
        numbers = apsw.carray(array("q", rows))
        return dict(self._connection.execute("SELECT row, text FROM found WHERE row IN carray(?)", (numbers,)))

    def put(self, texts: Mapping[int, str], old: Mapping[int, str]) -> None:
        """Bring the index to `texts` by row, ascending; `old` is what it held for some of them."""
        renewed = {row: text for row, text in texts.items() if old.get(row) != text} if old else texts
        many = self._connection.executemany
        many(_FOUND, renewed.items())
        # In ascending order the index takes the rows in one piece.
        many(_GRAM, _steps(renewed, old, self._meta.number("seamed")))
        counted: Counter[str] = Counter()
        for row, text in renewed.items():
            if row % _SAMPLE == 0:
                counted.update(grams_of(text))
        many(_COUNT, sorted(counted.items()))
        self._count_digits(renewed.items(), [(row, old[row]) for row in renewed if row in old])

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out of the index."""
        texts = sorted(self.texts(rows).items())
        seamed = self._meta.number("seamed")
        self._connection.executemany(
            _GRAM, (("delete", row, gram_text(text, seamed=row < seamed)) for row, text in texts)
        )
        self._connection.executemany("DELETE FROM found WHERE row = ?", ((row,) for row, _ in texts))
        self._count_digits([], texts)

    def catch_up(self) -> bool:
        """Give some more rows of an older file what they lack; return False when no row lacks anything."""
        return self._seam() or self._count()

    def _seam(self) -> bool:
        first = self._meta.number("seamed")
        if first >= EVERY_ROW:
            return False
        texts = self._next(first, _SEAMED_ROWS)
        for row, text in texts:
            self._connection.execute(_GRAM, ("delete", row, gram_text(text)))
            self._connection.execute(_GRAM, (None, row, gram_text(text, seamed=True)))
        self._meta.put("seamed", texts[-1][0] + 1 if texts else EVERY_ROW)
        return True

    def _count(self) -> bool:
        first = self._meta.number("counted")
        if first >= EVERY_ROW:
            return False
        texts = self._next(first, _COUNTED_ROWS)
        self._meta.put("counted", texts[-1][0] + 1 if texts else EVERY_ROW)
        self._count_digits(texts, [])
        return True

    def _next(self, first: int, limit: int) -> list[tuple[int, str]]:
        query = "SELECT row, text FROM found WHERE row >= ? ORDER BY row LIMIT ?"
        return [(int(row), str(text)) for row, text in self._connection.execute(query, (first, limit))]

    def _count_digits(self, come: Iterable[tuple[int, str]], gone: Iterable[tuple[int, str]]) -> None:
        counted = self._meta.number("counted")
        change: Counter[str] = Counter()
        for row, text in come:
            if row < counted:
                change.update(digits_of(text))
        for row, text in gone:
            if row < counted:
                change.subtract(digits_of(text))
        self._connection.executemany(_DIGITS, sorted(change.items()))

    def merge(self) -> bool:
        """Bring the index a step nearer to one piece: all are looked into for a trigram; False when it is one."""
        pieces = "SELECT count(*) FROM (SELECT 1 FROM gram_idx GROUP BY segid LIMIT 2)"
        if self._connection.execute(pieces).get < _TWO:
            return False
        before = self._connection.total_changes()
        # A negative number asks for one piece of all of them, not for fewer.
        self._connection.execute("INSERT INTO gram(gram, rank) VALUES ('merge', ?)", (-_MERGED_PAGES,))
        return self._connection.total_changes() - before >= _TWO


def _steps(texts: Mapping[int, str], old: Mapping[int, str], seamed: int) -> Iterator[tuple[Sql, ...]]:
    for row, text in texts.items():
        if row in old:
            yield "delete", row, gram_text(old[row], seamed=row < seamed)
        yield None, row, gram_text(text, seamed=row < seamed)
