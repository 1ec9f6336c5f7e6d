"""From a profile to its unlocked files: everything that blocks, so none of it runs in the GUI thread."""

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.app.early import Early
from desktop.cache.lane import Post
from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.folder import DataFolder
from desktop.settings.temporary import TemporaryFolder
from desktop.workspace.files import AccountFiles


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A profile, its keys and its open files; `closing` ends what was started for it (a demo server, a folder)."""

    profile: Profile
    keys: Keys
    files: AccountFiles
    closing: ExitStack = field(default_factory=ExitStack)


class Opening:
    """Unlocks profiles. Its methods block; `post` is where the files answer later."""

    def __init__(self, folder: DataFolder, early: Early, post: Post, *, demo_customers: int) -> None:
        self._folder = folder
        self._early = early
        self._vault = early.vault
        self._post = post
        self._demo_customers = demo_customers

    def has_passphrase(self, profile: Profile) -> bool:
        """Return whether a stored profile's keys are kept under a passphrase."""
        return self._vault.kept(profile) == "passphrase"

    def stored(self, profile: Profile, passphrase: str | None) -> Unlocked:
        """Open a stored profile. Raises CredentialError, WrongKey, StorageError."""
        keys = self._early.unlock(profile, passphrase)
        return Unlocked(profile, keys, self._files(keys))

    def memory(self, profile: Profile, app_key: str) -> Unlocked:
        """Open a profile whose files go with the program. Raises StorageError."""
        with ExitStack() as undo:
            keys = self._vault.create_in_memory(app_key, self._temporary(undo))
            return Unlocked(profile, keys, self._files(keys), undo.pop_all())

    def demo(self) -> Unlocked:
        """Start a demo server and open its account. Raises Interrupted, StorageError."""
        # Brings asyncio, which no other start waits for.
        from desktop.workspace.demo import DemoServer  # noqa: PLC0415

        with ExitStack() as undo:
            server = DemoServer(self._demo_customers)
            undo.callback(server.stop)
            keys = self._vault.create_in_memory(server.app_key, self._temporary(undo))
            return Unlocked(server.profile(), keys, self._files(keys), undo.pop_all())

    def again(self, unlocked: Unlocked) -> Unlocked:
        """Open the files of a closed account once more, without asking for its keys. Raises StorageError."""
        return replace(unlocked, files=self._files(unlocked.keys))

    def _temporary(self, closing: ExitStack) -> Path:
        temporary = TemporaryFolder(self._folder.temporary)
        closing.callback(temporary.close)
        return temporary.path

    def _files(self, keys: Keys) -> AccountFiles:
        return AccountFiles.open(keys.folder, keys.file_key, self._post)
