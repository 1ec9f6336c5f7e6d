import stat
from pathlib import Path

import pytest

from desktop.domain.errors import NotWritable
from desktop.settings.folder import DataFolder, data_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_linux_follows_xdg_and_ignores_a_relative_one() -> None:
    given = data_folder(platform="linux", environ={"XDG_DATA_HOME": "/srv/data"})
    relative = data_folder(platform="linux", environ={"XDG_DATA_HOME": "data"})
    unset = data_folder(platform="linux", environ={})
    assert given.root == Path("/srv/data/kefu-desk")
    assert relative.root == unset.root == Path.home() / ".local/share/kefu-desk"


def test_other_platforms_have_their_own_place(tmp_path: Path) -> None:
    windows = data_folder(platform="win32", environ={"LOCALAPPDATA": str(tmp_path)})
    mac = data_folder(platform="darwin", environ={"XDG_DATA_HOME": "/srv/data"})
    assert windows.root == tmp_path / "Kefu Desk"
    assert mac.root == Path.home() / "Library/Application Support/Kefu Desk"


def test_the_one_asked_for_wins(tmp_path: Path) -> None:
    found = data_folder(tmp_path / "x", platform="linux", environ={"XDG_DATA_HOME": "/srv/data"})
    assert found.root == tmp_path / "x"


def test_prepare_makes_private_folders_all_the_way(tmp_path: Path) -> None:
    DataFolder(tmp_path / "a" / "b").prepare()
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == 0o700


def test_an_empty_folder_becomes_private_and_a_foreign_one_keeps_its_mode(tmp_path: Path) -> None:
    empty, foreign = tmp_path / "empty", tmp_path / "foreign"
    for path in (empty, foreign):
        path.mkdir()
        path.chmod(0o755)
    (foreign / "letter.txt").write_text("mine")
    DataFolder(empty).prepare()
    DataFolder(foreign).prepare()
    assert mode(empty) == 0o700
    assert mode(foreign) == 0o755


def test_our_folder_is_made_private_again(folder: DataFolder) -> None:
    folder.identity()
    folder.root.chmod(0o755)
    folder.prepare()
    assert mode(folder.root) == 0o700


def test_a_place_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        DataFolder(tmp_path / "file" / "data").prepare()


def test_identity_is_made_once_and_differs_between_folders(tmp_path: Path) -> None:
    one, other = DataFolder(tmp_path / "one"), DataFolder(tmp_path / "other")
    assert one.identity() == one.identity() != other.identity()
