import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.demo_control import DemoHandle

PASSPHRASE = "correct horse"


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    code: int
    out: str
    err: str

    def objects(self) -> list[dict[str, Any]]:
        # Not `splitlines`: a text may hold other ends of lines than the one that parts the objects.
        return [json.loads(line) for line in self.out.split("\n") if line]


@dataclass
class Kefu:
    """The command line over a data directory of its own, on a machine without a keyring."""

    data: Path
    environment: dict[str, str] = field(default_factory=dict)

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "desktop", "--data-dir", str(self.data), *map(str, arguments)]

    def env(self, **more: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "KEFU_P"))
        }
        return {
            **kept,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "KEFU_PASSPHRASE": PASSPHRASE,
            "LANG": "C.UTF-8",
            **self.environment,
            **more,
        }

    def __call__(self, *arguments: str | Path, typed: str = "", **environment: str) -> Ended:
        run = subprocess.run(
            self.command(*arguments),
            input=typed,
            capture_output=True,
            encoding="utf-8",
            env=self.env(**environment),
            timeout=90,
            check=False,
        )
        assert "Traceback" not in run.stderr
        return Ended(run.returncode, run.stdout, run.stderr)


@pytest.fixture
def kefu(tmp_path: Path) -> Kefu:
    return Kefu(tmp_path / "data")


@pytest.fixture
def added(kefu: Kefu, demo_server: DemoHandle) -> Kefu:
    """The same with the demo server's account added."""
    return add(kefu, demo_server)


@pytest.fixture
def synced(added: Kefu) -> Kefu:
    """The same with its 500 customers fetched."""
    return sync(added)


@pytest.fixture(scope="session")
def fetched_once(demo_process: DemoHandle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the 500 customers of the demo server as new."""
    demo_process.reset()
    return sync(add(Kefu(tmp_path_factory.mktemp("fetched") / "data"), demo_process)).data


@pytest.fixture
def fetched(kefu: Kefu, demo_server: DemoHandle, fetched_once: Path) -> Kefu:
    """A copy of that, for tests that do not sync again (the server has forgotten its token)."""
    assert demo_server.options()["customers"] == 500
    shutil.copytree(fetched_once, kefu.data)
    return kefu


def add(kefu: Kefu, server: DemoHandle) -> Kefu:
    ended = kefu("profile", "add", "Main", "--base-url", server.url, "--appid", "demo", typed="demo-key\n")
    assert ended.code == 0, ended.err
    return kefu


def sync(kefu: Kefu) -> Kefu:
    ended = kefu("sync")
    assert ended.code == 0, ended.err
    return kefu


Failing = Callable[[Ended], str]


@pytest.fixture
def one_line() -> Failing:
    """Check that a run failed with one plain line on standard error and nothing else; returns the line."""

    def check(ended: Ended) -> str:
        assert ended.code == 1, ended.err
        assert ended.out == ""
        lines = ended.err.splitlines()
        assert len(lines) == 1, ended.err
        assert lines[0].startswith("kefu-desk: ")
        return lines[0]

    return check
