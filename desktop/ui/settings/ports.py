"""What the settings need from the program around them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.components import Component
from desktop.domain.profile import Profile
from desktop.domain.releases import Release
from desktop.ui.settings.draft import Draft

if TYPE_CHECKING:
    # Loads the API client, which the first screen does without.
    from desktop.workspace.probe import ProbeReport


class Profiles(Protocol):
    """The accounts of this machine. Every coroutine raises AppError."""

    @property
    def all(self) -> Sequence[Profile]:
        """The accounts, in the order they were added."""

    @property
    def current(self) -> str:
        """The key of the account that is open, "" for none."""

    async def save(self, draft: Draft) -> Profile:
        """Store a new account or the changes of one; raises NoKeyring when a passphrase must be chosen."""

    async def remove(self, key: str) -> None:
        """Remove an account with its keys and files."""

    async def test(self, draft: Draft) -> "ProbeReport":
        """Try to connect as the draft says; what failed stands in the report."""

    def open(self, key: str) -> None:
        """Open an account in the window, in place of the one that is open."""

    def open_demo(self) -> None:
        """Start the demo server and open it."""


class About(Protocol):
    """The program itself: its version, and the folder of its data."""

    version: str
    folder: Path

    @property
    def newer(self) -> Release | None:
        """The newer version that was found last, None for none."""

    def report(self) -> str:
        """Return what a user can pass on with a question: nothing about a person."""

    async def components(self) -> Sequence[Component]:
        """Return everything that is shipped, with its licences."""

    async def look(self, address: str) -> Release | None:
        """Return the newer version that `address` offers, None for none; raises AppError."""
