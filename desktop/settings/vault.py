"""The keys of profiles: made, unlocked, changed and removed, with a keyring or without."""

import secrets
import shutil
from dataclasses import replace
from pathlib import Path

from desktop.domain.errors import KeyringGone, KeysLost, NoKeyring, NoSecret
from desktop.domain.machineerrors import file_error
from desktop.domain.profile import Profile
from desktop.settings.credentials import CredentialStore, Kept, Keys, SecretBox, Secrets
from desktop.settings.folder import DataFolder, private_folder

APP_KEY = "app_key"
"""The name the app_key has among the secrets of the encrypted files, where no keyring keeps it."""


class Vault:
    """The keys of the profiles in one data directory. Its methods block: on the keyring, or on Argon2 (0.1 s).

    Never is a key in clear on disk: it is in the keyring, or wrapped under a passphrase, or in memory only.
    """

    def __init__(self, folder: DataFolder, store: CredentialStore) -> None:
        self._folder = folder
        self._store = store

    def kept(self, profile: Profile) -> Kept:
        """Return how a stored profile's keys are kept, without asking the keyring."""
        return "passphrase" if self._key_file(profile).exists() else "keyring"

    def create(self, profile: Profile, app_key: str, passphrase: str | None = None) -> Keys:
        """Make the keys of a new profile: in the keyring, else (with one given) under the passphrase.

        Under a passphrase the app_key goes into the encrypted files: hand the result to `store_app_key`.
        Raises NoKeyring when there is none and no passphrase was given, KeyringLocked, DiskFull, NotWritable.
        """
        file_key = secrets.token_bytes(32)
        kept = self._keep(profile, Secrets(file_key, app_key), passphrase)
        return Keys(file_key, app_key, private_folder(self._folder.profile(profile.key)), kept)

    def _keep(self, profile: Profile, made: Secrets, passphrase: str | None) -> Kept:
        try:
            self._store.put(self._entry(profile), made)
        except NoKeyring:
            if not passphrase:
                raise
            private_folder(self._folder.profile(profile.key))
            from desktop.settings.passphrase import keep_key  # noqa: PLC0415 -- most profiles have none

            keep_key(self._key_file(profile), made.file_key, passphrase)
            return "passphrase"
        return "keyring"

    def create_in_memory(self, app_key: str, folder: Path) -> Keys:
        """Make keys that are never stored, for files in a `TemporaryFolder`."""
        return Keys(secrets.token_bytes(32), app_key, folder, "memory")

    def unlock(self, profile: Profile, passphrase: str | None = None) -> Keys:
        """Return a stored profile's keys.

        Raises NoKeyring when a passphrase is needed and none was given, KeyringGone when the keyring that held the
        keys is not there, KeyringLocked, KeysLost when it holds nothing for this profile, WrongKey for a wrong
        passphrase.
        """
        folder = private_folder(self._folder.profile(profile.key))
        if self.kept(profile) == "passphrase":
            if not passphrase:
                raise NoKeyring(profile=profile.name)
            from desktop.settings.passphrase import open_key  # noqa: PLC0415 -- most profiles have none

            return Keys(open_key(self._key_file(profile), passphrase), "", folder, "passphrase")
        try:
            stored = self._store.get(self._entry(profile))
        except NoKeyring as error:
            # No passphrase opens these files: asking for one would lead nowhere.
            raise KeyringGone(profile=profile.name) from error
        if stored is None:
            raise KeysLost(profile=profile.name)
        return Keys(stored.file_key, stored.app_key, folder, "keyring")

    def store_app_key(self, profile: Profile, keys: Keys, app_key: str, box: SecretBox) -> Keys:
        """Keep a new app_key where the profile's keys are kept (`box`: its encrypted files).

        Returns the new keys. Raises NoKeyring, KeyringLocked, StorageError.
        """
        if keys.kept == "keyring":
            self._store.put(self._entry(profile), Secrets(keys.file_key, app_key))
        elif keys.kept == "passphrase":
            box.set_secret(APP_KEY, app_key)
        return replace(keys, app_key=app_key)

    def remove(self, profile: Profile) -> None:
        """Remove a profile's secrets and files; call it again when it failed halfway.

        Raises KeyringLocked, CredentialError, NotWritable.
        """
        if self.kept(profile) == "keyring":
            self._forget(profile)
        folder = self._folder.profile(profile.key)
        try:
            if folder.exists():
                shutil.rmtree(folder)
        except OSError as error:
            raise file_error(error, folder) from error

    def _forget(self, profile: Profile) -> None:
        try:
            self._store.remove(self._entry(profile))
        except NoKeyring:
            return

    def _key_file(self, profile: Profile) -> Path:
        return self._folder.profile(profile.key) / "key.json"

    def _entry(self, profile: Profile) -> str:
        return f"{self._folder.identity()}/{profile.key}"


def app_key_of(keys: Keys, box: SecretBox) -> str:
    """Return the app_key: from the keys, else from the encrypted files; raises NoSecret when there is none."""
    app_key = keys.app_key or box.secret(APP_KEY)
    if not app_key:
        raise NoSecret
    return app_key
