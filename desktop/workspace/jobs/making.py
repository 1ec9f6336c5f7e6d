"""Writing the journal of a new job, block by block: begun only once all of it is on the disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from desktop.cache.jobstore import StoredRow
from desktop.domain.errors import AppError
from desktop.domain.fold import neighbours
from desktop.domain.jobrules import Lose
from desktop.domain.jobs import JobState
from desktop.domain.jobsteps import Steps, locals_of, undoing, with_bases
from desktop.workspace.collections import Collections
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs import joblane as lane
from desktop.workspace.jobs.journal import Body, Job, split
from desktop.workspace.jobs.planning import BLOCK, Block, Looking, turned_back
from desktop.workspace.jobs.quiet import passed

Failed: TypeAlias = Callable[[AppError], None]
Fill: TypeAlias = Callable[[Job, Callable[[], None], Failed], None]
"""Stores the rows of a job; then calls one of the two."""


@dataclass(frozen=True, slots=True)
class Births:
    """Who hears of a new job: that it is stored, that it is complete and begun, or that it failed."""

    added: Callable[[Job], None]
    began: Callable[[Job, lane.Counts], None]
    failed: Callable[[Job | None, AppError], None]


class Making:
    """Makes jobs over the files of an account. `ids` gives the server's ids by the local ones."""

    def __init__(
        self,
        files: AccountFiles,
        collections: Collections,
        *,
        ids: Callable[[], Mapping[str, str]],
        trouble: Failed,
        clock: Callable[[], float],
        token: Callable[[], str],
    ) -> None:
        self._files = files
        self._collections = collections
        self._ids = ids
        self._trouble = trouble
        self._clock = clock
        self._token = token

    def make(self, kind: str, steps: Steps, births: Births, label: str) -> None:
        """Make a job of these steps; `label` names it when it is undone."""
        body = Body(
            kind=kind,
            about=steps.about,
            before=steps.before,
            after=steps.after,
            guards=steps.guards or {},
            sends=not isinstance(steps.rule, Lose),
            uses=locals_of(steps.rule),
        )

        def fill(job: Job, done: Callable[[], None], fail: Failed) -> None:
            Looking(
                self._files.look_up,
                steps,
                each=lambda block, more: self._add_rows(job, block, more, fail),
                done=lambda _total: done(),
                failed=fail,
            ).start()

        self._make(body, fill, births, label)

    def turn_back(self, old: Job, births: Births) -> None:
        """Make the job that takes back what `old`, which is over, did."""
        place = len(old.body.before)
        before, anew = undoing(old.body.after[: max(0, old.at - place - 1)], self._token)
        after, _ = undoing(old.body.before[: old.at], self._token, anew)
        groups, tags = self._collections.tag_groups, self._collections.tags
        steps = with_bases((*before, *after), groups, tags, self._ids())
        body = Body(
            kind=old.body.kind,
            about=old.body.about,
            before=steps[: len(before)],
            after=steps[len(before) :],
            sends=old.body.sends or bool(before),
            undoes=old.id,
            anew=anew,
            uses=tuple(anew.values()),
        )
        self._make(body, partial(self._turn_rows, old, -1), births, "")

    def _make(self, body: Body, fill: Fill, births: Births, label: str) -> None:
        now = self._clock()
        made = Job(0, self._token(), 0, JobState.PREPARING, body, created=now, changed=now)

        def added(job: Job) -> None:
            def failed(error: AppError) -> None:
                self._files.outbox.ask(lane.forget, job, answer=passed, failed=self._trouble)
                births.failed(job, error)

            def done() -> None:
                complete = job.now(JobState.RUNNING, self._clock())
                self._files.outbox.ask(
                    lane.begin, complete, label, answer=lambda begun: births.began(*begun), failed=failed
                )

            births.added(job)
            fill(job, done, failed)

        self._files.outbox.ask(lane.add, made, answer=added, failed=partial(births.failed, None))

    def _turn_rows(self, old: Job, after: int, job: Job, done: Callable[[], None], fail: Failed) -> None:
        groups, tags = self._collections.tag_groups, self._collections.tags

        def read(rows: Sequence[StoredRow]) -> None:
            if not rows:
                done()
                return
            given = {tag for row in rows for tag in split(row.added)}
            beside = {tag: neighbours(tag, groups, tags) for tag in given}
            last = rows[-1].place
            self._files.look_up.ask(
                turned_back,
                rows,
                job.body.anew,
                beside,
                answer=lambda block: self._add_rows(
                    job, block, lambda: self._turn_rows(old, last, job, done, fail), fail
                ),
                failed=fail,
            )

        self._files.outbox.ask(lane.arrived, old, after, BLOCK, answer=read, failed=fail)

    def _add_rows(self, job: Job, block: Block, more: Callable[[], None], fail: Failed) -> None:
        if not block.rows:
            more()
            return
        self._files.outbox.ask(lane.add_rows, job, block.rows, answer=lambda _none: more(), failed=fail)
