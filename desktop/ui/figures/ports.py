"""What the figures page needs from an account (`workspace.account.Account`)."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.domain.following.figures import Census, Range, Statistics
from desktop.sheets.writing import Rows
from desktop.ui.wording.lookup import Collections
from desktop.workspace.events import AccountEvent, Failed, Unsubscribe
from desktop.workspace.figures import Given, Progress
from desktop.workspace.lookups.people import People
from desktop.workspace.status import Status


class Figures(Protocol):
    """Numbers from the cache, and how they get there."""

    def statistics(
        self, agents: Sequence[str], asked: Range, answer: Callable[[Statistics], None], failed: Failed
    ) -> None:
        """Answer with customers a day."""

    def given(self, agent: str, asked: Range, answer: Callable[[Given], None], failed: Failed) -> None:
        """Answer with assignment records."""

    def census(
        self, dimension: str, first: date, last: date, answer: Callable[[Census], None], failed: Failed
    ) -> None:
        """Answer with counts by value."""

    def export(
        self, path: Path, titles: Sequence[str], rows: Rows, answer: Callable[[int], None], failed: Failed
    ) -> None:
        """Write a table file."""

    async def fetch_statistics(self, agents: Sequence[str], asked: Range, progress: Progress) -> None:
        """Fetch what is missing."""

    async def fetch_given(self, agent: str, asked: Range, progress: Progress) -> None:
        """Fetch assignment records."""


class FiguresAccount(Protocol):
    """An account with figures."""

    @property
    def figures(self) -> Figures:
        """The numbers."""

    @property
    def people(self) -> People:
        """The agents."""

    @property
    def collections(self) -> Collections:
        """Names of agents, stages, tags, sources, regions."""

    @property
    def status(self) -> Status:
        """What the account is doing."""

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Tell every later event."""
