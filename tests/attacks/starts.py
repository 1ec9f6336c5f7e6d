"""Many starts at once: one window, the others bring it to the front and end; after a kill the next one opens.

`python -m tests.attacks.starts [--long]`
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.attacks.rows import Asked, Row, ended

_PATIENCE = 120.0


def start(data: Path) -> "subprocess.Popen[str]":
    """Start the program on a data directory of its own, without a screen and without a keyring."""
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data-dir", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    )


def rush(data: Path, count: int) -> tuple["subprocess.Popen[str] | None", list[str]]:
    """Start so many at once; return the one that stays and what is wrong."""
    running = [start(data) for _ in range(count)]
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and sum(one.poll() is None for one in running) > 1:
        time.sleep(0.05)
    left = [one for one in running if one.poll() is None]
    wrong = [f"{len(left)} windows"] if len(left) != 1 else []
    for one in running:
        if one not in left:
            said = one.communicate()[0]
            wrong += [f"exit {one.returncode}: {said[-200:]}"] if one.returncode or said.strip() else []
    if any((data / "window").glob("*.wish")):
        wrong.append("wishes left behind")
    for one in left[1:]:
        one.kill()
        one.communicate()
    return (left[0] if left else None), wrong


def leave(window: "subprocess.Popen[str]", number: signal.Signals) -> list[str]:
    """End the window; return what is wrong with how it ends."""
    window.send_signal(number)
    said = window.communicate(timeout=30)[0]
    fine = window.returncode == (0 if number is signal.SIGTERM else -number)
    return [] if fine and "Traceback" not in said else [f"exit {window.returncode}: {said[-200:]}"]


def rows(asked: Asked) -> Iterator[Row]:
    """Start them all at once, kill the one, start them again, end it."""
    count = asked.sized(12, 50)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        wrong: list[str] = []
        for number in (signal.SIGKILL, signal.SIGTERM):
            window, found = rush(data, count)
            wrong += found + (leave(window, number) if window else [])
    yield Row("starts at once: one window", 2 * count, len(wrong), said="; ".join(wrong[:5]))


def main() -> int:
    """Run it; 1 when there was more than one window, or none."""
    return ended(rows(Asked("--long" in sys.argv)))


if __name__ == "__main__":
    sys.exit(main())
