"""The secrets of a profile and the store that keeps them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

Kept: TypeAlias = Literal["keyring", "passphrase", "memory"]
"""How a profile's keys are kept: in the OS keyring, under a passphrase, or not at all."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is kept for a profile: the 32-byte key of its files, and the account's app_key."""

    file_key: bytes = field(repr=False)
    app_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """An unlocked profile: the key of the files in `folder`, and the app_key.

    `app_key` is "" where it is kept inside the encrypted files (see `vault.app_key_of`).
    """

    file_key: bytes = field(repr=False)
    app_key: str = field(repr=False)
    folder: Path
    kept: Kept


class CredentialStore(Protocol):
    """Keeps the secrets of profiles. Every method may block for some seconds, none for ever."""

    def get(self, name: str) -> Secrets | None:
        """Return the secrets stored under a name, None when there are none; raises NoKeyring, KeyringLocked."""

    def put(self, name: str, secrets: Secrets) -> None:
        """Store secrets under a name and see that they are there; raises NoKeyring, KeyringLocked."""

    def remove(self, name: str) -> None:
        """Remove what is stored under a name, if anything; raises NoKeyring, KeyringLocked."""


class SecretBox(Protocol):
    """The secrets that the encrypted files hold (`cache.OutboxFile` is one)."""

    def secret(self, name: str) -> str | None:
        """Return a secret, None when there is none."""

    def set_secret(self, name: str, value: str | None) -> None:
        """Store a secret, or remove it with None."""
