"""The whole program on a screen: from its start to the first painted row, and its stalls while it pulls.

Run by `packaging/dev.sh bench window`, which gives it a screen. The first figure is a ratio to an empty
PySide6 main window started in turn; the second comes from the program's own stall log.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.demo_control import DemoHandle, running

KEYS = {"KEFU_PASSPHRASE": "a benchmark", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
EMPTY = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.told)
        return False
    def told(self):
        print(time.monotonic(), flush=True)
        QApplication.exit(0)
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""


def command(folder: Path, *rest: str) -> list[str]:
    """Return the program's command line on a data directory."""
    return [sys.executable, "-m", "desktop", "--data-dir", str(folder), *rest]


def add_profile(folder: Path, server: DemoHandle) -> None:
    """Put the server's account into a data directory."""
    subprocess.run(
        command(folder, "profile", "add", "Bench", "--base-url", server.url, "--appid", server.appid),
        env=os.environ | KEYS | {"KEFU_APP_KEY": server.app_key},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def log_of(path: Path) -> dict[str, list[float]]:
    """Read a stall log's figures by key."""
    found: dict[str, list[float]] = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        key, _, value = line.partition(" ")
        if key and value:
            found.setdefault(key, []).append(float(value))
    return found


def wait_for(path: Path, key: str, seconds: float) -> float:
    """Return the first figure of a key once the log has it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        figures = log_of(path).get(key)
        if figures:
            return figures[0]
        time.sleep(0.005)
    raise TimeoutError(key)


def start_once(folder: Path, log: Path) -> float:
    """Start the program and return the seconds until its first row was painted."""
    log.unlink(missing_ok=True)
    begun = time.monotonic()
    process = subprocess.Popen(
        command(folder, "--stall-log", str(log)), env=os.environ | KEYS, stderr=subprocess.DEVNULL
    )
    try:
        return wait_for(log, "first_row", 60) - begun
    finally:
        process.terminate()
        process.wait(20)


def empty_once() -> float:
    """Start an empty main window and return the seconds until it was painted."""
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", EMPTY], capture_output=True, text=True, check=True)
    return float(done.stdout) - begun


def measure_start(folder: Path, log: Path, times: int) -> dict[str, float]:
    """Start both in turn and return the medians and their ratio."""
    pairs = [(start_once(folder, log), empty_once()) for _ in range(times)]
    ours, empty = (statistics.median(side) for side in zip(*pairs, strict=True))
    return {
        "first_row_s": ours,
        "empty_window_s": empty,
        "ratio": statistics.median(ours / empty for ours, empty in pairs),
    }


def measure_pull(folder: Path, log: Path, server: DemoHandle, customers: int) -> dict[str, float]:
    """Keep the window open during a complete pull and return its stalls in milliseconds."""
    begun = time.monotonic()
    process = subprocess.Popen(
        command(folder, "--stall-log", str(log)), env=os.environ | KEYS, stderr=subprocess.DEVNULL
    )
    wait_for(log, "first_row", 60)
    while len(server.requests("/user_dynamic/provice")) < 1:
        time.sleep(0.2)
    spent = time.monotonic() - begun
    process.terminate()
    process.wait(20)
    figures = log_of(log)
    return {
        "customers_per_s": customers / spent,
        "longest_ms": figures["longest"][0],
        "p999_ms": figures["p999"][0],
        "stalls_over_16_ms": len(figures.get("stall", [])),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, running("--customers", str(given.customers)) as server:
        folder, log = Path(temporary) / "data", Path(temporary) / "stalls.txt"
        add_profile(folder, server)
        pull = measure_pull(folder, log, server, given.customers)
        print(json.dumps({"window open during a complete pull": pull}, indent=2))
        server.stop()
        start = measure_start(folder, log, given.times)
        print(json.dumps({f"start with {given.customers} cached customers, offline": start}, indent=2))


if __name__ == "__main__":
    main()
