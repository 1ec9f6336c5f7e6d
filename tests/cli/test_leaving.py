"""How runs end: terminals, signals, keyrings, and what nobody foresaw."""

import os
import pty
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle

URL = "https://sg.sobot.io"


def at_terminal(kefu: Kefu, arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """Run with a terminal as standard input and return the exit code and what it showed."""
    environment = kefu.env(KEFU_PASSPHRASE="")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, kefu.command(*arguments), environment)  # noqa: S606
    shown = b""
    waiting = list(answers)
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
            if chunk.rstrip(b" ").endswith(b":") and waiting:
                os.write(terminal, f"{waiting.pop(0)}\n".encode())
    except OSError:
        pass
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode()


def test_secrets_are_asked_on_a_terminal_without_echo(kefu: Kefu) -> None:
    add = ["profile", "add", "Main", "--base-url", URL, "--appid", "id"]
    code, shown = at_terminal(kefu, add, ["the-app-key", "the-passphrase", "the-passphrase"])
    assert code == 0, shown
    assert "the-app-key" not in shown
    assert "the-passphrase" not in shown
    assert "nothing was fetched" in kefu("list", KEFU_PASSPHRASE="the-passphrase").err


def test_a_mistyped_passphrase_is_not_taken(kefu: Kefu) -> None:
    add = ["profile", "add", "Main", "--base-url", URL, "--appid", "id"]
    code, shown = at_terminal(kefu, add, ["the-app-key", "one", "other"])
    assert code == 1
    assert "differ" in shown
    assert not (kefu.data / "profiles.json").exists()


def test_terminating_leaves_cleanly(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.misbehave("latency", seconds=0.3)
    with subprocess.Popen(
        added.command("sync", "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=added.env()
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.send_signal(signal.SIGTERM)
        assert run.stderr.read() == b""
    assert run.returncode == 143
    demo_server.behave()
    assert added("sync").code == 0


def test_a_window_that_cannot_open_says_why(kefu: Kefu) -> None:
    ended = kefu("--profile", "nobody", QT_QPA_PLATFORM="offscreen")
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def test_what_nobody_foresaw_is_one_line_and_a_report(kefu: Kefu) -> None:
    code = (
        "import sys\nfrom desktop.cli import main\nfrom desktop.settings.profiles import Profiles\n"
        "def broken(folder): raise ZeroDivisionError('Zhang San 13800138000')\n"
        "Profiles.load = broken\n"
        "sys.exit(main.main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(kefu.data), "profile", "list"],
        capture_output=True,
        text=True,
        env=kefu.env(),
        check=False,
    )
    assert (run.returncode, run.stdout, len(run.stderr.splitlines())) == (1, "", 1)
    report = next((kefu.data / "crashes").iterdir())
    assert str(report) in run.stderr
    assert "ZeroDivisionError" in report.read_text()
    assert "13800138000" not in report.read_text() + run.stderr


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="needs gnome-keyring-daemon and dbus-run-session",
)
def test_with_a_keyring_no_passphrase_is_needed(kefu: Kefu, demo_server: DemoHandle, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    environment = kefu.env(
        HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "xdg"), XDG_RUNTIME_DIR=str(tmp_path / "run")
    )
    del environment["PYTHON_KEYRING_BACKEND"], environment["KEFU_PASSPHRASE"]
    script = (
        "echo pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n"
        'kefu() { "$PYTHON" -m desktop --data-dir "$DATA" "$@"; }\n'
        'echo demo-key | kefu profile add Main --base-url "$URL" --appid demo && kefu sync && kefu doctor '
        "&& kefu profile remove Main"
    )
    run = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        capture_output=True,
        text=True,
        env={**environment, "PYTHON": sys.executable, "DATA": str(kefu.data), "URL": demo_server.url},
        timeout=90,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "500 customers" in run.stdout
    assert "key store" in run.stdout
    assert list((kefu.data / "profiles").iterdir()) == []
