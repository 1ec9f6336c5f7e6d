import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Failing, Kefu
from tests.demo_control import DemoHandle


def ids(kefu: Kefu) -> set[str]:
    return {customer["id"] for customer in kefu("list", "--json").objects()}


def test_everything_is_fetched_then_only_what_changed(added: Kefu, demo_server: DemoHandle) -> None:
    first = added("sync", "--json")
    assert first.code == 0
    lines = first.objects()
    assert all("progress" in line for line in lines[:-1])
    assert lines[-1]["done"] is True
    assert (lines[-1]["total"], lines[-1]["added"], lines[-1]["quarantined"]) == (500, 500, 0)
    assert ids(added) == set(demo_server.ids())
    changed = demo_server.ids()[7]
    demo_server.change(changed, nick="Renamed Person")
    fresh = demo_server.add(2)
    second = added("sync", "--json").objects()[-1]
    assert (second["total"], second["added"], second["updated"]) == (502, 2, 1)
    assert ids(added) == set(demo_server.ids()) >= set(fresh)
    assert [one["id"] for one in added("list", "--search", "Renamed Person", "--json").objects()] == [changed]


def test_a_full_sync_asks_for_everything_again(synced: Kefu) -> None:
    last = synced("sync", "--full", "--json").objects()[-1]
    assert (last["total"], last["added"], last["removed"]) == (500, 0, 0)


def test_plain_words_for_people(added: Kefu) -> None:
    ended = added("sync")
    assert ended.out == "500 customers, 500 new, 0 changed, 0 gone\n"
    assert added("--lang", "zh", "sync").out == "共 500 位客户，新增 0，更新 0，移除 0\n"


def test_progress_comes_once_a_second_at_most(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.misbehave("latency", seconds=0.02)
    begun = time.monotonic()
    lines = added("sync", "--json").objects()
    assert 2 <= len(lines) - 1 <= time.monotonic() - begun + 1


def test_a_killed_sync_goes_on(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=3000)
    demo_server.misbehave("latency", seconds=0.05)
    for _ in range(2):
        with subprocess.Popen(
            added.command("sync", "--json"), stdout=subprocess.PIPE, env=added.env(), start_new_session=True
        ) as run:
            assert run.stdout is not None
            run.stdout.readline()
            time.sleep(1.5)
            run.send_signal(signal.SIGKILL)
    demo_server.behave()
    ended = added("sync", "--json")
    assert ended.code == 0, ended.err
    last = ended.objects()[-1]
    assert 0 <= last["added"] <= last["total"] == 3000
    assert ids(added) == set(demo_server.ids())


def test_interrupting_leaves_cleanly(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=3000)
    demo_server.misbehave("latency", seconds=0.3)
    with subprocess.Popen(
        added.command("sync", "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=added.env()
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        assert run.stderr.read() == b""
    assert run.returncode == 130


def test_a_wrong_key_is_told(kefu: Kefu, demo_server: DemoHandle, one_line: Failing) -> None:
    kefu("profile", "add", "Main", "--base-url", demo_server.url, "--appid", "demo", typed="wrong-key\n")
    told = one_line(kefu("sync"))
    assert "key" in told
    assert "wrong-key" not in told


def test_no_network_is_told_and_the_list_still_works(fetched: Kefu, one_line: Failing) -> None:
    profiles = fetched.data / "profiles.json"
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = free.getsockname()[1]
    stored = json.loads(profiles.read_text())
    stored[0]["base_url"] = f"http://127.0.0.1:{nowhere}"
    profiles.write_text(json.dumps(stored))
    one_line(fetched("sync"))
    assert len(fetched("list", "--json").objects()) == 500


@pytest.mark.parametrize(
    ("kind", "values"),
    [("html", {}), ("truncated", {}), ("error_before", {"status": 503}), ("redirect", {}), ("empty_body", {})],
)
def test_replies_that_are_none_are_told(
    added: Kefu, demo_server: DemoHandle, one_line: Failing, kind: str, values: dict[str, int]
) -> None:
    demo_server.misbehave(kind, "*/get_token", **values)
    one_line(added("sync"))


def test_the_data_directory_holds_nothing_readable(fetched: Kefu, demo_server: DemoHandle) -> None:
    ids = demo_server.ids()
    telling = {"demo-key", "correct horse"}
    for id_ in ids[:150]:
        customer = demo_server.customer(id_)
        telling |= {str(customer[name]) for name in ("nick", "uname", "tel", "email") if customer.get(name)}
    telling = {text for text in telling if len(text.encode()) >= 5}
    assert len(telling) > 150
    held = {path: path.read_bytes() for path in fetched.data.rglob("*") if path.is_file()}
    assert any(path.name == "cache.db" for path in held)
    for path, content in held.items():
        found = [text for text in telling if text.encode() in content or text.encode("utf-16-le") in content]
        assert not found, path


def test_files_are_private(fetched: Kefu) -> None:
    modes = {path: path.stat().st_mode & 0o777 for path in [fetched.data, *fetched.data.rglob("*")]}
    assert {path for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == set()


def test_the_passphrase_reaches_no_child(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.misbehave("latency", seconds=0.3)
    with subprocess.Popen(added.command("sync", "--json"), stdout=subprocess.PIPE, env=added.env()) as run:
        assert run.stdout is not None
        run.stdout.readline()
        environments = []
        for _ in range(100):
            environments = [children_environment(child) for child in children_of(run.pid)]
            if environments:
                break
            time.sleep(0.05)
        run.kill()
    assert environments
    assert all(b"correct horse" not in environment for environment in environments)


def children_of(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return found


def children_environment(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes() if os.path.exists(f"/proc/{pid}") else b""  # noqa: PTH110
