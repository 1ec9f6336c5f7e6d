"""What the window needs from an account for its blacklist (`workspace.bans.blacklist.Blacklist`)."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from desktop.domain.bans.meaning import Ban
from desktop.domain.errors import AppError
from desktop.sheets.writing import Rows
from desktop.ui.outbox.ports import EditedAccount
from desktop.workspace.bans.events import BanEvent
from desktop.workspace.events import Subscribers

R = TypeVar("R")


class Bans(Protocol):
    """Who is banned."""

    @property
    def events(self) -> Subscribers[BanEvent]:
        """Tells who changed and what is news."""

    @property
    def bans(self) -> Mapping[str, Ban]:
        """Everybody the server lists or an edit speaks of, by customer."""

    @property
    def fetched(self) -> int | None:
        """When the list was read, seconds since the epoch."""

    @property
    def loaded(self) -> bool:
        """Whether the cache has answered."""

    def of(self, customer_id: str) -> Ban | None:
        """Return a customer's place on the blacklist."""

    def name_of(self, customer_id: str) -> str:
        """Return what a customer is called, "" when that is not known."""

    def turn(self) -> None:
        """Follow the clock."""

    async def refresh(self) -> None:
        """Fetch the list now."""

    def beside(
        self, work: Callable[[], R], *, answer: Callable[[R], None], failed: Callable[[AppError], None]
    ) -> None:
        """Do some work beside this thread and hand it what came of it."""

    def export(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Rows,
        *,
        answer: Callable[[int], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Write rows as a table file."""


class BannedAccount(EditedAccount, Protocol):
    """An account with a blacklist."""

    @property
    def blacklist(self) -> Bans:
        """Who is banned."""
