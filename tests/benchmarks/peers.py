"""The start against programs people know: sqlitebrowser on the same rows, Picard, Electrum. By one method for all.

A watcher photographs the virtual screen while a program starts; it is there when the middle of the screen looks as
it does at the end. Programs that are not installed have no figure.
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.profiles import PEOPLE, copied, profile
from tests.benchmarks.program import command, data_directory, keyring_with
from tests.benchmarks.row import Bench, Figures, Goal, Row

TIMES = 5
_WATCHED = 9.0
_BETWEEN = 1.0
_SHOWN = ("nickname", "phone", "email", "enterprise_name", "agent_name", "source", "updated")
_NAMES = {"sqlitebrowser": 0.95, "picard": 0.7, "electrum": 0.35}
_FLOORS = {"sqlitebrowser": 0.90, "picard": 0.65, "electrum": 0.31}


def measure(bench: Bench) -> Figures:
    """Start each in turn."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return {_name(peer): "needs a screen" for peer in _NAMES}
    with tempfile.TemporaryDirectory() as place, copied(profile(bench.folder, bench.size)) as made:
        folder, key = data_directory(Path(place), made)
        with keyring_with(folder, key) as ring:
            if ring is None:
                return {_name(peer): "needs gnome-keyring and dbus" for peer in _NAMES}
            return in_turn(bench, Path(place), command(folder), ring)


def in_turn(bench: Bench, place: Path, ours: Sequence[str], ring: Mapping[str, str]) -> Figures:
    """Return our start against that of each peer, all in turn, and the seconds of each."""
    commands = {"kefu": list(ours), **peers(bench, place)}
    took: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(1 + bench.times(TIMES, least=2)):
        for name, line in commands.items():
            own = {"HOME": str(place / name)} if name != "kefu" else ring
            seconds = started(line, own)
            if number:
                took[name].append(seconds)
    median = {name: statistics.median(found) for name, found in took.items()}
    figures: dict[str, float | str] = {f"{name}, s": value for name, value in median.items()}
    for peer in _NAMES:
        figures[_name(peer)] = median["kefu"] / median[peer] if peer in median else "not installed"
    return figures


def peers(bench: Bench, place: Path) -> dict[str, list[str]]:
    """Return the command lines of those that are installed."""
    found: dict[str, list[str]] = {}
    for name in filter(shutil.which, _NAMES):
        (place / name).mkdir()
        if name == "sqlitebrowser":
            found[name] = [name, "--table", "customer", str(plain(bench))]
        elif name == "electrum":
            wallet = str(place / name / "wallet")
            subprocess.run(
                [name, "--offline", "-w", wallet, "create"],
                env=os.environ | {"HOME": str(place / name)}, check=True, stdout=subprocess.DEVNULL, timeout=120,
            )  # fmt: skip
            found[name] = [name, "gui", "--offline", "-w", wallet]
        else:
            found[name] = [name]
    return found


def plain(bench: Bench) -> Path:
    """Return an unencrypted file with the same customers in the columns of a table, made once."""
    path = bench.folder / f"plain-{bench.size}.db"
    if not path.exists():
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        file = sqlite3.connect(half)
        file.execute(f"CREATE TABLE customer ({', '.join(_SHOWN)})")
        rows = (tuple(PEOPLE.one(number).fields.get(name) for name in _SHOWN) for number in range(bench.size))
        with file:
            file.executemany(f"INSERT INTO customer VALUES ({', '.join('?' * len(_SHOWN))})", rows)  # noqa: S608
        file.close()
        half.rename(path)
    return path


def started(line: Sequence[str], own: Mapping[str, str]) -> float:
    """Start a program and return the seconds until its window has its content."""
    watcher = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.watching", str(_WATCHED)], stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    watcher.stdout.readline()
    everything = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    began = time.monotonic()
    program = subprocess.Popen(
        line, env=everything | dict(own), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    told = watcher.stdout.readline()
    watcher.wait()
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    time.sleep(_BETWEEN)
    return float(told) - began


def _name(peer: str) -> str:
    return f"start against {peer}"


ROW = Row(
    tuple(Goal(_name(peer), limit, unit="x", floor=_FLOORS[peer]) for peer, limit in _NAMES.items()),
    measure,
    screen=True,
)
