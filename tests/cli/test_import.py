"""`kefu-desk import`: the dry run tells what the import then does."""

import json
from pathlib import Path

import pytest

from desktop.cli.importing import mapped
from desktop.domain.errors import InvalidInput
from desktop.sheets.reading import read_sheet
from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle


def table(folder: Path, *rows: str) -> Path:
    path = folder / "people.csv"
    path.write_bytes("\n".join(["昵称,手机,备忘", *rows]).encode("gb18030"))
    return path


def test_a_dry_run_tells_each_row_and_the_import_does_it(
    synced: Kefu, demo_server: DemoHandle, tmp_path: Path
) -> None:
    who = demo_server.ids()[0]
    demo_server.change(who, tel="13900000001", remark="before")
    path = table(
        tmp_path, "Fresh,13900000002,new", f"{demo_server.customer(who)['nick']},13900000001,after", "X,abc,"
    )
    arguments = ("import", path, "--map", "备忘=remark", "--json")
    dry = synced(*arguments, "--dry-run")
    assert dry.code == 1, dry.err
    *rows, counts = dry.objects()
    assert counts == {"rows": 3, "create": 1, "update": 1, "unchanged": 0, "invalid": 1, "dry_run": True}
    assert [(one["row"], one["kind"]) for one in rows] == [(2, "create"), (3, "update"), (4, "invalid")]
    assert rows[1]["customer"] == who
    assert rows[1]["changes"] == {"note": ["before", "after"]}
    assert "phone number has no letters" in rows[2]["reason"]
    assert demo_server.ledger() == []
    done = synced(*arguments, "--rejected", tmp_path / "bad.xlsx")
    assert done.objects()[-1] == {**counts, "dry_run": False, "state": "done", "failed": 0}
    assert demo_server.customer(who)["remark"] == "after"
    assert {(one.endpoint, one.params["nick"]) for one in demo_server.ledger()} >= {("user/save", "Fresh")}
    bad = read_sheet(tmp_path / "bad.xlsx")
    assert [row.cells[:3] for row in bad.rows] == [("X", "abc", "")]
    again = synced(*arguments)
    assert json.loads(again.out.splitlines()[-1])["unchanged"] == 2
    assert len(demo_server.ledger()) == 2


def test_what_cannot_be_understood_is_wrong_usage(added: Kefu, demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=5)
    path = table(tmp_path, "Fresh,13900000002,new")
    ended = added("import", path, "--dry-run", "--map", "没有=phone")
    assert (ended.code, len(ended.err.splitlines())) == (2, 1), ended.err
    sheet = read_sheet(path)
    assert mapped(sheet, ["备忘=remark"], {}) == ("nickname", "phone", "note")
    assert mapped(sheet, ["备忘=tel"], {}) == ("nickname", "", "phone")
    for given, reason in (
        (["手机=nothing"], "no_target"),
        (["手机=phone", "昵称=phone"], "column_twice"),
        (["手机=", "昵称="], "nobody_named"),
    ):
        with pytest.raises(InvalidInput) as error:
            mapped(sheet, given, {})
        assert error.value.reason == reason
