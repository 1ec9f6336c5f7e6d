from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache.db"


@pytest.fixture
def cache(path: Path) -> Iterator[CacheFile]:
    file = CacheFile.open(path, KEY)
    yield file
    file.close()
