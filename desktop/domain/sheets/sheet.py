"""A sheet as it was read: titles and rows of texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

MOST_ROWS = 100_000
"""Rows that are read of one sheet."""
MOST_COLUMNS = 150
LONGEST = 32_767
"""Characters of a cell: what a spreadsheet holds."""
FIRST = 2
"""The number that people read beside the first row: the titles stand above it."""

Cells: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the number that a spreadsheet shows beside it, as many cells as there are titles."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds: its `name`, and that of the sheet ("" in a CSV file)."""

    name: str
    sheet: str
    titles: Cells
    rows: Sequence[Row]


def made(name: str, sheet: str, records: Sequence[Sequence[str]]) -> Sheet:
    """Return the sheet of these records, the first that is not blank with the titles; blank rows are left out."""
    head = next((place for place, one in enumerate(records) if any(map(str.strip, one))), len(records))
    titles = tuple(text.strip() for text in records[head]) if head < len(records) else ()
    wide = max((len(one) for one in records[head:]), default=0)
    titles += ("",) * (wide - len(titles))
    rows = [
        Row(number, (*cells, *("",) * (wide - len(cells))))
        for number, cells in enumerate(records[head + 1 :], start=head + FIRST)
        if any(map(str.strip, cells))
    ]
    return Sheet(name, sheet, titles, rows)
