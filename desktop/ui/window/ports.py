"""What the window needs from an account (`workspace.account.Account`)."""

from collections.abc import Sequence
from typing import Any, Protocol

from desktop.domain.profile import Profile
from desktop.domain.query import Query
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.blacklist.ports import BannedAccount
from desktop.ui.board.ports import BoardAccount
from desktop.ui.figures.ports import FiguresAccount
from desktop.ui.form.ports import FormAccount
from desktop.ui.importing.ports import SheetAccount
from desktop.ui.jobs.ports import JobAccount
from desktop.ui.tags.ports import TagAccount
from desktop.ui.timeline.ports import TimelineAccount
from desktop.ui.tools.ports import ToolAccount
from desktop.ui.window.listed import Listing
from desktop.workspace.listing.views import View


class Views(Protocol):
    """The saved views."""

    @property
    def all(self) -> Sequence[View]:
        """Every view in the order of the tabs."""

    def save(self, name: str, query: Query, columns: tuple[str, ...] = ()) -> View:
        """Add a view."""

    def change(
        self,
        view_id: str,
        *,
        name: str | None = None,
        query: Query | None = None,
        columns: tuple[str, ...] | None = None,
    ) -> None:
        """Rename a view or give it another query."""

    def move(self, view_id: str, position: int) -> None:
        """Put a view at another place."""

    def remove(self, view_id: str) -> None:
        """Forget a view."""


class Account(
    FiguresAccount,
    FormAccount,
    BannedAccount,
    ToolAccount,
    BoardAccount,
    StaffedAccount,
    TagAccount,
    JobAccount,
    SheetAccount,
    TimelineAccount,
    Protocol,
):
    """One account's live data."""

    @property
    def profile(self) -> Profile:
        """Which account it is."""

    @property
    def views(self) -> Views:
        """Saved views."""

    def listing(self, columns: tuple[str, ...]) -> Listing:
        """Return a new listing."""

    async def refresh_customer(self, customer_id: str) -> Any:  # noqa: ANN401 - the answer comes by events
        """Fetch one customer anew."""

    async def pull(self, *, full: bool = False) -> bool:
        """Bring what changed."""

    def cancel_pull(self) -> None:
        """End the pull under way."""
