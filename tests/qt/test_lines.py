"""Texts broken into lines for controls that cannot wrap theirs."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from desktop.qt.lines import broken

FONT = QFont("Noto Sans", 13)


@pytest.mark.parametrize("text", ["", "short", "一个很长的名字" * 8, "word " * 30, "x" * 200, "😀" * 60, "a\nb"])
@pytest.mark.usefixtures("qapp")
def test_every_line_fits_and_nothing_is_lost(text: str) -> None:
    lines = broken(text, FONT, 170).split("\n")
    assert all(QFontMetrics(FONT).horizontalAdvance(line) <= 171 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
