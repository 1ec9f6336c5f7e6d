"""Keyring backends as they occur in the wild; the real ones are plugins, so these are plugins too."""

import time

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError


class Dictionary(KeyringBackend):
    """Keeps passwords as a sound keyring does; `trouble` comes first in every call."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def trouble(self) -> None:
        """What goes wrong: nothing here."""

    def get_password(self, service: str, username: str) -> str | None:
        self.trouble()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.trouble()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.trouble()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class Dropping(Dictionary):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.entries.clear()


class Hanging(Dictionary):
    """A session bus that never answers."""

    def trouble(self) -> None:
        time.sleep(3600)


class Locked(Dictionary):
    """The user dismissed the prompt."""

    def trouble(self) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


class Uninitialised(Dictionary):
    """There is a bus and no collection."""

    def trouble(self) -> None:
        raise InitError("Failed to create the collection")


class Broken(Dictionary):
    """Raises what its own libraries raise."""

    def trouble(self) -> None:
        raise ConnectionResetError("app_key=demo-key")


class Refusing(Dictionary):
    """Fails in keyring's own terms."""

    def trouble(self) -> None:
        raise KeyringError("app_key=demo-key is too long")
