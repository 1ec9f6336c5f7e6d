"""A window that is closed right after its start makes nothing more and leaves at once."""

import os
import subprocess
import sys
from pathlib import Path

from desktop.settings.folder import DataFolder
from desktop.settings.passphrase import keep_key
from desktop.settings.profiles import Profiles
from tests.ui import world

ROOT = Path(__file__).parents[2]
PASSPHRASE = "closing early"
CUSTOMERS = 200

_CLOSED_WHEN_PAINTED = """
import builtins, sys
from pathlib import Path
own = builtins.__import__
import PySide6.QtWidgets
builtins.__import__ = own
from PySide6.QtCore import QTimer
from desktop.app.main import Program
from desktop.app.options import Options
from desktop.app.start import run

begin, wait = Program.begin, int(sys.argv[2])

def begun(program):
    painted = program.desk.painted
    def then():
        painted()
        rows = program.desk.current.first.page.rows.rowCount() if program.desk.current else 0
        print("painted", rows, flush=True)
        if wait < 0:
            program.window.close()
        else:
            QTimer.singleShot(wait, program.window.close)
    program.desk.painted = then
    begin(program)

Program.begin = begun
code = run(Options(data_dir=Path(sys.argv[1])))
print("left", code, "desktop.ui.window.account_screens" in sys.modules, flush=True)
"""


def run(folder: Path, wait: int) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _CLOSED_WHEN_PAINTED, str(folder), str(wait)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "KEFU_PASSPHRASE": PASSPHRASE},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_first_start_that_is_closed_at_once(tmp_path: Path) -> None:
    ended = run(tmp_path / "data", -1)
    assert (ended.returncode, ended.stdout) == (0, "painted 0\nleft 0 False\n"), ended.stderr


def test_an_account_closed_with_its_first_rows_opens_again(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.prepare()
    profiles = Profiles.load(folder)
    profile = profiles.draft("Early", "http://127.0.0.1:1", "early")
    profiles.add(profile)
    home = folder.profile(profile.key)
    world.fill(home, CUSTOMERS)
    keep_key(home / "key.json", world.KEY, PASSPHRASE)
    ended = run(folder.root, 0)
    assert (ended.returncode, ended.stdout) == (0, f"painted {CUSTOMERS}\nleft 0 False\n"), ended.stderr
    # Somewhere among the imports, or the screens.
    again = run(folder.root, 400)
    assert (again.returncode, again.stdout[:12]) == (0, f"painted {CUSTOMERS}\n"), again.stderr
    assert "Traceback" not in ended.stderr + again.stderr
    assert not list(home.glob("*-wal"))
