"""Keeps what is entered as a draft, a moment after the last key."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from desktop.domain.json import Json
from desktop.workspace.formdrafts import Draft

_QUIET_MS = 400
"""How long nothing is typed before the draft is kept."""


class Drafts(Protocol):
    """The drafts of an account (`workspace.formdrafts.FormDrafts`)."""

    def get(self, name: str) -> Draft | None:
        """Return a draft."""

    def names(self, lead: str = "") -> list[str]:
        """Return the names of drafts, the oldest first."""

    def keep(self, name: str, body: Mapping[str, Json]) -> Draft:
        """Keep a draft."""

    def drop(self, name: str) -> None:
        """Forget a draft."""

    def settle(self, seconds: float = 1.0) -> None:
        """Wait until what was kept is stored."""


class Keeping(QObject):
    """The draft of one form. `body` returns what is entered, None for nothing worth keeping."""

    def __init__(
        self, drafts: Drafts, name: str, body: Callable[[], Mapping[str, Json] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._name = name
        self._body = body
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self.flush)

    @property
    def draft(self) -> Draft | None:
        """What is kept."""
        return self._drafts.get(self._name)

    def note(self) -> None:
        """Learn that something was entered."""
        self._soon.start()

    def flush(self) -> None:
        """Keep what is entered now; with nothing entered, the draft goes."""
        self._soon.stop()
        body = self._body()
        if body is None:
            self._drafts.drop(self._name)
        else:
            self._drafts.keep(self._name, body)

    def drop(self) -> None:
        """Forget the draft."""
        self._soon.stop()
        self._drafts.drop(self._name)
