"""Writing the journal of a new job, block by block: begun only once all of it is on the disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from desktop.cache.jobstore import StoredRow
from desktop.domain.edits.fold import neighbours
from desktop.domain.errors import AppError
from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.intents.intent import Intent
from desktop.domain.jobs.job import JobState
from desktop.domain.jobs.rules import Apply, Each, Lose
from desktop.domain.jobs.steps import Steps, locals_of, undoing, with_bases
from desktop.workspace.events import Failed
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs import joblane as lane
from desktop.workspace.jobs.editplanning import undone
from desktop.workspace.jobs.journal import Body, Job
from desktop.workspace.jobs.planning import BLOCK, Block, Looking, turned_back
from desktop.workspace.jobs.quiet import passed
from desktop.workspace.jobs.rowform import split
from desktop.workspace.outbox.seeing import Seeing

_ROWS_OWN: Intent = UpdateCustomer(customer="", set={"note": ""})
"""Says that the rows of a job are edits: each holds its own, this one is made of nobody."""

Fill: TypeAlias = Callable[[Job, Callable[[], None], Failed], None]
"""Stores the rows of a job; then calls one of the two."""


@dataclass(frozen=True, slots=True)
class Births:
    """Who hears of a new job: that it is stored, that it is complete and begun, or that it failed."""

    added: Callable[[Job], None]
    began: Callable[[Job, lane.Counts], None]
    failed: Callable[[Job | None, AppError], None]


class Making:
    """Makes jobs over the files of an account."""

    def __init__(
        self,
        files: AccountFiles,
        seeing: Seeing,
        *,
        trouble: Failed,
        clock: Callable[[], float],
        token: Callable[[], str],
    ) -> None:
        self._files = files
        self._seeing = seeing
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
            edit=_edit_of(steps),
        )

        def fill(job: Job, done: Callable[[], None], fail: Failed) -> None:
            Looking(
                self._files.look_up,
                steps,
                self._seeing.bans,
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
        seen = self._seeing.seen()
        steps = with_bases((*before, *after), seen.groups, seen.tags, seen.ids)
        body = Body(
            kind=old.body.kind,
            about=old.body.about,
            before=steps[: len(before)],
            after=steps[len(before) :],
            guards=old.body.guards,
            sends=old.body.sends or bool(before),
            undoes=old.id,
            anew=anew,
            uses=tuple(anew.values()),
            edit=old.body.edit,
        )
        turn = self._turn_rows if body.edit is None else partial(self._undo_rows, 0)
        self._make(body, partial(turn, old, -1), births, "")

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
        seen = self._seeing.seen()

        def read(rows: Sequence[StoredRow]) -> None:
            if not rows:
                done()
                return
            given = {tag for row in rows for tag in split(row.added)}
            beside = {tag: neighbours(tag, seen.groups, seen.tags) for tag in given}
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

    def _undo_rows(
        self, place: int, old: Job, after: int, job: Job, done: Callable[[], None], fail: Failed
    ) -> None:
        def read(rows: Sequence[StoredRow]) -> None:
            if not rows:
                done()
                return
            seen = self._seeing.seen([row.customer for row in rows])
            self._files.look_up.ask(
                undone,
                old.form,
                rows,
                seen,
                place,
                self._token,
                answer=lambda back: self._add_rows(job, Block(tuple(back)), partial(next_, rows, len(back)), fail),
                failed=fail,
            )

        def next_(rows: Sequence[StoredRow], made: int) -> None:
            self._undo_rows(place + made, old, rows[-1].place, job, done, fail)

        self._files.outbox.ask(lane.arrived, old, after, BLOCK, answer=read, failed=fail)

    def _add_rows(self, job: Job, block: Block, more: Callable[[], None], fail: Failed) -> None:
        if not block.rows:
            more()
            return
        self._files.outbox.ask(lane.add_rows, job, block.rows, answer=lambda _none: more(), failed=fail)


def _edit_of(steps: Steps) -> Intent | None:
    """Return what the rows of a job make, None when they change tags."""
    if isinstance(steps.rule, Each):
        return _ROWS_OWN
    return steps.rule.edit if isinstance(steps.rule, Apply) else None
