"""Breaking a text into lines, for controls that cannot wrap theirs."""

from PySide6.QtGui import QFont, QTextLayout, QTextOption


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


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _part(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")
