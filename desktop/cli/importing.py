"""Importing a table without a window: the same reading, the same dry run, the same job as the window's."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from desktop.cache.lane import Ticket
from desktop.cli.account import connect, opened
from desktop.cli.names import field_of
from desktop.cli.session import Session
from desktop.domain.dictionaries import CustomField
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.jobs.job import OVER, ImportCustomers, JobFailure, JobState, JobView
from desktop.domain.sheets.guessing import guessed
from desktop.domain.sheets.headers import IGNORED, meant_by, plain, targets
from desktop.domain.sheets.mapping import check_mapping
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent
from desktop.workspace.sheets.service import Judged

T = TypeVar("T")

_STILL = frozenset({*OVER, JobState.PAUSED, JobState.STUCK})
_TICK = 0.05
_UNREACHED = 10.0
"""Seconds without progress after which an unreachable server is given up: the rest waits in the outbox."""


@dataclass
class Imported:
    """What came of it: each row's verdict; the job's end, None when there was none; who failed and why.

    `trouble` is why the server could not be asked.
    """

    sheet: Sheet
    mapping: tuple[str, ...]
    verdicts: list[Verdict]
    fields: Mapping[str, CustomField]
    job: JobView | None = None
    failed: Mapping[str, AppError] = field(default_factory=dict)
    trouble: AppError | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are of each kind."""
        found = Counter(one.kind for one in self.verdicts)
        return {kind.value: found[kind] for kind in Kind}


def mapped(sheet: Sheet, given: Sequence[str], fields: Mapping[str, CustomField]) -> tuple[str, ...]:
    """Return what the columns mean: as `given` ("COLUMN=FIELD", "COLUMN=" for none) says, the rest as guessed.

    Raises InvalidInput: no_column, no_target, column_twice, nobody_named.
    """
    chosen: dict[int, str] = {}
    for one in given:
        column, _, name = one.rpartition("=")
        place = next((at for at, text in enumerate(sheet.titles) if plain(text) == plain(column)), None)
        if place is None:
            raise InvalidInput("map", "no_column", name=column)
        chosen[place] = _target(name.strip(), fields)
    guesses = guessed(sheet, fields)
    taken = set(chosen.values())
    mapping = tuple(chosen.get(place, IGNORED if guess in taken else guess) for place, guess in enumerate(guesses))
    check_mapping(mapping)
    return mapping


def _target(name: str, fields: Mapping[str, CustomField]) -> str:
    if not name:
        return IGNORED
    found = field_of(name) or meant_by(name, fields)
    if not found or found not in targets(fields):
        raise InvalidInput("map", "no_target", name=name)
    return found


async def imported(
    session: Session,
    path: Path,
    sheet: str,
    given: Sequence[str],
    *,
    dry: bool,
    hear: Callable[[JobView], None],
) -> Imported:
    """Judge a table by what the server has now and, unless `dry`, import it; `hear` follows the job.

    Raises AppError, InvalidInput for a file that cannot be read.
    """
    async with opened(session) as account:
        await connect(session, account)
        trouble = await _fresh(account)
        await _ended(account, _under_way(account), hear)
        found = await _judged(account, path, sheet, given)
        found.trouble = trouble
        return found if dry else await _sent(account, found, hear)


async def _fresh(account: Account) -> AppError | None:
    """Fetch what changed, so that rows are compared with what is there; return why that could not be."""
    trouble: AppError | None = None
    try:
        await account.pull()
    except AppError as error:
        trouble = error
    # Small tables and jobs are read in these lanes; their answers come before that of a later question.
    for _ in range(2):
        await asyncio.wrap_future(account.files.look_up.submit(lambda _file: None))
        await asyncio.wrap_future(account.files.outbox.submit(lambda _box: None))
        await asyncio.sleep(0)
    return trouble


async def _judged(account: Account, path: Path, name: str, given: Sequence[str]) -> Imported:
    def read(answer: Callable[[Sheet], None], failed: Callable[[AppError], None]) -> Ticket:
        return account.sheets.read(path, name, answer, failed)

    sheet = await _asked(read)
    fields = dict(account.collections.custom_fields)
    mapping = mapped(sheet, given, fields)

    def judge(answer: Callable[[Judged], None], failed: Callable[[AppError], None]) -> Ticket:
        return account.sheets.judge(sheet.rows, mapping, heard=_nothing, answer=answer, failed=failed)

    return Imported(sheet, mapping, list((await _asked(judge)).verdicts), fields)


async def _sent(account: Account, found: Imported, hear: Callable[[JobView], None]) -> Imported:
    if not any(one.edits for one in found.verdicts):
        return found

    def start(answer: Callable[[str], None], failed: Callable[[AppError], None]) -> None:
        account.sheets.start(found.sheet.name, found.verdicts, "kefu-desk import", answer, failed)

    job_id = await _asked(start)
    await _ended(account, {job_id}, hear)
    failures: Sequence[JobFailure] = await _asked(
        lambda answer, _: account.jobs.failures(job_id, answer, limit=len(found.verdicts) * 4)
    )
    view = next(one for one in account.jobs.shown if one.id == job_id)
    return replace(found, job=view, failed={one.customer: one.error for one in failures})


def _under_way(account: Account) -> set[str]:
    """Return the imports of an earlier run that was broken off: they go on first."""
    return {one.id for one in account.jobs.shown if one.kind == ImportCustomers.kind and one.state not in _STILL}


async def _ended(account: Account, jobs: set[str], hear: Callable[[JobView], None]) -> None:
    """Return when the jobs stand still, or the server cannot be reached."""
    moved = time.monotonic()

    def heard(event: JobEvent) -> None:
        nonlocal moved
        if isinstance(event, JobChanged) and event.job.id in jobs:
            moved = time.monotonic() if event.job.waits is None else moved
            hear(event.job)

    stop = account.jobs.events.subscribe(heard)
    try:
        while any(one.id in jobs and one.state not in _STILL for one in account.jobs.shown):
            if account.status.connection != "online" and time.monotonic() - moved > _UNREACHED:
                return
            await asyncio.sleep(_TICK)
    finally:
        stop()


async def _asked(ask: Callable[[Callable[[T], None], Callable[[AppError], None]], object]) -> T:
    future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    ask(future.set_result, future.set_exception)
    return await future


def _nothing(_share: float) -> None:
    """Say nothing: it takes seconds."""
