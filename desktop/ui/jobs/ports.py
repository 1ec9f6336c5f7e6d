"""What the jobs on the screen need of an account."""

from typing import Protocol

from desktop.ui.wording.lookup import Collections
from desktop.workspace.jobs import JobService


class JobAccount(Protocol):
    """An account with jobs."""

    @property
    def jobs(self) -> JobService:
        """Its jobs."""

    @property
    def collections(self) -> Collections:
        """Tags by id."""
