"""The window closed in the middle of its requests, again and again: it ends well and at once.

`python -m tests.attacks.closes --closes 1000`. The program itself is started on an account of a server that takes
its time, and is told to close at a random moment after its first request has come.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.attacks.rings import MODE, RING
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

LIMIT = 2.0
"""Seconds until the process is gone."""
_LATER = 1.2
"""Seconds after the first request in which it is told to close."""
_PATIENCE = 60.0


@dataclass
class Found:
    """How the closes went."""

    closes: int = 0
    longest: float = 0.0
    wrong: list[str] = field(default_factory=list)


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a machine without a screen, its keyring a file."""
    ring = {RING: str(home / "ring.json"), MODE: "", "PYTHON_KEYRING_BACKEND": "tests.attacks.rings.Ring"}
    return os.environ | ring | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}


def prepared(home: Path, demo: DemoHandle) -> list[str]:
    """Add the server's account in a new home; return the command of the program, which will fetch it."""
    (home / "ring.json").write_text(json.dumps({}), "utf-8")
    command = [sys.executable, "-m", "desktop", "--data-dir", str(home / "data")]
    add = [*command, "profile", "add", "Main", "--base-url", demo.url, "--appid", demo.appid]
    subprocess.run(add, env=environment(home), input=demo.app_key, text=True, check=True, capture_output=True)
    return command


def close_once(
    command: Sequence[str],
    home: Path,
    demo: DemoHandle,
    chance: random.Random,
    found: Found,
    limit: float = LIMIT,
) -> None:
    """Start the program, close it in the middle of a request."""
    before = len(demo.requests())
    window = subprocess.Popen(
        command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    end = time.monotonic() + _PATIENCE
    while len(demo.requests()) == before and window.poll() is None and time.monotonic() < end:
        time.sleep(0.03)
    time.sleep(chance.random() * _LATER)
    window.send_signal(signal.SIGTERM)
    told = time.monotonic()
    try:
        said = window.communicate(timeout=30)[0]
    except subprocess.TimeoutExpired:
        window.kill()
        said = "it did not end; " + window.communicate()[0]
    took = time.monotonic() - told
    found.closes += 1
    found.longest = max(found.longest, took)
    if window.returncode or said.strip() or took > limit or len(demo.requests()) == before:
        found.wrong.append(f"exit {window.returncode} after {took:.1f} s: {said.strip()[-300:]}")


def attack(closes: int, seed: int, found: Found) -> None:
    """Close it so often, on a server and a machine of its own."""
    chance = random.Random(seed)
    with running("--customers", "60") as demo, tempfile.TemporaryDirectory() as folder:
        demo.reset(customers=60, tokens="many")
        command = prepared(Path(folder), demo)
        demo.misbehave("latency", "/api/*", seconds=0.2, jitter=4.0, seed=seed)
        demo.misbehave("drip", "/api/*", size=20, seconds=0.3, probability=0.3, seed=seed)
        for _ in range(closes):
            close_once(command, Path(folder), demo, chance, found)


def row_of(found: Found) -> Row:
    """Return what was found as a row."""
    said = f"the longest took {found.longest * 1000:.0f} ms"
    return Row("closed in mid-request", found.closes, len(found.wrong), said="; ".join([said, *found.wrong[:4]]))


def rows(asked: Asked) -> Iterator[Row]:
    """Close two of them at a time."""
    found = Found()
    each = asked.sized(10, 500)
    attackers = [threading.Thread(target=attack, args=(each, asked.seed + n, found)) for n in range(2)]
    for one in attackers:
        one.start()
    for one in attackers:
        one.join()
    yield row_of(found)


def main() -> int:
    """Run it; 1 when a close went wrong."""
    parser = argparse.ArgumentParser(description="close the window in the middle of its requests")
    parser.add_argument("--closes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = Found()
    attack(asked.closes, asked.seed, found)
    return ended([row_of(found)])


if __name__ == "__main__":
    sys.exit(main())
