"""Errors of this machine's files and keys; the whole tree is drawn in `desktop.domain.errors`."""

import errno
from pathlib import Path

from desktop.domain.apperror import AppError, Remedy


class StorageError(AppError):
    """A file of this machine could not be used."""

    code = "storage"


class WrongKey(StorageError):
    """The file does not open with this key."""

    code = "wrong_key"


class NewerSchema(StorageError):
    """The file was written by a newer version; it is left as it is."""

    code = "newer_schema"
    remedy = Remedy.STOP


class CorruptFile(StorageError):
    """The file is damaged; `details["kept_as"]` names where it was set aside."""

    code = "corrupt_file"


class OutboxDamaged(CorruptFile):
    """The outbox was damaged and set aside: `details` hold `edits`, the unsent ones that go on, and `kept_as`.

    `rows` counts all that could be read of it, `whole` (1 or 0) tells whether that was everything.
    """

    code = "outbox_damaged"

    @property
    def word(self) -> str:
        """The words: all was saved, some, or nothing."""
        if self.details.get("whole"):
            return "outbox_saved"
        return self.code if self.details.get("rows") else "outbox_lost"


class DiskFull(StorageError):
    """No room on the disk; nothing was saved."""

    code = "disk_full"


class NotWritable(StorageError):
    """The folder or file may not be written."""

    code = "not_writable"


class WindowStuck(AppError):
    """The window of this data directory is open already, in another process, and does not answer."""

    code = "window_stuck"


class CredentialError(AppError):
    """The keys of this machine could not be used."""

    code = "credentials"


class NoKeyring(CredentialError):
    """This machine has no key store."""

    code = "no_keyring"


class KeyringGone(CredentialError):
    """The keys of the profile are in a key store that is not there now."""

    code = "keyring_gone"


class KeyringLocked(CredentialError):
    """The key store is locked."""

    code = "keyring_locked"


class NoSecret(CredentialError):
    """Nothing is stored for this profile."""

    code = "no_secret"


class KeysLost(NoSecret):
    """The key store holds no keys of the profile any more: its files cannot be read."""

    code = "keys_lost"


def file_error(error: OSError, path: Path) -> StorageError:
    """Return the tree's error for a failed file operation."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(path=str(path))
    return NotWritable(path=str(path))
