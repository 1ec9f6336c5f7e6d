import json
import stat
from pathlib import Path

import pytest

from desktop.domain.errors import (
    CorruptFile,
    KeyringGone,
    KeyringLocked,
    NewerSchema,
    NoKeyring,
    NoSecret,
    WrongKey,
)
from desktop.domain.profile import Profile
from desktop.settings.folder import DataFolder
from desktop.settings.passphrase import Cost, keep_key, open_key
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault, app_key_of
from tests.settings.backends import Dictionary, Locked

PROFILE = Profile("main", "Main", "https://sg.sobot.io", "id")
LIGHT = Cost(1, 64, 1)


class Box:
    def __init__(self) -> None:
        self.held: dict[str, str | None] = {}

    def secret(self, name: str) -> str | None:
        return self.held.get(name)

    def set_secret(self, name: str, value: str | None) -> None:
        self.held[name] = value


def no_keyring(folder: DataFolder) -> Vault:
    def none() -> Dictionary:
        raise NoKeyring

    return Vault(folder, SystemKeyring(backend=none))


@pytest.fixture
def backend() -> Dictionary:
    return Dictionary()


@pytest.fixture
def vault(folder: DataFolder, backend: Dictionary) -> Vault:
    return Vault(folder, SystemKeyring(backend=lambda: backend))


def files_of(folder: DataFolder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.root.rglob("*") if path.is_file())


def test_with_a_keyring_nothing_of_the_keys_is_on_disk(folder: DataFolder, vault: Vault) -> None:
    made = vault.create(PROFILE, "app-key-1", passphrase="unused")
    keys = vault.unlock(PROFILE)
    assert keys == made
    assert keys.kept == vault.kept(PROFILE) == "keyring"
    assert len(keys.file_key) == 32
    assert app_key_of(keys, Box()) == "app-key-1"
    assert keys.file_key not in files_of(folder)
    assert b"app-key-1" not in files_of(folder)
    assert "app-key-1" not in repr(keys)


def test_two_directories_share_a_keyring_without_meeting(tmp_path: Path, backend: Dictionary) -> None:
    store = SystemKeyring(backend=lambda: backend)
    one, other = (Vault(DataFolder(tmp_path / name), store) for name in ("one", "other"))
    first, second = one.create(PROFILE, "1"), other.create(PROFILE, "2")
    other.remove(PROFILE)
    assert one.unlock(PROFILE) == first
    assert first.file_key != second.file_key
    assert len(backend.entries) == 1


def test_a_keyring_without_the_entry_has_no_secret(vault: Vault) -> None:
    with pytest.raises(NoSecret):
        vault.unlock(PROFILE)


def test_a_new_app_key_replaces_the_old_one_only(vault: Vault) -> None:
    made = vault.create(PROFILE, "old")
    vault.store_app_key(PROFILE, made, "new", Box())
    keys = vault.unlock(PROFILE)
    assert (keys.file_key, keys.app_key) == (made.file_key, "new")


def test_without_a_keyring_a_passphrase_opens_the_files(folder: DataFolder) -> None:
    vault, box = no_keyring(folder), Box()
    made = vault.create(PROFILE, "app-key-1", "p\u00e4ss")
    vault.store_app_key(PROFILE, made, made.app_key, box)
    keys = vault.unlock(PROFILE, "pa\u0308ss")
    assert keys.file_key == made.file_key
    assert keys.kept == vault.kept(PROFILE) == "passphrase"
    assert app_key_of(keys, box) == "app-key-1"
    with pytest.raises(WrongKey):
        vault.unlock(PROFILE, "pass")
    with pytest.raises(NoKeyring):
        vault.unlock(PROFILE)
    assert made.file_key not in files_of(folder)
    assert b"app-key-1" not in files_of(folder)
    key_file = folder.profile(PROFILE.key) / "key.json"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o700


def test_without_keyring_and_passphrase_nothing_is_made(folder: DataFolder) -> None:
    with pytest.raises(NoKeyring):
        no_keyring(folder).create(PROFILE, "app-key-1")
    assert b"app-key-1" not in files_of(folder)


def test_keys_in_a_keyring_that_is_gone_are_not_asked_for_by_passphrase(folder: DataFolder) -> None:
    Vault(folder, SystemKeyring(backend=Dictionary)).create(PROFILE, "app-key-1")
    with pytest.raises(KeyringGone):
        no_keyring(folder).unlock(PROFILE)
    with pytest.raises(KeyringGone):
        no_keyring(folder).unlock(PROFILE, "a passphrase")


def test_a_locked_keyring_is_not_gone_round(folder: DataFolder) -> None:
    vault = Vault(folder, SystemKeyring(backend=Locked))
    with pytest.raises(KeyringLocked):
        vault.create(PROFILE, "app-key-1", "passphrase")
    assert vault.kept(PROFILE) == "keyring"


def test_an_app_key_that_is_nowhere_is_no_secret(folder: DataFolder) -> None:
    vault = no_keyring(folder)
    vault.create(PROFILE, "app-key-1", "pass")
    with pytest.raises(NoSecret):
        app_key_of(vault.unlock(PROFILE, "pass"), Box())


def test_keys_in_memory_leave_nothing(folder: DataFolder, tmp_path: Path) -> None:
    before = files_of(folder)
    keys = no_keyring(folder).create_in_memory("x", tmp_path)
    assert (keys.kept, len(keys.file_key), keys.app_key) == ("memory", 32, "x")
    assert files_of(folder) == before


@pytest.mark.parametrize("passphrase", [None, "pass"])
def test_removing_a_profile_removes_its_secrets_and_files(
    folder: DataFolder, backend: Dictionary, passphrase: str | None
) -> None:
    vault = no_keyring(folder) if passphrase else Vault(folder, SystemKeyring(backend=lambda: backend))
    keys = vault.create(PROFILE, "x", passphrase)
    (keys.folder / "cache.db").write_bytes(b"x")
    vault.remove(PROFILE)
    vault.remove(PROFILE)
    assert backend.entries == {}
    assert not keys.folder.exists()


def test_a_profile_whose_secret_cannot_be_removed_keeps_its_files(folder: DataFolder, vault: Vault) -> None:
    keys = vault.create(PROFILE, "x")
    with pytest.raises(KeyringLocked):
        Vault(folder, SystemKeyring(backend=Locked)).remove(PROFILE)
    assert keys.folder.exists()


@pytest.mark.parametrize("name", ["version", "kdf", "passes", "memory", "lanes", "salt", "wrapped", "check"])
@pytest.mark.parametrize("value", [None, 0, 2, -1, 10**12, "", "AAAA", [], "no base64"])
def test_a_key_file_that_was_changed_never_gives_a_key(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "key.json"
    keep_key(path, bytes(32), "pass", LIGHT)
    entry = json.loads(path.read_text())
    path.write_text(json.dumps({**entry, name: value}))
    with pytest.raises((WrongKey, CorruptFile, NewerSchema)):
        open_key(path, "pass")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff"])
def test_a_key_file_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key.json"
    path.write_bytes(content)
    with pytest.raises((CorruptFile, NewerSchema)):
        open_key(path, "pass")


def test_every_key_file_has_a_salt_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    written = set()
    for _ in range(4):
        keep_key(path, bytes(32), "pass", LIGHT)
        written.add(json.loads(path.read_text())["wrapped"])
    assert len(written) == 4
