"""From the words of a search to the trigrams that find their candidates."""

import re
from collections.abc import Sequence

import apsw

_DIGIT = re.compile(r"[0-9]")
_WHOLE = 3
_ENOUGH = 4
_COMMON = 16
"""How much more frequent than the rarest a trigram is whose list takes longer to read than texts to look into."""
_PAIR = 2
_FREQUENT = 400
"""Times seen in the sample from which on proving all that have a trigram takes longer than anything."""


def grams_of_word(word: str) -> tuple[str, ...]:
    """Return the different trigrams the index holds for a word; () when it holds none.

    One and two characters are looked up as they stand between U+0001; with digits they are not indexed.
    """
    if len(word) >= _WHOLE:
        return tuple(dict.fromkeys(word[start : start + 3] for start in range(len(word) - 2)))
    if _DIGIT.search(word):
        return ()
    return (f"\1{word}\1",) if len(word) == 1 else (f"{word[0]}\1{word[1]}",)


def is_exact(word: str) -> bool:
    """Return whether the trigrams of a word find exactly the texts that contain it."""
    # "8888" has one trigram too, but its texts may hold three eights only.
    return len(word) <= _WHOLE and len(grams_of_word(word)) == 1


def quoted(gram: str) -> str:
    """Return a trigram as a MATCH expression has it."""
    return '"' + gram.replace('"', '""') + '"'


def every_gram(words: Sequence[str]) -> tuple[str, ...]:
    """Return all different trigrams of the words."""
    return tuple(dict.fromkeys(gram for word in words for gram in grams_of_word(word)))


def all_of(grams: Sequence[str]) -> str:
    """Return the MATCH expression of texts that hold all of these trigrams."""
    return " AND ".join(map(quoted, grams))


class GramCounts:
    """How often trigrams were seen in a sample of the customers, over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def chosen(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the trigrams of the words that are worth looking up, () when the index holds none of them.

        The rarest; a word of one trigram, which needs no proof then, unless looking into the texts costs less.
        """
        every = [grams_of_word(word) for word in words]
        longer = {gram for grams in every if len(grams) > 1 for gram in grams}
        rarest = sorted(longer, key=self._rarity)[:_ENOUGH]
        if not rarest:
            return every_gram(words)
        common = _COMMON * max(1, self._rarity(rarest[0])[0])
        single = sorted(grams[0] for grams in every if len(grams) == 1)
        rarest += [gram for gram in single if self._rarity(gram)[0] <= common]
        return tuple(dict.fromkeys(rarest))

    def are_frequent(self, words: Sequence[str]) -> bool:
        """Return whether looking up all trigrams of the words costs less than proving what the rarest find."""
        every = [grams_of_word(word) for word in words]
        grams = {gram for one in every for gram in one}
        if not all(every) or len(grams) > _ENOUGH:
            return False
        least = _FREQUENT if len(grams) > _PAIR else 1
        return all(self._rarity(gram)[0] >= least for gram in grams)

    def _rarity(self, gram: str) -> tuple[int, str]:
        row = self._connection.execute("SELECT seen FROM gram_count WHERE gram = ?", (gram,)).fetchone()
        return (int(row[0]) if row else 0, gram)
