import json
import signal
import subprocess
from pathlib import Path

import httpx

from tests.cli.conftest import Kefu


def test_a_demo_server_serves_until_interrupted(kefu: Kefu) -> None:
    with subprocess.Popen(
        kefu.command("demo-server", "--port", "0", "--customers", "30"), stdout=subprocess.PIPE, env=kefu.env()
    ) as run:
        assert run.stdout is not None
        announced = json.loads(run.stdout.readline())
        reply = httpx.get(f"{announced['url']}/_demo/customers/ids", trust_env=False)
        assert len(reply.json()["ids"]) == 30
        run.send_signal(signal.SIGINT)
    assert run.returncode == 130


def test_a_port_that_is_taken_is_told(kefu: Kefu) -> None:
    with subprocess.Popen(kefu.command("demo-server"), stdout=subprocess.PIPE, env=kefu.env()) as run:
        assert run.stdout is not None
        port = json.loads(run.stdout.readline())["url"].rsplit(":", 1)[1]
        ended = kefu("demo-server", "--port", port)
        run.terminate()
    assert ended.code == 1
    assert ended.out == ""
    assert len(ended.err.splitlines()) == 1
    assert run.returncode == 143


def test_demo_commands_bring_their_server_and_leave_nothing(kefu: Kefu, tmp_path: Path) -> None:
    listed = kefu("--demo", "list", "--json", "--where", "sex=1", KEFU_PASSPHRASE="")
    assert listed.code == 0, listed.err
    assert listed.objects()
    synced = kefu("--demo", "sync", "--json")
    assert synced.objects()[-1]["total"] == 5000
    assert kefu("--demo", "export", "--out", tmp_path / "demo.csv").code == 0
    assert (tmp_path / "demo.csv").read_bytes().count(b"\n") >= 5001
    assert kefu("--demo", "doctor").code == 0
    assert [path for path in (kefu.data / "temporary").iterdir() if path.is_dir()] == []
    assert not (kefu.data / "profiles.json").exists()
