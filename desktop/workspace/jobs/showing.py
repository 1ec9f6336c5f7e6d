"""Showing what a job does before the server has it: in the cache, some customers at a time."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.jobstore import StoredRow
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs import joblane as lane
from desktop.workspace.jobs.journal import Job
from desktop.workspace.jobs.mending import RowMending
from desktop.workspace.lookups.collections import Collections

CHUNK = 100
"""Customers of one write to the cache: an edit by hand waits no longer than for these."""

Read: TypeAlias = Callable[[OutboxFile, Job, int, int], list[StoredRow]]
Write: TypeAlias = Callable[[CacheFile, Job, Sequence[StoredRow]], Change]


class RowShow:
    """Puts the rows of jobs into the cache and out of it. `changed` hears who looks different."""

    def __init__(
        self,
        files: AccountFiles,
        collections: Collections,
        *,
        changed: Callable[[Change], None],
        trouble: Callable[[AppError], None],
        clock: Callable[[], float],
    ) -> None:
        self._files = files
        self._changed = changed
        self._trouble = trouble
        self._mending = RowMending(files, collections, changed=changed, trouble=trouble, clock=clock)

    def catch_up(self) -> None:
        """Bring the cache up to what the journal knows, after a program that ended between the two."""
        self._mending.begin()

    def show(self, job: Job, then: Callable[[], None]) -> None:
        """Show every open row of a job, then call `then`; harmless when they show already."""

        def shown() -> None:
            # One that was refused between reading and showing it.
            self._go(job, lane.refused, lane.unshow, then, -1)

        self._go(job, lane.opened, lane.show, shown, -1)

    def unshow(self, job: Job, then: Callable[[], None]) -> None:
        """Show the dropped rows of a job no more, then call `then`."""
        self._go(job, lane.dropped, lane.unshow, then, -1)

    def _go(self, job: Job, read: Read, write: Write, then: Callable[[], None], after: int) -> None:
        def found(rows: list[StoredRow]) -> None:
            if not rows:
                then()
                return
            self._files.write.ask(
                write, job, rows, answer=lambda change: written(change, rows[-1].place), failed=self._trouble
            )

        def written(change: Change, last: int) -> None:
            self._changed(change)
            self._go(job, read, write, then, last)

        self._files.outbox.ask(read, job, after, CHUNK, answer=found, failed=self._trouble)
