"""What jobs are still to do to the tag tables: it shows at once, and edits that speak of it wait for it. Pure."""

from collections.abc import Iterable

from desktop.domain.edits.references import makes
from desktop.domain.jobs.job import JobState
from desktop.workspace.jobs.journal import Job
from desktop.workspace.lookups.collections import Placed

_GOES_ON = frozenset({JobState.RUNNING, JobState.PAUSED})


def steps_ahead(jobs: Iterable[Job]) -> dict[str, list[Placed]]:
    """Return the edits that these jobs did not have made yet, by the job's id, each at the place of its job.

    A job that is stuck shows none: as with an edit that was refused, what the server has is the truth.
    """
    going = [job for job in jobs if job.state in _GOES_ON and job.ahead()]
    return {job.id: [(job.seq, step.intent) for step in job.ahead()] for job in going}


def promised(jobs: Iterable[Job]) -> frozenset[str]:
    """Return the local ids of what jobs that are not over will make, if nothing stops them."""
    waiting = [job for job in jobs if job.state in _GOES_ON or job.state is JobState.STUCK]
    return frozenset(local for job in waiting for step in job.ahead() for local in makes(step.intent))
