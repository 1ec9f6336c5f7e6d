import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.demo.asking import listed
from tests.demo_control import BROKEN_LOG, DemoHandle, running, start

COMMAND = [sys.executable, "-m", "desktop.demo"]


def test_it_ends_with_its_parent() -> None:
    with subprocess.Popen(
        [*COMMAND, "--customers", "3", "--with-parent"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        line = json.loads(process.stdout.readline())
        assert set(line) == {"url", "appid", "app_key"}
        process.stdin.close()
        assert process.wait(10) == 0


def test_it_ends_on_a_signal_and_not_with_its_input() -> None:
    with subprocess.Popen(
        [*COMMAND, "--customers", "3"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        url = json.loads(process.stdout.readline())["url"]
        assert httpx.get(f"{url}/_demo/clock", trust_env=False).status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) in {0, -signal.SIGTERM}


def test_options_of_the_command_line_hold() -> None:
    with running(
        "--customers", "30", "--seed", "9", "--appid", "a", "--app-key", "k", "--set", "counters=string"
    ) as demo:
        assert (demo.appid, demo.app_key) == ("a", "k")
        options = demo.options()
        assert (options["customers"], options["seed"], options["counters"]) == (30, 9, "string")
        with demo.client() as http:
            assert len(listed(http)) == 30


def test_only_this_machine_is_served() -> None:
    for host in ("::", "192.168.1.1", "example.com"):
        ended = subprocess.run([*COMMAND, "--host", host], capture_output=True, text=True, check=False)
        assert ended.returncode == 2
        assert host in ended.stderr


def test_other_names_of_this_machine_are_not_answered(demo_server: DemoHandle) -> None:
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example:1"):
        reply = httpx.get(f"{demo_server.url}/_demo/ledger", headers={"host": host}, trust_env=False)
        assert reply.status_code == 421
    for host in ("localhost:1", "127.0.0.1", "[::1]:80"):
        reply = httpx.get(f"{demo_server.url}/_demo/ledger", headers={"host": host}, trust_env=False)
        assert reply.status_code == 200


def test_a_taken_port_is_said_plainly(demo_server: DemoHandle) -> None:
    port = str(urlsplit(demo_server.url).port)
    ended = subprocess.run([*COMMAND, "--port", port], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_wrong_options_are_wrong_usage() -> None:
    ended = subprocess.run([*COMMAND, "--set", "counters=roman"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "counters" in ended.stderr


def test_broken_calls_are_written_where_the_environment_says(tmp_path: Path) -> None:
    log = tmp_path / "broken.jsonl"
    demo = start("--customers", "1", env={BROKEN_LOG: str(log)})
    try:
        httpx.get(f"{demo.url}/api/nowhere", trust_env=False)
        demo.expect_broken()
        httpx.get(f"{demo.url}/api/elsewhere", trust_env=False)
    finally:
        demo.stop()
    assert [json.loads(line)["path"] for line in log.read_text("utf-8").splitlines()] == ["/api/nowhere"]


def test_rubbish_on_the_socket_does_not_stop_it(demo_server: DemoHandle) -> None:
    parts = urlsplit(demo_server.url)
    for rubbish in (
        b"\x00\xff" * 50,
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /x HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
    ):
        with socket.create_connection((parts.hostname, parts.port), timeout=5) as plain:
            plain.sendall(rubbish)
    assert len(demo_server.ids()) == 500
