"""Where this machine keeps the program's files."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import NotWritable
from desktop.settings.privatefile import read_bytes, write_whole


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data directory and the places in it. Everything under it is this user's alone (0700)."""

    root: Path

    @property
    def preferences(self) -> Path:
        """The preferences file."""
        return self.root / "preferences.json"

    @property
    def profiles(self) -> Path:
        """The list of profiles."""
        return self.root / "profiles.json"

    @property
    def crashes(self) -> Path:
        """The folder of crash reports."""
        return self.root / "crashes"

    @property
    def temporary(self) -> Path:
        """The folder of files whose key is kept in memory only."""
        return self.root / "temporary"

    def profile(self, key: str) -> Path:
        """Return the folder of a profile's files."""
        return self.root / "profiles" / key

    def identity(self) -> str:
        """Return a random name of this directory, made once: keyring entries of two directories never meet.

        Raises DiskFull, NotWritable.
        """
        stored = read_bytes(self.root / "identity")
        if stored is None:
            self.prepare()
            stored = secrets.token_hex(8).encode()
            write_whole(self.root / "identity", stored)
        return stored.decode("ascii", "replace").strip()

    def prepare(self) -> None:
        """Create the directory, private to this user; raises NotWritable.

        An existing directory is made private when it is empty or was ours before; one that holds other files
        keeps its mode, and only what is created in it is private.
        """
        try:
            if not self.root.is_dir():
                private_folder(self.root)
            elif self._is_ours():
                self.root.chmod(0o700)
        except OSError as error:
            raise NotWritable(path=str(self.root)) from error

    def _is_ours(self) -> bool:
        names = {entry.name for entry in os.scandir(self.root)}
        return not names or bool(names & {"identity", "preferences.json", "profiles.json"})


def private_folder(path: Path) -> Path:
    """Create a folder and the missing ones above it, 0700 each; raises NotWritable."""
    try:
        for folder in [*reversed(path.parents), path]:
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise NotWritable(path=str(path)) from error
    return path


def data_folder(
    override: Path | None = None, *, platform: str = sys.platform, environ: Mapping[str, str] = os.environ
) -> DataFolder:
    """Return the data directory: the one asked for, else the platform's own place for such files."""
    if override is not None:
        return DataFolder(override.expanduser().absolute())
    home = Path.home()
    if platform == "win32":
        return DataFolder(_absolute(environ.get("LOCALAPPDATA"), home / "AppData" / "Local") / "Kefu Desk")
    if platform == "darwin":
        return DataFolder(home / "Library" / "Application Support" / "Kefu Desk")
    return DataFolder(_absolute(environ.get("XDG_DATA_HOME"), home / ".local" / "share") / "kefu-desk")


def _absolute(value: str | None, otherwise: Path) -> Path:
    path = Path(value) if value else otherwise
    return path if path.is_absolute() else otherwise
