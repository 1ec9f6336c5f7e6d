"""From the start of the program to its first painted row, against an empty PySide6 main window."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.program import (
    NO_KEYRING,
    Running,
    data_directory,
    keyring_with,
    under_passphrase,
    usual_environment,
)
from tests.benchmarks.row import Bench, Figures, Goal, Row

TIMES = 9
_AFTER = 4.0
"""Seconds after the first row in which everything else is loaded."""
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


def measure(bench: Bench) -> Figures:
    """Start both in turn, with a keyring and with a passphrase."""
    with tempfile.TemporaryDirectory() as place, copied(profile(bench.folder, bench.size)) as made:
        folder, key = data_directory(Path(place), made)
        log = Path(place) / "stalls.txt"
        times = bench.times(TIMES, least=3)
        with keyring_with(folder, key) as ring:
            usual = in_turn(folder, log, ring, times) if ring is not None else None
            stalls = [stall_after(folder, log, ring) for _ in range(3)] if ring is not None else []
        under_passphrase(folder, key)
        typed = in_turn(folder, log, NO_KEYRING, times)
    found = {
        "to the first row, s": usual[1],
        "empty window, s": usual[2],
        "longest gap in the 4 s after the first row": statistics.median(gap for gap, _ in stalls),
        "longest own work in a gap": statistics.median(work for _, work in stalls),
    } if usual else {}  # fmt: skip
    return {
        "to the first row, against an empty window": usual[0] if usual else "needs gnome-keyring and dbus",
        **found,
        "the same with a passphrase (Argon2)": typed[0],
        "with a passphrase, s": typed[1],
    }


def in_turn(folder: Path, log: Path, environment: Mapping[str, str], times: int) -> tuple[float, float, float]:
    """Start the program and an empty window in turn: the ratio of the median seconds, and both."""
    # Once before: modules are compiled then, and the disk has been read.
    first_row(folder, log, environment), empty()
    pairs = [(first_row(folder, log, environment), empty()) for _ in range(times)]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return ours / theirs, ours, theirs


def first_row(folder: Path, log: Path, environment: Mapping[str, str]) -> float:
    """Return the seconds from the start to the first painted row."""
    running = Running(folder, log, environment)
    try:
        return running.first_row()
    finally:
        running.end()


def stall_after(folder: Path, log: Path, environment: Mapping[str, str]) -> tuple[float, float]:
    """Return the longest gap of the event loop after the first row, and the most own work in one, in ms."""
    running = Running(folder, log, environment)
    running.first_row()
    time.sleep(_AFTER)
    running.end()
    figures = running.figures()
    return figures["longest"][0], figures["worked"][0]


def empty() -> float:
    """Start an empty main window and return the seconds until it was painted."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", EMPTY], env=usual_environment(), capture_output=True, text=True, check=True
    )
    return float(done.stdout) - begun


ROW = Row(
    (
        Goal("to the first row, against an empty window", 1.5, unit="x", floor=1.3),
        Goal("longest gap in the 4 s after the first row", 10.0),
    ),
    measure,
    screen=True,
)
