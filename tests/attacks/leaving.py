"""Hostile texts on their way out: exports, rejected rows, a terminal, the clipboard, notices, reports of crashes.

`python -m tests.attacks.leaving [--long]`. The tables are opened again: with the delimiters that spreadsheets of
other countries expect, and the workbook's own cells. The long form asks strace what the command line opened.
"""

import csv
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from desktop.demo import hostile
from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.rejected import rejected
from desktop.domain.sheets.sheet import Row as SheetRow
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Kind, Reason, Verdict
from desktop.qt.notices import LONGEST, unmarkable
from desktop.qt.tabletext import table_text
from desktop.settings.crash import report_of
from desktop.sheets.writing import Writer, write_csv, write_xlsx
from tests.attacks.rows import Asked, Row, ended
from tests.attacks.texts import BAIT
from tests.cli.conftest import Kefu, add
from tests.demo_control import DemoHandle, running

_PHONE = "+8613800138000"
_UNSEEN = "\ufeff\u200f\u202e\u2066\u061c\x00\x07\x1b \t\r\n"
_STEERS = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")
_OWN = re.compile(r"<f[ >]|<hyperlink|externalLink|<ddeLink")
_FORMULA = re.compile(r"[=＝]|[+\-@＋－＠][^,;\t\n]*(?:[A-Za-z_]\(|\|)")


def in_csv(path: Path) -> Iterator[str]:
    """Yield what a spreadsheet would run of a file, wherever it parts the cells."""
    text = path.read_bytes().decode("utf-8-sig")
    csv.field_size_limit(1 << 24)
    for sign in ",;\t":
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            for cell in line:
                if _FORMULA.match(cell.strip(_UNSEEN)):
                    yield f"{path.name} at {sign!r}: {cell[:50]!r}"


def in_book(path: Path) -> Iterator[str]:
    """Yield what is more than text in a workbook."""
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            found = _OWN.search(book.read(name).decode("utf-8")) if name.endswith((".xml", ".rels")) else None
            if found:
                yield f"{path.name}: {name}: {found[0]}"


def cells(path: Path) -> list[list[Any]]:
    """Return a table as it is read again, apostrophes of a CSV file and all."""
    if path.suffix == ".xlsx":
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    text = path.read_bytes().decode("utf-8-sig")
    return [[cell.removeprefix("'") for cell in line] for line in csv.reader(io.StringIO(text, newline=""))]


def told(texts: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield what is wrong with each text where it is written, copied, shown by the desktop or reported."""
    lines = [SheetRow(place + 2, (_PHONE, text)) for place, text in enumerate(texts)]
    reasons = (Reason("phone", InvalidInput("phone", "bad_phone")),)
    verdicts = [Verdict(Kind.INVALID, reasons=reasons) for _ in lines]
    titles, rows = rejected(Sheet("hostile", "", ("phone", "name"), lines), verdicts, {}, "en")
    writers: tuple[tuple[str, Writer], ...] = (("rejected.csv", write_csv), ("rejected.xlsx", write_xlsx))
    for name, write in writers:
        path = folder / name
        write(path, titles, rows)
        yield from in_csv(path) if path.suffix == ".csv" else in_book(path)
        read = cells(path)[1:]
        if len(read) != len(texts) or any(row[0] != _PHONE for row in read):
            yield f"{name}: rows or phones are not whole"
    for text in texts:
        yield from _aside(text)


def _aside(text: str) -> Iterator[str]:
    copied = table_text([(_PHONE, text, "end")])
    fields = copied.split("\t")
    if len(fields) != 3 or fields[0] != _PHONE or _STEERS.search(fields[1].translate(_SHOWN)):
        yield f"clipboard: {copied[:60]!r}"
    if _FORMULA.match(fields[1].strip(_UNSEEN)):
        yield f"clipboard runs: {fields[1][:60]!r}"
    notice = unmarkable(text)
    if "<" in notice or _STEERS.search(notice) or len(notice) > LONGEST + 1:
        yield f"notice: {notice[:60]!r}"
    if len(text) > 6 and text in report_of(ValueError(text)):
        yield f"report: {text[:60]!r}"


_SHOWN = {ord(char): None for char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
"""What a copied text may keep: it is the person's own text, and reorders nothing but itself."""


def on_the_command_line(demo: DemoHandle, folder: Path, customers: int) -> Iterator[str]:
    """Yield what is wrong with an account of hostile texts that is listed and exported."""
    demo.reset(customers=customers, tokens="many")
    kefu = add(Kefu(folder / "data"), demo)
    demo.misbehave("hostile", link=f"{demo.url}/trap")
    assert kefu("sync").code == 0
    listed = {one["id"]: one for one in kefu("list", "--json").objects()}
    if found := _STEERS.search(kefu("list").out):
        yield f"terminal: {found[0]!r}"
    for name in ("all.csv", "all.xlsx"):
        path = folder / name
        ended_well = kefu("export", "--out", path)
        if ended_well.code:
            yield f"{name}: {ended_well.err[:80]}"
            continue
        yield from in_csv(path) if path.suffix == ".csv" else in_book(path)
        table = cells(path)
        at, phone = table[0].index("id"), table[0].index("tel")
        whole = {row[at]: row[phone] for row in table[1:]}
        if whole != {who: one.get("tel", "") for who, one in listed.items()}:
            yield f"{name}: customers or phones are not whole"
    yield from (f"asked for: {one.path}" for one in demo.requests() if "/trap" in one.path)


def rows(asked: Asked) -> Iterator[Row]:
    """Write all that can be written; the long form under strace."""
    customers = asked.sized(60, 2_000)
    with tempfile.TemporaryDirectory() as folder:
        opened: list[str] = []
        if asked.long and shutil.which("strace"):
            log = Path(folder, "calls")
            inner = [sys.executable, "-m", "tests.attacks.leaving", "--inside"]
            watch = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect,execve", "-o", str(log), *inner]
            subprocess.run(watch, check=False, timeout=900, stdout=subprocess.DEVNULL)
            calls = log.read_text("utf-8", "replace").splitlines()
            opened = [line for line in calls if "/trap" in line or BAIT in line]
            opened += [] if calls else ["strace saw nothing"]
        yield _written(Path(folder), customers, opened)


def _written(folder: Path, customers: int, opened: Sequence[str] = ()) -> Row:
    with running("--tokens", "many") as demo:
        texts = hostile.texts(f"{demo.url}/trap")
        wrong = [*on_the_command_line(demo, folder, customers), *told(texts, folder), *opened]
    return Row("hostile texts written, copied, told", len(texts), len(wrong), said="; ".join(wrong[:8]))


def main() -> int:
    """Run it; 1 when a text was more than text outside."""
    if "--inside" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            return ended([_written(Path(folder), 60)])
    return ended(rows(Asked("--long" in sys.argv)))


if __name__ == "__main__":
    sys.exit(main())
