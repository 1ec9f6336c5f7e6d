"""Putting an account on this machine: its keys, the encrypted files that may hold one, its place on the list."""

from contextlib import ExitStack, closing

from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.profiles import Profiles
from desktop.settings.vault import Vault


def enrol(profiles: Profiles, vault: Vault, profile: Profile, app_key: str, passphrase: str | None = None) -> Keys:
    """Keep a drafted profile (`Profiles.draft`) with its keys; all of it, or nothing when a part fails.

    Blocks on the keyring or on Argon2. Raises NoKeyring where a passphrase must be chosen and none was given,
    KeyringLocked, InvalidInput when the name was taken meanwhile, DiskFull, NotWritable.
    """
    keys = vault.create(profile, app_key, passphrase)
    with ExitStack() as undo:
        undo.callback(vault.remove, profile)
        store_app_key(vault, profile, keys, app_key)
        profiles.add(profile)
        undo.pop_all()
    return keys


def store_app_key(vault: Vault, profile: Profile, keys: Keys, app_key: str) -> Keys:
    """Keep an app_key where the profile's keys are kept and return the new keys.

    Raises NoKeyring, KeyringLocked, StorageError.
    """
    if keys.kept == "keyring" and keys.app_key == app_key:
        return keys
    with closing(OutboxFile.open(ProfileFiles(keys.folder).outbox, keys.file_key)) as outbox:
        return vault.store_app_key(profile, keys, app_key, outbox)
