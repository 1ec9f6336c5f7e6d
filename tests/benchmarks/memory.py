"""The most memory the program has resident: with its table, and after searching."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.program import Running, data_directory, keyring_with
from tests.benchmarks.row import Bench, Figures, Goal, Row

_SETTLED = 6.0
_TEXTS = ("wang", "138", "8000", "gmail", "li", "a", "zzzz", "smith", "1", "zhang")
_TYPING = "60"
_NONE = "needs a screen, xdotool, gnome-keyring and dbus"


def measure(bench: Bench) -> Figures:
    """Start the program, scroll, then type searches as a person does."""
    if not shutil.which("xdotool") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return {"peak with the table": _NONE, "peak with searches": _NONE}
    with tempfile.TemporaryDirectory() as place, copied(profile(bench.folder, bench.size)) as made:
        folder, key = data_directory(Path(place), made)
        with keyring_with(folder, key) as ring:
            if ring is None:
                return {"peak with the table": _NONE, "peak with searches": _NONE}
            running = Running(folder, Path(place) / "stalls.txt", ring)
            try:
                return used(running)
            finally:
                running.end()


def used(running: Running) -> Figures:
    """Use the program and read what it needs."""
    running.first_row()
    at_once = running.memory()
    for step in ("Next", "Next", "Next", "End", "Home"):
        press(step)
    time.sleep(_SETTLED)
    table = running.memory()
    for text in _TEXTS:
        press("ctrl+f", "ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", _TYPING, text], check=True)
        time.sleep(1)
    time.sleep(1)
    return {
        "peak with the table": table,
        "peak with searches": running.memory(),
        "peak at the first row": at_once,
        "resident at the end": running.memory("VmRSS"),
        "anonymous at the end": running.memory("RssAnon"),
    }


def press(*keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(0.2)


ROW = Row(
    (
        Goal("peak with the table", 150.0, unit="MB", floor=92.0),
        Goal("peak with searches", 190.0, unit="MB", floor=138.0),
    ),
    measure,
    screen=True,
)
