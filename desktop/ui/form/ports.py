"""What the forms need from an account (`workspace.account.Account`)."""

from collections.abc import Callable
from typing import Any, Protocol

from desktop.domain.customers.customer import Customer
from desktop.ui.fields.context import FieldAccount
from desktop.ui.form.duplicates import Duplicates
from desktop.ui.form.keeping import Drafts
from desktop.ui.outbox.ports import Outbox
from desktop.ui.whom.people import CrowdFinder
from desktop.workspace.events import AccountEvent, Unsubscribe
from desktop.workspace.status import Status


class FormAccount(FieldAccount, CrowdFinder, Protocol):
    """An account whose customers are edited in forms."""

    @property
    def outbox(self) -> Outbox:
        """Where edits go."""

    @property
    def drafts(self) -> Drafts:
        """Input that was not saved."""

    @property
    def duplicates(self) -> Duplicates:
        """Who has a phone or an e-mail already."""

    @property
    def status(self) -> Status:
        """What the account is doing."""

    def customer(self, customer_id: str, answer: Callable[[Customer | None], None]) -> None:
        """Hand over one customer from the cache."""

    async def refresh_customer(self, customer_id: str) -> Any:  # noqa: ANN401 - the answer comes by events
        """Fetch one customer anew."""

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Tell every later event."""
