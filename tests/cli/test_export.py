import csv
import io
import stat
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.domain.errors import NotWritable
from desktop.sheets.writing import write_csv, write_xlsx
from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle

EVIL = [
    "=1+1",
    "+8613800138000",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    " =cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
]
PLAIN = ["13800138000", "a=b", "李雷", "<b>", "1.5", "", "🙂 O'Neil", 'a,b\n"c"']


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_an_export_holds_what_the_list_holds(fetched: Kefu, tmp_path: Path) -> None:
    everyone = fetched("list", "--json").objects()
    for name in ("all.csv", "all.xlsx"):
        ended = fetched("export", "--out", tmp_path / name)
        assert ended.code == 0, ended.err
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    book = CalamineWorkbook.from_path(tmp_path / "all.xlsx").get_sheet_by_index(0).to_python()
    table = rows_of(tmp_path / "all.csv")
    assert table[0] == book[0]
    assert table[0][0] == "id"
    assert len(table) == len(book) == len(everyone) + 1
    for customer, text_row, book_row in zip(everyone, table[1:], book[1:], strict=True):
        for title, text, cell in zip(table[0], text_row, book_row, strict=True):
            value = customer.get(title, "")
            if isinstance(value, str) and title in {
                "id",
                "nick",
                "tel",
                "email",
                "biz_label",
                "remark",
                "provice_name",
            }:
                assert cell == value
                assert text in {value, f"'{value}"}
            elif isinstance(value, int):
                assert cell == value
                assert text == str(value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.csv", "all.xlsx", "data"]


def test_conditions_and_columns_are_those_of_the_list(fetched: Kefu, tmp_path: Path) -> None:
    where = ("--where", "sex=2", "--columns", "tel,id,tags,updated")
    assert fetched("export", "--out", tmp_path / "some.csv", *where).code == 0
    women = fetched("list", "--json", "--where", "sex=2").objects()
    table = rows_of(tmp_path / "some.csv")
    assert table[0] == ["tel", "id", "tags", "updated"]
    assert [row[1] for row in table[1:]] == [one["id"] for one in women]


def test_names_that_are_formulas_do_nothing(synced: Kefu, demo_server: DemoHandle, tmp_path: Path) -> None:
    victim = demo_server.ids()[0]
    demo_server.change(victim, nick='=HYPERLINK("http://evil")', tel="+8613800138000", remark="@SUM(1)")
    assert synced("sync").code == 0
    only = ("--where", f"id={victim}", "--columns", "nick,tel,remark")
    for name in ("one.csv", "one.xlsx"):
        assert synced("export", "--out", tmp_path / name, *only).code == 0
    assert rows_of(tmp_path / "one.csv")[1] == ['\'=HYPERLINK("http://evil")', "'+8613800138000", "'@SUM(1)"]
    book = CalamineWorkbook.from_path(tmp_path / "one.xlsx").get_sheet_by_index(0).to_python()
    assert book[1] == ['=HYPERLINK("http://evil")', "+8613800138000", "@SUM(1)"]


def test_csv_marks_formulas_and_numbers_in_text_and_nothing_else(tmp_path: Path) -> None:
    mangled = ["013800138000", "8613800138000123", "1e5", "007"]
    path = tmp_path / "x.csv"
    assert write_csv(path, ["a"], [[text] for text in [*EVIL, *mangled, *PLAIN, 7]]) == 26 - 4
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    values = [row[0] if row else "" for row in rows_of(path)[1:]]
    marked = len(EVIL) + len(mangled)
    expected = [f"'{text}" for text in [*EVIL, *mangled]]
    # A line or a tab within a cell begins another where the file is taken apart differently.
    expected[EVIL.index("\t=1")], expected[EVIL.index("\r=1")] = "'\t'=1", "'\r'=1"
    assert values[:marked] == expected
    assert values[marked:] == [*PLAIN, "7"]


@pytest.mark.parametrize(
    "text",
    [
        "call back;=cmd|' /C calc'!A0;x",
        "line\n=1+1\nline",
        "a\t@SUM(1)\tb",
        "\ufeff=1+1",
        "\x00=1+1",
        '"a";=1',
        "x\n+cmd|'!A0",
    ],
)
def test_no_formula_runs_where_lists_are_parted_otherwise(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.csv"
    write_csv(path, ["a", "b"], [["13800138000", text]])
    for sign in ",;\t":
        lines = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=sign)
        cells = [cell.strip("\ufeff\x00 \t\r\n") for line in lines for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_bullets_and_phones_of_a_note_stay_as_they_are(tmp_path: Path) -> None:
    note = "Monday: +86 138 0013 8000\n- call back; -20% for her\n- (again)"
    write_csv(tmp_path / "x.csv", ["a"], [[note]])
    assert rows_of(tmp_path / "x.csv")[1] == [note]


def test_a_workbook_keeps_texts_as_texts(tmp_path: Path) -> None:
    texts = [*EVIL[:4], *PLAIN, "007", "x" * 40_000, "\x01bell", "_x0041_"]
    path = tmp_path / "x.xlsx"
    write_xlsx(path, ["a", "b"], [[text, 5] for text in texts])
    read = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert [row[0] for row in read[1:-3]] == texts[:-3]
    assert read[-3][0] == "x" * 32_766 + "…"
    assert all(row[1] == 5 for row in read[1:])


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_failed_export_leaves_the_former_file_alone(tmp_path: Path, write: "type[object]") -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")

    def failing() -> object:
        yield ["one"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(path, ["a"], failing())
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, write: "type[object]") -> None:
    with pytest.raises(NotWritable):
        write(tmp_path / "none" / "x.csv", ["a"], [["b"]])


def test_a_target_that_is_a_folder_is_told(fetched: Kefu, tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    ended = fetched("export", "--out", tmp_path / "x.csv")
    assert (ended.code, len(ended.err.splitlines())) == (1, 1)
