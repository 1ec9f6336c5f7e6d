"""What the window needs from an account's outbox (`workspace.outbox.outbox.Outbox`)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal, Protocol, TypeAlias

from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry
from desktop.domain.intents.intent import Intent
from desktop.domain.query import Query
from desktop.ui.wording.lookup import Collections
from desktop.workspace.events import AccountEvent, Failed, OutboxChanged, Unsubscribe
from desktop.workspace.lookups.crowd import Crowd
from desktop.workspace.lookups.readings import Readings
from desktop.workspace.status import Status

Done: TypeAlias = Callable[[], None]
Side: TypeAlias = Literal["yours", "server"]


class Outbox(Protocol):
    """Edits on their way to the server."""

    def entries(self) -> Sequence[Entry]:
        """Return what is not done, in order."""

    def counts(self) -> OutboxChanged:
        """Return how many edits wait, for the server and for a person."""

    def submit(
        self,
        intents: Sequence[Intent],
        *,
        label: str,
        answer: Callable[[Sequence[Entry]], None],
        failed: Failed,
        undoable: bool = True,
    ) -> None:
        """Store edits as one gesture, show them, send them."""

    def undo(self, *, answer: Callable[[str | None], None], failed: Failed) -> None:
        """Take the last gesture back; answers with its label."""

    def redo(self, *, answer: Callable[[str | None], None], failed: Failed) -> None:
        """Do again what was undone last; answers with its label."""

    def retry(self, entry_id: str, *, answer: Done, failed: Failed) -> None:
        """Send a refused edit again, or a waiting one now."""

    def replace(self, entry_id: str, intent: Intent, *, answer: Done, failed: Failed) -> None:
        """Correct an edit and send it."""

    def resolve(self, entry_id: str, choices: Mapping[str, Side], *, answer: Done, failed: Failed) -> None:
        """Decide a conflict by field."""

    def discard(self, entry_id: str, *, answer: Done, failed: Failed) -> None:
        """Give an edit up."""


class EditedAccount(Protocol):
    """An account whose customers and tags can be edited."""

    @property
    def outbox(self) -> Outbox:
        """Where edits go."""

    @property
    def collections(self) -> Collections:
        """Tags and the like, pending edits folded in."""

    @property
    def status(self) -> Status:
        """What the account is doing."""

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Hand over one customer from the cache."""

    def crowd(self, query: Query, ids: Collection[str], everything: bool, answer: Callable[[Crowd], None]) -> None:
        """Find many customers and count their tags."""

    def readings(self, names: Sequence[str], answer: Callable[[Readings], None]) -> None:
        """Spell names in pinyin."""

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Tell every later event."""
