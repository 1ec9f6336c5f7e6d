import subprocess
from typing import Any

import pytest

from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle


def listed(kefu: Kefu, *arguments: str) -> list[dict[str, Any]]:
    ended = kefu("list", "--json", *arguments)
    assert ended.code == 0, ended.err
    return ended.objects()


def test_conditions_searches_and_names(fetched: Kefu, demo_server: DemoHandle) -> None:
    """One data directory serves every question: to fetch it costs more than to ask."""
    everyone = listed(fetched)
    records = {one["id"]: demo_server.customer(one["id"]) for one in everyone[:40]}
    for one in everyone[:40]:
        record = records[one["id"]]
        told = {name: one.get(name) for name in ("nick", "tel", "create_time") if record.get(name)}
        assert told == {name: record[name] for name in told}
    assert [one["update_time"] for one in everyone] == sorted(
        (one["update_time"] for one in everyone), reverse=True
    )

    some = next(one for one in everyone if len(one.get("tel", "")) >= 11)
    assert [one["id"] for one in listed(fetched, "--where", f"id={some['id']}")] == [some["id"]]
    assert listed(fetched, "--where", "id=nobody") == []
    tel = some["tel"]
    assert some["id"] in {one["id"] for one in listed(fetched, "--where", f"tel={tel}")}
    assert some["id"] in {one["id"] for one in listed(fetched, "--where", f"phone~{tel[3:8]}")}
    assert some["id"] in {one["id"] for one in listed(fetched, "--search", tel[-4:])}

    women = listed(fetched, "--where", "sex=2")
    assert {one["id"] for one in women} == {one["id"] for one in everyone if one.get("sex") == 2}
    either = listed(fetched, "--where", "crm_status=1", "status=1", "--where", "crm_status=2")
    assert {one["id"] for one in either} == {
        one["id"] for one in everyone if one.get("crm_status") in {1, 2} and one.get("status") == 1
    }
    nobody = listed(fetched, "--where", "email=")
    assert {one["id"] for one in nobody} == {one["id"] for one in everyone if not one.get("email")}
    middle = everyone[200]["update_time"]
    newer = listed(fetched, "--where", f"update_time>={middle}")
    assert {one["id"] for one in newer} == {one["id"] for one in everyone if one["update_time"] >= middle}
    both = listed(fetched, "--where", f"updated>={middle}", f"updated<={middle}")
    assert {one["update_time"] for one in both} == {middle}

    remarked = next(one for one in everyone if one.get("remark"))
    assert remarked["id"] in {one["id"] for one in listed(fetched, "--where", f"remark={remarked['remark']}")}
    assert remarked["id"] in {one["id"] for one in listed(fetched, "--where", f"note~{remarked['remark'][:3]}")}

    staged = next(one for one in everyone if one.get("stageid"))
    by_id = listed(fetched, "--where", f"stage={staged['stageid']}")
    assert {one["id"] for one in by_id} == {
        one["id"] for one in everyone if one.get("stageid") == staged["stageid"]
    }
    assert demo_server.stage(staged["id"]) == staged["stageid"]
    tagged = next(one for one in everyone if one.get("biz_label"))
    tag = tagged["biz_label"].split(",")[0]
    with_tag = {one["id"] for one in everyone if tag in one.get("biz_label", "").split(",")}
    assert {one["id"] for one in listed(fetched, "--where", f"tag={tag}")} == with_tag
    rows = fetched("list", "--columns", "id,tags", "--where", f"id={tagged['id']}").out.splitlines()
    name = rows[1].split("  ", 1)[1].split(", ")[0].strip()
    assert with_tag <= {one["id"] for one in listed(fetched, "--where", f"tag={name}")}

    for wrong in (
        "nosuch=1",
        "tel",
        "tel>=1",
        "sex=female",
        "update_time=yesterday",
        "tag=NoSuchTagAnywhere",
        "update_time~2026",
    ):
        ended = fetched("list", "--where", wrong)
        assert (ended.code, ended.out) == (2, ""), wrong
        assert len(ended.err.splitlines()) == 1
    unknown = fetched("list", "--where", "nosuch=1").err
    assert all(known in unknown for known in ("provice_name", "tel", "phone", "update_time", "tag", "stage"))
    assert fetched("list", "--columns", "id,nosuch").code == 2


def test_the_table_is_aligned_and_cannot_steer_a_terminal(synced: Kefu, demo_server: DemoHandle) -> None:
    victim = demo_server.ids()[0]
    demo_server.change(victim, nick="\x1b[31mred\x07\u202egnp.exe\nline\u0000", uname="<img src=x>")
    assert synced("sync").code == 0
    ended = synced("list", "--columns", "id,nick,uname,tel")
    lines = ended.out.split("\n")
    assert lines[0].split() == ["id", "nick", "uname", "tel"]
    assert len(lines) == 502
    assert not set(ended.out) & set("\x1b\x07\x00\u202e")
    assert "<img src=x>" in ended.out
    assert listed(synced, "--where", f"id={victim}")[0]["nick"].startswith("\x1b[31mred")


def test_a_closed_pipe_is_quiet(fetched: Kefu) -> None:
    with subprocess.Popen(
        fetched.command("list", "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=fetched.env()
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_nothing_fetched_is_told(added: Kefu) -> None:
    ended = added("list", "--json")
    assert (ended.code, ended.out) == (1, "")
    assert "kefu-desk sync" in ended.err


@pytest.mark.parametrize("command", [["list", "--json"], ["export", "--out", "x.csv"]])
def test_a_damaged_cache_is_told_and_kept(fetched: Kefu, command: list[str]) -> None:
    for path in fetched.data.rglob("cache.db*"):
        path.write_bytes(b"x" * 100_000 if path.name == "cache.db" else b"")
    ended = fetched(*command)
    assert (ended.code, len(ended.err.splitlines())) == (1, 1)
