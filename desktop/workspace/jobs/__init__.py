"""Bulk edits as jobs: a dry run with counts, then a journal row a customer that survives anything.

`Account.jobs` offers what `JobService` says. A screen asks for a dry run, shows its counts and starts it:

    account.jobs.plan(TagCustomers(customers, add=("tag",)), shown)     # shown(DryRun)
    account.jobs.start(run.request, started)                            # started(job id), once it is durable
    account.jobs.events.subscribe(...)                                  # JobChanged(JobView), JobGone(id)

Asked for   service (`Jobs`), live (a job in memory), tally (its numbers), quiet (who listens while nobody does)
Made        making, planning (its customers, block by block), editplanning (those of an edit), ahead (tag tables)
Stored      journal (a job), rowform (its rows), joblane (both, in the thread of the files)
Shown       showing (rows in the cache), mending (after a program that ended between two writes)
Sent        runner (step by step), attached (to the network), sweep (the rows), child (in a process of its own),
            rowlane (rows for who sends them), dealers, dealing, editdealing (what is done with one),
            deciding (what becomes of it), server
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from desktop.domain.jobs.job import DryRun, JobFailure, JobRequest, JobView
from desktop.workspace.events import Failed, Subscribers


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job was started, went on, or ended."""

    job: JobView


@dataclass(frozen=True, slots=True)
class JobGone:
    """A job is not shown any more."""

    id: str


JobEvent: TypeAlias = JobChanged | JobGone


class JobService(Protocol):
    """The jobs of one account. Everything here returns at once; answers come in the owner's thread."""

    @property
    def events(self) -> Subscribers[JobEvent]:
        """Who hears of the jobs."""
        ...

    @property
    def shown(self) -> tuple[JobView, ...]:
        """The jobs that are under way, and those that ended and were not dismissed, the oldest first."""
        ...

    def plan(self, request: JobRequest, answer: Callable[[DryRun], None], failed: Failed) -> Callable[[], None]:
        """Count what a job would do and hand it to `answer`; returns what gives the question up.

        `failed` hears InvalidInput (names taken or too long, a tag that is not there) and storage errors.
        """
        ...

    def start(
        self,
        request: JobRequest,
        answer: Callable[[str], None] | None = None,
        failed: Failed | None = None,
        *,
        label: str = "",
    ) -> None:
        """Begin a job; `answer` gets its id once its journal is on the disk: from then on nothing loses it.

        `label` is what it is called when Ctrl+Z takes it back. Its customers show the change at once, and it is
        sent whenever there is a network.
        """
        ...

    def pause(self, job_id: str) -> None:
        """Send no more until `resume`; what is under way is settled."""
        ...

    def resume(self, job_id: str) -> None:
        """Go on with a job that was paused or is stuck."""
        ...

    def cancel(self, job_id: str) -> None:
        """Send no more, ever; what was sent stays (`undo` takes it back)."""
        ...

    def retry(self, job_id: str) -> None:
        """Send the failed customers once more."""
        ...

    def undo(self, job_id: str, answer: Callable[[str], None] | None = None, failed: Failed | None = None) -> None:
        """Bring back, as a job of its own, what every customer had before a job that is over.

        `answer` gets the id of that job, `failed` hears Irrevocable when nothing of it can be taken back.
        """
        ...

    def dismiss(self, job_id: str) -> None:
        """Show a job that is over no more."""
        ...

    def failures(self, job_id: str, answer: Callable[[Sequence[JobFailure]], None], limit: int = 1_000) -> None:
        """Read who failed and why, the first `limit`."""
        ...
