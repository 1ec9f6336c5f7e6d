"""Rows on the clipboard, and what the desktop is told: text and nothing else."""

import pytest

from desktop.qt.notices import LONGEST, unmarkable
from desktop.qt.tabletext import table_text


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ("a\tb\r\nc\u2028d\x85e", "a b c d e"),
        ("before\x00after", "before\ufffdafter"),
        ("lone \ud83d", "lone \ufffd"),
        ("=1+1", "'=1+1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("@SUM(1,1)", "'@SUM(1,1)"),
        ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
        ("+86 138-0013-8000", "+86 138-0013-8000"),
        ("+1 (555) 0100", "+1 (555) 0100"),
        ("@anna", "@anna"),
        ("- 3", "- 3"),
        ("<b>bold</b>", "<b>bold</b>"),
        (7, "7"),
    ],
)
def test_a_cell_on_the_clipboard_is_one_cell_that_does_nothing(cell: object, copied: str) -> None:
    assert table_text([["title", "x"], [cell, "x"]]) == f"title\tx\n{copied}\tx"


def test_a_notice_is_no_markup_and_one_short_line() -> None:
    assert unmarkable('<img src="file:///x">Anna & Co\n\u202e') == '\u2039img src="file:///x"\u203aAnna & Co [RLO]'
    assert len(unmarkable("x" * 1_000_000)) == LONGEST + 1
