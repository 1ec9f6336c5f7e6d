"""What becomes of a row after it was sent, looked for or waited for: pure decisions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum

from desktop.cache.jobstore import DONE, QUEUED, REJECTED, UNKNOWN, Outcome, StoredRow
from desktop.domain.errors import (
    AppError,
    BadReply,
    Busy,
    ConnectFailed,
    CredentialError,
    Offline,
    OneOnly,
    Sent,
    Stopped,
    TokenRefused,
)
from desktop.workspace.jobs.journal import reason_of, reason_text
from desktop.workspace.jobs.rowform import delta_of_row, split

TRIES = 6
"""Sends of one row whose end was not known, after which a person is asked."""

_IN_A_ROW = 4


class Next(Enum):
    """What to do after a failed send."""

    GO_ON = "go on"
    REST = "rest"
    GIVE_UP = "give up"


def outcome_of(row: StoredRow, error: AppError | None) -> Outcome:
    """Return what became of a row that was sent."""
    if error is None:
        return Outcome(row.place, DONE)
    if isinstance(error, (Stopped, CredentialError, TokenRefused)):
        return Outcome(row.place, QUEUED, tried=0)
    if isinstance(error, (Offline, Busy, BadReply)):
        # It was not sent: only waiting helps, and it is not the row's fault.
        if error.sent is Sent.NO:
            return Outcome(row.place, QUEUED, tried=0)
        return Outcome(row.place, UNKNOWN, reason_text(error))
    return Outcome(row.place, REJECTED, reason_text(error))


def next_after(error: AppError, in_a_row: int) -> Next:
    """Return what to do after a failed send; `in_a_row` counts those since the last that went well."""
    if isinstance(error, (Stopped, CredentialError)):
        return Next.GIVE_UP
    if isinstance(error, (ConnectFailed, TokenRefused)) or (isinstance(error, Busy) and error.sent is Sent.NO):
        return Next.REST
    if isinstance(error, (Offline, Busy, BadReply)) and in_a_row >= _IN_A_ROW:
        return Next.REST
    return Next.GO_ON


def found(row: StoredRow, tags: Collection[str] | None) -> Outcome:
    """Return what becomes of a row that may have arrived, now that its customer's tags were read (None: gone)."""
    delta = delta_of_row(row)
    if tags is not None and all(tag in tags for tag in delta.add) and not any(tag in tags for tag in delta.remove):
        return Outcome(row.place, DONE, tried=0)
    if row.attempts >= TRIES:
        return Outcome(row.place, REJECTED, reason_text(reason_of(row.reason) or Offline()), tried=0)
    return Outcome(row.place, QUEUED, row.reason, tried=0)


def breaking(
    rows: Sequence[StoredRow], single: Iterable[str], guards: Mapping[str, tuple[str, ...]]
) -> dict[int, Outcome]:
    """Return, by place, the rows that would cost their customer a tag nobody said it would lose.

    `single` are the groups that allow one tag now; `guards` held several when the job began.
    """
    broken: dict[int, Outcome] = {}
    for group in single:
        tags = frozenset(guards.get(group, ()))
        for row in rows:
            delta = delta_of_row(row)
            given = tags.intersection(delta.add)
            kept = tags.intersection(split(row.base)).difference(delta.remove)
            if given and len(given | kept) > 1:
                broken[row.place] = Outcome(row.place, REJECTED, reason_text(OneOnly()), tried=0)
    return broken
