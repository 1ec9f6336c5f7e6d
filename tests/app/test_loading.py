"""Qt and keyring are loaded one after the other: each puts an import of its own in place of Python's meanwhile."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_WHILE_ANOTHER_LOADS = """
import builtins, sys, threading
from desktop.domain.errors import NoKeyring
from desktop.settings.systemkeyring import SystemKeyring

own, loading, told = builtins.__import__, threading.Lock(), threading.Event()

class Told:
    def __enter__(self):
        told.set()
        return loading.__enter__()
    def __exit__(self, *error):
        return loading.__exit__(*error)

def ask():
    try:
        SystemKeyring(loading=Told()).get("a")
    except NoKeyring:
        print("asked")

with loading:
    asking = threading.Thread(target=ask)
    asking.start()
    assert told.wait(20)
    import PySide6.QtWidgets
    builtins.__import__ = own
    assert "keyring" not in sys.modules
asking.join(20)
assert "keyring" in sys.modules and builtins.__import__ is own
"""


def test_keyring_waits_for_qt() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _WHILE_ANOTHER_LOADS],
        cwd=ROOT,
        env={"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "asked\n"), ended.stderr
