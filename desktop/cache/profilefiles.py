"""The folder of a profile: where its files lie, their permissions, and setting a damaged one aside."""

from pathlib import Path

from desktop.cache.faults import forget_damage, storage_faults

_COMPANIONS = ("-wal", "-shm", "-journal")


class ProfileFiles:
    """The files of one profile in `folder`, which is made with 0700 when it is missing.

    Raises NotWritable when the folder cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with storage_faults(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)

    @property
    def outbox(self) -> Path:
        """What exists nowhere else."""
        return self.folder / "outbox.db"

    @property
    def cache(self) -> Path:
        """What can always be fetched again."""
        return self.folder / "cache.db"

    def set_aside(self, path: Path) -> Path:
        """Rename a damaged file (and its -wal) to a name no file has yet, and return that name.

        Close every connection to it first. Raises NotWritable.
        """
        with storage_faults(path):
            kept = self._free_name(path)
            for suffix in _COMPANIONS:
                companion = path.with_name(path.name + suffix)
                if companion.exists():
                    companion.rename(kept.with_name(kept.name + suffix))
            path.rename(kept)
            forget_damage(path)
        return kept

    def _free_name(self, path: Path) -> Path:
        number = 1
        while (kept := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
            number += 1
        return kept
