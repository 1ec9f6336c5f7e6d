"""Table files that people open in a spreadsheet: whole or not at all, and without surprises in the cells."""

import csv
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.machineerrors import file_error
from desktop.domain.sheets.formulas import is_formula, marked_within, unmarked_within

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | float
"""A value in a table; "" where there is none."""

Rows: TypeAlias = Iterable[Sequence[Cell]]
Writer: TypeAlias = Callable[[Path, Sequence[str], Rows], int]

_MANGLED = re.compile(r"0\d+|\d{12,}|\d+[eE]\d+")
"""Texts that a spreadsheet would read as numbers and change: leading zeros, long numbers, powers of ten."""
_SHEET_ROWS = 1_048_575
_LONGEST = 32_767


def writer_of(path: Path) -> Writer | None:
    """Return what writes a file of that name, None unless it ends in .csv or .xlsx."""
    return {".csv": write_csv, ".xlsx": write_xlsx}.get(path.suffix.lower())


def write_table(path: Path, titles: Sequence[str], rows: Rows) -> int:
    """Write a workbook when the file is called so, else CSV; returns and raises like `write_csv`."""
    return (writer_of(path) or write_csv)(path, titles, rows)


def write_csv(path: Path, titles: Sequence[str], rows: Rows) -> int:
    """Write UTF-8 with a mark that spreadsheets know it by; returns the number of rows.

    A text that a spreadsheet would run as a formula, or change as a number, gets a leading apostrophe; so does a
    part of it that is a cell of its own where the system parts lists otherwise. `unmarked` takes them away.
    Raises DiskFull, NotWritable; the former file then stands unchanged.
    """
    with _replacing(path) as folder:
        fresh = folder / path.name
        with fresh.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(titles)
            return sum(1 for row in rows if writer.writerow([_harmless(cell) for cell in row]))


def unmarked(text: str) -> str:
    """Return a text of a CSV file as it was before `write_csv` gave it apostrophes."""
    first = text[1:] if text.startswith("'") and _is_marked(text[1:]) else text
    return unmarked_within(first)


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    inner = marked_within(cell)
    return f"'{inner}" if _is_marked(cell) else inner


def _is_marked(text: str) -> bool:
    # One that stands there already gets a second one, so that one can be taken away again.
    return bool(is_formula(text) or _MANGLED.fullmatch(text) or text.startswith("'"))


def write_xlsx(
    path: Path, titles: Sequence[str], rows: Rows, *, about: tuple[str, Sequence[Sequence[Cell]]] | None = None
) -> int:
    """Write a workbook, a further sheet where one is full; returns the number of rows.

    `about` is the name of a last sheet and its rows.

    Texts are texts, whatever they look like. Raises DiskFull, NotWritable; the former file then stands unchanged.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 -- 40 ms that only an export to .xlsx pays
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    with _replacing(path) as folder:
        options = {"constant_memory": True, "tmpdir": str(folder), "strings_to_urls": False}
        book = Workbook(str(folder / path.name), options)
        try:
            count = _fill(book, titles, rows)
            if about is not None:
                _describe(book, *about)
            book.close()
        except FileCreateError as error:
            raise file_error(OSError(*error.args[:2]), path) from error
        finally:
            _let_go(book)
    return count


def _describe(book: "Workbook", name: str, rows: Sequence[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, _short(str(cell)))


def _let_go(book: "Workbook") -> None:
    """Close what an export that failed or was given up leaves open; the book itself is not put together."""
    if not book.fileclosed:
        for sheet in book.worksheets():
            sheet._opt_close()


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
    # A lone surrogate has no UTF-8, and the format of the file no U+FFFE.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
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
        raise file_error(error, path) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
