"""Kills a process of the forker at a random point of its task."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Killer:
    """Runs tasks of `forker` and kills them. `chance` draws the points."""

    def __init__(self, forker: "subprocess.Popen[str]", chance: random.Random) -> None:
        self._forker = forker
        self._chance = chance
        self._takes: dict[str, float] = {}
        self._began = 0.0
        self.through = 0
        """Tasks that had ended before they could be killed."""

    def whole(self, task: dict[str, Any], name: str = "") -> None:
        """Do a task to its end, and learn how long what is called `name` takes."""
        status = self._done(task, None)
        took = time.monotonic() - self._began
        assert status == 0, f"{task['do']} ended with {status}"
        key = name or task["do"]
        self._takes[key] = min(took, self._takes.get(key, took))

    def killed(self, task: dict[str, Any], name: str = "") -> bool:
        """Do a task and kill it at some point; return whether it was through before."""
        status = self._done(task, self._chance.random() * self._takes[name or task["do"]])
        assert status in {0, signal.SIGKILL}, f"{task['do']} ended with {status}"
        self.through += status == 0
        return status == 0

    def _done(self, task: dict[str, Any], after: float | None) -> int:
        assert self._forker.stdin
        assert self._forker.stdout
        self._forker.stdin.write(json.dumps(task) + "\n")
        self._forker.stdin.flush()
        process = int(self._forker.stdout.readline())
        self._began = time.monotonic()
        if after is not None:
            time.sleep(after)
            # Whether it has ended or not: the forker does not wait for it yet, so the number is its own.
            os.kill(process, signal.SIGKILL)
        self._forker.stdin.write("\n")
        self._forker.stdin.flush()
        return int(self._forker.stdout.readline())


@contextmanager
def killing(seed: int) -> Iterator[Killer]:
    """Start a forker for a while."""
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, "-m", "tests.attacks.crashing.forker"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as forker:
        try:
            yield Killer(forker, random.Random(seed))
        finally:
            forker.kill()
