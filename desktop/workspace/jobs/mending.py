"""Rows of which the journal knows more than the cache does: the program ended between the two writes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE
from desktop.cache.jobstore import DONE, DROPPED, REJECTED, Outcome, StoredRow
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.pending import OF_JOBS
from desktop.domain.change import Change, both
from desktop.domain.errors import AppError
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.joblane import readable, with_names
from desktop.workspace.jobs.rowform import RowForm, place_of
from desktop.workspace.lookups.collections import Collections

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Ended:
    """Rows that are over, by the job they belong to, entries that are nobody's, and the server's ids."""

    done: Sequence[tuple[RowForm, Sequence[StoredRow]]]
    gone: Sequence[str]
    ids: Mapping[str, str]


class RowMending:
    """Brings the cache up to the journal. `changed` hears who looks different."""

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
        self._collections = collections
        self._changed = changed
        self._trouble = trouble
        self._clock = clock

    def begin(self, after: str = "") -> None:
        """Settle pending rows that the journal knows as done; show those that ended otherwise no more."""
        files, trouble = self._files, self._trouble

        def found(names: Sequence[str]) -> None:
            if names:
                files.outbox.ask(_ended, names, answer=lambda ended: known(ended, names[-1]), failed=trouble)

        def known(ended: _Ended, last: str) -> None:
            if not ended.done and not ended.gone:
                self.begin(last)
                return
            now, language = int(self._clock()), self._collections.language
            files.write.ask(
                _mend, ended, now, language, answer=lambda change: mended(change, last), failed=trouble
            )

        def mended(change: Change, last: str) -> None:
            self._changed(change)
            self.begin(last)

        files.write.ask(_pending, after, answer=found, failed=trouble)


def _pending(file: CacheFile, after: str) -> list[str]:
    return file.edits.unsettled(f"{OF_JOBS}*", after, _CHUNK)


def _ended(box: OutboxFile, names: Sequence[str]) -> _Ended:
    jobs = {job.number: job for job in readable(box)}
    known = {job.number for job in box.jobs.jobs()}
    done: list[tuple[RowForm, Sequence[StoredRow]]] = []
    gone: list[str] = []
    for number, places in _by_job(names):
        rows = {row.place: row for row in with_names(box, box.jobs.at(number, list(places)))}
        gone += [
            name
            for place, name in places.items()
            if (place not in rows and (number in jobs or number not in known))
            or (place in rows and rows[place].state in (REJECTED, DROPPED))
        ]
        over = [row for row in rows.values() if row.state == DONE]
        if over and number in jobs:
            done.append((jobs[number].form, over))
    return _Ended(done, gone, box.intents.ids() if done else {})


def _by_job(names: Sequence[str]) -> Iterator[tuple[int, dict[int, str]]]:
    placed = sorted((*place_of(name), name) for name in names)
    for number, entries in groupby(placed, key=lambda one: one[0]):
        yield number, {place: name for _, place, name in entries}


def _mend(file: CacheFile, ended: _Ended, now: int, language: str) -> Change:
    # Knows the way to the server, which the first screen goes without; it is seldom needed.
    from desktop.workspace.jobs.rowlane import let_go, settle_rows  # noqa: PLC0415
    from desktop.workspace.push.kinds.kind import Settling  # noqa: PLC0415

    settling = Settling(now, now + GRACE, language, ended.ids)
    change = let_go(file, ended.gone) if ended.gone else Change()
    for form, rows in ended.done:
        outcomes = [(row, Outcome(row.place, DONE)) for row in rows]
        change = both(change, settle_rows(file, form, outcomes, settling))
    return change
