"""The runner of an account's jobs, attached to its network."""

import asyncio
from collections.abc import Callable, Mapping

from desktop.api.client import SobotClient
from desktop.api.token import TokenSource
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.workspace.child.messages import Start, StartJob
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.child import MANY, ChildSweep
from desktop.workspace.jobs.dealers import dealer_for
from desktop.workspace.jobs.journal import Job
from desktop.workspace.jobs.rowform import edit_to_json
from desktop.workspace.jobs.rowlane import RowLane
from desktop.workspace.jobs.runner import JobRunner, Sweeping
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.jobs.sweep import Sweep
from desktop.workspace.jobs.tally import Tally
from desktop.workspace.outbox.outbox import Outbox
from desktop.workspace.token.filelock import FileLock


class OutboxAdministration:
    """Makes edits of the tag tables through the outbox."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def make(self, intent: Intent, job: str) -> None:
        """Return once an edit is stored; it is sent by itself. Raises InvalidInput, StorageError."""
        stored = _Answer()
        self._outbox.submit([intent], label="", answer=stored.take, failed=stored.fail, undoable=False, job=job)
        await stored.future

    async def again(self, entry_id: str) -> None:
        """Have a refused edit sent again. Raises InvalidInput, StorageError."""
        stored = _Answer()
        self._outbox.retry(entry_id, answer=lambda: stored.take(None), failed=stored.fail)
        await stored.future

    async def give_up(self, entry_id: str) -> None:
        """Discard an edit. Raises InvalidInput for one that is under way, StorageError."""
        gone = _Answer()
        self._outbox.discard(entry_id, answer=lambda: gone.take(None), failed=gone.fail)
        await gone.future

    def ids(self) -> Mapping[str, str]:
        """Return the server's ids by the local ones."""
        return self._outbox.waiting.ids


class _Answer:
    """An answer of the outbox as a future."""

    def __init__(self) -> None:
        self.future: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def take(self, _what: object) -> None:
        if not self.future.done():
            self.future.set_result(None)

    def fail(self, error: AppError) -> None:
        if not self.future.done():
            self.future.set_exception(error)


def runner(
    jobs: Jobs,
    outbox: Outbox,
    files: AccountFiles,
    client: SobotClient,
    tokens: TokenSource,
    start: Start,
    *,
    changed: Callable[[Change], None],
    clock: Callable[[], float],
    offset: Callable[[], float],
) -> JobRunner:
    """Return what carries out the jobs of an account over `client`, not begun.

    `clock` is this machine's time in seconds, `offset` what leads from it to the server's.

    A large job is sent by a child process, which gets `tokens` and what `start` says of files and server.
    """

    def server_now() -> float:
        return clock() + offset()

    def rows(job: Job) -> RowLane:
        return RowLane(
            files.outbox,
            files.write,
            job.form,
            start.language,
            changed=changed,
            learned=learned,
            clock=clock,
            now=server_now,
        )

    def learned(ids: Mapping[str, str]) -> None:
        outbox.took((), ids)

    def sweep(
        job: Job, rows: RowLane, hear: Callable[[Tally], None], waits: Callable[[AppError | None], None]
    ) -> Sweeping:
        # The rows hold the server's ids by now.
        known = outbox.waiting.ids
        guards = {key: tuple(known.get(tag, tag) for tag in tags) for key, tags in job.body.guards.items()}
        if jobs.left(job.id) > MANY:
            message = _message(start, job, guards, offset())
            return ChildSweep(tokens, message, changed=changed, learned=learned, hear=hear, waits=waits)
        dealer = dealer_for(job.form, client, guards, rows.keep, ids=lambda: outbox.waiting.ids, now=server_now)
        return Sweep(rows, dealer, hear=hear, waits=waits)

    lock = FileLock(files.folder.folder / "jobs.lock")
    return JobRunner(jobs, files, OutboxAdministration(outbox), sweep, rows, lock)


def _message(start: Start, job: Job, guards: Mapping[str, tuple[str, ...]], offset: float) -> StartJob:
    return StartJob(
        start.folder,
        start.key,
        start.base_url,
        start.proxy,
        start.language,
        job.number,
        job.seq,
        guards,
        edit_to_json(job.body.edit),
        offset,
        job.created,
    )
