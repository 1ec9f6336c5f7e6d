"""Texts that a spreadsheet would run: where they begin, and how they are marked so that they stay texts."""

import re

_INLINE = r"[ \x00-\x08\x0b\x0c\x0e-\x1f\x7f\xa0\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_UNSEEN = r"[\s\x00-\x1f\x7f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_SIGNS = "=+\\-@＝＋－＠"
_CALL = rf"(?:[=＝]|[{_SIGNS}][^;\t\n]*(?:[A-Za-z_]\(|\|))"
_FIRST = re.compile(rf"{_UNSEEN}[{_SIGNS}]|[\t\r\n]")
_RUNS = re.compile(rf"{_UNSEEN}{_CALL}")
_WITHIN = re.compile(rf"(?<=[;\t\r\n])({_INLINE})(?='*{_CALL})")
_MARKED = re.compile(rf"(?<=[;\t\r\n])({_INLINE})'(?='*{_CALL})")


def is_formula(text: str) -> bool:
    """Say whether a cell with this text could be taken for a formula, also when unseen characters come first."""
    return bool(_FIRST.match(text))


def runs(text: str) -> bool:
    """Say whether a formula would do something: "=...", a function, another program; "+86..." does not."""
    return bool(_RUNS.match(text))


def marked_within(text: str) -> str:
    """Return `text` with an apostrophe before what would run if its lines or its parts at ";" were cells.

    That is what a spreadsheet makes of a file of commas where the list separator of the system is another.
    """
    return _WITHIN.sub(r"\1'", text) if ";" in text or "\n" in text or "\r" in text or "\t" in text else text


def unmarked_within(text: str) -> str:
    """Return a text as it was before `marked_within`."""
    return _MARKED.sub(r"\1", text)
