"""The demo server as a child process: an account to try the program on."""

import json
import subprocess
import sys
import time
from typing import cast

from desktop.domain.errors import Interrupted
from desktop.domain.profile import Profile
from desktop.workspace.child.process import child_environment

_GRACE = 2.0
_HOUR = 3_600


def demo_command() -> list[str]:
    """Return the command that starts the demo server: from a frozen program its own switch `--demo-server`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--demo-server"]
    return [sys.executable, "-m", "desktop.demo"]


def _chosen(customers: int, seed: int) -> list[str]:
    # From the day's beginning on, the newest customers would be a day old in the evening.
    newest = int(time.time()) // _HOUR * _HOUR
    return ["--customers", str(customers), "--seed", str(seed), "--set", f"today={newest}"]


class DemoServer:
    """A running demo server. It ends with this process, however that ends.

    `customers` is how many it has, `seed` which ones.
    """

    def __init__(self, customers: int = 5_000, *, seed: int = 1) -> None:
        """Start the server and wait until it listens. Raises Interrupted when it does not start."""
        self._child = subprocess.Popen(  # noqa: S603 - our own program
            [*demo_command(), "--with-parent", "--port", "0", *_chosen(customers, seed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=child_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        announced = self._announced()
        self.base_url = announced["url"]
        self.appid = announced["appid"]
        self.app_key = announced["app_key"]

    def profile(self, key: str = "demo", name: str = "Demo") -> Profile:
        """Return the profile that reaches the server."""
        return Profile(key=key, name=name, base_url=self.base_url, appid=self.appid, demo=True)

    def stop(self) -> None:
        """Stop the server. Harmless twice."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _announced(self) -> dict[str, str]:
        line = self._child.stdout.readline() if self._child.stdout else b""
        if not line:
            self.stop()
            raise Interrupted(reason="demo_not_started")
        return cast("dict[str, str]", json.loads(line))
