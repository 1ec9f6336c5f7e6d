"""The short form of the attack on the window by heavy answers, in a process of its own: its loop is Qt's."""

import subprocess
import sys

PROGRAM = """
from tests.attacks import stalls
from tests.attacks.rows import Asked
stalls.HEAVY = stalls.HEAVY[1:2] + stalls.HEAVY[4:7]
stalls.SHORT = stalls.SHORT[2:]
(row,) = stalls.rows(Asked())
assert row.tries and not row.losses, row
assert row.stall < 20 * stalls.LIMIT, row
"""


def test_heavy_answers_leave_the_window_going() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=100)
    assert run.returncode == 0, run.stderr
    # What an interpreter says of generators that nobody could close would be a crash report of the program.
    assert run.stderr == ""
