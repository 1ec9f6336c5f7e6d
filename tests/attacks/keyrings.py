"""Key stores that are absent, locked, emptied, replaced, that drop what they take, hang or break.

`python -m tests.attacks.keyrings` starts the window and the command line with each and prints the row.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.attacks.rings import MODE, MODES, RING
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

APP_KEY = "canary-app-key-71c3"
STALL_LIMIT = 1.0
"""Seconds the window may stand still while it starts: it is built in that time, on a busy machine."""

WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from desktop.app.early import Early
from desktop.app.instance import Instance
from desktop.app.main import Program, _application
from desktop.app.options import Options
from desktop.qt.stalls import StallMeter
from desktop.settings.folder import data_folder
folder = Path(sys.argv[1])
data, options = data_folder(folder), Options(data_dir=folder)
early = Early(data, options)
app = _application()
instance = Instance(data, options)
instance.begin()
program = Program(app, data, early, options, instance)
program.begin()
meter = StallMeter()
meter.start()
waited = 0
def asks():
    return [box for box in program.window.findChildren(QDialog) if box.isVisible()]
def look():
    global waited
    waited += 100
    if asks() or program.desk.current or waited > int(sys.argv[2]):
        app.exit(0)
timer = QTimer(interval=100)
timer.timeout.connect(look)
timer.start()
app.exec()
meter.stop()
said = [label.text() for box in asks() for label in box.findChildren(QLabel) if label.isVisible()]
print(json.dumps({
    "visible": program.window.isVisible(), "opened": program.desk.current is not None,
    "asks": [type(box).__name__ for box in asks()], "said": said, "stall": meter.gaps.longest,
}))
program.end()
"""


@dataclass(slots=True)
class Found:
    """What came out: tries, the longest stop of the window in seconds, what must not be."""

    tries: int = 0
    stall: float = 0.0
    wrong: list[str] = field(default_factory=list)


class Machine:
    """A computer with a key store in a file, whose data directory was filled while the store was well."""

    def __init__(self, folder: Path, demo: DemoHandle) -> None:
        self.data, self._ring = folder / "data", folder / "ring.json"
        self.demo = demo

    def run(self, mode: str, *arguments: str, program: Sequence[str] = ("-m", "desktop")) -> Any:
        """Run the program, or another one, with the key store in a mode."""
        env = {name: value for name, value in os.environ.items() if name != "KEFU_PASSPHRASE"}
        env |= {
            "PYTHON_KEYRING_BACKEND": "tests.attacks.rings.Ring",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "QT_QPA_PLATFORM": "offscreen",
            "KEFU_APP_KEY": APP_KEY,
            RING: str(self._ring),
            MODE: mode,
        }
        command = [sys.executable, *program, *arguments]
        return subprocess.run(
            command, env=env, capture_output=True, text=True, check=False, timeout=90, stdin=subprocess.DEVNULL
        )

    def kefu(self, mode: str, *arguments: str) -> Any:
        """Run the command line."""
        return self.run(mode, "--data-dir", str(self.data), "--lang", "en", *arguments)

    def add(self, mode: str, name: str) -> Any:
        """Add the server's account."""
        return self.kefu(mode, "profile", "add", name, "--base-url", self.demo.url, "--appid", self.demo.appid)

    def secrets(self) -> list[bytes]:
        """Return what may stand in no file of the data directory: the app_key, the keys as they can be written."""
        entries = json.loads(self._ring.read_text("utf-8")).values() if self._ring.exists() else ()
        texts = [json.loads(entry)["file_key"] for entry in entries]
        keys = [base64.b64decode(text) for text in texts]
        return [
            APP_KEY.encode(),
            *(text.encode() for text in texts),
            *keys,
            *(key.hex().encode() for key in keys),
        ]

    def held(self) -> dict[str, bytes]:
        """Return every file of the data directory."""
        return {str(path): path.read_bytes() for path in self.data.rglob("*") if path.is_file()}


def attack(folder: Path, demo: DemoHandle, modes: Sequence[str], patience: float, *, sound: bool = True) -> Found:
    """Start everything with each key store; `patience` seconds is how long the window may take to ask.

    `sound`: the window is started with a store that is well, too.
    """
    found = Found()
    demo.reset(customers=40, tokens="many", app_key=APP_KEY)
    machine = Machine(folder, demo)
    for step in (
        machine.add("", "Main"),
        machine.kefu("", "sync"),
        _window(machine, "", patience, found) if sound else None,
    ):
        found.wrong += [f"with a sound key store: {step.stderr[-300:]}"] if step and step.returncode else []
    before = {
        name: content for name, content in machine.held().items() if name.endswith(("outbox.db", "cache.db"))
    }
    for mode in modes:
        if mode != "dropping":
            # A store that drops what it takes gives what it has.
            _of_line(machine.kefu(mode, "list", "--json"), f"list, {mode}", found)
            _window(machine, mode, patience, found)
        if mode not in {"emptied", "replaced"}:
            _of_line(machine.add(mode, f"New {mode}"), f"profile add, {mode}", found)
        _nothing_in_clear(machine, mode, found)
    after = machine.held()
    found.wrong += [f"{name} was changed" for name, content in before.items() if after.get(name) != content]
    return found


def _of_line(run: Any, what: str, found: Found) -> None:
    found.tries += 1
    lines = run.stderr.strip().splitlines()
    if run.returncode != 1 or len(lines) != 1 or not lines[0].startswith("kefu-desk: "):
        found.wrong.append(f"{what}: exit {run.returncode}, {run.stderr[-200:]}")


def _window(machine: Machine, mode: str, patience: float, found: Found) -> Any:
    found.tries += 1
    begun = time.monotonic()
    given = (str(machine.data), str(int(patience * 1000)))
    run = machine.run(mode, *given, program=("-c", WINDOW))
    if run.returncode:
        found.wrong.append(f"window, {mode}: exit {run.returncode}, {run.stderr[-300:]}")
        return run
    told = json.loads(run.stdout)
    found.stall = max(found.stall, told["stall"] / 1000)
    # What hangs is waited for elsewhere: the window is there and asks once patience with the store is over.
    expected = "" if not mode or (mode == "hanging" and patience < 12) else "KeyDialog"
    asked = told["asks"] == ([expected] if expected else []) and told["opened"] is (mode == "")
    if not (told["visible"] and asked) or (expected and len(" ".join(told["said"])) < 40):
        found.wrong.append(f"window, {mode}: {told}")
    if time.monotonic() - begun > patience + 30:
        found.wrong.append(f"window, {mode}: did not end in time")
    return None


def _nothing_in_clear(machine: Machine, mode: str, found: Found) -> None:
    found.tries += 1
    for name, content in machine.held().items():
        found.wrong += [f"{name}, {mode}: a key in clear" for secret in machine.secrets() if secret in content]


def row_of(found: Found) -> Row:
    """Return what was found as a row."""
    return Row(
        "key stores that fail",
        found.tries,
        len(found.wrong),
        stall=found.stall,
        stall_limit=STALL_LIMIT,
        said="; ".join(found.wrong[:3]),
    )


def rows(asked: Asked) -> Iterator[Row]:
    """Attack on a server and a machine of its own."""
    with running("--customers", "40") as demo, tempfile.TemporaryDirectory() as folder:
        yield row_of(attack(Path(folder), demo, MODES, 15.0 if asked.long else 6.0))


def main() -> int:
    """Attack, print what came of it; 1 when a key lay in clear, a start was blocked or nothing was said."""
    return ended(rows(Asked(long=True)))


if __name__ == "__main__":
    sys.exit(main())
