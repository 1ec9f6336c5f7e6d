"""The rows of the benchmark, each run in a process of its own on the platform it is asked for."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from tests.benchmarks.row import Bench, Figures, Row

NAMES = (
    "start", "peers", "search", "sort", "keys", "table", "pulling", "together", "pull", "memory", "edit", "disk",
    "pages", "job", "board", "blacklist", "cascade", "decode_page",
)  # fmt: skip
"""The modules of this folder that hold a ROW, in the order they are printed."""

PLATFORMS = OFFSCREEN, SCREEN = ("offscreen", "xvfb")
ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 1_800.0


def row(name: str) -> Row:
    """Return a row by its name."""
    found: Row = import_module(f"tests.benchmarks.{name}").ROW
    return found


def measure(name: str, bench: Bench, platform: str) -> Figures:
    """Run a row in a process of its own and return its figures; one that breaks says so in their place."""
    with tempfile.TemporaryDirectory() as place:
        told = Path(place) / "figures.json"
        command = [sys.executable, "-m", "tests.benchmarks.suite", name, str(bench.folder), str(bench.size)]
        command += [str(bench.samples), str(told)]
        if platform == SCREEN:
            command = [str(ROOT / "packaging" / "xscreen.sh"), *command]
        # An installed program, and its children, find their modules compiled.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        if platform == OFFSCREEN:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        try:
            code = subprocess.run(command, cwd=ROOT, env=environment, timeout=_PATIENCE, check=False).returncode
        except subprocess.TimeoutExpired:
            return {"": "did not end in time"}
        if told.exists():
            figures: Mapping[str, float | str] = json.loads(told.read_text("utf-8"))
            return figures
    return {"": f"broke off (exit {code})"}


def main() -> None:
    """Measure one row here: NAME FOLDER SIZE SAMPLES FILE; the file gets its figures."""
    name, folder, size, samples, told = sys.argv[1:]
    figures = row(name).measure(Bench(Path(folder), int(size), float(samples)))
    Path(told).write_text(json.dumps(figures), "utf-8")
    sys.stdout.flush()
    # Threads of an account may still read files that are gone.
    os._exit(0)


if __name__ == "__main__":
    main()
