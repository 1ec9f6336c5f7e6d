"""Prints the size and the start of a frozen program beside those of the program it was frozen from.

Usage, on a screen: packaging/bundle/measure.py FOLDER [TIMES], FOLDER with the frozen program in it.
"""

import contextlib
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.app.shipped import gathered  # noqa: E402

MB = 1_000_000
UNFROZEN = [sys.executable, "-m", "desktop"]
CUSTOMERS = 2_000
_LONGEST = 60


def weight(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def weight_unfrozen() -> int:
    """Return the bytes of Python's library and of every package that the program needs."""
    named = [part.name for part in gathered(ROOT / "resources" / "licences") if part.name != "Python"]
    files = [file for name in named for file in distribution(name).files or ()]
    packages = sum(size(Path(str(file.locate()))) for file in files)
    return packages + weight(Path(sysconfig.get_path("stdlib"))) + weight(ROOT / "desktop")


def size(file: Path) -> int:
    """Return the bytes of a file, 0 when it is not there."""
    return file.stat().st_size if file.is_file() else 0


def environment(place: Path) -> dict[str, str]:
    """Return an environment with a data directory of its own and no keyring."""
    own = {"XDG_DATA_HOME": str(place), "KEFU_PASSPHRASE": "a measurement", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **own, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@contextlib.contextmanager
def account(place: Path) -> Iterator[None]:
    """Fill the data directory from a demo server, which is gone afterwards."""
    environ = environment(place)
    server = subprocess.Popen(
        [*UNFROZEN, "demo-server", "--customers", str(CUSTOMERS)], env=environ, stdout=subprocess.PIPE
    )
    try:
        told = json.loads(server.stdout.readline() if server.stdout else b"{}")
        add = ["profile", "add", "shop", "--base-url", told["url"], "--appid", told["appid"]]
        subprocess.run(
            [*UNFROZEN, *add], env=environ, input=told["app_key"].encode(), check=True, capture_output=True
        )
        subprocess.run([*UNFROZEN, "sync"], env=environ, check=True, capture_output=True)
    finally:
        server.terminate()
        server.wait()
    yield


def version_time(command: list[str], place: Path) -> float:
    """Return the seconds that telling the version takes: the interpreter's own start and the parser's."""
    began = time.monotonic()
    subprocess.run([*command, "--version"], env=environment(place), check=True, capture_output=True)
    return time.monotonic() - began


def first_row(command: list[str], place: Path) -> float:
    """Return the seconds from the start to the first painted row."""
    log = place / "start.log"
    log.unlink(missing_ok=True)
    began = time.monotonic()
    running = subprocess.Popen(
        [*command, "--stall-log", str(log)], env=environment(place), stderr=subprocess.DEVNULL
    )
    try:
        return painted(log, began + _LONGEST) - began
    finally:
        running.terminate()
        running.wait()


def painted(log: Path, deadline: float) -> float:
    """Wait until the log has the first row and return when that was. Raises TimeoutError."""
    while time.monotonic() < deadline:
        words = log.read_text().split() if log.exists() else []
        if words[:1] == ["first_row"] and len(words) > 1:
            return float(words[1])
        time.sleep(0.005)
    raise TimeoutError("no row was painted")


def beside(name: str, frozen: float, unfrozen: float, unit: str) -> None:
    """Print one line."""
    print(f"{name:<28} {frozen:8.2f} {unit:<3} unfrozen {unfrozen:8.2f} {unit:<3} ratio {frozen / unfrozen:.2f}")


def main(folder: Path, times: int) -> None:
    """Measure in turn, the frozen and the unfrozen program."""
    frozen = [str(folder / "kefu-desk")]
    beside("size", weight(folder) / MB, weight_unfrozen() / MB, "MB")
    with tempfile.TemporaryDirectory() as made, account(place := Path(made)):
        for name, measure in (("--version", version_time), ("start to the first row", first_row)):
            measure(frozen, place), measure(UNFROZEN, place)
            pairs = [(measure(frozen, place), measure(UNFROZEN, place)) for _ in range(times)]
            ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
            beside(name, ours, theirs, "s")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
