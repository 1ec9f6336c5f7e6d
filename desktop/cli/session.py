"""What a command works with: the data directory, the chosen profile and its keys."""

import getpass
import os
import sys
from contextlib import ExitStack
from functools import cached_property

from desktop.app.options import Options
from desktop.cli.failures import Refused, language_of_the_system, tell
from desktop.domain.errors import NoKeyring
from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.folder import DataFolder, data_folder
from desktop.settings.preferences import Preferences
from desktop.settings.preferencesfile import load_preferences
from desktop.settings.profiles import Profiles
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault


class Session:
    """One run of the command line. Everything is opened when first asked for; `close` ends it in reverse order."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.folder: DataFolder = data_folder(options.data_dir)
        self.language = options.language or "en"
        self.closing = ExitStack()
        # No program started from here needs it, and their environment can be read by others of this user.
        self._passphrase = os.environ.pop("KEFU_PASSPHRASE", None) or None

    def begin(self) -> None:
        """Read the preferences, for the language among others. Raises NotWritable."""
        self.language = self.options.language or self.preferences.language or language_of_the_system()

    @cached_property
    def preferences(self) -> Preferences:
        """The preferences; a broken file is set aside and said so."""
        loaded = load_preferences(self.folder.preferences)
        if loaded.kept_as is not None:
            self.note(
                f"the preferences could not be read; they are kept in {loaded.kept_as}",
                f"设置文件无法读取，已另存为 {loaded.kept_as}",
            )
        return loaded.preferences

    @cached_property
    def profiles(self) -> Profiles:
        """The profiles; a broken list is set aside and said so."""
        profiles = Profiles.load(self.folder)
        if profiles.kept_as is not None:
            self.note(
                f"the list of profiles could not be read; it is kept in {profiles.kept_as}",
                f"账户列表无法读取，已另存为 {profiles.kept_as}",
            )
        return profiles

    @cached_property
    def vault(self) -> Vault:
        """The keys of the profiles."""
        return Vault(self.folder, SystemKeyring())

    @cached_property
    def profile(self) -> Profile:
        """The profile asked for, else the one used last. Raises InvalidInput, or Refused when there is none."""
        if self.options.demo:
            return self._demo[0]
        if self.options.profile is not None:
            return self.profiles.named(self.options.profile)
        chosen = self.profiles.chosen(self.preferences.profile)
        if chosen is None:
            raise Refused(
                "there is no profile yet; add one with: kefu-desk profile add NAME --base-url URL --appid ID",
                "还没有账户，请先添加：kefu-desk profile add NAME --base-url URL --appid ID",
            )
        return chosen

    @cached_property
    def keys(self) -> Keys:
        """The profile's keys, its passphrase asked for where one is needed. Raises CredentialError, WrongKey."""
        profile = self.profile
        if self.options.demo:
            return self._demo[1]
        if self.vault.kept(profile) == "passphrase":
            return self.vault.unlock(profile, self.passphrase())
        return self.vault.unlock(profile)

    def passphrase(self, *, new: bool = False) -> str:
        """Return KEFU_PASSPHRASE, else ask on the terminal (twice for a new one); else raise NoKeyring."""
        if self._passphrase is None:
            if not sys.stdin.isatty():
                raise NoKeyring
            self._passphrase = self._asked(new=new)
        return self._passphrase

    def say(self, en: str, zh: str) -> str:
        """Return the text in the language of this run."""
        return zh if self.language == "zh" else en

    def note(self, en: str, zh: str) -> None:
        """Write a line to standard error that is no failure."""
        tell(self.say(en, zh))

    def close(self) -> None:
        """Let go of what was opened."""
        self.closing.close()

    @cached_property
    def _demo(self) -> tuple[Profile, Keys]:
        from desktop.cli.demo import open_demo  # noqa: PLC0415 -- only with --demo

        return open_demo(self.folder, self.vault, self.closing)

    def _asked(self, *, new: bool) -> str:
        given = getpass.getpass(self.say("Passphrase of the files: ", "文件密码："))
        if new and getpass.getpass(self.say("Once more: ", "再输入一次：")) != given:
            raise Refused("the two passphrases differ", "两次输入的密码不同")
        if not given:
            raise NoKeyring
        return given
