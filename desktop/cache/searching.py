"""Search texts become SQL: candidates by their rarest trigrams, proved by looking into their texts."""

from collections.abc import Sequence

import apsw

from desktop.cache.grams import GramCounts, all_of, every_gram, grams_of_word, is_exact, quoted
from desktop.cache.meta import Meta
from desktop.cache.schema import EVERY_ROW
from desktop.cache.shaping import seam_gram
from desktop.cache.statements import Statement, joined
from desktop.domain.folding import alternatives


class Searcher:
    """Makes the SELECT of the rows that a search text finds, over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._counts = GramCounts(connection)
        self._seamed = False

    def rows(self, text: str, *, ordered: bool = True) -> Statement | None:
        """Return the SELECT of the rows `text` is found in, None for no text. LIMIT stops early.

        `ordered` asks for ascending rows; for counting they may come as they like.
        """
        asked = alternatives(text)
        if not asked:
            return None
        if all(is_exact(word) for words in asked for word in words):
            match = _any_of([every_gram(words) for words in asked])
            return Statement("SELECT rowid AS row FROM gram WHERE gram MATCH ? ORDER BY rowid", (match,))
        if len(asked) == 1 and self._counts.are_frequent(asked[0]) and self._is_seamed():
            found = _seamed(asked[0])
            return Statement(f"{found.sql} ORDER BY 1", found.values) if ordered else found
        chosen = [self._counts.chosen(words) for words in asked]
        if not all(chosen):
            proof = _proof(asked)
            return Statement(f"SELECT row FROM found WHERE {proof.sql}", proof.values)
        proof = _proof(asked, known=chosen[0] if len(asked) == 1 else ())
        return Statement(
            "SELECT gram.rowid AS row FROM gram CROSS JOIN found ON found.row = gram.rowid"
            f" WHERE gram MATCH ? AND ({proof.sql}) ORDER BY gram.rowid",
            (_any_of(chosen), *proof.values),
        )

    def _is_seamed(self) -> bool:
        self._seamed = self._seamed or Meta(self._connection).number("seamed") >= EVERY_ROW
        return self._seamed

    def candidates(self, text: str) -> list[Statement]:
        """Return the condition that a customer's texts may hold a folded text; [] when the index cannot say."""
        chosen = self._counts.chosen([text])
        among = Statement("customer.row IN (SELECT rowid FROM gram WHERE gram MATCH ?)", (all_of(chosen),))
        return [among] if chosen else []


def _any_of(grams: Sequence[Sequence[str]]) -> str:
    return " OR ".join(f"({all_of(one)})" for one in grams)


def _seamed(words: Sequence[str]) -> Statement:
    """Return the SELECT for frequent words: where none of their pairs is a seam, their trigrams are proof."""
    grams = every_gram(words)
    everything = all_of(grams)
    pairs = {word[start : start + 2] for word in words for start in range(1, len(word) - 2)}
    meeting = " OR ".join(quoted(seam_gram(pair)) for pair in sorted(pairs))
    proof = _proof([words], known=grams)
    return Statement(
        "SELECT rowid AS row FROM gram WHERE gram MATCH ? UNION ALL"
        " SELECT gram.rowid FROM gram CROSS JOIN found ON found.row = gram.rowid"
        f" WHERE gram MATCH ? AND ({proof.sql})",
        (f"({everything}) NOT ({meeting})", f"({everything}) AND ({meeting})", *proof.values),
    )


def _proof(asked: Sequence[Sequence[str]], known: Sequence[str] = ()) -> Statement:
    """Return the condition on `found.text`; words of one trigram need no proof when that is among the `known`."""
    return joined(
        [
            joined(
                [
                    Statement("instr(found.text, ?)", (word,))
                    for word in words
                    if not (is_exact(word) and grams_of_word(word)[0] in known)
                ]
            )
            for words in asked
        ],
        "OR",
    )
