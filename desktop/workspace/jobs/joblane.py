"""What the jobs ask of the files, each in the file's own thread."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from operator import itemgetter

from desktop.cache.cachefile import CacheFile
from desktop.cache.jobstore import DONE, DROPPED, QUEUED, REJECTED, SENDING, UNKNOWN, StoredRow
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.pending import OF_JOBS
from desktop.domain.change import Change
from desktop.domain.edits.inverse import inverse
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import AppError, InvalidInput, Irrevocable
from desktop.domain.ids import is_local
from desktop.domain.jobs.job import OVER, JobFailure, JobState
from desktop.workspace.jobs.journal import Job, from_stored, reason_of, to_stored
from desktop.workspace.jobs.rowform import named, new_name

KEPT = 100
"""Jobs that are over and kept, so that they can be undone."""

Counts = dict[str, int]


def loaded(box: OutboxFile) -> list[tuple[Job, Counts]]:
    """Return the jobs that were begun, with the numbers of their rows."""
    jobs = readable(box)
    begun = [job for job in jobs if job.state is not JobState.PREPARING]
    return [(_weighed(box, job), box.jobs.counts(job.number)) for job in begun]


def clean(box: OutboxFile, known: frozenset[str]) -> None:
    """Remove very old jobs, and those that nobody was told of, except the `known` ones that are being made.

    The edits of tag groups and tags that jobs had made go when their job is over: it knows what they did.
    """
    jobs = [job for job in readable(box) if job.id not in known]
    over = [job for job in jobs if job.state in OVER]
    for job in (*over[:-KEPT], *(job for job in jobs if job.state is JobState.PREPARING)):
        box.jobs.remove(job.number)
    box.jobs.prune_entries([state.value for state in OVER])


def add(box: OutboxFile, job: Job) -> Job:
    """Store a new job and return it with its number and place."""
    return from_stored(box.jobs.add(to_stored(job)))


def sent_by_jobs(box: OutboxFile, kinds: tuple[type, ...], since: float) -> Mapping[str, float]:
    """Return about whom jobs of such edits sent one after `since`, by the server's time, and when the last."""
    numbers = [one.number for one in readable(box) if isinstance(one.body.edit, kinds)]
    return dict(sorted((pair for one in numbers for pair in box.jobs.sent_after(one, since)), key=itemgetter(1)))


def put(box: OutboxFile, job: Job) -> None:
    """Store how far a job is."""
    box.jobs.put(to_stored(job))


def begin(box: OutboxFile, job: Job, label: str) -> tuple[Job, Counts]:
    """Store that a job is complete and goes on from now, or has nothing to do; return its rows' numbers too.

    Raises Irrevocable for one that takes edits back and found none that can be: the step of undo goes.
    """
    counts = box.jobs.counts(job.number)
    if not counts and not job.ahead():
        job = job.now(JobState.DONE, job.changed)
        if job.body.undoes and job.body.edit is not None:
            box.jobs.drop_step(job.body.undoes)
            raise Irrevocable
    box.jobs.begin(to_stored(job), label, job.body.undoes)
    return _weighed(box, job), counts


def forget(box: OutboxFile, job: Job) -> None:
    """Remove a job that was not begun."""
    box.jobs.remove(job.number)


def add_rows(box: OutboxFile, job: Job, rows: Sequence[StoredRow]) -> None:
    """Store customers of a job."""
    box.jobs.add_rows(job.number, rows)


def requeue(box: OutboxFile, job: Job) -> Counts:
    """Have the failed rows of a job sent once more."""
    box.jobs.move(job.number, (REJECTED, DROPPED), QUEUED)
    put(box, job)
    return box.jobs.counts(job.number)


def drop(box: OutboxFile, job: Job) -> Counts:
    """Have no row of a job sent any more."""
    box.jobs.move(job.number, (SENDING,), UNKNOWN)
    box.jobs.move(job.number, (QUEUED,), DROPPED)
    put(box, job)
    return box.jobs.counts(job.number)


def read(box: OutboxFile, number: int, state: str, after: int, limit: int) -> list[StoredRow]:
    """Return rows of a job in one state, behind the place `after`, with the server's ids of their customers."""
    return with_names(box, box.jobs.rows(number, state, after, limit))


def with_names(box: OutboxFile, rows: list[StoredRow]) -> list[StoredRow]:
    """Return rows under the server's ids of their customers, as far as those were made."""
    ids = box.intents.ids() if any(is_local(row.customer) for row in rows) else {}
    return [named(row, ids) for row in rows] if ids else rows


def opened(box: OutboxFile, job: Job, after: int, limit: int) -> list[StoredRow]:
    """Return rows that show although the server may not have them, behind the place `after`."""
    rows = [row for state in (QUEUED, SENDING, UNKNOWN) for row in read(box, job.number, state, after, limit)]
    return sorted(rows, key=lambda row: row.place)[:limit]


def dropped(box: OutboxFile, job: Job, after: int, limit: int) -> list[StoredRow]:
    """Return rows that will not be sent, behind the place `after`."""
    return read(box, job.number, DROPPED, after, limit)


def refused(box: OutboxFile, job: Job, after: int, limit: int) -> list[StoredRow]:
    """Return rows that were refused, behind the place `after`."""
    return read(box, job.number, REJECTED, after, limit)


def arrived(box: OutboxFile, job: Job, after: int, limit: int) -> list[StoredRow]:
    """Return rows that the server has or may have, behind the place `after`."""
    rows = [row for state in (DONE, UNKNOWN) for row in read(box, job.number, state, after, limit)]
    return sorted(rows, key=lambda row: row.place)[:limit]


def failures(box: OutboxFile, number: int, limit: int) -> list[JobFailure]:
    """Return who failed and why."""
    rows = [row for state in (REJECTED, UNKNOWN) for row in read(box, number, state, -1, limit)]
    found = [(row, reason_of(row.reason)) for row in rows[:limit]]
    return [JobFailure(row.customer, error or AppError(), new_name(row)) for row, error in found]


def shown(file: CacheFile, job: Job) -> int:
    """Return how many rows of a job the cache shows as pending."""
    return file.edits.held(f"{OF_JOBS}{job.number}:*")


def show(file: CacheFile, job: Job, rows: Sequence[StoredRow]) -> Change:
    """Show what rows do."""
    return file.edits.hold(job.form.shown(rows))


def unshow(file: CacheFile, job: Job, rows: Sequence[StoredRow]) -> Change:
    """Show what rows do no more."""
    return file.edits.hold((), drop=[job.form.name(row) for row in rows])


def _weighed(box: OutboxFile, job: Job) -> Job:
    """Return a job that knows whether anything it does can be taken back; one that is over is asked when it is."""
    if job.body.edit is None or job.state in OVER:
        return job
    return replace(job, revocable=not rules_of(job.body.edit).irrevocable and _may_return(box, job))


def _may_return(box: OutboxFile, job: Job) -> bool:
    after = -1
    while rows := box.jobs.rows(job.number, "", after):
        if any(inverse(job.form.intent(row), job.form.base(row), str) for row in rows):
            return True
        after = rows[-1].place
    return False


def readable(box: OutboxFile) -> list[Job]:
    """Return the jobs this version can read; those of a newer one stay stored."""
    jobs: list[Job] = []
    for stored in box.jobs.jobs():
        with suppress(InvalidInput, ValueError):
            jobs.append(from_stored(stored))
    return jobs
