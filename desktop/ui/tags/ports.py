"""What the tags page needs of an account and of its outbox."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.domain.tags.holders import Holders
from desktop.ui.wording.lookup import Collections
from desktop.workspace.events import AccountEvent, Unsubscribe
from desktop.workspace.jobs import JobService
from desktop.workspace.lookups.readings import Readings


class Outbox(Protocol):
    """Edits on their way to the server (`workspace.outbox.outbox.Outbox`)."""

    def entries(self) -> Sequence[Entry]:
        """What is not done, in order."""

    def submit(
        self,
        intents: Sequence[Intent],
        *,
        label: str,
        answer: Callable[[Any], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Store edits, show them, send them; `answer` once they are stored, `failed` when they are not."""

    def retry(self, entry_id: str, *, answer: Callable[[], None], failed: Callable[[AppError], None]) -> None:
        """Send a refused edit again."""

    def replace(
        self, entry_id: str, intent: Intent, *, answer: Callable[[], None], failed: Callable[[AppError], None]
    ) -> None:
        """Correct a refused edit and send it."""

    def discard(self, entry_id: str, *, answer: Callable[[], None], failed: Callable[[AppError], None]) -> None:
        """Forget a refused edit."""


class TagAccount(Protocol):
    """One account's tags and who has them."""

    @property
    def collections(self) -> Collections:
        """Tag groups and tags as the user sees them, pending edits folded in."""

    @property
    def outbox(self) -> Outbox:
        """Where edits go."""

    @property
    def jobs(self) -> JobService:
        """Edits of many customers."""

    def tag_counts(self, answer: Callable[[Mapping[str, int]], None]) -> None:
        """Count the customers of each tag."""

    def tag_holders(
        self, tags: Sequence[str], answer: Callable[[Holders], None], *, least: int = 1, limit: int = 200
    ) -> None:
        """Find who has at least `least` of these tags."""

    def readings(self, names: Sequence[str], answer: Callable[[Readings], None]) -> None:
        """Spell names in pinyin."""

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Tell every later event."""
