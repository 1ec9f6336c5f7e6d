"""How text is compared in a search: width, case and the way a phone number is written do not matter."""

import re
import unicodedata
from functools import lru_cache

_PHONE = re.compile(r"[+＋]?[\d\s\-－—()（）]{3,}")
_FEWEST_DIGITS = 3
_NOT_DIGIT = re.compile(r"\D")
_PREFIX = re.compile(r"(?:\+|00)\s*86")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


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
