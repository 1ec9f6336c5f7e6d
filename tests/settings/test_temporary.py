import signal
import stat
import subprocess
import sys
from pathlib import Path

from desktop.settings.temporary import TemporaryFolder

HOLDER = """
import sys, time
from pathlib import Path
from desktop.settings.temporary import TemporaryFolder
held = TemporaryFolder(Path(sys.argv[1]))
(held.path / "cache.db").write_bytes(b"x")
print(held.path, flush=True)
time.sleep(60)
"""


def test_a_folder_is_private_and_goes_when_closed(tmp_path: Path) -> None:
    held = TemporaryFolder(tmp_path / "temporary")
    (held.path / "cache.db").write_bytes(b"x")
    assert stat.S_IMODE(held.path.stat().st_mode) == 0o700
    held.close()
    assert not held.path.exists()


def test_a_running_program_keeps_its_folder_and_a_killed_ones_goes(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    theirs = Path(holder.stdout.readline().strip())
    TemporaryFolder(tmp_path).close()
    assert (theirs / "cache.db").exists()
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    ours = TemporaryFolder(tmp_path)
    assert not theirs.exists()
    assert ours.path.exists()
    ours.close()
