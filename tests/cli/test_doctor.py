import json
import socket

from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle


def marks(out: str) -> dict[str, str]:
    return {line[8:].split(":")[0]: line.split()[0] for line in out.splitlines()}


def test_all_is_well(fetched: Kefu) -> None:
    ended = fetched("doctor")
    assert (ended.code, ended.err) == (0, "")
    found = marks(ended.out)
    assert set(found.values()) == {"ok"}
    assert {"keys", "outbox.db", "cache.db", "credentials", "clock", "sign-in", "network"} <= set(found)
    assert "demo-key" not in ended.out
    assert "完好" in fetched("--lang", "zh", "doctor").out


def test_doctor_does_not_put_the_next_sync_in_its_own_way(synced: Kefu) -> None:
    assert synced("doctor").code == 0
    assert synced("sync").code == 0


def test_before_anything_was_fetched(added: Kefu) -> None:
    ended = added("doctor")
    assert ended.code == 0
    assert "nothing was fetched yet" in ended.out


def test_without_a_profile(kefu: Kefu) -> None:
    ended = kefu("doctor")
    assert ended.code == 1
    assert marks(ended.out)["profile"] == "failed"


def test_a_wrong_key_a_wrong_clock_and_no_network(kefu: Kefu, demo_server: DemoHandle) -> None:
    kefu("profile", "add", "Main", "--base-url", demo_server.url, "--appid", "demo", typed="wrong-key\n")
    ended = kefu("doctor")
    assert ended.code == 1
    assert marks(ended.out) | {"sign-in": "failed", "API access": "-", "network": "ok"} == marks(ended.out)
    profiles = kefu.data / "profiles.json"
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = free.getsockname()[1]
    stored = json.loads(profiles.read_text())
    stored[0]["base_url"] = f"http://127.0.0.1:{nowhere}"
    profiles.write_text(json.dumps(stored))
    ended = kefu("doctor")
    assert ended.code == 1
    assert marks(ended.out)["network"] == "failed"


def test_a_clock_that_is_off_is_told(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.move_clock(120)
    ended = added("doctor")
    assert ended.code == 1
    assert "failed  clock: 120 s" in ended.out.replace("119 s", "120 s").replace("121 s", "120 s")


def test_a_wrong_passphrase_and_a_damaged_cache(fetched: Kefu) -> None:
    wrong = fetched("doctor", KEFU_PASSPHRASE="wrong")
    assert wrong.code == 1
    assert marks(wrong.out)["keys"] == "failed"
    cache = next(fetched.data.rglob("cache.db"))
    for companion in fetched.data.rglob("cache.db-*"):
        companion.unlink()
    cache.write_bytes(b"x" * 100_000)
    ended = fetched("doctor")
    assert ended.code == 1
    assert marks(ended.out)["cache.db"] == "failed"
    assert marks(ended.out)["sign-in"] == "ok"
