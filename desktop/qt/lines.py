"""Lines of text: breaking one up, for controls that cannot, and where in one something stands."""

from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from desktop.domain.folding import Spans


def broken(text: str, font: QFont, width: int) -> str:
    """Return a text with line breaks where it would be wider than `width` pixels, between words where it can."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Qt counts in UTF-16, as the text of the layout does not in Python.
        lines.append(_part(layout.text(), line.textStart(), line.textLength()))
    layout.endLayout()
    return "\n".join(one.rstrip() for one in lines)


def grounds(line: str, font: QFont, spans: Spans, *, elided: bool) -> tuple[QRectF, ...]:
    """Return where pieces of a text stand in a line of it; those that an elided line leaves out in its "…"."""
    there = len(line) - 1 if elided else len(line)
    layout = QTextLayout(line, font)
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    found = []
    pieces = ((min(start, there), end if end <= there else len(line)) for start, end in spans)
    for start, end in dict.fromkeys(pieces):
        # A right-to-left piece ends left of where it begins.
        left, right = sorted((_x(laid, units(line, start)), _x(laid, units(line, end))))
        found.append(QRectF(left, 0, right - left, laid.height()))
    return tuple(found)


def units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it: in UTF-16."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, place: int) -> float:
    # PySide answers with the place too, which Qt moves where none is between two characters.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _part(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")
