"""Text to a terminal or a pipe."""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

_MEASURED = 500
"""Rows that decide how wide the columns are."""
_WIDEST = 40


def prepare_output() -> None:
    """Write UTF-8 into pipes and files on every platform, and never fail for a character a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: one line, without control and direction characters."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of an aligned table; the first rows decide the widths, long values are cut."""
    texts = ([plain(str(value)) for value in row] for row in rows)
    first = list(islice(texts, _MEASURED))
    widths = [
        min(_WIDEST, max(width(line[place]) for line in [list(titles), *first])) for place in range(len(titles))
    ]
    for line in chain([list(titles)], first, texts):
        cells = [_fitted(text, room) for text, room in zip(line, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _fitted(text: str, room: int) -> str:
    taken = width(text)
    if taken <= room:
        return text + " " * (room - taken)
    kept, used = [], 1
    for char in text:
        used += _columns(char)
        if used > room:
            break
        kept.append(char)
    short = "".join(kept) + "…"
    return short + " " * (room - width(short))
