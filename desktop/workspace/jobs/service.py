"""The jobs of an account: planned and prepared block by block, kept in the outbox, carried out by a runner."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desktop.domain.change import Change
from desktop.domain.errors import AppError, InvalidInput, Irrevocable
from desktop.domain.jobs.edits import edit_steps
from desktop.domain.jobs.job import OVER, DryRun, JobFailure, JobRequest, JobState, JobView, RowJob
from desktop.domain.jobs.rules import Lose
from desktop.domain.jobs.steps import Steps, steps_of
from desktop.workspace.events import Failed, Subscribers
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs import JobChanged, JobEvent, JobGone, ahead
from desktop.workspace.jobs import joblane as lane
from desktop.workspace.jobs.journal import Job
from desktop.workspace.jobs.live import Live
from desktop.workspace.jobs.making import Births, Making
from desktop.workspace.jobs.planning import Counting, Looking
from desktop.workspace.jobs.quiet import nobody, passed, stands_still, unless_lasting
from desktop.workspace.jobs.showing import RowShow
from desktop.workspace.jobs.tally import Tally
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.outbox.seeing import Seeing
from desktop.workspace.outbox.waiting import Waiting


class Jobs:
    """What `workspace.jobs.JobService` says, over the files of an account.

    `waiting` are the edits of the outbox. `changed` hears which customers look different, `trouble` what goes
    wrong in the background. `wake` is called when there may be something to do, `halt` with a job that must stand
    still and what to call when it does.
    """

    def __init__(
        self,
        files: AccountFiles,
        collections: Collections,
        *,
        waiting: Waiting,
        changed: Callable[[Change], None],
        trouble: Failed,
        clock: Callable[[], float] = time.time,
        token: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self.events: Subscribers[JobEvent] = Subscribers()
        self.wake: Callable[[], None] = nobody
        self.seeing = Seeing(collections, waiting)
        self.halt: Callable[[str, Callable[[], None]], None] = stands_still
        self._files = files
        self._collections = collections
        self._waiting = waiting
        self._changed = changed
        self._trouble = trouble
        self.clock = clock
        self._token = token
        self._live: dict[str, Live] = {}
        self.promised: frozenset[str] = frozenset()
        self._show = RowShow(files, collections, changed=changed, trouble=trouble, clock=clock)
        self._making = Making(files, self.seeing, trouble=trouble, clock=clock, token=token)
        self.load()

    def load(self) -> None:
        """Read how far they are."""
        self._files.outbox.ask(lane.loaded, answer=self._loaded, failed=self._trouble)
        self._show.catch_up()

    @property
    def shown(self) -> tuple[JobView, ...]:
        """The jobs that are under way, and those that ended and were not dismissed."""
        return tuple(live.view() for live in self._live.values() if not live.dismissed)

    def plan(self, request: JobRequest, answer: Callable[[DryRun], None], failed: Failed) -> Callable[[], None]:
        """Count what a job would do and hand it to `answer`; returns what gives the question up."""
        try:
            steps = self._steps(request)
        except InvalidInput as error:
            failed(error)
            return nobody
        counting = Counting(DryRun(request, about=steps.about))
        sends = not isinstance(steps.rule, Lose)

        def done(total: int) -> None:
            answer(counting.total(total, steps, sends=sends))

        look = Looking(self._files.look_up, steps, self.seeing.bans, each=counting.take, done=done, failed=failed)
        return look.start().give_up

    def start(
        self,
        request: JobRequest,
        answer: Callable[[str], None] | None = None,
        failed: Failed | None = None,
        *,
        label: str = "",
    ) -> None:
        """Begin a job; `answer` gets its id once its journal is on the disk, `label` names it for Ctrl+Z."""
        fail = failed or self._trouble
        try:
            steps = self._steps(request)
        except InvalidInput as error:
            fail(error)
        else:
            self._making.make(request.kind, steps, self._begin(answer or passed, fail), label)

    def pause(self, job_id: str) -> None:
        """Send no more until `resume`; what is under way is settled."""
        live = self._live.get(job_id)
        if live is not None and live.job.state is JobState.RUNNING:
            self.update(live.job.now(JobState.PAUSED, self.clock()))
            self.halt(job_id, nobody)

    def resume(self, job_id: str) -> None:
        """Go on with a job that was paused or is stuck."""
        live = self._live.get(job_id)
        if live is not None and live.job.state in {JobState.PAUSED, JobState.STUCK}:
            self.update(live.job.now(JobState.RUNNING, self.clock()))
            self.wake()

    def cancel(self, job_id: str) -> None:
        """Send no more, ever; what was sent stays."""
        live = self._live.get(job_id)
        if live is None or live.job.state in OVER:
            return
        self.update(live.job.now(JobState.CANCELLED, self.clock()))
        self.halt(job_id, lambda: self._drop(live))

    def retry(self, job_id: str) -> None:
        """Send the failed customers once more."""
        live = self._live.get(job_id)
        if live is None or not live.tally.failed or live.job.state is JobState.PREPARING:
            return
        live.job = replace(live.job.now(JobState.RUNNING, self.clock()), at=len(live.job.body.before))
        self._files.outbox.ask(
            lane.requeue, live.job, answer=lambda counts: self._begun(live, counts), failed=self._trouble
        )

    def undo(self, job_id: str, answer: Callable[[str], None] | None = None, failed: Failed | None = None) -> None:
        """Bring back, as a job of its own, what every customer had before; one under way is cancelled first."""
        live = self._live.get(job_id)
        if live is None or live.undone:
            return
        if live.job.state not in OVER:
            live.turns_back = True
            self.cancel(job_id)
            return
        self._making.turn_back(live.job, self._begin(answer or passed, failed or self._trouble))

    def turn(self, job_id: str, answer: Callable[[], None], failed: Failed) -> None:
        """Take back the job whose step of undo it is; one that took another back is turned just so."""
        live = self._live.get(job_id)
        if live is None or live.undone:
            failed(InvalidInput("id", "gone"))
            return
        self.undo(job_id, lambda _id: answer(), failed)
        if live.turns_back:
            answer()

    def dismiss(self, job_id: str) -> None:
        """Show a job that is over no more."""
        live = self._live.get(job_id)
        if live is not None and live.job.state in OVER and not live.dismissed:
            live.dismissed = True
            self.events.tell(JobGone(job_id))

    def failures(self, job_id: str, answer: Callable[[Sequence[JobFailure]], None], limit: int = 1_000) -> None:
        """Read who failed and why, the first `limit`."""
        number = self._live[job_id].job.number
        self._files.outbox.ask(lane.failures, number, limit, answer=answer, failed=self._trouble)

    def due(self) -> Job | None:
        """Return the job to go on with, None when there is none."""
        return next((one.job for one in self._live.values() if one.job.state is JobState.RUNNING), None)

    def job(self, job_id: str) -> Job:
        """Return a job as it stands now."""
        return self._live[job_id].job

    def clean(self) -> None:
        """Remove what an earlier run of the program left behind; no other process carries jobs out."""
        self._files.outbox.ask(lane.clean, frozenset(self._live), answer=passed, failed=self._trouble)

    def left(self, job_id: str) -> int:
        """Return how many customers of a job are not settled."""
        view = self._live[job_id].view()
        return view.total - view.done - view.failed

    def update(self, job: Job) -> None:
        """Keep how far a job is, and tell."""
        live = self._live[job.id]
        live.job = job
        live.waits = live.waits if job.state is JobState.RUNNING else None
        self._files.outbox.ask(lane.put, job, answer=passed, failed=self._trouble)
        self._show_steps()
        self._tell(live)

    def note_tally(self, job_id: str, tally: Tally) -> None:
        """Learn how many rows of a job are settled."""
        self._live[job_id].tally = tally
        self._tell(self._live[job_id])

    def note_counts(self, job_id: str, counts: Mapping[str, int]) -> None:
        """Learn the numbers of the rows of a job."""
        self._live[job_id].count(counts)
        self._tell(self._live[job_id])

    def rest(self) -> None:
        """Learn that nobody carries jobs out."""
        self.wake, self.halt = nobody, stands_still

    def note_waits(self, job_id: str, error: AppError | None) -> None:
        """Learn why nothing moves, None when it does."""
        if self._live[job_id].waits != error:
            self._live[job_id].waits = error
            self._tell(self._live[job_id])

    def show_again(self, job_id: str, then: Callable[[], None]) -> None:
        """Show the rows of a job, whose tags got other ids, anew; then call `then`."""
        self._show.show(self._live[job_id].job, then)

    def _steps(self, request: JobRequest) -> Steps:
        if isinstance(request, RowJob):
            return edit_steps(request, self.seeing.seen())
        return steps_of(request, *self._collections.found_by(""), self._token)

    def _begin(self, answer: Callable[[str], None], fail: Failed) -> Births:
        def added(job: Job) -> None:
            self._live[job.id] = Live(job)
            self._tell(self._live[job.id])

        def began(job: Job, counts: lane.Counts) -> None:
            live = self._live[job.id]
            live.job = job
            if job.body.undoes in self._live:
                self._live[job.body.undoes].undone = True
                self._tell(self._live[job.body.undoes])
            answer(job.id)
            self._begun(live, counts)

        def failed(job: Job | None, error: AppError) -> None:
            if job is not None and isinstance(error, Irrevocable) and (old := self._live.get(job.body.undoes)):
                old.job = replace(old.job, revocable=False)
                self._tell(old)
            if job is not None and self._live.pop(job.id, None) is not None:
                self.events.tell(JobGone(job.id))
            fail(error)

        return Births(added, began, failed)

    def _begun(self, live: Live, counts: lane.Counts) -> None:
        """Show what a job does, and have it carried out meanwhile."""
        self._show_steps()
        live.count(counts)
        self._tell(live)
        self._show.show(live.job, nobody)
        self.wake()

    def _drop(self, live: Live) -> None:
        def dropped(counts: lane.Counts) -> None:
            live.count(counts)
            self._tell(live)
            self._show.unshow(live.job, nobody)
            if live.turns_back:
                self._making.turn_back(live.job, self._begin(passed, unless_lasting(self._trouble)))

        self._files.outbox.ask(lane.drop, live.job, answer=dropped, failed=self._trouble)

    def _loaded(self, found: Sequence[tuple[Job, lane.Counts]]) -> None:
        undone = {job.body.undoes for job, _ in found if job.body.undoes}
        for job, counts in found:
            live = Live(job, dismissed=job.state in OVER, undone=job.id in undone)
            live.count(counts)
            self._live[job.id] = live
            if job.state not in OVER:
                self._tell(live)
                self._show_missing(live, counts)
        self._show_steps()

    def _show_missing(self, live: Live, counts: lane.Counts) -> None:
        """Show a job of an earlier run of the program; the cache mostly does already."""
        opened = sum(counts.get(state, 0) for state in ("queued", "sending", "unknown"))

        def known(shown: int) -> None:
            if shown < opened:
                self._show.show(live.job, nobody)

        self.wake()
        self._files.write.ask(lane.shown, live.job, answer=known, failed=self._trouble)

    def _show_steps(self) -> None:
        jobs = tuple(live.job for live in self._live.values())
        self.promised = self._waiting.promised = ahead.promised(jobs)
        self._collections.show_steps(ahead.steps_ahead(jobs))

    def _tell(self, live: Live) -> None:
        if not live.dismissed:
            self.events.tell(JobChanged(live.view()))
