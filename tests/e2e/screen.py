"""A virtual screen with a session bus of its own, and a program on it seen through the accessibility tree."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The bindings to AT-SPI are system packages of the system's own Python.
SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("tree_reader.py")
_GONE = "No such object path"
_AGAIN = 10


@dataclass(frozen=True)
class Screen:
    """A running X server and session bus; `env` leads programs to them."""

    env: dict[str, str]

    def keys(self, *keys: str) -> None:
        """Press keys or combinations as the X server names them, one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        self._xdotool("type", "--delay", "40", text)

    def focus(self, title: str) -> None:
        """Give the keyboard to the window with this title (there is no window manager to do it)."""
        found = self._xdotool("search", "--onlyvisible", "--name", title).split()
        self._xdotool("windowfocus", "--sync", found[-1])

    def picture(self, file: Path) -> None:
        """Save what the screen shows."""
        subprocess.run(["import", "-window", "root", str(file)], env=self.env, check=True, timeout=30)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.env, check=True, timeout=30, capture_output=True, text=True
        )
        return done.stdout


@contextmanager
def screen(size: str = "1440x900x24") -> Iterator[Screen]:
    """Start a screen and a bus; both end with the block."""
    read, write = os.pipe()
    x_server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = ":" + pipe.readline().strip()
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"DISPLAY": display},
    )
    assert bus.stdout is not None
    env = os.environ | {
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    try:
        yield Screen(env)
    finally:
        for process in (bus, x_server):
            process.terminate()
            process.wait(10)
        bus.stdout.close()


class Tree:
    """The accessibility tree of one program, read by a separate process."""

    def __init__(self, screen: Screen, program: str) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(READER), program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=screen.env,
        )

    def __enter__(self) -> "Tree":
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.terminate()
        self._process.wait(10)

    def ask(self, question: str, **arguments: Any) -> Any:
        """Ask the reader one question; a failed one raises LookupError with its words.

        It is asked again when a part of the window went while the tree was read.
        """
        answer = self._answer(question, arguments)
        for _ in range(_AGAIN):
            if _GONE not in answer.get("error", ""):
                break
            time.sleep(0.2)
            answer = self._answer(question, arguments)
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["value"]

    def _answer(self, question: str, arguments: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": question, **arguments}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "the reader ended"}
        return answer

    def wait(self, question: str, *, until: Any = None, seconds: float = 20, **arguments: Any) -> Any:
        """Ask until the answer is true (or `until(answer)` is); raises LookupError after `seconds`."""
        deadline = time.monotonic() + seconds
        last: Any = None
        while time.monotonic() < deadline:
            with suppress(LookupError):
                last = self.ask(question, **arguments)
                if until(last) if until is not None else last:
                    return last
            time.sleep(0.1)
        raise LookupError(f"{question} {arguments}: {last!r} after {seconds} s")


def missing_programs(names: Sequence[str] = ("Xvfb", "dbus-daemon", "xdotool", "import")) -> list[str]:
    """Return which of the programs an end-to-end test needs are not installed."""
    return [name for name in names if shutil.which(name) is None]
