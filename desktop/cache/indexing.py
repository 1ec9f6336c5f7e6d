"""The search tables of the cache: texts, their trigrams, and how frequent those are."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import apsw

from desktop.cache.shaping import Sql, gram_text, grams_of

_SAMPLE = 64
_GRAM = "INSERT INTO gram(gram, rowid, text) VALUES (?, ?, ?)"
_FOUND = "INSERT INTO found VALUES (?, ?) ON CONFLICT(row) DO UPDATE SET text = excluded.text"
_COUNT = "INSERT INTO gram_count VALUES (?, ?) ON CONFLICT(gram) DO UPDATE SET seen = seen + excluded.seen"


class SearchIndex:
    """The tables `found`, `gram` and `gram_count` over one connection; works in the caller's transaction."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

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
        many(_GRAM, _steps(renewed, old))
        counted: Counter[str] = Counter()
        for row, text in renewed.items():
            if row % _SAMPLE == 0:
                counted.update(grams_of(text))
        many(_COUNT, sorted(counted.items()))

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out of the index."""
        texts = sorted(self.texts(rows).items())
        self._connection.executemany(_GRAM, (("delete", row, gram_text(text)) for row, text in texts))
        self._connection.executemany("DELETE FROM found WHERE row = ?", ((row,) for row, _ in texts))


def _steps(texts: Mapping[int, str], old: Mapping[int, str]) -> Iterator[tuple[Sql, ...]]:
    for row, text in texts.items():
        if row in old:
            yield "delete", row, gram_text(old[row])
        yield None, row, gram_text(text)
