"""What is loaded when: Qt and keyring one after the other, what the first rows do without a little at a time.

Qt and keyring each put an import of their own in place of Python's meanwhile.
"""

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


_ONE_BY_ONE = """
import sys
from importlib import import_module
from desktop.app import loop, main

for name in (*loop._BESIDE, *loop._modules(loop._BESIDE_PACKAGES)):
    import_module(name)
ahead = tuple(loop._deepest_first(loop._modules(loop._PACKAGES)))
assert len(ahead) == len(set(ahead)) > 200
most = 0
for name in ahead:
    before = set(sys.modules)
    import_module(name)
    most = max(most, sum(one.startswith("desktop.") for one in sys.modules.keys() - before))
assert not list(loop._modules(loop._PACKAGES))
print(most)
"""


def test_after_the_first_rows_modules_come_a_few_at_a_time() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _ONE_BY_ONE],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    # One by one but where a module takes others out of its own package by their bare names.
    assert int(ended.stdout) <= 6
