"""Several connections of one process to one file: what they hold and what they leave."""

import sys
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane

KEY = bytes(range(32))


def posix_locks(path: Path) -> list[str]:
    inode = f":{path.stat().st_ino} "
    return [line for line in Path("/proc/locks").read_text().splitlines() if inode in line]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/locks")
def test_another_connection_leaves_the_locks_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    first = CacheFile.open(path, KEY)
    first.counts()
    held = posix_locks(path)
    CacheFile.open(path, KEY, read_only=True).close()
    second = CacheFile.open(path, KEY)
    assert held
    assert len(posix_locks(path)) == len(held)
    second.close()
    first.close()


def test_the_last_lane_to_close_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    lane = Lane(lambda: CacheFile.open(path, KEY), lambda function: function())
    lane.submit(CacheFile.set_pull_state, {"as_of": 1}).result()
    assert (tmp_path / "cache.db-wal").exists()
    assert lane.close()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["cache.db", "reserve"]
