"""Table files that people open in a spreadsheet: whole or not at all, and without surprises in the cells."""

import csv
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.settings.privatefile import storage_error

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | float
"""A value in a table; "" where there is none."""

Rows: TypeAlias = Iterable[Sequence[Cell]]
Writer: TypeAlias = Callable[[Path, Sequence[str], Rows], int]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_MANGLED = re.compile(r"0\d+|\d{12,}|\d+[eE]\d+")
"""Texts that a spreadsheet would read as numbers and change: leading zeros, long numbers, powers of ten."""
_SHEET_ROWS = 1_048_575
_LONGEST = 32_767


def writer_of(path: Path) -> Writer | None:
    """Return what writes a file of that name, None unless it ends in .csv or .xlsx."""
    return {".csv": write_csv, ".xlsx": write_xlsx}.get(path.suffix.lower())


def write_csv(path: Path, titles: Sequence[str], rows: Rows) -> int:
    """Write UTF-8 with a mark that spreadsheets know it by; returns the number of rows.

    A text that a spreadsheet would run as a formula, or change as a number, gets a leading apostrophe.
    Raises DiskFull, NotWritable; the former file then stands unchanged.
    """
    with _replacing(path) as folder:
        fresh = folder / path.name
        with fresh.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(titles)
            return sum(1 for row in rows if writer.writerow([_harmless(cell) for cell in row]))


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and (_FORMULA.match(cell) or _MANGLED.fullmatch(cell)):
        return f"'{cell}"
    return cell


def write_xlsx(path: Path, titles: Sequence[str], rows: Rows) -> int:
    """Write a workbook, a further sheet where one is full; returns the number of rows.

    Texts are texts, whatever they look like. Raises DiskFull, NotWritable; the former file then stands unchanged.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 -- 40 ms that only an export to .xlsx pays
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    with _replacing(path) as folder:
        options = {"constant_memory": True, "tmpdir": str(folder), "strings_to_urls": False}
        book = Workbook(str(folder / path.name), options)
        try:
            count = _fill(book, titles, rows)
        finally:
            try:
                book.close()
            except FileCreateError as error:
                raise storage_error(OSError(*error.args[:2]), path) from error
    return count


def _fill(book: "Workbook", titles: Sequence[str], rows: Rows) -> int:
    count = 0
    sheet = _sheet(book, titles)
    for count, row in enumerate(rows, start=1):
        place = (count - 1) % _SHEET_ROWS
        if place == 0 and count > 1:
            sheet = _sheet(book, titles)
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(place + 1, column, _short(cell))
            else:
                sheet.write_number(place + 1, column, cell)
    return count


def _sheet(book: "Workbook", titles: Sequence[str]) -> "Worksheet":
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 1)
    bold = book.add_format({"bold": True})
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, bold)
    return sheet


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Give a private folder beside the target; the file made in it takes the target's place at the end."""
    folder = path.parent / f".{path.name}.{secrets.token_hex(4)}.new"
    try:
        folder.mkdir(mode=0o700)
        yield folder
        (folder / path.name).chmod(0o600)
        (folder / path.name).replace(path)
    except OSError as error:
        raise storage_error(error, path) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
