"""A pull without a window, by the same account as the window's."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile, Counts
from desktop.cli.account import connect, opened
from desktop.cli.session import Session
from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.workspace.account import Account
from desktop.workspace.events import AccountEvent, CustomersChanged, StatusChanged
from desktop.workspace.status import Progress


@dataclass(frozen=True, slots=True)
class Brought:
    """What a pull brought.

    `added`, `updated` and `removed` are None when another program pulled meanwhile, or more came at once than is
    followed one by one; a first pull adds whatever there is.

    `damaged` names a file that was set aside and begun anew, `note` what a person should know.
    """

    counts: Counts
    added: int | None
    updated: int | None
    removed: int | None
    damaged: AppError | None
    note: AppError | None


class _Tally:
    def __init__(self, progress: Callable[[Progress], None]) -> None:
        self._progress = progress
        self._added: set[str] = set()
        self._updated: set[str] = set()
        self._removed: set[str] = set()
        self._everything = False

    def heard(self, event: AccountEvent) -> None:
        if isinstance(event, CustomersChanged):
            self._count(event.change)
        elif isinstance(event, StatusChanged) and event.status.progress is not None:
            self._progress(event.status.progress)

    def _count(self, change: Change) -> None:
        self._everything |= change.everything
        self._added.update(change.added)
        self._updated.update(change.updated)
        self._removed.update(change.removed)

    def numbers(self, before: Counts, after: Counts) -> tuple[int | None, int | None, int | None]:
        if self._everything:
            return (None, None, None) if before.as_of else (after.total - before.total, 0, 0)
        return len(self._added), len(self._updated - self._added), len(self._removed)


def pull(session: Session, progress: Callable[[Progress], None], *, full: bool = False) -> Brought:
    """Pull what changed (everything when `full`), on after a pull that was broken off; tell the progress.

    Raises AppError; KeyboardInterrupt leaves what was written so far.
    """
    return asyncio.run(_pull(session, progress, full=full))


async def _pull(session: Session, progress: Callable[[Progress], None], *, full: bool) -> Brought:
    async with opened(session) as account:
        damaged = account.status.damaged
        tally = _Tally(progress)
        account.subscribe(tally.heard)
        await connect(session, account)
        before = await _counts(account)
        await account.pull(full=full)
        counts = await _counts(account)
        return Brought(counts, *tally.numbers(before, counts), damaged=damaged, note=account.status.error)


async def _counts(account: Account) -> Counts:
    return await asyncio.wrap_future(account.files.look_up.submit(CacheFile.counts))
