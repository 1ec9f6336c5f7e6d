"""Tables of customers against the demo server: written, read back, judged, imported."""

import asyncio
import random
from pathlib import Path

import pytest

from desktop.domain.errors import InvalidInput
from desktop.domain.jobs.job import JobState
from desktop.domain.query import OneOf, Query
from desktop.domain.sheets.rejected import rejected
from desktop.domain.sheets.verdicts import Kind
from desktop.sheets.reading import read_sheet
from desktop.sheets.writing import write_csv
from desktop.workspace.sheets.service import Chosen
from tests.attacks.imports import compared, prepared
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk, desk
from tests.workspace.sheetrig import EVERYTHING, counts, exported, judged, named, started, why
from tests.workspace.test_jobs_killed import drive

HOSTILE = {
    "nick": '=HYPERLINK("http://x")',
    "uname": "'quoted",
    "tel": "+8613800138000;007",
    "remark": "a\r\nb\t\"c\", 'd' \u202e <b>x</b> _x0041_",
    "wx": "1e5",
    "qq": "-1",
    "partnerid": "123456789012345678",
}


async def known(one: Desk) -> tuple[str, ...]:
    """Wait for the small tables; return every column there is."""
    await one.settled(lambda: bool(one.account.collections.custom_fields and one.account.collections.stages))
    return (*EVERYTHING, *(f"custom:{key}" for key in one.account.collections.custom_fields))


async def test_what_is_exported_and_imported_again_changes_nothing(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=150, tokens="many")
    for who in demo_server.ids()[:5]:
        demo_server.change(who, **HOSTILE, email=f"{who}@example.com")
    async with desk(demo_server, tmp_path / "p") as one:
        columns = await known(one)
        for suffix in ("csv", "xlsx"):
            path = tmp_path / f"all.{suffix}"
            assert await exported(one, path, columns) == 150
            sheet, verdicts = await judged(one, path)
            other = [why(verdict) or verdict.changes for verdict in verdicts if verdict.kind is not Kind.SAME]
            assert (len(sheet.rows), counts(verdicts), other) == (150, {"unchanged": 150}, [])
            with pytest.raises(InvalidInput):
                await started(one, path.name, verdicts)
    assert demo_server.ledger() == []


async def test_an_export_holds_what_was_chosen_in_its_order_and_the_time_of_the_data(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=40, tokens="many")
    async with desk(demo_server, tmp_path / "p") as one:
        await known(one)
        women = Query(where=(OneOf("gender", (2,)),))
        all_of = await exported(one, tmp_path / "w.csv", ("id", "nickname", "gender"), Chosen(women))
        ids = [row.cells[0] for row in read_sheet(tmp_path / "w.csv").rows]
        assert all_of == len(ids) == sum(demo_server.customer(who).get("sex") == 2 for who in demo_server.ids())
        some = Chosen(women, frozenset(ids[1:3]), everything=False)
        assert await exported(one, tmp_path / "s.csv", ("id",), some) == 2
        sheet = read_sheet(tmp_path / "s.csv")
        assert [row.cells[0] for row in sheet.rows] == ids[1:3]
        assert all(row.cells[1].startswith("2023-11-1") for row in sheet.rows)
        rest = Chosen(women, frozenset(ids[1:3]), everything=True)
        assert await exported(one, tmp_path / "r.csv", ("id",), rest) == len(ids) - 2


async def test_a_table_with_broken_rows_is_imported_over_a_kill(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=120, tokens="many")
    plan, path = await prepared(demo_server, tmp_path, 120, 12, random.Random(3))
    assert plan.counts[Kind.INVALID] == 12
    demo_server.expect_broken()
    assert not await asyncio.to_thread(drive, demo_server, tmp_path / "p", "", "", 20)
    assert await asyncio.to_thread(drive, demo_server, tmp_path / "p", "", "", None)
    assert await compared(demo_server, tmp_path, path, plan) == []


async def test_who_is_made_gets_what_cannot_be_given_at_once_and_can_be_edited_meanwhile(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    async with desk(demo_server, tmp_path / "p") as one:
        await known(one)
        tags = one.account.collections
        tag, stage = next(iter(tags.tags.values())), next(iter(tags.stages.values()))
        path = tmp_path / "new.csv"
        write_csv(
            path,
            ["姓名", "电话", "标签", "阶段"],
            [["Fresh", "13900001111", tag.id, stage.name], ["Poor", "", "", ""]],
        )
        _, verdicts = await judged(one, path)
        assert counts(verdicts) == {"create": 2}
        job = await one.until(await started(one, "new.csv", verdicts))
        assert (job.state, job.failed, job.total) == (JobState.DONE, 0, 4)
        (record,) = named(demo_server, "Fresh")
        assert record["biz_label"] == tag.id
        assert demo_server.stage(str(record["id"])) == stage.id
        shown = await asyncio.wrap_future(
            one.account.files.look_up.submit(lambda file: file.customer(record["id"]))
        )
        assert (shown.name, shown.ids("tags"), shown.text("stage_id")) == ("Fresh", (tag.id,), stage.id)
        assert one.account.outbox.waiting.ids[verdicts[0].customer] == record["id"]


async def test_whom_a_colleague_made_meanwhile_is_not_changed_and_nothing_more_is_tried(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    async with desk(demo_server, tmp_path / "p") as one:
        await known(one)
        tag = next(iter(one.account.collections.tags.values()))
        path = tmp_path / "new.csv"
        write_csv(path, ["姓名", "电话", "标签"], [["Fresh", "13900001111", tag.id]])
        sheet, verdicts = await judged(one, path)
        victim = demo_server.ids()[0]
        demo_server.change(victim, tel="13900001111")
        before = demo_server.customer(victim)
        job = await one.until(await started(one, "new.csv", verdicts))
        assert (job.state, job.done, job.failed) == (JobState.DONE, 0, 2)
        failed = {one.customer: one.error for one in await one.failures(job.id)}
        assert demo_server.customer(victim) == before
        assert demo_server.ledger() == []
        titles, rows = rejected(sheet, verdicts, failed, "en")
        assert titles == ["姓名", "电话", "标签", "Why not imported"]
        assert rows[0][:2] == ["Fresh", "13900001111"]
        assert rows[0][3]


async def test_what_a_colleague_changed_between_dry_run_and_start_is_not_overwritten_and_undo_brings_back(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=10, tokens="many")
    ids = demo_server.ids()
    before = {who: demo_server.customer(who).get("remark") for who in ids}
    async with desk(demo_server, tmp_path / "p") as one:
        await known(one)
        path = tmp_path / "notes.csv"
        write_csv(path, ["客户 ID", "备注"], [[who, f"note {place}"] for place, who in enumerate(ids)])
        _, verdicts = await judged(one, path)
        assert counts(verdicts) == {"update": 10}
        demo_server.change(ids[0], remark="mine")
        job = await one.until(await started(one, "notes.csv", verdicts))
        assert (job.done, job.failed) == (9, 1)
        assert demo_server.customer(ids[0])["remark"] == "mine"
        assert demo_server.customer(ids[1])["remark"] == "note 1"
        await one.until(await one.undo(job.id))
        assert {who: demo_server.customer(who).get("remark") or None for who in ids[1:]} == {
            who: before[who] or None for who in ids[1:]
        }


async def test_rows_say_why_they_cannot_be_imported(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=10, tokens="many")
    one_id, other_id, *_ = demo_server.ids()
    demo_server.change(one_id, tel="13900000001", email="one@example.com")
    demo_server.change(other_id, tel="13900000002", email="two@example.com")
    async with desk(demo_server, tmp_path / "p") as one:
        await known(one)
        path = tmp_path / "bad.csv"
        rows = {
            "id_unknown": ["nobody", "A", "", "", "", ""],
            "two_customers": ["", "A", "13900000001", "two@example.com", "", ""],
            "contact_taken": [one_id, "", "13900000002", "", "", ""],
            "phone_letters": ["", "A", "call me", "", "", ""],
            "number_mangled": ["", "A", "1.38E+10", "", "", ""],
            "email_unreadable": ["", "A", "", "nothing", "", ""],
            "too_long": ["", "A" * 51, "", "a@example.com", "", ""],
            "missing": ["", "", "", "b@example.com", "", ""],
            "word_unknown": ["", "A", "", "c@example.com", "maybe", ""],
            "place_unknown": ["", "A", "", "d@example.com", "", "Atlantis"],
        }
        write_csv(
            path,
            ["客户ID", "昵称", "电话", "邮箱", "性别", "省"],
            [*rows.values(), *([["", "B", "139 0000 0009", "", "", ""]] * 2)],
        )
        sheet, verdicts = await judged(one, path)
        assert [why(verdict)[0][1] for verdict in verdicts[: len(rows)]] == list(rows)
        assert [verdict.kind for verdict in verdicts[len(rows) :]] == [Kind.CREATE, Kind.INVALID]
        assert why(verdicts[-1]) == [("", "row_repeats")]
        for language in ("en", "zh"):
            titles, refused = rejected(sheet, verdicts, {}, language)
            assert len(refused) == len(rows) + 1
            assert all(len(row) == len(titles) and row[-1] for row in refused)
