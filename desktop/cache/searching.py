"""Search texts become SQL: candidates by their rarest trigrams, proved by looking into their texts."""

from collections.abc import Sequence

import apsw

from desktop.cache.folding import alternatives
from desktop.cache.grams import GramCounts, is_exact
from desktop.cache.statements import Statement, joined


class Searcher:
    """Makes the SELECT of the rows that a search text finds, over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._counts = GramCounts(connection)

    def rows(self, text: str) -> Statement | None:
        """Return the SELECT of the rows `text` is found in, None for no text. Ascending: LIMIT stops early."""
        asked = alternatives(text)
        if not asked:
            return None
        matches = [self._counts.match(words) for words in asked]
        if not all(matches):
            proof = _proof(asked, known=False)
            return Statement(f"SELECT row FROM found WHERE {proof.sql}", proof.values)
        match = " OR ".join(f"({one})" for one in matches)
        if all(is_exact(word) for words in asked for word in words):
            return Statement("SELECT rowid AS row FROM gram WHERE gram MATCH ? ORDER BY rowid", (match,))
        proof = _proof(asked, known=len(asked) == 1)
        return Statement(
            "SELECT gram.rowid AS row FROM gram CROSS JOIN found ON found.row = gram.rowid"
            f" WHERE gram MATCH ? AND ({proof.sql}) ORDER BY gram.rowid",
            (match, *proof.values),
        )

    def candidates(self, text: str) -> list[Statement]:
        """Return the condition that a customer's texts may hold a folded text; [] when the index cannot say."""
        match = self._counts.match([text])
        return (
            [Statement("customer.row IN (SELECT rowid FROM gram WHERE gram MATCH ?)", (match,))] if match else []
        )


def _proof(asked: Sequence[Sequence[str]], *, known: bool) -> Statement:
    """Return the condition on `found.text`; `known`: words of one trigram are proved by their match already."""
    return joined(
        [
            joined(
                [Statement("instr(found.text, ?)", (word,)) for word in words if not (known and is_exact(word))]
            )
            for words in asked
        ],
        "OR",
    )
