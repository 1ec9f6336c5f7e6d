"""Rows as the text that a spreadsheet, a mail or a chat takes from the clipboard."""

import re
from collections.abc import Iterable, Sequence

from desktop.domain.sheets.formulas import runs

_BREAKS = re.compile("\\r\\n|[\\t\\n\\x0b\\x0c\\r\\x85\\u2028\\u2029]")
_CONTROLS = re.compile("[\\x00-\\x1f\\x7f\\ud800-\\udfff]")


def table_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as lines of cells with tabs between them.

    Breaks within a cell become spaces and control characters U+FFFD: some systems end a text at the first NUL.
    A text that would run in a spreadsheet gets an apostrophe in front; phones ("+86...") stay as they are.
    """
    return "\n".join("\t".join(_cell(str(cell)) for cell in row) for row in rows)


def _cell(text: str) -> str:
    line = _CONTROLS.sub("\ufffd", _BREAKS.sub(" ", text))
    return f"'{line}" if runs(line) else line
