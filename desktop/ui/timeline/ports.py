"""What the timeline needs from an account (`workspace.account.Account`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from desktop.domain.following.stagetime import StageSet
from desktop.domain.json import Json
from desktop.ui.outbox.ports import Outbox
from desktop.workspace.events import AccountEvent, Unsubscribe
from desktop.workspace.status import Status
from desktop.workspace.timeline.timelines import Timeline


class Timelines(Protocol):
    """The histories of customers."""

    def open(self, customer_id: str, changed: Callable[[], None]) -> Timeline:
        """Return a history that fills from the cache."""

    async def refresh(self, timeline: Timeline) -> None:
        """Fetch what is new."""

    async def older(self, timeline: Timeline) -> None:
        """Fetch what is older."""

    def ended(self, answer: Callable[[Mapping[str, StageSet]], None]) -> None:
        """Hand over whose case ended, and how."""


class Drafts(Protocol):
    """Texts that were not saved yet."""

    def get(self, name: str) -> Any:  # noqa: ANN401 - its `body` is what `keep` was given
        """Return a draft, None when there is none."""

    def keep(self, name: str, body: Mapping[str, Json]) -> object:
        """Keep a draft."""

    def drop(self, name: str) -> None:
        """Forget a draft."""

    def names(self, lead: str = "") -> Sequence[str]:
        """Return the names of drafts."""


class TimelineAccount(Protocol):
    """An account whose customers have histories."""

    @property
    def timelines(self) -> Timelines:
        """The histories."""

    @property
    def outbox(self) -> Outbox:
        """Where records go."""

    @property
    def drafts(self) -> Drafts:
        """Where unsaved texts are kept."""

    @property
    def status(self) -> Status:
        """What the account is doing."""

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Tell every later event."""
