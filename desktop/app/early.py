"""What a start begins with, before Qt is loaded: whose account it is, and its keys, asked for in a thread."""

import os
import threading
from concurrent.futures import Future

from desktop.app.options import Options
from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.folder import DataFolder
from desktop.settings.preferencesfile import load_preferences
from desktop.settings.profiles import Profiles
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault


class Early:
    """Preferences, profiles, the vault, and the profile to open (None: the demo, or none there is).

    Unlocking takes longer than loading Qt (Argon2, the keyring's bus), and both wait for nothing of the other's.
    Raises InvalidInput for a profile there is not, NotWritable.
    """

    def __init__(self, folder: DataFolder, options: Options) -> None:
        self.preferences = load_preferences(folder.preferences).preferences
        self.profiles = Profiles.load(folder)
        self.loading = threading.Lock()
        """Held while Qt is loaded, or keyring in the thread: each puts its own import in place of Python's."""
        self.vault = Vault(folder, SystemKeyring(loading=self.loading))
        # Taken out of the environment: processes started from here do not need it.
        self._passphrase = os.environ.pop("KEFU_PASSPHRASE", None)
        self.profile = self._chosen(options)
        self._keys: Future[Keys] = Future()
        if self.profile is not None:
            given, self._passphrase = self._passphrase, None
            threading.Thread(target=self._run, args=(self.profile, given), name="keys", daemon=True).start()

    def unlock(self, profile: Profile, passphrase: str | None) -> Keys:
        """Return a profile's keys as `Vault.unlock` does, the first time those that were asked for early."""
        if passphrase is None and profile == self.profile:
            self.profile = None
            return self._keys.result()
        given, self._passphrase = passphrase or self._passphrase, None
        return self.vault.unlock(profile, given)

    def _chosen(self, options: Options) -> Profile | None:
        if options.demo:
            return None
        if options.profile is not None:
            return self.profiles.named(options.profile)
        return self.profiles.chosen(self.preferences.profile)

    def _run(self, profile: Profile, passphrase: str | None) -> None:
        try:
            self._keys.set_result(self.vault.unlock(profile, passphrase))
        except BaseException as error:  # noqa: BLE001 - every outcome belongs to the future
            self._keys.set_exception(error)
