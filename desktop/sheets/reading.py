"""Reading table files that people bring: CSV of any usual kind, and Excel workbooks. Every cell is a text.

Everything raises InvalidInput with a reason of `domain.words.sheets`: a file that cannot be read is told in plain
words. Nothing in a file is run, looked up or believed: formulas count as what they showed last.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, made
from desktop.sheets.writing import unmarked

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read."""
_UNPACKED = 512 * 1024 * 1024
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_DELIMITERS = (",", "\t", ";", "|")
_SNIFFED = 64 * 1024
_EXACT = 10**15
"""Whole numbers from here on are not kept digit by digit by a spreadsheet."""
_ROW = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_BOOKS = frozenset({".xlsx", ".xlsm"})


def sheets_of(path: Path) -> tuple[str, ...]:
    """Return the names of a workbook's sheets that hold anything, ("",) for a text file."""
    _check(path)
    if path.suffix.lower() not in _BOOKS:
        return ("",)
    with _book(path) as book:
        names = tuple(name for name in book.sheet_names if book.get_sheet_by_name(name).height)
    if not names:
        raise InvalidInput("file", "file_empty")
    return names


def read_sheet(path: Path, sheet: str = "") -> Sheet:
    """Return a sheet of a file, "": the first that holds anything."""
    _check(path)
    if path.suffix.lower() in _BOOKS:
        with _book(path) as book:
            name = sheet or next((one for one in book.sheet_names if book.get_sheet_by_name(one).height), "")
            if name not in book.sheet_names:
                raise InvalidInput("file", "sheet_gone" if sheet else "file_empty")
            rows = book.get_sheet_by_name(name)
            _check_size(rows.total_height, rows.total_width)
            records = [[text_of(value) for value in row] for row in rows.to_python(skip_empty_area=False)]
            return _whole(path, name, records)
    return _whole(path, "", list(_records(decoded(_content(path)))))


def decoded(content: bytes) -> str:
    """Return the text of a CSV file: UTF-8 or UTF-16 with a mark, UTF-8, or GB18030 (Chinese Windows)."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _strictly(content, (encoding,))
    return _strictly(content, ("utf-8", "gb18030"))


def delimiter_of(text: str) -> str:
    """Return what stands between the cells of the first lines: the sign that splits them most evenly."""
    head = text[:_SNIFFED]
    best, score = ",", (0.0, 0)
    for sign in _DELIMITERS:
        widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=sign) if row][:50]
        if not widths or widths[0] < 2:
            continue
        even = sum(1 for width in widths if width == widths[0]) / len(widths)
        if (round(even, 1), widths[0]) > score:
            best, score = sign, (round(even, 1), widths[0])
    return best


def text_of(value: object) -> str:
    """Return the value of a workbook's cell as a text: whole numbers without a point, times as written."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    if not value.is_integer():
        return repr(value)
    # Beyond 15 digits a spreadsheet has rounded: the power of ten says that the number is not whole any more.
    return str(int(value)) if abs(value) < _EXACT else f"{value:.14E}"


def _records(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for number, row in enumerate(reader):
            _check_size(number, len(row))
            yield [unmarked(cell) for cell in row]
    except csv.Error as error:
        raise InvalidInput("file", "file_broken") from error


def _whole(path: Path, sheet: str, records: Sequence[Sequence[str]]) -> Sheet:
    read = made(path.name, sheet, records)
    if not read.titles:
        raise InvalidInput("file", "file_empty")
    if not read.rows:
        raise InvalidInput("file", "no_rows")
    return read


def _check(path: Path) -> None:
    if path.suffix.lower() == ".xls":
        raise InvalidInput("file", "old_workbook")
    if path.suffix.lower() not in SUFFIXES:
        raise InvalidInput("file", "file_kind")
    with _faults():
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_OLE))
    if not size:
        raise InvalidInput("file", "file_empty")
    if size > LARGEST:
        raise InvalidInput("file", "file_too_large", limit=LARGEST // 1024 // 1024)
    if head == _OLE:
        # A workbook with a password is wrapped in the container of the old format.
        raise InvalidInput("file", "file_protected")
    if path.suffix.lower() in _BOOKS:
        _check_book(path)


def _check_book(path: Path) -> None:
    """Refuse what would take all memory, before anything is unpacked."""
    with _faults(), zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > _UNPACKED:
            raise InvalidInput("file", "too_many_rows", limit=MOST_ROWS)
        for one in packed.namelist():
            if one.startswith("xl/worksheets/sheet"):
                _check_dimension(packed, one)


def _check_dimension(packed: zipfile.ZipFile, name: str) -> None:
    with packed.open(name) as sheet:
        found = _ROW.search(sheet.read(4096))
    if found is not None and int(found[2]) > MOST_ROWS + 1:
        raise InvalidInput("file", "too_many_rows", limit=MOST_ROWS)


def _check_size(height: int, width: int) -> None:
    if height > MOST_ROWS + 1:
        raise InvalidInput("file", "too_many_rows", limit=MOST_ROWS)
    if width > MOST_COLUMNS:
        raise InvalidInput("file", "too_many_columns", limit=MOST_COLUMNS)


def _content(path: Path) -> bytes:
    with _faults():
        return path.read_bytes()


def _strictly(content: bytes, encodings: Iterable[str]) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidInput("file", "encoding_unknown")


@contextmanager
def _book(path: Path) -> Iterator["CalamineWorkbook"]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- only an import of a workbook pays

    with _faults():
        try:
            with CalamineWorkbook.from_path(str(path)) as book:
                yield book
        except CalamineError as error:
            raise InvalidInput("file", "file_broken") from error


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise InvalidInput("file", "file_gone") from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise InvalidInput("file", "file_broken") from error
    except OSError as error:
        raise InvalidInput("file", "file_locked") from error
