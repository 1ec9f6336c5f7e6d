"""What the board needs of an account."""

from collections.abc import Sequence
from typing import Protocol

from desktop.domain.query import Query
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.timeline.ports import Timelines
from desktop.ui.window.listed import Listing


class Listings(Protocol):
    """A listing a stage (`workspace.board.BoardListings`)."""

    def column(self, stage_id: str, fields: tuple[str, ...]) -> Listing:
        """Return the listing of a stage, "" for those without."""

    def drop(self, stage_id: str) -> None:
        """Forget a listing."""

    def show(self, query: Query) -> None:
        """Show another query in every column."""

    def see(self, stages: Sequence[str]) -> None:
        """Learn which columns are in sight."""

    def look(self, looking: bool) -> None:
        """Learn whether somebody looks."""

    def close(self) -> None:
        """Forget every listing."""


class BoardAccount(EditedAccount, Protocol):
    """An account whose customers stand in stages."""

    @property
    def board(self) -> Listings:
        """The customers of each stage."""

    @property
    def timelines(self) -> Timelines:
        """What is known of their histories."""
