from pathlib import Path

import pytest

from desktop.settings.folder import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    found = DataFolder(tmp_path / "data")
    found.prepare()
    return found
