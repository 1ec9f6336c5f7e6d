"""What giving customers to agents needs of an account (`workspace.account.Account`)."""

from typing import Protocol

from desktop.ui.outbox.ports import EditedAccount
from desktop.workspace.lookups.people import People


class StaffedAccount(EditedAccount, Protocol):
    """An account whose agents are known."""

    @property
    def people(self) -> People:
        """Its agents, and who has whom."""
