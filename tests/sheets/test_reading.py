"""Table files of every kind that people bring: read as texts, or refused in plain words."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.formulas import marked_within, unmarked_within
from desktop.domain.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet
from desktop.domain.sheets.texts import alike
from desktop.sheets.reading import read_sheet, sheets_of, text_of
from desktop.sheets.writing import unmarked, write_csv, write_xlsx

HEAD = "姓名,手机号\n"


def refused(path: Path) -> str:
    with pytest.raises(InvalidInput) as error:
        read_sheet(path)
    return error.value.reason


def rows(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_csv_of_every_usual_encoding_and_delimiter_is_read(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(f'姓名{sign}手机号{sign}备注\n李雷{sign}013800138000{sign}"a{sign}b"\n'.encode(encoding))
    sheet = read_sheet(path)
    assert sheet.titles == ("姓名", "手机号", "备注")
    assert rows(sheet) == [("李雷", "013800138000", f"a{sign}b")]


def test_rows_keep_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f'\n{HEAD}a,1\n,\n"b\nc",2,more\n', "utf-8")
    sheet = read_sheet(path)
    assert sheet.titles == ("姓名", "手机号", "")
    assert [(row.number, row.cells) for row in sheet.rows] == [(3, ("a", "1", "")), (5, ("b\nc", "2", "more"))]


def test_a_workbook_is_read_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("blank")
        sheet = book.add_worksheet("people")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["phone", "long", "part", "day", "flag", "formula", "text"])
        sheet.write_number(1, 0, 13800138000)
        sheet.write_number(1, 1, 123456789012345678)
        sheet.write_number(1, 2, 9.5)
        sheet.write_datetime(1, 3, dt.datetime(2025, 9, 1), day)  # noqa: DTZ001
        sheet.write_boolean(1, 4, True)
        sheet.write_formula(1, 5, '="x"&"y"', None, "xy")
        sheet.write_string(1, 6, "=1+1")
    assert sheets_of(path) == ("people",)
    (row,) = rows(read_sheet(path))
    assert row == ("13800138000", "1.23456789012346E+17", "9.5", "2025-09-01", "TRUE", "xy", "=1+1")


@pytest.mark.parametrize(
    ("value", "text"), [(1e20, "1.00000000000000E+20"), (-3.0, "-3"), (dt.time(10, 20), "10:20:00")]
)
def test_values_of_cells_become_texts(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.csv", b"", "file_empty"),
        ("x.csv", b"\n,,\n", "file_empty"),
        ("x.csv", HEAD.encode(), "no_rows"),
        ("x.csv", b"a,b\n\xff\xff\xff\n", "encoding_unknown"),
        ("x.xlsx", b"PK\x03\x04 cut off", "file_broken"),
        ("x.xlsx", b"name,phone\n", "file_broken"),
        ("x.xlsx", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(4000), "file_protected"),
        ("x.xls", b"old", "old_workbook"),
        ("x.pdf", b"%PDF", "file_kind"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == reason


def test_a_file_that_is_gone_or_a_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv") == "file_gone"
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv") == "file_locked"


def test_a_workbook_whose_sheet_is_damaged_is_told(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    write_xlsx(good, ["name"], [["x"]])
    with zipfile.ZipFile(good) as packed, zipfile.ZipFile(bad, "w") as broken:
        for one in packed.namelist():
            content = packed.read(one)
            broken.writestr(one, content[: len(content) // 2] if "sheet1" in one else content)
    assert refused(bad) in {"file_broken", "no_rows", "file_empty"}


def test_too_much_is_refused_before_it_takes_the_memory(tmp_path: Path) -> None:
    wide, long, bomb = tmp_path / "wide.csv", tmp_path / "long.csv", tmp_path / "bomb.xlsx"
    wide.write_text(",".join(["x"] * (MOST_COLUMNS + 50)) + "\n1\n", "utf-8")
    assert refused(wide) == "too_many_columns"
    long.write_text("x\n" * 1_000_000, "utf-8")
    assert refused(long) == "too_many_rows"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet><dimension ref="A1:B{MOST_ROWS + 2}"/>' + " " * 9999
        )
    assert refused(bomb) == "too_many_rows"


def test_a_cell_of_a_megabyte_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(HEAD + "x" * 1_000_000 + ",1\n", "utf-8")
    assert len(rows(read_sheet(path))[0][0]) == 1_000_000


CELLS = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=30),
    st.sampled_from(
        ["=1+1", "+8613800138000", "-2", "@x", "\t=1", "'", "''=1", "'007", "007", "1e5", "\r", "a\r\nb"]
    ),
    st.integers(min_value=0, max_value=10**18).map(str),
)


@settings(max_examples=30)
@given(table=st.lists(st.tuples(st.just("k"), CELLS, CELLS), min_size=1, max_size=8))
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, table: Sequence[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("round") / f"x.{suffix}"
    write = write_csv if suffix == "csv" else write_xlsx
    write(path, ["key", "one", "two"], table)
    read = rows(read_sheet(path))
    assert len(read) == len(table)
    for before, after in zip(table, read, strict=True):
        assert all(alike(one, other) for one, other in zip(before, after, strict=True)), (before, after)


@given(text=CELLS)
def test_an_apostrophe_of_a_csv_file_is_taken_away_only_when_it_was_put_there(text: str) -> None:
    assert unmarked(f"'{text}") in {text, f"'{text}"}
    assert unmarked(text) in {text, text[1:]}


@given(text=st.text("=+-@'(|;a \n\t\r\0\ufeff", max_size=12))
def test_apostrophes_within_a_text_are_taken_away_again(text: str) -> None:
    assert unmarked_within(marked_within(text)) == text
