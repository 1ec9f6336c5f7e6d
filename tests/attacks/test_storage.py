"""The short forms of the attacks on the files of an account."""

import os
import sys
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.schema import CACHE, OUTBOX
from desktop.domain.errors import CorruptFile
from desktop.domain.query import Query
from desktop.workspace.files import AccountFiles
from tests.attacks import fulldisk, storage
from tests.cache.people import People


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
@pytest.mark.parametrize("spoil", [storage.flipped, storage.cut])
def test_spoiled_files(tmp_path: Path, name: str, spoil: storage.Spoil) -> None:
    found = storage.attack(tmp_path, name, spoil, 8, seed=2)
    assert found.wrong == []
    assert found.noticed


def test_every_schema_version(tmp_path: Path) -> None:
    found = storage.schemas(tmp_path)
    assert found.wrong == []
    # Every version there was of both, and one that is newer.
    assert found.tries == CACHE.version + 1 + OUTBOX.version + 1


def test_damage_that_shows_in_use_rings_and_is_set_aside_at_the_next_opening(tmp_path: Path) -> None:
    content = bytearray(storage.filled(tmp_path)["cache.db"])
    half = len(content) // 8192 * 4096
    content[half:] = bytes(len(content) - half)
    (tmp_path / "cache.db").write_bytes(content)
    heard: list[CorruptFile] = []
    files = AccountFiles.open(tmp_path, storage.KEY, lambda function: function())
    assert files.damaged is None
    files.bell.heard = heard.append
    with pytest.raises(CorruptFile):
        files.look_up.submit(CacheFile.customers, [People(11).id(number) for number in range(300)]).result()
    files.close()
    assert len(heard) == 1
    again = AccountFiles.open(tmp_path, storage.KEY, lambda function: function())
    assert again.damaged is not None
    assert (tmp_path / str(again.damaged.details["kept_as"])).read_bytes() == bytes(content)
    assert (
        again.browse.submit(CacheFile.keys, Query()).result()
        == again.browse.submit(CacheFile.keys, Query("x")).result()
    )
    again.close()
    third = AccountFiles.open(tmp_path, storage.KEY, lambda function: function())
    assert third.damaged is None
    third.close()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a disk")
def test_a_full_disk(tmp_path: Path) -> None:
    with fulldisk.small_disk(tmp_path) as disk:
        found = fulldisk.attack(disk, 6)
        barred = fulldisk.read_only(disk)
    assert found.wrong == []
    assert barred.wrong == []
    assert barred.refused == 4
    assert found.refused
    assert found.edits
