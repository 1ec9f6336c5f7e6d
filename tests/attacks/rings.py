"""A key store in a file, for processes that are started with it, and how it can fail them."""

import json
import os
import time
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

RING, MODE = "KEFU_TEST_RING", "KEFU_TEST_RING_MODE"
MODES = ("absent", "locked", "emptied", "replaced", "dropping", "hanging", "broken")


class Ring(KeyringBackend):
    """Keeps passwords in the file that `RING` names; `MODE` says how it fails."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        mode = self._trouble()
        if mode == "emptied":
            return None
        found = self._entries().get(f"{service} {username}")
        if mode == "replaced" and found:
            entry = json.loads(found)
            return json.dumps({**entry, "file_key": entry["file_key"][::-1].lstrip("=") + "="})
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        if self._trouble() != "dropping":
            entries = {**self._entries(), f"{service} {username}": password}
            Path(os.environ[RING]).write_text(json.dumps(entries), "utf-8")

    def delete_password(self, service: str, username: str) -> None:
        self._trouble()
        entries = self._entries()
        entries.pop(f"{service} {username}", None)
        Path(os.environ[RING]).write_text(json.dumps(entries), "utf-8")

    def _entries(self) -> dict[str, str]:
        file = Path(os.environ[RING])
        entries: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return entries

    def _trouble(self) -> str:
        mode = os.environ.get(MODE, "")
        if mode == "absent":
            raise NoKeyringError
        if mode == "locked":
            raise KeyringLocked("Failed to unlock the collection!")
        if mode == "broken":
            raise ConnectionResetError("org.freedesktop.DBus.Error.NoReply")
        while mode == "hanging":
            time.sleep(60)
        return mode
