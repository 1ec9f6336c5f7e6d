import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.domain.errors import DiskFull, NotWritable
from desktop.domain.machineerrors import file_error
from desktop.settings.privatefile import set_aside, write_whole

WRITER = """
import sys
from pathlib import Path
from desktop.settings.privatefile import write_whole
path = Path(sys.argv[1])
number = 0
print("ready", flush=True)
while True:
    number += 1
    write_whole(path, (f"{number % 10}" * 40_000).encode())
"""


def test_a_file_is_replaced_and_private(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(NotWritable):
        write_whole(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_a_full_disk_is_told_apart() -> None:
    assert isinstance(file_error(OSError(errno.ENOSPC, ""), Path("x")), DiskFull)
    assert isinstance(file_error(OSError(errno.EACCES, ""), Path("x")), NotWritable)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_write_to_a_full_disk_raises_disk_full() -> None:
    with pytest.raises(OSError, match="No space") as full, Path("/dev/full").open("wb", buffering=0) as file:
        file.write(b"x")
    assert isinstance(file_error(full.value, Path("x")), DiskFull)


def test_set_aside_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    names = []
    for _ in range(3):
        path.write_text("broken")
        names.append(set_aside(path).name)
    assert names == ["profiles.broken-1.json", "profiles.broken-2.json", "profiles.broken-3.json"]


def test_the_file_is_whole_whenever_the_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for turn in range(8):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        while not path.exists():
            time.sleep(0.001)
        time.sleep(0.003 * turn)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        content = path.read_text()
        assert len(content) == 40_000
        assert len(set(content)) == 1
