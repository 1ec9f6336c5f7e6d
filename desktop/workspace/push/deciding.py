"""What to do next with an edit, given what happened: pure decisions, the same for every kind.

A call whose answer was lost is never sent again before two readings say that it had no effect: at the first, the
lost call may still be under way, and could arrive after what is sent next.
"""

from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import (
    AppError,
    Busy,
    Conflict,
    ConnectFailed,
    CredentialError,
    InvalidInput,
    ProxyFailed,
    Rejected,
    Sent,
    Stopped,
    TlsFailed,
    TokenRefused,
)
from desktop.workspace.push.kinds.table import kind_of
from desktop.workspace.push.steps import (
    Absent,
    Applied,
    Clashing,
    Differs,
    Finding,
    Look,
    Made,
    Park,
    Refused,
    Rest,
    Send,
    Settle,
    Step,
)


def begin(entry: Entry, *, left_behind: bool = False) -> Step:
    """Return the first step. `left_behind`: what the edit speaks of will never be made."""
    kind = kind_of(entry.intent)
    return kind.left_behind(entry) if left_behind else kind.begin(entry)


def after_send(entry: Entry, outcome: AppError | Made) -> Step:
    """Return the step after a call; `entry` as before it, `outcome` what it met, or what the server said."""
    kind = kind_of(entry.intent)
    match outcome:
        case Made():
            return kind.after_success(entry, outcome)
        case Rejected():
            return kind.after_refusal(entry, outcome)
        case InvalidInput():
            return Park(outcome)
        case _ if outcome.sent is Sent.NO:
            return Rest(outcome, all=_is_for_all(outcome))
        case _:
            return Rest(outcome, unknown=True)


def after_look(entry: Entry, look: Look, finding: Finding | AppError, *, absences: int) -> Step:
    """Return the step after a reading; `absences` counts the readings, this one too, that missed it."""
    kind = kind_of(entry.intent)
    match finding:
        case Applied(ids, learned):
            return Settle(ids, {**look.learned, **learned})
        case Differs(changes, name, held, found):
            return kind.again(entry, absences) or Send(changes, name, held, found)
        case Clashing(clashes):
            return Park(Conflict(), clashes)
        case Refused(error):
            return Park(error)
        case Absent():
            return kind.after_absence(entry, look, absences)
        case Rejected():
            return Park(finding)
        case _:
            unknown = look.sure or entry.state is not State.QUEUED
            return Rest(finding, unknown=unknown, all=_is_for_all(finding))


def _is_for_all(error: AppError) -> bool:
    if isinstance(error, Busy):
        return error.sent is Sent.NO
    return isinstance(error, ConnectFailed | TlsFailed | ProxyFailed | TokenRefused | Stopped | CredentialError)
