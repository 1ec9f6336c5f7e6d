"""A job in memory: how far it is, what holds it up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.cache.jobstore import DONE, REJECTED, UNKNOWN
from desktop.domain.errors import AppError
from desktop.domain.jobs.job import OVER, JobView
from desktop.workspace.jobs.journal import Job
from desktop.workspace.jobs.tally import Tally


@dataclass(slots=True)
class Live:
    """A job; `dismissed` when no screen shows it any more."""

    job: Job
    tally: Tally = field(default_factory=Tally)
    waits: AppError | None = None
    dismissed: bool = False
    undone: bool = False
    turns_back: bool = False
    """Whether it is to be undone once it stands still."""

    def count(self, counts: Mapping[str, int]) -> None:
        """Take the numbers of its rows."""
        failed = counts.get(REJECTED, 0)
        if self.job.state in OVER:
            failed += counts.get(UNKNOWN, 0)
        busy = self.tally.busy
        self.tally = Tally(sum(counts.values()), counts.get(DONE, 0), failed, busy=busy)

    def view(self) -> JobView:
        """Return it as a screen shows it."""
        job, tally = self.job, self.tally
        return JobView(
            id=job.id,
            kind=job.body.kind,
            state=job.state,
            about=job.body.about,
            total=tally.total,
            done=tally.done,
            failed=tally.failed,
            rate=tally.rate,
            seconds_left=tally.seconds_left,
            waits=self.waits,
            error=job.error,
            undoes=job.body.undoes,
            undone=self.undone,
            created=job.created,
            busy=tally.busy,
            revocable=job.revocable,
        )
