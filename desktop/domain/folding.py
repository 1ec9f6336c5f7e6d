"""How text is compared in a search: width, case and the way a phone number is written do not matter."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

_PHONE = re.compile(r"[+＋]?[\d\s\-－—()（）]{3,}")
_FEWEST_DIGITS = 3
_NOT_DIGIT = re.compile(r"\D")
_PREFIX = re.compile(r"(?:\+|00)\s*86")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_BETWEEN_DIGITS = r"[\s\-()]*"

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Pieces of a text, in order: where each begins, and where it has ended."""


def fold(text: str) -> str:
    """Return the text in NFKC and case folded, control characters as blanks."""
    folded = text.lower() if text.isascii() else _wide(text)
    return folded if folded.isprintable() else _UNSEEN.sub(" ", folded)


@lru_cache(maxsize=4_096)
def _wide(text: str) -> str:
    # Cached: firms, notes and a customer's two names come again and again.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def phone_digits(text: str) -> str:
    """Return the digits of a phone number without blanks, dashes, brackets and +86; "" when it is none."""
    if text.isdecimal() and text.isascii():
        return text
    if not _PHONE.fullmatch(text.strip()):
        return ""
    folded = unicodedata.normalize("NFKC", text).strip()
    return _NOT_DIGIT.sub("", _PREFIX.sub("", folded, count=1) if _PREFIX.match(folded) else folded)


def words(text: str) -> tuple[str, ...]:
    """Return the different words of a search text, folded, in their order."""
    return tuple(dict.fromkeys(fold(text).split()))


def alternatives(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what a search text asks for: any of these, each with all of its words.

    A text that reads as a phone number also asks for its digits.
    """
    asked = words(text)
    digits = phone_digits(fold(text))
    if len(digits) < _FEWEST_DIGITS or all(word in digits for word in asked):
        # Who has the digits has every piece of them.
        return (asked,) if asked else ()
    return (asked, (digits,))


class Spots:
    """Where what a search asks for stands in a text that is shown."""

    def __init__(self, search: str) -> None:
        asked = {word for one in alternatives(search) for word in one}
        # The longest comes first: a shorter one within it would end it early.
        words = sorted(asked, key=lambda word: (-len(word), word))
        self._in_texts = re.compile("|".join(map(re.escape, words))) if words else None
        self._in_phones = re.compile("|".join(map(_spread, words))) if words else None

    def within(self, shown: str) -> Spans:
        """Return where the words stand in a text; in a phone also across what its digits are grouped by."""
        if self._in_texts is None or self._in_phones is None:
            return ()
        folded, places = _placed(shown)
        pattern = self._in_phones if phone_digits(folded) else self._in_texts
        return tuple((places[one.start()], places[one.end() - 1] + 1) for one in pattern.finditer(folded))


def _spread(word: str) -> str:
    return _BETWEEN_DIGITS.join(word) if word.isdecimal() else re.escape(word)


def _placed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded character by character, and where in `text` each character of it comes from."""
    if text.isascii():
        return fold(text), range(len(text))
    parts = [fold(char) for char in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]
